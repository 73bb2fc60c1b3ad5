import fc from 'fast-check';
import { expect, it } from 'vitest';
import { previewPosts } from '../../../src/commands/conference/views/preview.ts';
import type { Subscription } from '../../../src/outbox/subscription.ts';
import { createTimetable } from '../../../src/schedule/timetable.ts';
import { at } from '../../support/instants.ts';
import { keyOf } from '../../support/names.ts';
import { conference, talks } from '../support/conference.ts';

const MINUTE = 60_000;
const SIX = at('2020-02-01T06:00+01:00');
const NOON = at('2020-02-01T12:00+01:00');
const programme = { key: keyOf('fosdem20'), conference, timetable: createTimetable(conference) };
const subscription: Subscription = {
  target: { kind: 'channel', platform: 'chat', community: 'fosdem', channel: 'general' },
  leadMinutes: 10,
  language: 'en',
  rooms: [],
  tracks: [],
  kinds: ['announcements', 'digest'],
  since: SIX,
};
const { target, language } = subscription;

it('previews digests and announcements at the minute they will be posted', () => {
  expect(previewPosts([subscription], programme, SIX, NOON)).toEqual([
    { at: at('2020-02-01T08:00+01:00'), target, language, kind: 'digest', talks: [] },
    {
      at: talks.live.start - 10 * MINUTE,
      target,
      language,
      kind: 'announcement',
      talks: [talks.live],
    },
    {
      at: talks.pods.start - 10 * MINUTE,
      target,
      language,
      kind: 'announcement',
      talks: [talks.pods],
    },
    {
      at: talks.next.start - 10 * MINUTE,
      target,
      language,
      kind: 'announcement',
      talks: [talks.next],
    },
  ]);
});

it('previews the same whether it is asked for at once or in parts', () => {
  const minutes = fc.integer({ min: 1, max: 359 });
  fc.assert(
    fc.property(minutes, fc.integer({ min: 0, max: 90 }), (cut, leadMinutes) => {
      const subscriptions = [{ ...subscription, leadMinutes }];
      const middle = SIX + cut * MINUTE;

      expect([
        ...previewPosts(subscriptions, programme, SIX, middle),
        ...previewPosts(subscriptions, programme, middle, NOON),
      ]).toEqual(previewPosts(subscriptions, programme, SIX, NOON));
    }),
  );
});
