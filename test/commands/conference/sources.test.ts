import { describe, expect, it, onTestFinished } from 'vitest';
import { createActs } from '../../../adapters/storage/acts.ts';
import { createCommunities } from '../../../adapters/storage/communities/communities.ts';
import { createKnownSources } from '../../../adapters/storage/communities/knownSources.ts';
import { createOrganiserWork } from '../../../adapters/storage/deliveries/organiserWork.ts';
import { memberStores } from '../../../adapters/storage/members/memberWork.ts';
import { createSources } from '../../../src/commands/conference/programme/sources.ts';
import type { Refusal } from '../../../src/messages/refusalWords.ts';
import { conferencesOf } from '../../../src/programme/communities.ts';
import type { FollowSubject, SubjectKey } from '../../../src/programme/following.ts';
import { ScheduleFormatError } from '../../../src/schedule/refusal.ts';
import { type Source, sourceOf } from '../../../src/schedule/source.ts';
import type { Found } from '../../../src/schedule/sources/find.ts';
import { at } from '../../support/instants.ts';
import { openMemory } from '../../support/memory.ts';
import { keyOf } from '../../support/names.ts';
import { conference } from '../support/conference.ts';

const NINE = at('2020-02-01T09:00+01:00');
const fosdem = { platform: 'chat', id: 'fosdem' };
const OPERATORS: Source = { key: keyOf('default0'), address: 'data.json', trust: 'operator' };
const EXAMPLE: Source = { ...OPERATORS, isExample: true };

describe('the source named in chat', () => {
  it('is opened without the operator’s trust and becomes the community’s own', async () => {
    const { acts, sources, communities, opened } = await prepare(async () => conference);

    expect(await sources.use(fosdem, 'olga', 'https://fosdem.org/xml', 'Europe/Brussels')).toEqual({
      kind: 'taken',
      conference,
    });

    const [source] = opened;
    expect(source).toEqual({
      key: expect.stringMatching(/^[0-9a-f]{64}$/),
      address: 'https://fosdem.org/xml',
      timeZone: 'Europe/Brussels',
      trust: 'chat',
    });
    expect((await communities.choicesOf(fosdem))[0]).toEqual({
      source,
      chosenAt: NINE,
    });
    expect(await sources.status(fosdem)).toMatchObject({ source: { key: source?.key } });
    const json = 'https://fosdem.org/json?key=SECRET';
    await sources.use(fosdem, 'otto', json, undefined, 'FOSDEM', undefined, 'replace');
    const use = { at: NINE, kind: 'use', about: [] };
    const first = ['https://fosdem.org/xml zone=Europe/Brussels'];
    expect(await acts.of(fosdem, { skip: 0, limit: 9 })).toEqual([
      { ...use, by: 'otto', before: first, after: ['https://fosdem.org/json name="FOSDEM"'] },
      { ...use, by: 'olga', before: [], after: first },
    ]);
  });

  it('may name a feed of rooms’ states, which stays until another is named, or none', async () => {
    const { acts, sources, communities } = await prepare(async () => conference);
    const source = 'https://fosdem.org/xml';
    const use = (rooms?: string, where = fosdem) =>
      sources.use(where, 'olga', source, undefined, undefined, rooms);
    const url = 'https://api.example/rooms';
    const read = { url, readAt: NINE, unknown: ['Cellar'] };
    const key = sourceOf(source, undefined, 'chat').key;

    expect(await use(url)).toEqual({ kind: 'taken', conference, rooms: read });
    expect(await use()).toEqual({ kind: 'taken', conference, rooms: { url, unknown: [] } });
    expect(await communities.roomFeedOf(fosdem, key)).toEqual({ url, unknown: [] });
    expect(await use(undefined, { ...fosdem, id: 'other' })).toEqual({ kind: 'taken', conference });
    expect(await use('https://api.example/gone?key=SECRET')).toMatchObject({
      rooms: { failing: { since: NINE, reason: { refusal: { kind: 'badStatus' } } } },
    });
    expect(await use('none')).toEqual({ kind: 'taken', conference });
    expect(await communities.allRoomFeeds()).toEqual([]);
    const [last, before] = await acts.of(fosdem, { skip: 0, limit: 2 });
    expect([before?.after, last?.after]).toEqual([
      [`${source} rooms=https://api.example/gone`],
      [source],
    ]);
  });

  it('is called what the community calls it', async () => {
    const { sources, communities } = await prepare(async () => conference);
    const used = await sources.use(fosdem, 'olga', 'https://a.example', undefined, 'DemoCon');
    expect(used).toEqual({ kind: 'taken', conference: { ...conference, title: 'DemoCon' } });
    expect((await communities.choicesOf(fosdem))[0]).toMatchObject({ name: 'DemoCon' });
  });

  it('is another conference when it is read in another zone', async () => {
    const { sources, opened } = await prepare(async () => conference);

    for (const zone of [undefined, 'Europe/Brussels', 'Asia/Tokyo']) {
      await sources.use(fosdem, 'olga', 'https://fosdem.org/xml', zone);
    }

    expect(new Set(opened.map(({ key }) => key)).size).toBe(3);
  });

  it('that is no schedule leaves the community with the one it had', async () => {
    const { sources, communities } = await prepare(async () => {
      throw new ScheduleFormatError({ kind: 'webPage', facts: [] });
    });

    expect(await sources.use(fosdem, 'olga', 'https://fosdem.org', undefined)).toEqual({
      kind: 'refused',
      reason: new ScheduleFormatError({ kind: 'webPage', facts: [] }),
    });
    expect(await communities.choicesOf(fosdem)).toEqual([]);
    expect(await sources.status(fosdem)).toMatchObject({ source: { key: keyOf('default0') } });
  });
});

