import { expect, it } from 'vitest';
import { createStores } from '../../adapters/storage/stores.ts';
import { eraseExpired, isClockSteady } from '../../src/agenda/personal/retention.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { writeVersion } from '../../src/schedule/versions.ts';
import { conference } from '../commands/support/conference.ts';
import { forEachDatabase } from '../contracts/databases.ts';
import { at } from '../support/instants.ts';
import { keyOf } from '../support/names.ts';

const END = at('2020-02-03T04:00+01:00');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ada = { platform: 'chat', id: 'ada' };
const bob = { platform: 'chat', id: 'bob' };

forEachDatabase('what is kept about members of a conference', ({ open }) => {
  it('is marked thirty days after its last day, erased a day later, and no earlier', async () => {
    const { look, stars } = await stage();

    expect(await look(END + 30 * DAY - 1)).toMatchObject({ stars: 0 });
    expect(await look(END + 30 * DAY)).toMatchObject({ stars: 0 });
    expect(await look(END + 31 * DAY - 1)).toMatchObject({ stars: 0 });
    expect(await stars()).toEqual([1, 1]);
    expect(await look(END + 31 * DAY)).toMatchObject({ stars: 1 });
    expect(await stars()).toEqual([0, 1]);
  });

  it('is no longer marked where a look finds that it may stay', async () => {
    const { look, stars } = await stage();

    await look(END + 90 * DAY);
    await look(END);
    await look(END + 31 * DAY);

    expect(await stars()).toEqual([1, 1]);
  });

  it('is marked anew where the mark lies ahead, by a clock that was wrong', async () => {
    const { look, stars } = await stage();

    await look(END + 90 * DAY);
    await look(END + 32 * DAY);
    expect(await stars()).toEqual([1, 1]);
    await look(END + 33 * DAY);
    expect(await stars()).toEqual([0, 1]);
  });

  it('goes with whoever has no list and was not seen, a day after they were marked', async () => {
    const { look, see, find } = await stage();
    await see(bob, END);

    await look(END + 31 * DAY);
    await see(bob, END + 31.5 * DAY);
    await look(END + 32 * DAY);
    expect(await find(bob)).toBeDefined();

    await look(END + 62 * DAY);
    await look(END + 63 * DAY);
    expect(await find(bob)).toBeUndefined();
  });

  it('waits for recordings, of whoever wishes to hear of them, for half a year at most', async () => {
    const { look, stars, wish } = await stage();
    await wish();

    await look(END + 30 * DAY);
    expect(await look(END + 31 * DAY)).toMatchObject({ stars: 0 });
    await look(END + 180 * DAY - 1);
    expect(await look(END + 181 * DAY)).toMatchObject({ stars: 1 });
    expect(await stars()).toEqual([0, 1]);
  });

  it('and so the records of deliveries', async () => {
    const { look } = await stage();

    expect((await look(END)).deliveriesBefore).toBeUndefined();
    expect((await look(END + DAY)).deliveriesBefore).toBe(END - 30 * DAY);
  });

  async function stage() {
    const database = await open();
    const clock = { now: () => END, sleep: async () => {} };
    const { memberWork, members, stars, versions } = createStores(database, clock);
    const days = conference.days.map((day) => ({ ...day, end: day.end + 365 * DAY }));
    const version = { number: 1, takenAt: 0, fingerprint: 'f', validators: {} };
    const conferences = { fosdem20: conference, fosdem21: { ...conference, days } };
    await members.see({ ref: ada, locale: 'en', seenAt: END }, 'p1');
    for (const [name, kept] of Object.entries(conferences)) {
      const key = keyOf(name);
      await versions.keep(atOnce(writeVersion({ ...version, key, conference: kept })));
      await stars.add(ada, { conference: key, talk: '1' }, END);
    }
    return {
      look: (now: number) => eraseExpired({ memberWork, versions }, 30, now),
      see: (ref: typeof ada, seenAt: number) => members.see({ ref, locale: 'en', seenAt }, ref.id),
      find: members.find,
      wish: () => members.change(ada, { wantsRecordings: true }),
      stars: async () => {
        const of = (name: string) => stars.of(ada, keyOf(name));
        return [(await of('fosdem20')).length, (await of('fosdem21')).length];
      },
    };
  }
});

forEachDatabase('the clock that erases', ({ open }) => {
  it('has to agree with itself for a day, by whichever process looks at it', async () => {
    const database = await open();
    const { memberWork } = createStores(database, { now: () => END, sleep: async () => {} });
    const steady = (now: number) => isClockSteady(memberWork, now);

    for (let now = END; now < END + DAY; now += 6 * 60 * MINUTE)
      expect(await steady(now)).toBe(false);
    expect(await steady(END + DAY)).toBe(true);
    // Sixty days ahead for two seconds and a half, and back.
    expect(await steady(END + 61 * DAY)).toBe(false);
    expect(await steady(END + 61 * DAY + 2_500)).toBe(false);
    expect(await steady(END + DAY + MINUTE)).toBe(false);
    expect(await steady(END + 1.5 * DAY)).toBe(false);
    expect(await steady(END + 2 * DAY)).toBe(false);
    expect(await steady(END + 2 * DAY + MINUTE)).toBe(true);
    // An outage of a day may be one; seconds between two processes are not.
    expect(await steady(END + 2 * DAY + 5 * MINUTE)).toBe(true);
    expect(await steady(END + 2 * DAY + 5 * MINUTE - 3_000)).toBe(true);
    expect(await steady(END + 3 * DAY)).toBe(false);
  });
});
