import { expect, it } from 'vitest';
import type { Attendance } from '../../src/agenda/member.ts';
import { createOwnProgrammes } from '../../src/app/own.ts';
import { type ConferenceKey, conferenceRef, sourceOf } from '../../src/schedule/source.ts';
import { conference } from '../commands/support/conference.ts';
import { keyOf } from '../support/names.ts';
import { programmeOf } from '../support/programmes.ts';

const DEFAULT = sourceOf('/srv/schedule.xml', undefined, 'operator');
const OWN = sourceOf('https://own.example', undefined, 'chat');
/** Two addresses whose keys begin alike take a second to find. */
const FORGED = keyOf(`${conferenceRef(OWN.key)}${'0'.repeat(56)}`);
const ADA = { platform: 'chat', id: 'ada' };
const US = { platform: 'chat', id: 'us' };

function own(
  attended: readonly Attendance[],
  home?: ConferenceKey,
  seenIn: string | null = US.id,
  beside: readonly ConferenceKey[] = [],
) {
  const opened: ConferenceKey[] = [];
  const programmes = createOwnProgrammes({
    members: {
      attended: async () => attended,
      find: async (ref) => ({
        ...{
          ref,
          locale: 'en',
          volume: 'full',
          wantsDigest: false,
          wantsRecordings: false,
          wantsFeedback: false,
          wantsSays: true,
          leadMinutes: 10,
          seenAt: 0,
        },
        ...{ directMessages: 'open', ...(seenIn === null ? {} : { community: seenIn }) },
      }),
    },
    communities: {
      choicesOf: async () => [
        ...(home === undefined ? [] : [{ source: { ...OWN, key: home }, chosenAt: 0 }]),
        ...beside.map((key) => ({ source: { ...OWN, key }, chosenAt: 0, isBeside: true as const })),
      ],
    },
    openKnown: async (key) => {
      opened.push(key);
    },
    programmes: {
      all: async () => [
        { ...programmeOf('any', conference), key: home ?? DEFAULT.key },
        ...beside.map((key) => ({ ...programmeOf('any', conference), key })),
      ],
      get: async (key) => ({ ...programmeOf('any', conference), key }),
    },
    defaultSource: DEFAULT,
  });
  const named = async (key: ConferenceKey) => {
    const found = await programmes.programme(ADA, conferenceRef(key));
    return found && [found.programme.key, found.community];
  };
  const othersOf = async (key: ConferenceKey) => {
    const found = await programmes.programme(ADA, conferenceRef(key));
    return found && [found.beside?.map((one) => one.key), found.community];
  };
  const atHome = async () => {
    const found = await programmes.home(ADA);
    return found && [found.programme.key, found.community];
  };
  return { named, othersOf, atHome, opened };
}

it('a button in a direct message is about a conference of the member’s own, wherever it is', async () => {
  expect(await own([]).named(DEFAULT.key)).toEqual([DEFAULT.key, undefined]);
  expect(await own([], OWN.key).named(OWN.key)).toEqual([OWN.key, US]);
  expect(await own([{ conference: OWN.key }]).named(OWN.key)).toEqual([OWN.key, undefined]);
  const { named, opened } = own([{ conference: OWN.key, community: US }]);
  expect(await named(OWN.key)).toEqual([OWN.key, US]);
  expect(opened).toEqual([OWN.key]);
});

it('and of nobody else’s', async () => {
  const { named, opened } = own([]);
  expect(await named(OWN.key)).toBeUndefined();
  expect(opened).toEqual([]);
});

it('a key that begins like another’s is not believed where the member has both', async () => {
  expect(await own([{ conference: FORGED }]).named(OWN.key)).toEqual([FORGED, undefined]);
  expect(await own([{ conference: FORGED }], OWN.key).named(OWN.key)).toBeUndefined();
});

it('a direct message that names no conference is about that of where the member was last seen', async () => {
  expect(await own([{ conference: FORGED }], OWN.key).atHome()).toEqual([OWN.key, US]);
  expect(await own([{ conference: OWN.key }]).atHome()).toEqual([DEFAULT.key, US]);
});

it('of the only one that the member came to, where they were seen nowhere, or else the operator’s', async () => {
  const { atHome, opened } = own([{ conference: OWN.key, community: US }], undefined, null);
  expect(await atHome()).toEqual([OWN.key, undefined]);
  expect(opened).toEqual([OWN.key]);
  const both = [{ conference: OWN.key }, { conference: DEFAULT.key }];
  expect(await own(both, undefined, null).atHome()).toBeUndefined();
  expect(await own([{ conference: DEFAULT.key }], undefined, null).atHome()).toBeUndefined();
  expect(await own([], undefined, null).atHome()).toBeUndefined();
});

it('a button about one of several of the community knows the others, whichever is the main one', async () => {
  const FRINGE = keyOf('fringe');
  for (const home of [OWN.key, undefined]) {
    const { othersOf } = own([], home, US.id, [FRINGE]);
    const main = home ?? DEFAULT.key;
    expect(await othersOf(FRINGE)).toEqual([[main], US]);
    expect(await othersOf(main)).toEqual([[FRINGE], US]);
  }
});
