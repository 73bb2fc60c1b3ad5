import type ICAL from 'ical.js';
import type { Speaker } from '../../schedule.ts';
import { splitNames, splitSummary } from '../pretalx/pretalx.ts';
import { textOf } from './icalValues.ts';
import { isIndicoUid, readIndicoDescription } from './indico.ts';
import { isFullName, isPersonName } from './personNames.ts';
import { type SchedReader, schedReader } from './sched.ts';

/** Title, speakers and text of an event, which calendars mix in ways of their own. */
export interface EventWords {
  readonly title: string;
  readonly speakers: readonly Speaker[];
  /** From short to long. */
  readonly texts: readonly string[];
}

export type WordsOf = (event: ICAL.Component) => EventWords;

/**
 * Reads the words of events as their program writes them. `ATTENDEE` is none of it: that is who was
 * invited (RFC 5545, 3.8.4.1).
 */
export function wordsIn(
  calendars: readonly ICAL.Component[],
  events: readonly ICAL.Component[],
): WordsOf {
  const sched = schedReader(calendars, events);
  const hasNames = sched === undefined && beginWithNames(events);
  return (event) => {
    const summary = textOf(event, 'summary') ?? '';
    const description = textOf(event, 'description') ?? '';
    const uid = textOf(event, 'uid');
    if (isIndicoUid(uid)) {
      const { names, text } = readIndicoDescription(description, textOf(event, 'url'));
      return { title: summary, speakers: speakersOf(names), texts: [text] };
    }
    if (uid?.startsWith('pretalx-')) {
      const { title, speakers } = splitSummary(summary);
      return { title, speakers: speakersOf(speakers), texts: [description] };
    }
    if (sched !== undefined) return schedWords(sched, summary, description);
    const { names, text } = namesInText(description, hasNames);
    return { title: summary, speakers: speakersOf(names), texts: [text] };
  };
}

/** Behind the text stands who the people are. */
function schedWords(sched: SchedReader, summary: string, description: string): EventWords {
  const { title, names, people } = sched(summary);
  const text = [description, people].filter((part) => part !== '').join('\n\n');
  return { title, speakers: speakersOf(names), texts: [text] };
}

function namesInText(
  description: string,
  hasNames: boolean,
): { readonly names: readonly string[]; readonly text: string } {
  const line = /^(?:speakers?|presenters?):[ \t]*([^\n]+)\n?/i.exec(description);
  if (line !== null) {
    return { names: splitNames(line[1] ?? ''), text: description.slice(line[0].length) };
  }
  const names = hasNames ? namesOfFirstLine(description) : [];
  const text = names.length === 0 ? description : description.replace(/^[^\n]*\n\s*/, '');
  return { names, text };
}

/** So many of the texts that have more than a line must begin so, before it is no accident. */
const MOST = 0.5;
const FEW = 3;

/** Whether a calendar puts the speakers' names in a line before the text, as that of PyCon US does. */
function beginWithNames(events: readonly ICAL.Component[]): boolean {
  const texts = events
    .map((event) => textOf(event, 'description') ?? '')
    .filter((text) => text.includes('\n'));
  const named = texts.filter((text) => namesOfFirstLine(text).length > 0).length;
  return named >= FEW && named > texts.length * MOST;
}

function namesOfFirstLine(text: string): readonly string[] {
  const line = /^([^\n]{1,300})\n/.exec(text)?.[1] ?? '';
  const names = splitNames(line.replace(/,?\s+(?:and|&)\s+/g, ', '));
  return names.every(isPersonName) && names.some(isFullName) ? names : [];
}

function speakersOf(names: readonly string[]): readonly Speaker[] {
  return names.map((name) => ({ name }));
}
