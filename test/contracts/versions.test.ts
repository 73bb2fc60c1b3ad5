import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { createVersions } from '../../adapters/storage/communities/versions.ts';
import { createAnnouncerWork } from '../../adapters/storage/deliveries/announcerWork.ts';
import { takeOver } from '../../src/announcements/versions/takeover.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { type Version, writeVersion } from '../../src/schedule/versions.ts';
import { writeConference } from '../../src/schedule/written/conferenceText.ts';
import { packText } from '../../src/schedule/written/packedText.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const SETTING = { clock: { now: () => TEN }, defaultConference: keyOf('conf') };

forEachDatabase('the versions of a schedule', ({ createUrl, open }) => {
  it('follow upon each other when programs take over at once, from the very first on', async () => {
    const url = await createUrl();
    const programs = [await open(url), await open(url), await open(url)].map((one) =>
      createAnnouncerWork(one),
    );
    const showing = (title: string) => ({
      key: keyOf('conf'),
      fingerprint: title,
      validators: { etag: title },
      conference: { ...conferenceOf([talkAt('1', TEN)]), title },
    });

    const takeovers = await Promise.all(
      programs.map((announcerWork, index) =>
        takeOver(announcerWork, showing(`source ${index}`), undefined, SETTING),
      ),
    );

    const taken = takeovers.map((one) =>
      one.kind === 'refused' ? [one.kind] : [one.kind, one.version.number],
    );
    expect(taken.toSorted()).toEqual([
      ['first', 1],
      ['overtaken', 1],
      ['overtaken', 1],
    ]);
    const last = takeovers.find((one) => one.kind === 'first');
    const kept = await programs[0]?.transaction(({ versions }) => versions.latest(keyOf('conf')));
    expect(last).toEqual({ kind: 'first', version: kept });
  });

  it('are not kept anew for other bytes that say the same', async () => {
    const announcerWork = createAnnouncerWork(await open());
    const fresh = {
      key: keyOf('conf'),
      validators: {},
      conference: conferenceOf([talkAt('1', TEN)]),
    };
    const first = await takeOver(announcerWork, { ...fresh, fingerprint: 'a' }, undefined, SETTING);
    if (first.kind !== 'first') throw new Error('It was no first one');
    const { version: known } = first;

    const same = await takeOver(announcerWork, { ...fresh, fingerprint: 'b' }, known, SETTING);
    expect(same).toEqual({ kind: 'unchanged', version: known });
    const conference = { ...fresh.conference, comment: 'New' };
    const said = { ...fresh, conference, fingerprint: 'c' };
    const next = await takeOver(announcerWork, said, known, SETTING);
    expect(next).toMatchObject({ kind: 'taken', version: { number: 2, fingerprint: 'c' } });
  });

  it('are kept packed, and read also as older versions of Hallway kept them', async () => {
    const database = await open();
    const work = createAnnouncerWork(database);
    const shown = { ...version(1), fingerprint: 'a' };
    const taken = await takeOver(work, shown, undefined, SETTING);
    const content = async () =>
      (await database.kysely.selectFrom('schedule_versions').select('content').execute()).map(
        (row) => row.content.slice(0, 4),
      );
    const latest = () => work.transaction(({ versions }) => versions.latest(keyOf('conf')));

    expect(await content()).toEqual([(await packText('')).slice(0, 4)]);
    expect(taken).toEqual({ kind: 'first', version: await latest() });
    const text = atOnce(writeConference(shown.conference));
    await database.kysely.updateTable('schedule_versions').set({ content: text }).execute();
    expect(taken).toEqual({ kind: 'first', version: await latest() });
  });

  it('give way to the next alone', async () => {
    const announcerWork = createAnnouncerWork(await open());
    const keep = (number: number) =>
      announcerWork.transaction(({ versions }) =>
        versions.keep(atOnce(writeVersion(version(number)))),
      );
    await keep(1);
    await keep(2);

    await expect(keep(2)).rejects.toThrow('Version 2 of conf was taken over elsewhere meanwhile');
    await expect(keep(4)).rejects.toThrow('Version 4 of conf');
    await expect(keep(1)).rejects.toThrow('Version 1 of conf');
    expect(
      await announcerWork.transaction(({ versions }) => versions.latest(keyOf('conf'))),
    ).toEqual(version(2));
  });

  it.each([
    [
      'is too long',
      "content || replace(hex(zeroblob(12000001)), '0', ' ')",
      "repeat(' ', 24000001)",
    ],
    ['is broken', `'{"title":'`, `'{"title":'`],
    ['is packed and broken', `'H4sI'`, `'H4sI'`],
    ['has too much text', `'${oversized()}'`, `'${oversized()}'`],
  ])(
    'are set aside when the last %s: the one before serves under a number of its own',
    async (_, sqlite, postgres) => {
      const database = await open();
      const versions = createVersions(database.kysely, database.dialect);
      for (const number of [1, 2, 3]) await versions.keep(atOnce(writeVersion(version(number))));
      const content = database.dialect.name === 'sqlite' ? sqlite : postgres;
      await sql`update schedule_versions set content = ${sql.raw(content)} where number = 3`.execute(
        database.kysely,
      );

      expect(await versions.latest(keyOf('conf'))).toEqual({ ...version(2), number: 4 });
      expect(await versions.setAside(keyOf('conf'))).toEqual({ number: 3, takenAt: TEN });
      expect(await versions.numbers()).toEqual(new Map([[keyOf('conf'), 4]]));
      expect(await versions.head(keyOf('conf'))).toEqual({ number: 4, fingerprint: '2' });

      await versions.keep(atOnce(writeVersion(version(5))));
      expect(await versions.latest(keyOf('conf'))).toEqual(version(5));
      expect(await versions.setAside(keyOf('conf'))).toBeUndefined();
    },
  );

  it('begin anew where none can be loaded', async () => {
    const database = await open();
    const versions = createVersions(database.kysely, database.dialect);
    for (const number of [1, 2]) await versions.keep(atOnce(writeVersion(version(number))));
    await sql`update schedule_versions set content = '['`.execute(database.kysely);

    expect(await versions.latest(keyOf('conf'))).toBeUndefined();
    expect(await versions.head(keyOf('conf'))).toBeUndefined();
    await versions.keep(atOnce(writeVersion(version(1))));
    expect(await versions.latest(keyOf('conf'))).toEqual(version(1));
  });
});

function version(number: number): Version {
  return {
    key: keyOf('conf'),
    number,
    takenAt: TEN,
    fingerprint: `${number}`,
    validators: {},
    conference: conferenceOf([talkAt(`${number}`, TEN)]),
  };
}

/** Little text that becomes much: what an abstract shares counts each time. */
function oversized(): string {
  const abstract = 'a'.repeat(200_000);
  const talks = Array.from({ length: 60 }, (_, at) => talkAt(`${at}`, TEN, { abstract }));
  return atOnce(writeConference(conferenceOf(talks)));
}
