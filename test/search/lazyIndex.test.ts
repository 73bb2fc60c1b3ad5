import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { createLazyIndex } from '../../src/search/lazyIndex.ts';
import { parseTalkQuery } from '../../src/search/query/talkQuery.ts';
import type { SearchResult, TalkIndex } from '../../src/search/search.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { at, conferenceOf, NOW, talk } from './fixture.ts';

const podman = talk({
  id: 'podman',
  guid: 'guid-podman',
  title: 'Podman',
  room: 'A',
  abstract: 'Rootless containers.',
});
const rust = talk({ id: 'rust', title: 'Rust in the kernel', abstract: 'No containers.' });

describe('an index in the making', () => {
  it('is not made before it is asked, and then once', () => {
    const { index, orders } = workshop([podman]);
    expect(orders).toHaveLength(0);

    index.suggest('', { limit: 0 });
    search(index, 'podman');
    search(index, 'rootless');

    expect(orders).toHaveLength(1);
  });

  it('at the first start lets titles and speakers be found, and everything once it is there', async () => {
    const { index, finish } = workshop([podman]);

    expect(ids(search(index, 'podman'))).toEqual(['podman']);
    expect(search(index, 'rootless')).toMatchObject({ hits: [], searched: 'titles' });
    await finish();

    expect(search(index, 'rootless')).toMatchObject({ total: 1, searched: 'everything' });
  });

  it('answers at once where it can be made at once', () => {
    const index = createLazyIndex(conferenceOf([podman]), { ...quiet, makeIndex: createTalkIndex });

    expect(search(index, 'rootless')).toMatchObject({ total: 1, searched: 'everything' });
  });

  it('lets the version before answer, with the talks as they are now', async () => {
    const { index, finish } = await made([podman, rust]);
    const moved = { ...podman, room: 'B', start: at('2030-02-03', '10:00') };
    const next = index.next(conferenceOf([moved, talk({ id: 'new', title: 'Rootless anew' })]));

    const found = search(next, 'rootless');
    expect(found).toMatchObject({ total: 1, confident: true, searched: 'versionBefore' });
    expect(found.hits.map((hit) => [hit.talk, hit.matched])).toEqual([
      [moved, [{ field: 'abstract', terms: ['Rootless'], excerpt: 'Rootless containers.' }]],
    ]);
    expect(next.suggest('po', { limit: 5 })).toEqual([moved]);
    await finish();

    expect(ids(search(next, 'rootless'))).toEqual(['new', 'podman']);
    expect(search(next, 'rootless').searched).toBe('everything');
  });

  it('drops what is gone, and what has only its number in common, and is no surer for it', async () => {
    const { index } = await made([podman, rust]);
    const another = talk({
      id: 'podman',
      guid: 'guid-other',
      title: 'Knitting',
      abstract: 'Wool.',
    });
    const next = index.next(conferenceOf([another, rust]));

    expect(search(next, 'podman')).toEqual({
      hits: [],
      total: 0,
      confident: false,
      clear: false,
      searched: 'versionBefore',
    });
    expect(ids(search(next, 'containers'))).toEqual(['rust']);
    expect(next.suggest('podman', { limit: 5 })).toEqual([]);
  });

  it('does not tell of matches in words that were rewritten', async () => {
    const { index } = await made([podman]);
    const next = index.next(conferenceOf([{ ...podman, abstract: 'All about pods.' }]));

    expect(search(next, 'rootless').hits.map(({ matched }) => matched)).toEqual([[]]);
  });

  it('holds filters against where talks are now', async () => {
    const { index } = await made([podman, { ...rust, room: 'B' }]);
    const moved = conferenceOf([
      { ...podman, room: 'B' },
      { ...rust, room: 'A' },
    ]);
    const next = index.next(moved);

    expect(ids(search(next, 'podman room:a', moved))).toEqual([]);
    expect(search(next, 'room:a', moved)).toMatchObject({ total: 1, searched: 'everything' });
  });

  it('turns pages of what is still there', async () => {
    const talks = ['a', 'b', 'c', 'd'].map((id) => talk({ id, title: `Podman ${id}` }));
    const { index } = await made(talks);
    const next = index.next(conferenceOf(talks.slice(1)));
    const page = (offset: number) => search(next, 'podman', undefined, { limit: 2, offset });

    expect(page(0).total).toBe(3);
    expect([...ids(page(0)), ...ids(page(2))].toSorted()).toEqual(['b', 'c', 'd']);
  });

  it('is begun for the next version where somebody searched in this one, and only there', () => {
    const searched = workshop([podman]);
    search(searched.index, 'podman');
    searched.index.next(conferenceOf([rust]));
    const ignored = workshop([podman]);
    ignored.index.next(conferenceOf([rust]));

    expect(searched.orders.map(({ conference }) => conference.talks)).toEqual([[podman], [rust]]);
    expect(ignored.orders).toEqual([]);
  });

  it('ends for a version that another follows, and the last one that was made still answers', async () => {
    const { index, orders, finish } = await made([podman]);
    const second = index.next(conferenceOf([podman, rust]));
    const third = second.next(conferenceOf([{ ...podman, room: 'C' }, rust]));

    expect(orders.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
    expect(search(third, 'rootless').hits.map((hit) => hit.talk.room)).toEqual(['C']);
    await finish();
    expect(ids(search(third, 'kernel'))).toEqual(['rust']);
  });

  it('that cannot be made is told of once; titles and speakers go on being found', async () => {
    const { index, orders, failures, fail } = workshop([podman]);
    search(index, 'podman');

    await fail(new Error('out of ink'));

    expect(ids(search(index, 'podman'))).toEqual(['podman']);
    expect(orders).toHaveLength(1);
    expect(failures).toEqual([new Error('out of ink')]);
  });

  it('that is ended on purpose is nobody’s failure', async () => {
    const { index, failures, stop, fail } = workshop([podman]);
    search(index, 'podman');

    stop();
    await fail(new Error('aborted'));

    expect(failures).toEqual([]);
  });
});

interface Order {
  readonly conference: Conference;
  readonly signal: AbortSignal;
  readonly delivery: PromiseWithResolvers<TalkIndex>;
}

/** Indexes are made on order here, and delivered when the test says so. */
function workshop(talks: readonly Talk[]) {
  const orders: Order[] = [];
  const failures: unknown[] = [];
  const stopping = new AbortController();
  const index = createLazyIndex(conferenceOf(talks), {
    makeIndex: (conference, signal) => {
      const delivery = Promise.withResolvers<TalkIndex>();
      orders.push({ conference, signal, delivery });
      return delivery.promise;
    },
    signal: stopping.signal,
    log: { ...silentLog, error: ({ err }) => failures.push(err) },
  });
  return {
    index,
    orders,
    failures,
    stop: () => stopping.abort(),
    /** The latest order. */
    finish: async () => {
      const last = orders.at(-1);
      if (last !== undefined) last.delivery.resolve(createTalkIndex(last.conference));
      await settled();
    },
    fail: async (error: Error) => {
      orders.at(-1)?.delivery.reject(error);
      await settled();
    },
  };
}

async function made(talks: readonly Talk[]) {
  const shop = workshop(talks);
  search(shop.index, 'podman');
  await shop.finish();
  return shop;
}

const quiet = { signal: new AbortController().signal, log: silentLog };

function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

function search(
  index: TalkIndex,
  text: string,
  conference = conferenceOf([podman, rust]),
  page = { limit: 5, offset: 0 },
): SearchResult {
  return index.search(parseTalkQuery(text, { conference, now: NOW }), page);
}

function ids({ hits }: SearchResult): readonly string[] {
  return hits.map((hit) => hit.talk.id);
}
