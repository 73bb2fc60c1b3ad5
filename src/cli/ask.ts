import { type Card, paragraph } from '../cards/cards.ts';
import { plainText } from '../cards/plainText.ts';
import type { View } from '../cards/view.ts';
import { isOrganiserView } from '../cards/viewAccess.ts';
import type { Instant } from '../clock.ts';
import { type Answered, type Answerer, createAnswerer } from '../commands/answering/answer.ts';
import type { Act, Remark, Shown } from '../commands/asking/question.ts';
import { shownByCard } from '../commands/asking/shown.ts';
import { drawChanged } from '../commands/changes/changed.ts';
import type { Context } from '../commands/context.ts';
import { drawHelp } from '../commands/help.ts';
import { jointly, referred } from '../commands/jointly.ts';
import { drawMyTalks } from '../commands/mytalks/mytalks.ts';
import { drawSettings } from '../commands/mytalks/settings.ts';
import { drawQuestion, questionSpecs } from '../commands/questions.ts';
import { drawSpeaker } from '../commands/speaker/speaker.ts';
import { isWhatItIsAbout } from '../commands/talk/answersSentence.ts';
import { find } from '../commands/talk/find.ts';
import { messagesFor } from '../messages/messages.ts';
import type { MemberRef } from '../platform/target.ts';
import type { Programme } from '../programme/programme.ts';
import type { TalkId } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import { load, queryOf, type SearchOptions } from './search.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

export interface AskOptions extends Pick<SearchOptions, 'source' | 'zone' | 'json'> {
  /** Schedules of conferences beside it, asked with it as one. */
  readonly beside?: readonly string[];
  /** Without one, each line of standard input is a question. */
  readonly question?: string | undefined;
  /** When it is asked; without it, as the first talk begins. */
  readonly at?: Instant | undefined;
  /** BCP 47; without it, that of the surroundings. */
  readonly language?: string | undefined;
  /** Each line carries on from the last. */
  readonly conversation: boolean;
  /** Ids of talks on the asker's list. */
  readonly stars: readonly TalkId[];
}

/** `ask`: how plain questions are understood and answered, as the chat would. */
export async function ask(options: AskOptions, around: Surroundings): Promise<number> {
  const programmes: Programme[] = [];
  for (const source of [options.source, ...(options.beside ?? [])]) {
    const programme = await load({ ...options, source }, around);
    if (programme === undefined) return EXIT.unreadable;
    programmes.push(programme);
  }
  await askAbout(programmes, options, around);
  return EXIT.done;
}

/** The same of programmes that were read, the main one first. */
export async function askAbout(
  programmes: readonly Programme[],
  options: AskOptions,
  around: Surroundings,
): Promise<void> {
  const asker = openAsker(options, programmes, around);
  const questions = options.question === undefined ? around.lines : [options.question];
  for await (const line of questions) {
    const q = queryOf(line);
    if (q !== '' || options.json) await asker(q);
  }
}

/** The talks of the asker's list by conference, with those leads that are a talk's own. */
type Leads = ReadonlyMap<ConferenceKey, Map<TalkId, number | undefined>>;

/** Answers one line after the other; what is starred on the way stays so. */
function openAsker(options: AskOptions, programmes: readonly Programme[], around: Surroundings) {
  const starred = leadsOf(options, programmes);
  const now = options.at ?? programmes[0]?.conference.talks[0]?.start ?? 0;
  const lone = () => createAnswerer(portsFor(now, starred));
  const lasting = lone();
  return async (q: string) => {
    const answerer: Answerer = options.conversation ? lasting : lone();
    const context = contextOf(options, programmes, starred, now, around);
    const begun = around.stopwatch();
    const answered = await answerer.answer({ text: q }, context);
    const ms = Math.round((around.stopwatch() - begun) * 1_000) / 1_000;
    if (options.json) around.write(`${JSON.stringify({ ...told(q, answered, context), ms })}\n`);
    else around.write(`${plainText(answered.card, { ...context, width: around.width })}\n\n`);
  };
}

/** Of several conferences that have a talk of that id, the first is meant. */
function leadsOf({ stars }: AskOptions, programmes: readonly Programme[]): Leads {
  const leads: Leads = new Map(programmes.map(({ key }) => [key, new Map()]));
  for (const id of stars) {
    const has = ({ conference }: Programme) => conference.talks.some((talk) => talk.id === id);
    const { key } = programmes.find(has) ?? programmes[0] ?? {};
    if (key !== undefined) leads.get(key)?.set(id, undefined);
  }
  return leads;
}

function contextOf(
  { language }: AskOptions,
  [programme, ...others]: readonly Programme[],
  leads: Leads,
  now: Instant,
  { messages }: Surroundings,
): Context {
  if (programme === undefined) throw new Error('Nothing was read that could be asked');
  const starredAt = ({ key }: Programme) => new Set(leads.get(key)?.keys());
  const beside = others.map((one) => ({ programme: one, starred: starredAt(one) }));
  const words = language === undefined ? messages : messagesFor(language);
  const locale = language ?? words.time.locale;
  return {
    messages: words,
    caller: { platform: 'ask', member: 'asker', locale, isOrganiser: false },
    member: { platform: 'ask', id: 'asker' },
    programme,
    ...(beside.length === 0 ? {} : { beside }),
    now,
    starred: starredAt(programme),
    audience: 'caller',
  };
}

