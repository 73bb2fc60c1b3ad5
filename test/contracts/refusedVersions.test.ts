import { expect, it } from 'vitest';
import { announcerStores } from '../../adapters/storage/deliveries/announcerWork.ts';
import { atOnce } from '../../src/clock/steps.ts';
import { digestOf } from '../../src/schedule/refusedVersions.ts';
import { writeVersion } from '../../src/schedule/versions.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';
import { forEachDatabase } from './databases.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const KEY = keyOf('fosdem20');

function refused(title: string, since = TEN) {
  const conference = { ...conferenceOf([talkAt('1', TEN)]), title };
  const facts = { key: KEY, fingerprint: title, validators: { etag: 'e' } };
  const { text } = atOnce(writeVersion({ ...facts, conference, number: 1, takenAt: since }));
  const flaw = { kind: 'shrunken', lost: 4, of: 10 } as const;
  return { written: { ...facts, digest: digestOf(text), flaw, since, text }, conference };
}

forEachDatabase('versions that were not believed', ({ open }) => {
  it('are kept one of a conference, the last, and can be loaded', async () => {
    const { kysely, dialect } = await open();
    const { refused: stored } = announcerStores(kysely, dialect);
    expect(await stored.head(KEY)).toBeUndefined();
    expect(await stored.get(KEY)).toBeUndefined();

    await stored.keep(refused('first').written);
    const { written, conference } = refused('second', TEN + 1);
    await stored.keep(written);

    const { text: _, ...facts } = written;
    const { digest, flaw, since } = written;
    expect(await stored.head(KEY)).toEqual({ digest, flaw, since });
    expect(await stored.get(KEY)).toEqual({ ...facts, conference });
    expect(await stored.get(keyOf('other'))).toBeUndefined();

    await stored.drop(KEY);
    expect(await stored.head(KEY)).toBeUndefined();
  });

  it('are not loaded where they are none', async () => {
    const { kysely, dialect } = await open();
    const { refused: stored } = announcerStores(kysely, dialect);
    await stored.keep({ ...refused('broken').written, text: '[' });
    expect(await stored.get(KEY)).toBeUndefined();
  });
});
