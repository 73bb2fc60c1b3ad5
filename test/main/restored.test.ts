import { expect, it } from 'vitest';
import { createAnnouncerWork } from '../../adapters/storage/deliveries/announcerWork.ts';
import { lapseAt } from '../../adapters/storage/deliveries/lapses.ts';
import { forEachDatabase } from '../contracts/databases.ts';
import { runProgram } from '../support/program.ts';

const TEN = Date.parse('2020-02-01T10:00Z');

forEachDatabase('what is said once after a restore', ({ createUrl, open }) => {
  it('has all that fell due since the last tick looked for', async () => {
    const url = await createUrl();
    const database = await open(url);
    await createAnnouncerWork(database).transaction(({ watermark }) => watermark.move(TEN));

    const { code, stdout, stderr } = await runProgram(['restored'], '', { DATABASE_URL: url });

    expect({ code, stdout, stderr }).toEqual({
      ...{ code: 0, stderr: '' },
      stdout:
        'Noted: the database is as it was at 2020-02-01T10:00:00.000Z. What has fallen due since is looked for on the platform before it is sent.\n',
    });
    const now = Date.now();
    const lapse = await lapseAt(database.kysely, now);
    expect(lapse).toMatchObject({ from: TEN, isRestored: true });
    expect(now - (lapse?.until ?? 0)).toBeLessThan(60_000);
  });

  it('means nothing to a database that never was used', async () => {
    const { code, stdout } = await runProgram(['restored'], '', {
      DATABASE_URL: await createUrl(),
    });

    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'Hallway never ran with this database, so there is nothing to look for.\n',
    });
  });
});
