import fc from 'fast-check';
import { expect, it } from 'vitest';
import { previewPosts, previewSpeakers } from '../../../src/commands/conference/views/preview.ts';
import type { Subscription } from '../../../src/outbox/subscription.ts';
import type { SpeakerClaim } from '../../../src/programme/speakerClaims.ts';
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

it('counts what tells confirmed speakers that they are on, each message once', () => {
  const claimOf = (member: string, name: string, state: 'open' | 'confirmed'): SpeakerClaim => ({
    ...{ id: `${member} ${name}`, community: { platform: 'chat', id: 'fosdem' }, state },
    ...{ conference: programme.key, member: { platform: 'chat', id: member }, leadMinutes: 30 },
    ...{ speaker: { kind: 'speaker', name }, claimedAt: SIX },
  });
  const claims = [
    ...[claimOf('ada', 'Adrian', 'confirmed'), claimOf('bo', 'Adrian', 'open')],
    ...[claimOf('cy', 'Nobody', 'confirmed'), claimOf('di', 'Adrian', 'confirmed')],
  ];
  const { start } = talks.live;
  const count = (after: number, until: number, all = [programme]) =>
    previewSpeakers(claims, all, { after, until });
  expect(count(start - 31 * MINUTE, start - 30 * MINUTE)).toBe(2);
  expect(count(SIX, start - 31 * MINUTE)).toBe(0);
  expect(count(SIX, NOON)).toBe(2);
  expect(count(start - 30 * MINUTE, NOON)).toBe(0);
  expect(count(SIX, NOON, [])).toBe(0);
});
