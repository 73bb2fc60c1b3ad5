import { bySlugRef, type ShortRef, shortRef } from '../cards/actions/reference.ts';
import { localName } from '../cards/wording/localName.ts';
import { dayTitle } from '../cards/wording/talkWords.ts';
import type { NamedMatch } from '../schedule/naming/names.ts';
import type { Day, Room } from '../schedule/schedule.ts';
import { type Context, everywhere } from './context.ts';

/** What an argument stands for; `found` with undefined when none was given. */
export type Sought<T> =
  | { readonly kind: 'found'; readonly value: T | undefined }
  | { readonly kind: 'refused'; readonly sentence: string };

/** The same where one must be given. */
type Named<T> =
  | { readonly kind: 'found'; readonly value: T }
  | Extract<Sought<T>, { readonly kind: 'refused' }>;

type Places = Pick<Context, 'messages' | 'programme'>;

const SHOWN = 5;

/** The room meant by `text`, as the reference that views carry. */
export function seekRoom(text: string | undefined, context: Places): Sought<ShortRef> {
  const { noSuchRoom, whichRoom } = context.messages.errors;
  return seek(text, context.programme.timetable.findRoom, noSuchRoom, whichRoom, context);
}

/** The one room that an organiser names, whole; of none is no answer. */
export function seekNamedRoom(text: string, context: Context): Named<Room> {
  const sought = seekRoom(text, context);
  if (sought.kind === 'refused') return sought;
  const { rooms } = context.programme.conference;
  const room = sought.value && bySlugRef(rooms, sought.value);
  return room === undefined
    ? { kind: 'refused', sentence: context.messages.errors.noSuchRoom(text) }
    : { kind: 'found', value: room };
}

/** What was found, in the context of the conference that has it. */
export type FoundIn<T> =
  | { readonly kind: 'found'; readonly value: T; readonly context: Context }
  | Extract<Sought<T>, { readonly kind: 'refused' }>;

/** The first found in any conference of the community, the one asked in first; or that one's refusal. */
export function seekEverywhere<T>(
  context: Context,
  seekIn: (one: Context) => Named<T>,
): FoundIn<T> {
  const here = { ...seekIn(context), context };
  if (here.kind === 'found') return here;
  const [, ...others] = everywhere(context);
  const found = others.map((one) => ({ ...seekIn(one), context: one }));
  return found.find(({ kind }) => kind === 'found') ?? here;
}

/** The track meant by `text`, as the reference that views carry. */
export function seekTrack(text: string | undefined, context: Places): Sought<ShortRef> {
  const { noSuchTrack, whichTrack } = context.messages.errors;
  return seek(text, context.programme.timetable.findTrack, noSuchTrack, whichTrack, context);
}

export function seekDay(text: string | undefined, context: Context): Sought<Day> {
  if (text === undefined || text.trim() === '') return { kind: 'found', value: undefined };
  const { timetable, conference } = context.programme;
  const day = timetable.day(text, context.now);
  if (day !== undefined) return { kind: 'found', value: day };
  const days = conference.days
    .map((each) => dayTitle(each, context))
    .join(context.messages.marks.semicolon);
  return { kind: 'refused', sentence: context.messages.errors.noSuchDay(text, days) };
}

/** The names of the room and track that a view's references stand for, where they still exist. */
export function placeNames(
  view: { readonly room?: ShortRef; readonly track?: ShortRef },
  { programme }: Context,
): { readonly room?: string; readonly track?: string } {
  const { rooms, tracks } = programme.conference;
  const room = view.room === undefined ? undefined : bySlugRef(rooms, view.room)?.name;
  const track = view.track === undefined ? undefined : bySlugRef(tracks, view.track)?.name;
  return {
    ...(room === undefined ? {} : { room }),
    ...(track === undefined ? {} : { track }),
  };
}

function seek<T extends { readonly name: string; readonly slug: string }>(
  text: string | undefined,
  find: (words: string) => NamedMatch<T>,
  none: (text: string) => string,
  which: (text: string, names: string) => string,
  context: Places,
): Sought<ShortRef> {
  if (text === undefined || text.trim() === '') return { kind: 'found', value: undefined };
  const match = find(text);
  switch (match.kind) {
    case 'found':
      return { kind: 'found', value: shortRef(match.value.slug) };
    case 'ambiguous': {
      const names = match.values.slice(0, SHOWN).map(({ name }) => localName(name, context));
      const rest = match.values.length > SHOWN ? ', …' : '';
      return { kind: 'refused', sentence: which(text, names.join(', ') + rest) };
    }
    case 'none':
      return { kind: 'refused', sentence: none(text) };
  }
}
