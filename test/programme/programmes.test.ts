import { expect, it } from 'vitest';
import { NO_OVERLAY, type Overlay } from '../../src/programme/overlay.ts';
import { createProgrammes, createViews } from '../../src/programme/programmes.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import type { Source } from '../../src/schedule/source.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf, refOf, roomSlug } from '../support/names.ts';
import { noIndexing } from '../support/programmes.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const MINUTE = 60_000;
const LATE = [{ room: roomSlug('a'), minutes: 10, since: 0 }];
const LATER = [{ room: roomSlug('a'), minutes: 20, since: 0 }];
const conference = conferenceOf([talkAt('1', TEN), talkAt('2', TEN, { room: roomSlug('B') })]);
const late = (delays: Overlay['delays']): Overlay => ({ ...NO_OVERLAY, delays });
const query = { text: 'talk', words: 'talk', filters: {}, meanings: [], unresolved: [] };

it('a conference is the same programme for all who see the same, whatever their number', () => {
  const { view } = shelf();
  const onTime = Array.from({ length: 1_000 }, () => view(keyOf('conf'), NO_OVERLAY));
  const lateOnes = Array.from({ length: 1_000 }, () => view(keyOf('conf'), late(LATE)));

  expect(new Set(onTime).size).toBe(1);
  expect(new Set(lateOnes).size).toBe(1);
  expect(onTime[0]?.timetable).toBe(onTime[0]?.timetable);
  expect(view(keyOf('conf'), late(LATER))).not.toBe(lateOnes[0]);
  expect(view(keyOf('other'), NO_OVERLAY)).toBeUndefined();
});

it('a late community’s programme has its talks shifted, in lists, searches and buttons alike', () => {
  const { view } = shelf();
  const seen = view(keyOf('conf'), late(LATE));
  const start = TEN + 10 * MINUTE;

  expect(seen?.published).toBe(conference);
  expect(seen?.conference.talks.map((talk) => [talk.id, talk.start])).toEqual([
    ['2', TEN],
    ['1', start],
  ]);
  expect(seen?.timetable.talk('1')?.start).toBe(start);
  expect(seen?.talkByRef(refOf('1'))?.start).toBe(start);
  const { hits = [] } = seen?.index.search(query, { limit: 5 }) ?? {};
  expect(hits.find(({ talk }) => talk.id === '1')?.talk.start).toBe(start);
  expect(seen?.index.suggest('talk 1', { limit: 1 }).map((talk) => talk.start)).toEqual([start]);
});

it('all views of a version share one index, which nothing makes but a search', () => {
  const { view, indexed } = shelf();
  const views = [[], LATE, LATER].map((delays) => view(keyOf('conf'), late(delays)));
  for (const each of views) {
    each?.timetable.talk('1');
    each?.talkByRef(refOf('1'));
  }
  expect(indexed).toEqual([]);

  for (const each of views) each?.index.search(query, { limit: 1 });

  expect(indexed).toEqual([conference]);
});

it('a community that changed talks by hand searches them as it has them, in one index, its latest', () => {
  const { view, indexed } = shelf();
  const find = (title: string, id: string) => {
    const talks = [{ talk: '1', at: 0, facts: { title }, said: { title: 'Talk 1' } }];
    const community = { platform: 'chat', id };
    const seen = view(keyOf('conf'), { ...NO_OVERLAY, talks }, { community });
    const asked = { ...query, text: title, words: title };
    return seen?.index.search(asked, { limit: 1 }).hits.map(({ talk }) => talk.title);
  };

  expect(find('Peas', 'we')).toEqual(['Peas']);
  expect(find('Peas', 'we')).toEqual(['Peas']);
  expect(find('Beans', 'we')).toEqual(['Beans']);
  expect(find('Peas', 'they')).toEqual(['Peas']);
  const titles = indexed.map((one) => one.talks.find(({ id }) => id === '1')?.title);
  expect(titles).toEqual(['Peas', 'Beans', 'Peas']);
  // Going back means making it again: nobody's former ones are kept.
  expect(find('Peas', 'we')).toEqual(['Peas']);
  expect(indexed).toHaveLength(4);
});

it('a version that is taken over takes the place of the one before, with an index of its own', () => {
  const { view, indexed, show } = shelf();
  view(keyOf('conf'), NO_OVERLAY)?.index.search(query, { limit: 1 });
  const moved = conferenceOf([talkAt('1', TEN + MINUTE)]);

  show(2, moved);

  expect(view(keyOf('conf'), NO_OVERLAY)).toMatchObject({ version: 2, conference: moved });
  expect(view(keyOf('conf'), NO_OVERLAY)).toBe(view(keyOf('conf'), NO_OVERLAY));
  view(keyOf('conf'), NO_OVERLAY)?.index.search(query, { limit: 1 });
  expect(indexed).toEqual([conference, moved]);
});

