import { localName } from '../../../cards/wording/localName.ts';
import { contradictionsOf, type TalkByHand, type TalkFacts } from '../../../programme/byHand.ts';
import type { Talk } from '../../../schedule/schedule.ts';
import type { Context } from '../../context.ts';
import { momentWords } from '../organiserWords.ts';

/** What organisers changed of one talk, beside what its source says of it by now. */
export interface SeenByHand {
  readonly title: string;
  /** `canceled`, `Sat 1 Feb, 15:30`. */
  readonly own: string;
  /** Where the source went on to say something else since. */
  readonly source?: string;
}

const FIELDS = ['status', 'title', 'start', 'room'] as const satisfies readonly (keyof TalkFacts)[];

/** One a talk, in the programme's order; what no talk is there for any more is left out. */
export function seenByHand(all: readonly TalkByHand[], context: Context): readonly SeenByHand[] {
  const byTalk = new Map(all.map((one) => [one.talk, one]));
  const { published } = context.programme;
  return published.talks.flatMap((talk) => {
    const one = byTalk.get(talk.id);
    return one === undefined ? [] : [seenOf(one, talk, context)];
  });
}

function seenOf(one: TalkByHand, talk: Talk, context: Context): SeenByHand {
  const { published } = context.programme;
  const fields = contradictionsOf(one, talk, published);
  const own = factWords(one.facts, FIELDS, context);
  if (fields.length === 0) return { title: talk.title, own };
  const room = published.rooms.find(({ name }) => name === talk.room)?.slug ?? null;
  return { title: talk.title, own, source: factWords({ ...talk, room }, fields, context) };
}

function factWords(
  facts: Partial<TalkFacts>,
  fields: readonly (keyof TalkFacts)[],
  context: Context,
): string {
  const { byHand, agenda, announcements } = context.messages;
  const { status, title, start, room } = facts;
  const words = {
    status: status && byHand[status],
    title: title && agenda.quoted(title),
    start: start && momentWords(start, context),
    room: room === null ? announcements.noRoom : room && roomWords(room, context),
  };
  return fields.flatMap((field) => words[field] || []).join(', ');
}

function roomWords(slug: string, context: Context): string {
  const room = context.programme.published.rooms.find((one) => one.slug === slug);
  return room === undefined ? slug : localName(room.name, context);
}
