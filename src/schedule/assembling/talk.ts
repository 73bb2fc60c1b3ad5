import { DAY_MS, type Instant } from '../../clock.ts';
import type { AbstractReader } from '../reading/abstract.ts';
import { type Findings, UNTITLED_TALK } from '../reading/findings.ts';
import { languageOf, lineOf } from '../reading/line.ts';
import type { Answer, Link, Talk, TalkId } from '../schedule.ts';
import type { LinkDraft, TalkDraft } from './draft.ts';
import { isPlaceholder, type PlaceholderField } from './placeholders.ts';
import { present } from './present.ts';
import { wordsOfTitle } from './status.ts';
import { webAddress } from './webAddress.ts';

/** Longer than any conference; an end beyond it is a slip of the pen, and may lie beyond all calendars. */
const MAX_TALK_MS = 100 * DAY_MS;

/** A span that ends neither before it begins nor beyond all calendars. */
export function endWithin(start: Instant, end: Instant): Instant {
  return start + Math.min(Math.max(0, Math.round(end - start)), MAX_TALK_MS);
}

/** Fits, with all that stands beside it, into the keys of every database. */
const MAX_MARK = 255;

/** All of these are compared, kept in databases or shown in lists. */
export function inPlainLines(talk: TalkDraft): TalkDraft {
  return {
    ...talk,
    id: lineOf(talk.id, MAX_MARK),
    guid: lineOf(talk.guid, MAX_MARK),
    code: lineOf(talk.code, MAX_MARK),
    slug: lineOf(talk.slug, MAX_MARK),
    title: lineOf(talk.title),
    subtitle: told('subtitle', talk.subtitle),
    type: told('type', talk.type),
    track: told('track', talk.track),
    room: told('room', talk.room),
    language: told('language', talk.language),
    speakers: talk.speakers.flatMap((speaker) => {
      const name = told('speaker', speaker.name);
      return name === undefined ? [] : { ...speaker, name };
    }),
    texts: toldTexts(talk.texts),
  };
}

/** The same list where all of them are: what recurs has one, and is read once. */
function toldTexts(texts: readonly string[]): readonly string[] {
  const isNothing = (text: string) => isPlaceholder('abstract', text);
  return texts.some(isNothing) ? texts.filter((text) => !isNothing(text)) : texts;
}

function told(field: PlaceholderField, text: string | undefined): string | undefined {
  const line = lineOf(text);
  return line === undefined || isPlaceholder(field, line) ? undefined : line;
}

export function finishTalk(
  draft: TalkDraft,
  id: TalkId,
  baseUrl: string | undefined,
  readAbstract: AbstractReader,
  findings: Findings,
): Talk {
  const { guid, code, slug, subtitle, type, track, room, start, speakers } = draft;
  const { title, status, mark } = wordsOfTitle(draft.title ?? UNTITLED_TALK);
  noteOddities(draft, title, findings);
  return {
    id,
    ...present({ guid, code, slug }),
    title,
    ...present({ mark, subtitle, type, language: languageOf(draft.language), track, room }),
    start,
    end: endWithin(start, draft.end),
    speakers,
    abstract: readAbstract(draft.texts, draft.path),
    links: linksOf(draft, baseUrl, findings),
    ...present({ url: webAddress(draft.url, baseUrl) }),
    ...present({ feedbackUrl: webAddress(draft.feedbackUrl, baseUrl) }),
    ...(draft.isRecorded === undefined ? {} : { isRecorded: draft.isRecorded }),
    ...answersOf(draft),
    status: draft.canceled === true ? 'canceled' : status,
  };
}

/** Neither with a question nor an answer in more than a line. */
function answersOf({ answers = [] }: TalkDraft): Pick<Talk, 'answers'> {
  const told = answers.flatMap((one): readonly Answer[] => {
    const [question, answer] = [lineOf(one.question), lineOf(one.answer)];
    return question === undefined || answer === undefined ? [] : [{ question, answer }];
  });
  return told.length === 0 ? {} : { answers: told };
}

function noteOddities(draft: TalkDraft, title: string, findings: Findings): void {
  if (draft.title === undefined) findings.note('title-missing', draft.path);
  if (draft.speakers.length === 0) findings.note('speakers-missing', draft.path, title);
  if (draft.room === undefined) findings.note('room-missing', draft.path, title);
  if (draft.end < draft.start) findings.note('end-before-start', draft.path, title);
  if (draft.end - draft.start > DAY_MS) findings.note('talk-long', draft.path, title);
}

function linksOf(
  draft: TalkDraft,
  baseUrl: string | undefined,
  findings: Findings,
): readonly Link[] {
  const links = new Map<string, Link>();
  for (const link of draft.links) {
    const url = webAddress(link.url, baseUrl);
    if (url === undefined) noteUnusable(link, draft.path, findings);
    else if (!links.has(url)) links.set(url, { title: lineOf(link.title) ?? url, url });
  }
  return [...links.values()];
}

function noteUnusable(link: LinkDraft, path: string, findings: Findings): void {
  findings.note('link-unusable', path, link.url ?? link.title ?? '');
}
