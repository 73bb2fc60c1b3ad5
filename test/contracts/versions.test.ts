import { expect, it } from 'vitest';
import { createAnnouncerWork } from '../../adapters/storage/deliveries/announcerWork.ts';
import { takeOver } from '../../src/announcements/takeover.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { writeVersion } from '../../src/schedule/versions.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const SETTING = { now: TEN, defaultConference: keyOf('conf') };

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
      ['taken', 2],
      ['taken', 3],
    ]);
    const last = takeovers.find((one) => one.kind !== 'refused' && one.version.number === 3);
    const kept = await programs[0]?.transaction(({ versions }) => versions.latest(keyOf('conf')));
    expect(last).toEqual({ kind: 'taken', version: kept });
  });

  it('give way to the next alone', async () => {
    const announcerWork = createAnnouncerWork(await open());
    const version = (number: number) => ({
      key: keyOf('conf'),
      number,
      takenAt: TEN,
      fingerprint: `${number}`,
      validators: {},
      conference: conferenceOf([talkAt(`${number}`, TEN)]),
    });
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
});
