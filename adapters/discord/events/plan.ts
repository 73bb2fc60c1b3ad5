import { GuildScheduledEventStatus } from 'discord-api-types/v10';
import { bySlugRef } from '../../../src/cards/actions/reference.ts';
import { type Instant, MINUTE_MS } from '../../../src/clock.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';
import { LIMITS } from '../rendering/limits.ts';
import { type EventBody, eventOf } from './event.ts';
import { readMark, type Scope } from './mark.ts';

/** An event as Discord has it; by whom it was made does not matter here. */
export interface PresentEvent {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null | undefined;
  readonly scheduled_start_time: string;
  readonly scheduled_end_time?: string | null | undefined;
  readonly entity_metadata?: { readonly location?: string | undefined } | null | undefined;
  readonly status: number;
}

export type Step =
  | { readonly kind: 'create'; readonly body: EventBody }
  | { readonly kind: 'edit'; readonly id: string; readonly body: EventBody }
  | { readonly kind: 'remove'; readonly id: string };

/** Discord takes no event that would start while it is asked. */
const AHEAD_MS = MINUTE_MS;

/** Talks of the scope that are still to start, canceled ones left out, in programme order. */
export function talksToCome(
  { conference }: Pick<Programme, 'conference'>,
  scope: Scope,
  now: Instant,
): readonly Talk[] {
  const room = scope.room === undefined ? undefined : bySlugRef(conference.rooms, scope.room)?.name;
  const track =
    scope.track === undefined ? undefined : bySlugRef(conference.tracks, scope.track)?.name;
  return conference.talks.filter(
    (talk) =>
      talk.status === 'scheduled' &&
      talk.start > now + AHEAD_MS &&
      (scope.room === undefined || (room !== undefined && talk.room === room)) &&
      (scope.track === undefined || (track !== undefined && talk.track === track)),
  );
}

export interface EventsWanted {
  /** Of all conferences of the server. */
  readonly programmes: readonly Pick<Programme, 'key' | 'conference'>[];
  readonly scope: Scope;
  readonly now: Instant;
  readonly messages: Messages;
}

/** What makes a server's events those of the talks to come. Events that have begun end by themselves. */
export function stepsTowards(
  wanted: EventsWanted,
  present: readonly PresentEvent[],
): readonly Step[] {
  const ours = present.filter(({ description }) => readMark(description) !== undefined);
  const place = LIMITS.events - (present.length - ours.length) - ours.filter(hasBegun).length;
  const { programmes, scope, now, messages } = wanted;
  const bodies = programmes
    .flatMap((one) => talksToCome(one, scope, now).map((talk) => ({ talk, one })))
    .toSorted((a, b) => a.talk.start - b.talk.start)
    .slice(0, Math.max(0, place))
    .map(({ talk, one }) => eventOf(talk, one, scope, messages));
  const waiting = ours.filter((event) => !hasBegun(event));
  const kept = bodies.map((body) => ({
    body,
    event: waiting.find((event) => subjectOf(event) === subjectOf(body)),
  }));
  const keptIds = new Set(kept.flatMap(({ event }) => (event === undefined ? [] : [event.id])));
  return [
    ...waiting.filter(({ id }) => !keptIds.has(id)).map(({ id }): Step => ({ kind: 'remove', id })),
    ...kept.flatMap(({ body, event }): Step[] => {
      if (event === undefined) return [{ kind: 'create', body }];
      return isUpToDate(event, body) ? [] : [{ kind: 'edit', id: event.id, body }];
    }),
  ];
}

/** What takes Hallway's events away again. */
export function stepsAway(present: readonly PresentEvent[]): readonly Step[] {
  return present
    .filter(({ description }) => readMark(description) !== undefined)
    .map(({ id }) => ({ kind: 'remove', id }));
}

function hasBegun({ status }: PresentEvent): boolean {
  return status !== GuildScheduledEventStatus.Scheduled;
}

function subjectOf({ description }: Pick<PresentEvent, 'description'>): string {
  const mark = readMark(description);
  return mark === undefined ? '' : `${mark.conference} ${mark.talk}`;
}

function isUpToDate(event: PresentEvent, body: EventBody): boolean {
  return (
    event.name === body.name &&
    event.description === body.description &&
    event.entity_metadata?.location === body.entity_metadata.location &&
    Date.parse(event.scheduled_start_time) === Date.parse(body.scheduled_start_time) &&
    Date.parse(event.scheduled_end_time ?? '') === Date.parse(body.scheduled_end_time)
  );
}
