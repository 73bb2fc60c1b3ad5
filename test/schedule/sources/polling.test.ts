import { describe, expect, it } from 'vitest';
import { sourceOf } from '../../../src/schedule/source.ts';
import {
  API,
  EXPORT,
  exportOf,
  gone,
  LATEST,
  type PretalxRelease,
  pretalxDesk,
  servePretalx,
  WIDGET,
} from '../../servers/pretalx.ts';
import { keeperOf } from './keepers.ts';
import { serveSites } from './sites.ts';

const MINUTE = 60_000;
const RELEASE: PretalxRelease = {
  version: 'v1',
  comment: { en: 'First' },
  rooms: [{ en: 'Hall' }],
  talks: [{ code: 'AAAAAA', title: 'Opening', start: '2031-07-07T10:00:00+02:00', room: 0 }],
  breaks: [[{ en: 'Lunch' }, '2031-07-07T12:00:00+02:00', '2031-07-07T13:00:00+02:00', 0]],
};
const WHOLE = [LATEST, EXPORT, API];

describe('a pretalx that is polled', () => {
  it('is asked for its latest release alone, and for the whole within a quarter of an hour', async () => {
    const { asked } = await prepare();
    const polls: (readonly string[])[] = [];
    for (let minute = 0; minute <= 30; minute += 5) polls.push(await asked(minute));

    const wholes = polls.flatMap((paths, at) => (paths.includes(EXPORT) ? [5 * at] : []));
    expect(wholes).toEqual([0, 10, 20, 30]);
    expect(polls[0]).toEqual(WHOLE);
    expect(polls[1]).toEqual([LATEST]);
  });

  it('is asked for the whole as soon as there is a release', async () => {
    const { asked, desk, conference } = await prepare();
    await asked(0);
    const [opening] = RELEASE.talks;
    if (opening === undefined) throw new Error('There is a talk');
    desk.release = { ...RELEASE, version: 'v2', talks: [{ ...opening, title: 'Welcome' }] };

    expect(await asked(1)).toEqual(WHOLE);
    expect(conference()?.talks[0]?.title).toBe('Welcome');
    expect(await asked(2)).toEqual([LATEST]);
  });

  it('is asked for the whole while what comes is older than its latest release', async () => {
    const { asked, desk, conference } = await prepare();
    await asked(0);
    desk.release = { ...RELEASE, version: 'v2' };
    const cached = JSON.stringify(exportOf(RELEASE));
    desk.broken[EXPORT] = (response) => void response.end(cached);

    expect(await asked(1)).toContain(EXPORT);
    expect(await asked(2)).toContain(EXPORT);
    desk.broken = {};
    expect(await asked(3)).toContain(EXPORT);
    expect(conference()?.version).toBe('v2');
    expect(await asked(4)).toEqual([LATEST]);
  });

  it('whose API is gone is asked for the whole each time, and keeps what only that told', async () => {
    const { asked, desk, conference } = await prepare();
    await asked(0);
    const rich = conference();
    desk.broken = { [LATEST]: gone, [API]: gone, [WIDGET]: gone };

    expect(await asked(1)).toEqual([LATEST, EXPORT, API, WIDGET]);
    expect(conference()).toEqual(rich);
    expect(await asked(2)).toEqual([LATEST, EXPORT, API, WIDGET]);
  });

  it('is failing when its export is gone, whatever else answers', async () => {
    const { asked, desk, keeper, source, conference } = await prepare();
    await asked(0);
    desk.broken = { [EXPORT]: gone };

    await asked(20);
    expect(keeper.status(source.key)?.problem).toMatchObject({ kind: 'unreadable' });
    expect(conference()?.version).toBe('v1');
  });
});

async function prepare() {
  const desk = pretalxDesk(RELEASE);
  const { feed, at } = await serveSites({ 'talks.example': servePretalx(desk) });
  const source = sourceOf(at(`talks.example${EXPORT}`), undefined, 'operator');
  let now = 0;
  const { keeper } = keeperOf(source, feed, () => now);
  await keeper.open(source);
  return {
    ...{ desk, keeper, source },
    conference: () => keeper.get(source.key)?.conference,
    /** What a poll so many minutes later asks for. */
    asked: async (minute: number) => {
      now = minute * MINUTE;
      desk.asked.length = 0;
      await keeper.refresh(source.key);
      return [...desk.asked];
    },
  };
}
