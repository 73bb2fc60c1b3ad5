import { expect, it } from 'vitest';
import { createCommunities } from '../../adapters/storage/communities/communities.ts';
import { createKnownSources } from '../../adapters/storage/communities/knownSources.ts';
import { createVersions } from '../../adapters/storage/communities/versions.ts';
import type { Database } from '../../adapters/storage/database/database.ts';
import { atOnce } from '../../src/clock/steps.ts';
import type { ConferenceKey } from '../../src/schedule/source.ts';
import { sourceOf } from '../../src/schedule/source.ts';
import { writeVersion } from '../../src/schedule/versions.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { forEachDatabase } from './databases.ts';

const DAY = 86_400_000;
const [ONE, TWO, THREE] = ['one', 'two', 'three'].map((name) =>
  sourceOf(`https://${name}.example`, undefined, 'chat'),
) as [Named, Named, Named];
type Named = ReturnType<typeof sourceOf>;
const OPERATORS = sourceOf('/srv/schedule.xml', 'Europe/Brussels', 'operator');
const US = { platform: 'chat', id: 'us' };
const THEM = { platform: 'chat', id: 'them' };

forEachDatabase('the sources that are known', ({ open }) => {
  it('are those that communities chose, and the operator’s', async () => {
    const { sources, choose } = stage(await open());
    await sources.note(OPERATORS);
    await choose(US, ONE);

    expect(await sources.find(OPERATORS.key)).toEqual(OPERATORS);
    expect(await sources.find(ONE.key)).toEqual(ONE);
    expect(await sources.find(TWO.key)).toBeUndefined();
  });

  it('are in use while a community follows them, or somebody has a star there', async () => {
    const { sources, choose, star, unstar } = stage(await open());
    await choose(US, ONE);
    await star(ONE.key);
    await choose(US, TWO);
    await choose(THEM, TWO);
    await choose(THEM, THREE);

    const inUse = async () => (await sources.inUse()).map(({ address }) => address).toSorted();
    expect(await inUse()).toEqual([ONE, THREE, TWO].map(({ address }) => address));
    await choose(US, THREE);
    await unstar(ONE.key);
    expect(await inUse()).toEqual([THREE.address]);
  });

  it('go a week after nobody uses them any more, with their versions; the operator’s stays', async () => {
    const { sources, choose, star, keep, kept } = stage(await open());
    await sources.note(OPERATORS);
    for (const source of [ONE, TWO, THREE]) await choose(US, source);
    await star(TWO.key);
    for (const { key } of [OPERATORS, ONE, TWO, THREE]) await keep(key);
    const letGo = (day: number) => sources.letGo(OPERATORS.key, (day - 7) * DAY, day * DAY);

    await letGo(100);
    await letGo(106.9);
    expect(await kept()).toEqual(keysOf([OPERATORS, ONE, TWO, THREE]));
    await letGo(107);
    expect(await kept()).toEqual(keysOf([OPERATORS, TWO, THREE]));
    expect(await sources.find(ONE.key)).toBeUndefined();
  });

  it('begin their week anew when they are chosen again, and when the clock was set back', async () => {
    const { sources, choose, keep, kept } = stage(await open());
    await choose(US, ONE);
    await choose(US, TWO);
    for (const { key } of [ONE, TWO]) await keep(key);
    const letGo = (day: number) => sources.letGo(OPERATORS.key, (day - 7) * DAY, day * DAY);

    await letGo(100);
    await choose(THEM, ONE);
    await letGo(106);
    await choose(THEM, TWO);
    await letGo(107);
    await letGo(50);
    await letGo(56);
    expect(await kept()).toEqual(keysOf([ONE, TWO]));
    await letGo(57);
    expect(await kept()).toEqual(keysOf([TWO]));
  });
});

function keysOf(sources: readonly Named[]): readonly string[] {
  return sources.map(({ key }) => key).toSorted();
}

function stage({ kysely, dialect }: Database) {
  const sources = createKnownSources(kysely);
  const communities = createCommunities(kysely);
  const versions = createVersions(kysely, dialect);
  const conference = conferenceOf([talkAt('1', 0)]);
  const facts = { number: 1, takenAt: 0, fingerprint: 'f', validators: {}, conference };
  return {
    sources,
    choose: (community: typeof US, source: Named) =>
      communities.choose(community, { source, chosenAt: 0 }),
    keep: (key: ConferenceKey) => versions.keep(atOnce(writeVersion({ key, ...facts }))),
    kept: async () => [...(await versions.numbers()).keys()].toSorted(),
    star: async (conference: ConferenceKey) => {
      await kysely.insertInto('people').values({ id: 'ada', lead_minutes: 10 }).execute();
      await kysely
        .insertInto('stars')
        .values({
          ...{ person: 'ada', conference, talk: '1', platform: null, community: null },
          ...{ start: null, due_at: null, starred_at: 0 },
        })
        .execute();
    },
    unstar: (conference: ConferenceKey) =>
      kysely.deleteFrom('stars').where('conference', '=', conference).execute(),
  };
}