const [MAIN, FRINGE] = ['https://main.example/xml', 'https://fringe.example/xml'];

describe('the first source, where the operator has named one', () => {
  it('is asked about, and added beside it or taken in its place, as is said', async () => {
    const { sources, communities } = await prepare(async () => conference, undefined, OPERATORS);
    const use = (address: string, as?: 'replace' | 'add') =>
      sources.use(fosdem, 'olga', address, ...([undefined, undefined, undefined, as] as const));
    expect(await use(FRINGE)).toEqual({
      ...{ kind: 'asks', address: FRINGE, conference, isStarred: false },
    });
    expect(await communities.choicesOf(fosdem)).toEqual([]);

    expect(await use(FRINGE, 'add')).toMatchObject({ kind: 'taken', isBeside: true });
    expect(conferencesOf(await communities.choicesOf(fosdem), OPERATORS.key)).toEqual([
      OPERATORS.key,
      sourceOf(FRINGE, undefined, 'chat').key,
    ]);
    expect(await use(MAIN)).toMatchObject({ kind: 'asks' });
    expect(await use(MAIN, 'replace')).toEqual({ kind: 'taken', conference });
    expect(conferencesOf(await communities.choicesOf(fosdem), OPERATORS.key)).toEqual(
      [MAIN, FRINGE].map((address) => sourceOf(address, undefined, 'chat').key),
    );
  });

  it('says whether people of the community starred something of it', async () => {
    const { sources, kysely } = await prepare(async () => conference, undefined, OPERATORS);
    const { members, stars } = memberStores(kysely);
    const ref = { platform: 'chat', id: 'ada' };
    await members.see({ ref, locale: 'en', community: fosdem.id, seenAt: NINE }, 'ada');
    await stars.add(ref, { conference: OPERATORS.key, talk: '1', community: fosdem }, NINE);
    expect(await sources.use(fosdem, 'olga', FRINGE, undefined)).toMatchObject({
      ...{ kind: 'asks', isStarred: true },
    });
  });
});

