import type { Instant } from '../clock.ts';
import type { Conference, RoomSlug, Talk, TalkId, TalkStatus } from '../schedule/schedule.ts';
import { dayAmong, inProgrammeOrder } from '../schedule/timetable.ts';

/** What organisers can have otherwise of a talk; `null` for a talk that is in no room. */
export interface TalkFacts {
  readonly status: TalkStatus;
  readonly start: Instant;
  readonly room: RoomSlug | null;
  readonly title: string;
}

/**
 * A talk as a community's organisers have it, whatever the source says, until they restore it or the
 * source says the same (issue 18 §3).
 */
export interface TalkByHand {
  readonly talk: TalkId;
  /** When organisers last said something of it. */
  readonly at: Instant;
  readonly facts: Partial<TalkFacts>;
  /** What the source said when organisers said otherwise, of these facts and of what goes along with them. */
  readonly said: Partial<TalkFacts>;
}

/** What organisers do to one talk. */
export type TalkAct =
  | { readonly kind: 'cancel' }
  /** To a start by the schedule, to which the room's delay is added; without a room, it stays in its own. */
  | { readonly kind: 'move'; readonly start: Instant; readonly room?: RoomSlug }
  | { readonly kind: 'rename'; readonly title: string }
  | { readonly kind: 'restore' };

type Field = keyof TalkFacts;

const FIELDS = ['status', 'start', 'room', 'title'] as const satisfies readonly Field[];
/** Whether, when and where a talk takes place goes together: a word on one puts the others in doubt. */
const PLACE: readonly Field[] = ['status', 'start', 'room'];

/** The conference with what was changed by hand, before any room is late. */
export function applyByHand(conference: Conference, changed: readonly TalkByHand[]): Conference {
  if (changed.length === 0) return conference;
  const byTalk = new Map(changed.map((one) => [one.talk, one.facts]));
  const talks = conference.talks.map((talk) => {
    const facts = byTalk.get(talk.id);
    return facts === undefined ? talk : withFacts(talk, facts, conference);
  });
  const isSame = talks.every((talk, at) => talk === conference.talks[at]);
  return isSame ? conference : { ...conference, talks: talks.sort(inProgrammeOrder) };
}

/** A room or a day that the conference does not have any more is left out: the source's counts. */
function withFacts(talk: Talk, facts: Partial<TalkFacts>, { rooms, days }: Conference): Talk {
  const { status = talk.status, title = talk.title } = facts;
  const start = facts.start !== undefined && dayAmong(days, facts.start) ? facts.start : talk.start;
  const room = rooms.find(({ slug }) => slug === facts.room)?.name ?? talk.room;
  const end = talk.end + start - talk.start;
  return { ...talk, status, title, start, end, ...(room === undefined ? {} : { room }) };
}

/** What the organisers have of a talk after an act; undefined where that is what the source says. */
export function afterAct(
  act: TalkAct,
  earlier: TalkByHand | undefined,
  talk: Talk,
  conference: Conference,
  at: Instant,
): TalkByHand | undefined {
  if (act.kind === 'restore') return undefined;
  const told = factsOf(talk, conference);
  const facts = factsOfAct(act);
  const said = pick(told, concernedBy(facts));
  const all = { facts: { ...earlier?.facts, ...facts }, said: { ...earlier?.said, ...said } };
  return settled({ talk: talk.id, at, ...all }, talk, conference);
}

/** A talk that is moved takes place. */
function factsOfAct(act: Exclude<TalkAct, { readonly kind: 'restore' }>): Partial<TalkFacts> {
  switch (act.kind) {
    case 'cancel':
      return { status: 'canceled' };
    case 'move':
      return { status: 'scheduled', start: act.start, ...(act.room && { room: act.room }) };
    case 'rename':
      return { title: act.title };
  }
}

/** What is left of it where the source says the same by now; undefined when that is nothing. */
export function settled(
  byHand: TalkByHand,
  talk: Talk,
  conference: Conference,
): TalkByHand | undefined {
  const told = factsOf(talk, conference);
  const { facts, said } = byHand;
  const left = FIELDS.filter((field) => field in facts && facts[field] !== told[field]);
  if (left.length === 0) return undefined;
  const agreed = FIELDS.filter((field) => field in facts && facts[field] === told[field]);
  const own = pick(facts, left);
  const since = pick({ ...said, ...pick(told, agreed) }, concernedBy(own));
  return { ...byHand, facts: own, said: since };
}

/**
 * Of what organisers changed, what the source says otherwise since than when they did, and than they
 * do: a talk that they moved is canceled, one that they canceled is at another time.
 */
export function contradictionsOf(
  { facts, said }: TalkByHand,
  talk: Talk,
  conference: Conference,
): readonly Field[] {
  const told = factsOf(talk, conference);
  return concernedBy(facts).filter(
    (field) => field in said && told[field] !== said[field] && told[field] !== facts[field],
  );
}

function concernedBy(facts: Partial<TalkFacts>): readonly Field[] {
  const isPlaced = PLACE.some((field) => field in facts);
  return FIELDS.filter((field) => field in facts || (isPlaced && PLACE.includes(field)));
}

function pick(facts: Partial<TalkFacts>, fields: readonly Field[]): Partial<TalkFacts> {
  return Object.fromEntries(
    fields.filter((field) => field in facts).map((field) => [field, facts[field]]),
  );
}

function factsOf({ status, start, room, title }: Talk, { rooms }: Conference): TalkFacts {
  const slug = rooms.find(({ name }) => name === room)?.slug ?? null;
  return { status, start, room: slug, title };
}
