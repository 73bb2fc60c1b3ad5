import { describe, expect, it, onTestFinished } from 'vitest';
import { createCommunities } from '../../../adapters/storage/communities/communities.ts';
import { openDatabase } from '../../../adapters/storage/database/database.ts';
import { createSources } from '../../../src/commands/conference/sources.ts';
import { silentLog } from '../../../src/log.ts';
import { ScheduleFormatError } from '../../../src/schedule/refusal.ts';
import type { Source } from '../../../src/schedule/source.ts';
import { at } from '../../support/instants.ts';
import { keyOf } from '../../support/names.ts';
import { conference } from '../support/conference.ts';

const NINE = at('2020-02-01T09:00+01:00');
const fosdem = { platform: 'chat', id: 'fosdem' };
const defaultSource: Source = { key: keyOf('default0'), address: 'data.json', trust: 'operator' };

describe('the source named in chat', () => {
  it('is opened without the operator’s trust and becomes the community’s own', async () => {
    const { sources, communities, opened } = await prepare(async () => conference);

    expect(await sources.use(fosdem, 'https://fosdem.org/xml', 'Europe/Brussels')).toEqual({
      kind: 'taken',
      conference,
    });

    const [source] = opened;
    expect(source).toEqual({
      key: expect.stringMatching(/^[0-9a-z]{1,8}$/),
      address: 'https://fosdem.org/xml',
      timeZone: 'Europe/Brussels',
      trust: 'chat',
    });
    expect(await communities.choiceOf(fosdem)).toEqual({
      source,
      chosenAt: NINE,
    });
    expect(await sources.status(fosdem)).toMatchObject({ source: { key: source?.key } });
  });

  it('is another conference when it is read in another zone', async () => {
    const { sources, opened } = await prepare(async () => conference);

    for (const zone of [undefined, 'Europe/Brussels', 'Asia/Tokyo']) {
      await sources.use(fosdem, 'https://fosdem.org/xml', zone);
    }

    expect(new Set(opened.map(({ key }) => key)).size).toBe(3);
  });

  it('that is no schedule leaves the community with the one it had', async () => {
    const { sources, communities } = await prepare(async () => {
      throw new ScheduleFormatError({ kind: 'webPage', facts: [] });
    });

    expect(await sources.use(fosdem, 'https://fosdem.org', undefined)).toEqual({
      kind: 'refused',
      reason: new ScheduleFormatError({ kind: 'webPage', facts: [] }),
    });
    expect(await communities.choiceOf(fosdem)).toBeUndefined();
    expect(await sources.status(fosdem)).toMatchObject({ source: { key: keyOf('default0') } });
  });
});

async function prepare(open: () => Promise<typeof conference>) {
  const database = await openDatabase('sqlite::memory:', silentLog);
  onTestFinished(() => database.close());
  const communities = createCommunities(database.kysely);
  const opened: Source[] = [];
  const keeper = {
    open: async (source: Source) => {
      opened.push(source);
      return { conference: await open() };
    },
    status: (key: Source['key']) => ({
      source: { ...defaultSource, key },
      number: 1,
      takenAt: NINE,
      checkedAt: NINE,
      problem: undefined,
    }),
  };
  const clock = { now: () => NINE, sleep: async () => {} };
  return {
    communities,
    opened,
    sources: createSources({ keeper, communities, defaultSource, clock }),
  };
}