describe('a second source', () => {
  const stage = async () => {
    const shop = await prepare(async () => conference);
    const chosen = async () =>
      (await shop.communities.choicesOf(fosdem)).map(({ source, name, isBeside = false }) => [
        ...[source.address, isBeside ? 'beside' : 'main', name],
      ]);
    const use = (address: string, name?: string, as?: 'replace' | 'add') =>
      shop.sources.use(fosdem, 'olga', address, undefined, name, undefined, as);
    await use(MAIN);
    return { ...shop, chosen, use };
  };

  it('is asked about, and nothing is taken', async () => {
    const { use, chosen } = await stage();
    expect(await use(FRINGE, 'Fringe')).toEqual({
      ...{ kind: 'asks', address: FRINGE, isStarred: false },
      conference: { ...conference, title: 'Fringe' },
    });
    expect(await chosen()).toEqual([[MAIN, 'main', undefined]]);
  });

  it('comes beside the first, or takes its place, as is said', async () => {
    const { use, chosen } = await stage();
    expect(await use(FRINGE, undefined, 'add')).toMatchObject({ kind: 'taken', isBeside: true });
    expect(await chosen()).toEqual([
      [MAIN, 'main', undefined],
      [FRINGE, 'beside', undefined],
    ]);
    await use('https://other.example', undefined, 'replace');
    expect(await chosen()).toEqual([
      ['https://other.example', 'main', undefined],
      [FRINGE, 'beside', undefined],
    ]);
  });

  it('that comes beside the first is followed as that is: words, and the names that it has', async () => {
    const { use, kysely, communities } = await stage();
    const [main] = await communities.choicesOf(fosdem);
    const { members, follows } = memberStores(kysely);
    const ref = { platform: 'chat', id: 'ada' };
    await members.see({ ref, locale: 'en', community: fosdem.id, seenAt: NINE }, 'ada');
    const there = main?.source.key ?? keyOf('');
    const follow = (subject: FollowSubject) =>
      follows.add(ref, { conference: there, subject, community: fosdem }, NINE);
    await follow({ kind: 'words', name: 'live migration' });
    await follow({ kind: 'speaker', id: 'a17', name: 'ADRIAN' });
    await follow({ kind: 'speaker', name: 'Grace Hopper' });
    await follow({ kind: 'track', slug: 'go', name: 'Go' });

    await use('https://other.example', undefined, 'replace');
    const followedAt = async (address: string) =>
      (await follows.of(ref, sourceOf(address, undefined, 'chat').key)).map(({ key }) => key);
    expect(await followedAt('https://other.example')).toEqual([]);
    await use(MAIN, undefined, 'replace');
    await use(FRINGE, undefined, 'add');
    expect(await followedAt(FRINGE)).toEqual([
      ...['speaker:=adrian', 'track:go', 'words:live migration'],
    ]);

    await follows.remove(ref, sourceOf(FRINGE, undefined, 'chat').key, 'track:go' as SubjectKey);
    await use(FRINGE, 'Fringe', 'add');
    expect(await followedAt(FRINGE)).toEqual(['speaker:=adrian', 'words:live migration']);
  });

  it('is no question where the community has it, or names the main one’s zone', async () => {
    const { use, chosen, sources } = await stage();
    await use(FRINGE, undefined, 'add');
    expect(await use(FRINGE, 'Fringe')).toMatchObject({ kind: 'taken', isBeside: true });
    expect(await use(MAIN, undefined, 'add')).toEqual({ kind: 'taken', conference });
    expect(await sources.use(fosdem, 'olga', MAIN, 'Asia/Tokyo')).toMatchObject({ kind: 'taken' });
    expect(await chosen()).toEqual([
      [MAIN, 'main', undefined],
      [FRINGE, 'beside', 'Fringe'],
    ]);
    await use(FRINGE, 'Fringe', 'replace');
    expect(await chosen()).toEqual([[FRINGE, 'main', 'Fringe']]);
  });

  it('says whether people of the community starred something of the first', async () => {
    const { use, kysely, communities } = await stage();
    const [main] = await communities.choicesOf(fosdem);
    const ref = { platform: 'chat', id: 'ada' };
    const { members, stars } = memberStores(kysely);
    const conferenceKey = main?.source.key ?? keyOf('');
    const starIn = async (id: string) => {
      const community = { platform: 'chat', id };
      await members.see({ ref, locale: 'en', community: id, seenAt: NINE }, 'ada');
      await stars.add(ref, { conference: conferenceKey, talk: '1', community }, NINE);
    };
    await starIn('elsewhere');
    expect(await use(FRINGE)).toMatchObject({ kind: 'asks', isStarred: false });
    await stars.remove(ref, conferenceKey, '1', NINE);
    await starIn(fosdem.id);
    expect(await use(FRINGE)).toMatchObject({ kind: 'asks', isStarred: true });
  });
});

describe('a page named in chat', () => {
  const PAGE = 'https://demo.example/';
  const foundAt = (address: string, others: readonly string[] = []) => ({
    source: { ...sourceOf(PAGE, undefined, 'chat'), address, origin: PAGE },
    ...{ schedule: conference, fingerprint: 'f', validators: {}, system: 'Sched', steps: [] },
    others: others.map((other) => ({
      ...{ address: other, kind: 'schedule', group: other, rank: 0 },
    })) as Found<typeof conference>['others'],
  });

  it('leads to a schedule, which is the source from then on, and the page its origin', async () => {
    const found = foundAt('https://demo.example/all.ics');
    const { sources, communities, opened } = await prepare(async () => conference, found);

    const way = { address: found.source.address, system: 'Sched' };
    expect(await sources.use(fosdem, 'olga', PAGE, undefined)).toEqual({
      ...{ kind: 'taken', conference, found: way },
    });
    expect((await communities.choicesOf(fosdem))[0]).toEqual({
      source: found.source,
      chosenAt: NINE,
    });
    expect(await sources.use(fosdem, 'olga', PAGE, undefined)).toMatchObject({
      found: { address: way.address },
    });
    expect(opened).toEqual([found.source, found.source]);
  });

  it('that offers several takes none', async () => {
    const [one, two] = ['https://demo.example/1.ics', 'https://demo.example/2.ics'] as const;
    const { sources, communities, opened } = await prepare(
      async () => conference,
      foundAt(one, [two]),
    );

    expect(await sources.use(fosdem, 'olga', PAGE, undefined)).toEqual({
      ...{ kind: 'several', addresses: [one, two] },
    });
    expect(await communities.choicesOf(fosdem)).toEqual([]);
    expect(opened).toEqual([]);
  });
});