function portsFor(now: Instant, starred: Leads) {
  return {
    clock: { now: () => now },
    draw: (view: View, context: Context) => draw(view, starred, context),
    follow: async (query: string, isEnd: boolean, context: Context) => {
      const { following } = context.messages;
      const words = isEnd ? following.unfollowed(query) : following.followed(query, undefined);
      return confirmation(words, context);
    },
    act: async ({ kind, talks, leadMinutes }: Act, context: Context) => {
      const meant = talks.flatMap((ref) => referred(ref, context) ?? []);
      for (const { talk, context: own } of meant) {
        const leads = starred.get(own.programme.key);
        if (kind === 'unstar') leads?.delete(talk.id);
        else leads?.set(talk.id, leadMinutes ?? leads.get(talk.id));
      }
      const { starredConfirmed, unstarredConfirmed } = context.messages.talk;
      const words = kind === 'unstar' ? unstarredConfirmed : starredConfirmed;
      return confirmation(meant.map(({ talk }) => words(talk.title)).join(' '), context);
    },
  };
}

function confirmation(sentence: string, { messages }: Context): Card {
  const title = messages.agenda.title;
  return { kind: 'confirmation', title, summary: sentence, blocks: [paragraph(sentence)] };
}

async function draw(view: View, starred: Leads, context: Context): Promise<Card> {
  if (isOrganiserView(view)) throw new Error(`No question leads to ${view.kind}`);
  switch (view.kind) {
    case 'mytalks':
      return drawMyTalks({ ...listOf(starred, context), formerOf: async () => [] }, view, context);
    case 'settings':
      return drawSettings(
        { members: { find: async () => undefined }, speaking: { of: async () => [] } },
        context,
      );
    case 'help':
      return drawHelp(questionSpecs, view, context);
    case 'changed':
      return drawChanged(changesOf(starred, context), view, context);
    case 'follows':
      return confirmation(context.messages.following.nothing, context);
    case 'claims':
    case 'speaker':
      return drawSpeaker({ ...listOf(starred, context), ...NO_CLAIMS }, view, context);
    case 'changes':
    case 'room':
    case 'sharedList':
    case 'follow':
    case 'followed':
      throw new Error(`No question leads to ${view.kind}`);
    default:
      return drawQuestion(view, context);
  }
}

const NO_CLAIMS = { speaking: { of: async () => [] } };

/** A schedule by itself has no earlier versions. */
function changesOf(starred: Leads, context: Context) {
  return {
    ...listOf(starred, context),
    changeLog: { since: async () => ({ knownFrom: undefined, steps: [] }) },
    communities: { delaysOf: async () => [], byHandOf: async () => [] },
    lastRead: () => undefined,
  };
}

function listOf(leads: Leads, { now }: Context) {
  const starsOf = (conference: ConferenceKey) =>
    [...(leads.get(conference) ?? [])].map(([talk, leadMinutes]) => ({
      ...{ conference, talk, starredAt: now },
      ...(leadMinutes === undefined ? {} : { leadMinutes }),
    }));
  return {
    members: { find: async () => undefined },
    stars: { of: async (_: MemberRef, conference: ConferenceKey) => starsOf(conference) },
    follows: { of: async () => [] },
  };
}

const MOST_TALKS = 10;

function told(q: string, { question, understood, card }: Answered, context: Context) {
  const { outcome, intent } = question;
  const refs: Shown['talks'] =
    outcome.kind === 'act' ? outcome.act.talks : shownByCard(card, context.programme.key).talks;
  const shown = refs.flatMap((ref) => referred(ref, context) ?? []).slice(0, MOST_TALKS);
  const talks = shown.map(({ talk }) => talk.id);
  // Two conferences may have talks of one id.
  const conferences = shown.map((one) => one.context.programme.conference.title);
  const of = context.beside === undefined ? {} : { conferences };
  return { q, intent, understood, talks, ...of, confident: isConfident(question, context) };
}

/** An answer to what was asked, with everything understood. */
function isConfident(
  { outcome, isGuess, isNearest, isOpen, remarks }: Answered['question'],
  context: Context,
): boolean {
  if (
    outcome.kind === 'unknown' ||
    outcome.kind === 'noRoom' ||
    isGuess === true ||
    isNearest === true
  )
    return false;
  if (remarks.some(({ kind }) => LEFT_OPEN.has(kind))) return false;
  if (outcome.kind !== 'view' || outcome.view.kind !== 'search') return true;
  const { query, result } = find(outcome.view.query, { limit: 1, offset: 0 }, jointly(context));
  const [best] = result.hits;
  const isByTheWay = isOpen === true && best !== undefined && !isWhatItIsAbout(best);
  return result.confident && query.unresolved.length === 0 && !isByTheWay;
}

/** What a remark says was asked and is not answered. */
const LEFT_OPEN: ReadonlySet<Remark['kind']> = new Set([
  'whereRoom',
  'filterNear',
  'talksAlone',
  'cityLeftOut',
]);