it('a community sees the conference it chose with its own delays, others the default one', async () => {
  const source: Source = { key: keyOf('chosen'), address: 'https://example.org', trust: 'chat' };
  const defaultSource: Source = { key: keyOf('default'), address: 'data.json', trust: 'operator' };
  const opened: Source[] = [];
  const version = (key: Source['key']) => ({
    ...{ key, number: 1, takenAt: 0, fingerprint: '', validators: {}, conference },
  });
  const programmes = createProgrammes({
    keeper: {
      open: async (one) => {
        opened.push(one);
        return version(one.key);
      },
      load: async () => undefined,
      get: (key) => (opened.some((one) => one.key === key) ? version(key) : undefined),
    },
    communities: {
      choicesOf: async ({ id }) => (id === 'own' ? [{ source, name: 'Ours', chosenAt: 0 }] : []),
      streamsOf: async () => [],
      roomStatesOf: async () => [],
      byHandOf: async () => [],
      delaysOf: async ({ id }) => (id === 'own' ? LATE : []),
    },
    defaultSource,
    indexing: noIndexing,
  });
  const own = { platform: 'chat', id: 'own' };

  expect(await programmes.get(keyOf('chosen'), own)).toBeUndefined();
  const [theirs, others] = [await programmes.of(own), await programmes.of(undefined)];

  expect(opened).toEqual([source, defaultSource]);
  expect([theirs.key, theirs.timetable.talk('1')?.start]).toEqual(['chosen', TEN + 10 * MINUTE]);
  expect([others.key, others.timetable.talk('1')?.start]).toEqual(['default', TEN]);
  expect(await programmes.get(keyOf('chosen'), own)).toEqual(theirs);
  const titles = [theirs, others, await programmes.get(keyOf('default'), own)].map(
    (one) => one?.conference.title,
  );
  expect(titles).toEqual(['Ours', conference.title, conference.title]);
});

it('a community’s conferences are its main one and those beside it, as far as they were read', async () => {
  const named = (key: string, address: string): Source => ({
    ...{ key: keyOf(key), address, trust: 'chat' },
  });
  const [main, fringe] = [named('main', 'https://a.example'), named('fringe', 'https://b.example')];
  const unread = named('unread', 'https://c.example');
  const chosen = [
    { source: main, chosenAt: 0 },
    { source: fringe, name: 'Fringe', chosenAt: 1, isBeside: true },
    { source: unread, chosenAt: 2, isBeside: true },
  ] as const;
  const opened = new Set<Source['key']>();
  const version = (key: Source['key']) => ({
    ...{ key, number: 1, takenAt: 0, fingerprint: '', validators: {}, conference },
  });
  const read = async ({ key }: Source) => {
    opened.add(key);
    return version(key);
  };
  const programmes = createProgrammes({
    keeper: {
      open: read,
      load: async (source) => (source === unread ? undefined : read(source)),
      get: (key) => (opened.has(key) ? version(key) : undefined),
    },
    communities: {
      choicesOf: async ({ id }) => chosen.slice(id === 'all' ? 0 : 1),
      roomStatesOf: async () => [],
      streamsOf: async () => [],
      byHandOf: async () => [],
      delaysOf: async (_, key) => (key === fringe.key ? LATE : []),
    },
    defaultSource: named('default', 'data.json'),
    indexing: noIndexing,
  });
  const seen = async (id: string) =>
    (await programmes.all({ platform: 'chat', id })).map((one) => [
      ...[one.key, one.conference.title, one.timetable.talk('1')?.start],
    ]);
  const late = [fringe.key, 'Fringe', TEN + 10 * MINUTE];

  expect(await seen('all')).toEqual([[main.key, conference.title, TEN], late]);
  expect(await seen('beside the operator’s')).toEqual([
    [keyOf('default'), conference.title, TEN],
    late,
  ]);
  expect((await programmes.all(undefined)).map(({ key }) => key)).toEqual([keyOf('default')]);
});

function shelf() {
  let version = { number: 1, conference };
  const indexed: Conference[] = [];
  const view = createViews((key) => (key === 'conf' ? version : undefined), {
    ...noIndexing,
    makeIndex: (made) => {
      indexed.push(made);
      return createTalkIndex(made);
    },
  });
  return {
    view,
    indexed,
    show: (number: number, next: Conference) => {
      version = { number, conference: next };
    },
  };
}
