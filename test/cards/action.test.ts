import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  type Deed,
  decodeAction,
  encodeAction,
  fitsActionId,
  LONGEST_ACTION_ID,
} from '../../src/cards/actions/action.ts';
import { SNOOZE_MINUTES } from '../../src/cards/actions/snoozeDeed.ts';
import type { View } from '../../src/cards/view.ts';
import { conferenceRef } from '../../src/schedule/source.ts';
import { anyUrl } from '../support/anyUrl.ts';
import { keyOf, refOf } from '../support/names.ts';

const ref = fc.stringMatching(/^[A-Za-z0-9_~-]{1,11}$/).map(refOf);
const page = fc.integer({ min: 1, max: 99_999 });
const place = fc.record(
  { room: ref, track: ref, day: fc.integer({ min: 1, max: 99 }) },
  { requiredKeys: [] },
);

const view: fc.Arbitrary<View> = fc.oneof(
  fc.record({ kind: fc.constant('talk' as const), talk: ref, whole: fc.boolean() }),
  fc.record({ kind: fc.constant('slot' as const), talk: ref, page }),
  fc.record({
    kind: fc.constant('search' as const),
    query: fc.string({ unit: 'grapheme' }).map((text) => text.toWellFormed()),
    page,
  }),
  fc.record(
    { kind: fc.constantFrom('now' as const, 'next' as const), page, room: ref },
    { requiredKeys: ['kind', 'page'] },
  ),
  fc.tuple(place, page).map(([places, at]) => ({ kind: 'schedule' as const, ...places, page: at })),
  fc.record({ kind: fc.constant('mytalks' as const), page }),
  fc.record(
    {
      kind: fc.constant('changed' as const),
      since: fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
      page,
      query: fc.constantFrom('room:janson', 'rust day:2', 'by:"ada lovelace"'),
    },
    { requiredKeys: ['kind', 'since', 'page'] },
  ),
  fc.record(
    {
      kind: fc.constant('changes' as const),
      update: fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
      channel: fc.stringMatching(/^[A-Za-z0-9#:_-]{1,20}$/),
      page,
    },
    { requiredKeys: ['kind', 'update', 'page'] },
  ),
  fc.record({
    kind: fc.constant('suggest' as const),
    within: fc.constantFrom('day' as const, 'gaps' as const),
    query: fc.string(),
    page: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record({ kind: fc.constant('preview' as const), hours: fc.integer({ min: 1, max: 24 }) }),
  fc.record({ kind: fc.constantFrom('help' as const, 'status' as const, 'doctor' as const) }),
  fc.record({ kind: fc.constant('says' as const) }),
  fc.record({ kind: fc.constant('interest' as const), page: fc.integer({ min: 1, max: 99 }) }),
  fc.constant({ kind: 'help' as const, all: true as const }),
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ kind: fc.constantFrom('open' as const, 'turn' as const, 'share' as const), view }),
  fc.record(
    { kind: fc.constantFrom('star' as const, 'unstar' as const), talk: ref, view },
    { requiredKeys: ['kind', 'talk'] },
  ),
  fc.record({ kind: fc.constant('remind' as const), talk: ref }),
  fc.record(
    {
      kind: fc.constant('use' as const),
      address: anyUrl(['https'], { withQuery: true }),
      zone: fc.constantFrom('Europe/Brussels', 'America/Argentina/Buenos_Aires'),
      name: fc.string({ minLength: 1 }),
      rooms: fc.constantFrom('none', 'https://api.example/rooms'),
    },
    { requiredKeys: ['kind', 'address'] },
  ),
  fc.record(
    {
      kind: fc.constantFrom('askLead' as const, 'setLead' as const, 'exportCalendar' as const),
      talk: ref,
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record(
    { kind: fc.constant('drawDay' as const), day: fc.integer({ min: 1, max: 999 }) },
    { requiredKeys: ['kind'] },
  ),
  fc.record({
    kind: fc.constantFrom('wish' as const, 'unwish' as const),
    wish: fc.constantFrom('recordings' as const, 'feedback' as const),
  }),
  fc.record({
    kind: fc.constant('set' as const),
    setting: fc.constantFrom('lead' as const, 'volume' as const, 'digest' as const),
    value: fc.constantFrom('on', 'off', '15', 'quiet'),
  }),
  fc.record({
    kind: fc.constant('snooze' as const),
    minutes: fc.constantFrom(...SNOOZE_MINUTES),
    start: fc.integer({ min: 0, max: 4e12 }),
    again: fc.integer({ min: 1, max: 99 }),
  }),
  fc.record({ kind: fc.constant('claimSpeaker' as const), talk: ref, speaker: ref }),
  fc.record({
    kind: fc.constantFrom('dropClaim' as const, 'confirmClaim' as const, 'refuseClaim' as const),
    claim: fc.uuid(),
  }),
  fc.record({
    kind: fc.constantFrom(
      'mute' as const,
      'silence' as const,
      'unmute' as const,
      'sendList' as const,
      'followCalendar' as const,
      'renewCalendar' as const,
    ),
  }),
);

const action: fc.Arbitrary<Action> = fc.record({
  conference: fc.stringMatching(/^[0-9a-z]{1,8}$/).map((key) => conferenceRef(keyOf(key))),
  deed,
});

describe('action ids', () => {
  it('hold an action whole wherever it fits', () => {
    fc.assert(
      fc.property(action, (each) => {
        if (fitsActionId(each)) expect(decodeAction(encodeAction(each))).toEqual(each);
      }),
    );
  });

  it('are ASCII and at most 100 characters long, whatever they hold', () => {
    fc.assert(
      fc.property(action, (each) => {
        const id = encodeAction(each);
        expect(id.length).toBeLessThanOrEqual(LONGEST_ACTION_ID);
        expect(id).toMatch(/^[\x21-\x7e]+$/);
      }),
    );
  });

  it('never decode into something that does not encode to the same id', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), action.map(encodeAction)), (id) => {
        const decoded = decodeAction(id);
        if (decoded !== undefined) expect(decodeAction(encodeAction(decoded))).toEqual(decoded);
      }),
    );
  });

  it('can be read by people', () => {
    const search: View = { kind: 'search', query: 'live migration', page: 2 };
    expect(
      encodeAction({
        conference: keyOf('fosdem20'),
        deed: { kind: 'star', talk: refOf('9053'), view: search },
      }),
    ).toBe('h1:fosdem20:star:9053:search:2:live+migration');
  });

  it('leave out the card around a star when it is too long to remember', () => {
    const search: View = { kind: 'search', query: 'ü'.repeat(40), page: 1 };
    const star: Deed = { kind: 'star', talk: refOf('9053'), view: search };
    expect(decodeAction(encodeAction({ conference: keyOf('a'), deed: star }))).toEqual({
      conference: 'a',
      deed: { kind: 'star', talk: '9053' },
    });
  });

  it('admit that a long search cannot be shown again', () => {
    const deedOfSearch: Deed = {
      kind: 'turn',
      view: { kind: 'search', query: 'x'.repeat(200), page: 2 },
    };
    const id = encodeAction({ conference: keyOf('a'), deed: deedOfSearch });
    expect(decodeAction(id)).toEqual({ conference: 'a', deed: { kind: 'tooLong' } });
  });

  it.each([
    '',
    'h0:a:star:1',
    'h1',
    'h1:a',
    'h1:a:dance',
    'h1:a:star',
    'h1:a:open:talk',
    'h1:a:open:now:0',
    'h1:a:open:now:-1',
    'h1:a:open:now:1e9',
    'h1:a:star:9053:talk',
    'h1:a:open:schedule:1:zero',
    'h1:a:open:search:1:%E0%A4%A',
    'menu:h1:a:star:1',
  ])('are refused when nobody of this version wrote them: %j', (id) => {
    expect(decodeAction(id)).toBeUndefined();
  });
});