describe('how much is read for communities', () => {
  it('is one schedule a community, and ten in all', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof conference>();
    const { sources, opened } = await prepare(() => promise);
    const use = (community: string, address = community) =>
      sources.use(
        { platform: 'chat', id: community },
        'olga',
        `https://${address}.example`,
        ...([undefined, undefined, undefined, 'replace'] as const),
      );
    const first = Array.from({ length: 10 }, (_, at) => use(`community${at}`));

    expect(await use('community3', 'another')).toEqual(refusalOf({ kind: 'underWay', facts: [] }));
    expect(await use('late')).toEqual(refusalOf({ kind: 'queueFull', facts: [10] }));
    resolve(conference);
    await Promise.all(first);

    expect(await use('community3', 'another')).toMatchObject({ kind: 'taken' });
    expect(await use('late')).toMatchObject({ kind: 'taken' });
    expect(opened).toHaveLength(12);
  });

  it('ends at ten that are in use', async () => {
    const { sources, kysely, opened } = await prepare(async () => conference);
    await kysely.insertInto('people').values({ id: 'ada', lead_minutes: 10 }).execute();
    const use = (at: number) =>
      sources.use(
        fosdem,
        'olga',
        `https://${at}.example`,
        undefined,
        undefined,
        undefined,
        'replace',
      );
    const star = (at: number) =>
      kysely
        .insertInto('stars')
        .values({
          ...{ person: 'ada', talk: '1', conference: opened.at(-1)?.key ?? keyOf(`${at}`) },
          ...{ platform: null, community: null, start: null, due_at: null, starred_at: 0 },
        })
        .execute();

    for (let at = 0; at < 15; at += 1) expect(await use(at)).toMatchObject({ kind: 'taken' });
    await star(15);
    for (let at = 16; at < 25; at += 1) {
      expect(await use(at)).toMatchObject({ kind: 'taken' });
      await star(at);
    }

    expect(await use(30)).toEqual(refusalOf({ kind: 'communityFull', facts: [10] }));
    expect(
      await sources.use({ platform: 'chat', id: 'other' }, 'olga', 'https://30.example', undefined),
    ).toMatchObject({ kind: 'taken' });
  });
});

function refusalOf(refusal: Refusal) {
  return { kind: 'refused', reason: { refusal, path: '' } };
}

async function prepare(
  open: () => Promise<typeof conference>,
  found?: Found<typeof conference>,
  defaultSource = EXAMPLE,
) {
  const database = await openMemory();
  onTestFinished(() => database.close());
  const communities = createCommunities(database.kysely);
  const knownSources = createKnownSources(database.kysely);
  const opened: Source[] = [];
  const keeper = {
    open: async (source: Source) => {
      opened.push(source);
      return { conference: await open() };
    },
    find: async () => {
      if (found === undefined) throw new Error('It is known already.');
      return found;
    },
    status: (key: Source['key']) => (found === undefined ? statusOf(key) : undefined),
  };
  const feed = {
    fetch: async ({ address, trust }: Source) => {
      if (trust !== 'chat' || !address.endsWith('/rooms')) {
        throw new ScheduleFormatError({ kind: 'badStatus', facts: [404] });
      }
      const rooms = [
        { roomname: conference.rooms[0]?.name.toUpperCase(), state: '1' },
        { roomname: 'Cellar', state: '0' },
      ];
      const bytes = Buffer.from(JSON.stringify(rooms));
      return { kind: 'fresh', bytes, fingerprint: 'f', validators: {} } as const;
    },
  };
  const clock = { now: () => NINE, sleep: async () => {} };
  return {
    acts: createActs(database.kysely),
    communities,
    kysely: database.kysely,
    opened,
    sources: createSources({
      ...{ keeper, communities, knownSources, defaultSource, clock, feed },
      organiserWork: createOrganiserWork(database),
    }),
  };
}

function statusOf(key: Source['key']) {
  return {
    ...{ source: { ...EXAMPLE, key }, number: 1 },
    ...{ takenAt: NINE, checkedAt: NINE, problem: undefined },
  };
}
