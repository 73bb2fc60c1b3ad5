import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PlannedChannel, planAnnouncements } from '../../src/announcements/plan.ts';
import { dueAt, uselessFrom } from '../../src/outbox/due.ts';
import { targetKey } from '../../src/platform/target.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';

const MINUTE_MS = 60_000;
const NOON = Date.UTC(2020, 1, 1, 12);

const instants = fc.integer({ min: -180, max: 180 }).map((minutes) => NOON + minutes * MINUTE_MS);
/** Off the full minute as well: ticks are late and sources odd. */
const oddInstants = fc
  .tuple(instants, fc.integer({ min: 0, max: MINUTE_MS - 1 }))
  .map(([instant, odd]) => instant + odd);
const talks = fc
  .array(
    fc.record({
      start: fc.oneof(instants, oddInstants),
      room: fc.constantFrom('A', 'B'),
      status: fc.constantFrom('scheduled' as const, 'scheduled' as const, 'canceled' as const),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((all) => all.map(({ start, ...rest }, index) => talkAt(String(index), start, rest)));
const channels = fc
  .record({
    talks,
    wishes: fc.array(
      fc.record({
        lead: fc.integer({ min: 0, max: 120 }),
        since: oddInstants,
        room: fc.constantFrom('A', undefined),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ talks: all, wishes }) => {
    const conference = conferenceOf(all);
    return wishes.map(
      ({ lead, since, room }, index): PlannedChannel => ({
        to: {
          target: { kind: 'channel', platform: 'chat', community: 'us', channel: `#${index}` },
          conference: keyOf('conf'),
        },
        conference,
        leadMs: lead * MINUTE_MS,
        since,
        announces: (talk) => room === undefined || talk.room === room,
      }),
    );
  });
const cuts = fc
  .array(oddInstants, { minLength: 3, maxLength: 8 })
  .map((all) => [...new Set(all)].sort((a, b) => a - b))
  .filter((all) => all.length >= 2);

it('plans for a window what it plans for its pieces, but for what lost its use between them', () => {
  fc.assert(
    fc.property(channels, cuts, (all, instantsOfTicks) => {
      const [after = 0] = instantsOfTicks;
      const until = instantsOfTicks.at(-1) ?? 0;
      const whole = planAnnouncements({ after, until }, all);
      const pieces = instantsOfTicks
        .slice(1)
        .flatMap((end, index) =>
          planAnnouncements({ after: instantsOfTicks[index] ?? 0, until: end }, all),
        );
      const useful = pieces.filter(({ expiresAt }) => expiresAt > until);

      expect(new Set(pieces.map(({ key }) => key)).size).toBe(pieces.length);
      expect(keys(useful)).toEqual(keys(whole));
    }),
    { numRuns: 300 },
  );
});

it('plans what a look at every talk and channel finds', () => {
  fc.assert(
    fc.property(channels, oddInstants, oddInstants, (all, one, other) => {
      const window = { after: Math.min(one, other), until: Math.max(one, other) };
      const found = all.flatMap(({ conference, announces, leadMs, since, to }) =>
        conference.talks.flatMap((talk) => {
          const due = dueAt(talk.start, leadMs, since) ?? Number.NaN;
          const isDue = window.after < due && due <= window.until;
          const isOfUse = window.until < uselessFrom(talk.start);
          const takesPlace = talk.status === 'scheduled' && announces(talk);
          return isDue && isOfUse && takesPlace
            ? [`${targetKey(to.target)} ${talk.id} ${talk.start} ${due}`]
            : [];
        }),
      );

      const planned = planAnnouncements(window, all).map(({ target, subject, dueAt: due }) =>
        subject.kind === 'announcement'
          ? `${targetKey(target)} ${subject.talk} ${subject.start} ${due}`
          : '',
      );

      expect(planned.toSorted()).toEqual(found.toSorted());
    }),
    { numRuns: 300 },
  );
});

function keys(deliveries: readonly { readonly key: string }[]): readonly string[] {
  return deliveries.map(({ key }) => key).sort();
}
