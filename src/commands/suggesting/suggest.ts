import { ownFrame, talkRef } from '../../cards/ownFrame.ts';
import { conferenceWords } from '../../cards/wording/conferenceWords.ts';
import { localName } from '../../cards/wording/localName.ts';
import { dayTitle } from '../../cards/wording/talkWords.ts';
import { dateWords, weekdayClockWords } from '../../cards/wording/time.ts';
import type { OptionSpec } from '../../platform/commandSpec.ts';
import type { Suggestion, SuggestRequest } from '../../platform/requests.ts';
import { cut } from '../../platform/text.ts';
import { otherNames } from '../../schedule/naming/otherNames.ts';
import type { Conference, Talk } from '../../schedule/schedule.ts';
import type { Command } from '../command.ts';
import { ALL } from '../conference/announce.ts';
import type { Context } from '../context.ts';
import { jointly } from '../jointly.ts';
import { suggestZones } from '../mytalks/zones.ts';
import { PICKED } from '../talk/talk.ts';
import { talkOfPageIn } from '../talk/talkPage.ts';
import { suggestFilter, suggestNames, suggestSeveral } from './suggestNames.ts';

/** The most that any platform shows. */
const MOST = 25;
const LONGEST_LABEL = 100;
const LONGEST_VALUE = 100;

/** `undefined` where no command has such an option. */
export function optionOf(
  commands: readonly Command[],
  request: SuggestRequest,
): OptionSpec | undefined {
  const spec = commands.find((each) => each.spec.name === request.command)?.spec;
  const subcommand = spec?.subcommands.find(({ name }) => name === request.subcommand);
  return (subcommand ?? spec)?.options.find(({ name }) => name === request.option);
}

/** Type-ahead for one option, by the kind of thing it holds; nothing for kinds the platform knows itself. */
export function suggest({ kind }: OptionSpec, text: string, asked: Context): readonly Suggestion[] {
  const context = jointly(asked);
  const { conference, index } = context.programme;
  switch (kind) {
    case 'talk': {
      const completions = suggestFilter(text, context);
      if (completions.length > 0) return completions.slice(0, MOST);
      const pasted = talkOfPageIn(text, conference.talks, context.now);
      if (pasted !== undefined) return [talkSuggestion(pasted, context)];
      const talks =
        text.trim() === ''
          ? talksToCome(context).slice(0, MOST)
          : index.suggest(text, { limit: MOST, now: context.now });
      return talks.length > 0 || text.trim() === ''
        ? talks.map((talk) => talkSuggestion(talk, context))
        : asTyped(text.trim(), context);
    }
    case 'room':
      return suggestPlaces(conference.rooms, text, context);
    case 'track':
      return suggestPlaces(conference.tracks, text, context);
    case 'rooms':
      return several(conference.rooms, text, context);
    case 'tracks':
      return several(conference.tracks, text, context);
    case 'follow':
      return suggestNames(followable(conference), text).slice(0, MOST).map(plain);
    case 'day':
      return suggestDays(text, context).slice(0, MOST);
    case 'zone':
      return suggestZones(text).slice(0, MOST).map(plain);
    default:
      return [];
  }
}

/** Tracks first: while nothing is typed they are what most follow. */
function followable({ tracks, talks, rooms }: Conference) {
  const names = new Set(talks.flatMap(({ speakers }) => speakers.map(({ name }) => name)));
  return [...tracks, ...[...names].toSorted().map((name) => ({ name, slug: '' })), ...rooms];
}

/** By what the reader calls them; what is asked goes by the name itself. */
function suggestPlaces(
  candidates: Parameters<typeof suggestNames>[0],
  text: string,
  context: Context,
): readonly Suggestion[] {
  const others = otherNames(context.programme.conference);
  return suggestNames(candidates, text, others)
    .slice(0, MOST)
    .map((name) => ({ ...plain(name), label: plain(localName(name, context)).label }));
}

/** While nothing is typed: what runs and what is next, or everything when all is over. */
function talksToCome({ programme, now }: Context): readonly Talk[] {
  const { talks } = programme.conference;
  const toCome = talks.filter(({ status, end }) => status === 'scheduled' && end > now);
  return toCome.length > 0 ? toCome : talks;
}

/** The time comes first, so that cutting never eats it; the value is the talk itself, not its words. */
export function talkSuggestion(talk: Talk, context: Context): Suggestion {
  const own = ownFrame(talk, context);
  const when = weekdayClockWords(talk.start, own.programme.conference.timeZone, own.messages);
  const which = conferenceWords(own);
  const day = context.programme.timetable.dayOf(talk);
  return {
    label: cut([when, which, talk.title].filter((part) => part).join(' · '), LONGEST_LABEL),
    value: PICKED + talkRef(talk, context),
    ...(day === undefined ? {} : { group: dayTitle(day, context) }),
  };
}

/** A row that says what becomes of words that fit nothing: they are asked as they are. */
function asTyped(text: string, { messages }: Context): readonly Suggestion[] {
  return text.length > LONGEST_VALUE ? [] : [{ label: messages.asking.nothingFits, value: text }];
}

/** Before the names, what stands for all of them. */
function several(
  candidates: Parameters<typeof suggestSeveral>[0],
  text: string,
  { messages }: Context,
): readonly Suggestion[] {
  const typed = text.trim().toLowerCase();
  const all = { label: messages.organiser.everything, value: ALL };
  const isAll = [all.label, all.value].some((word) => word.startsWith(typed));
  const names = suggestSeveral(candidates, text).map(whole);
  return [...(isAll ? [all] : []), ...names].slice(0, MOST);
}

function suggestDays(text: string, context: Context): readonly Suggestion[] {
  const { days, timeZone } = context.programme.conference;
  const typed = text.trim().toLowerCase();
  return days
    .map((day) => ({ label: dayTitle(day, context), value: day.date, day }))
    .filter(({ label, value, day }) => {
      const date = dateWords(day.start, timeZone, context.messages);
      return [label, value, date].some((words) => words.toLowerCase().includes(typed));
    })
    .map(({ label, value }) => ({ label, value }));
}

function plain(name: string): Suggestion {
  return { label: cut(name, LONGEST_LABEL), value: cut(name, LONGEST_LABEL) };
}

function whole(value: string): Suggestion {
  return { label: value, value };
}
