import { mkdtemp, open, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeed, readScheduleFile } from '../../../adapters/feed/feed.ts';
import type { Validators } from '../../../src/schedule/versions.ts';
import { keyOf } from '../../support/names.ts';

describe('a schedule file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('is read as it is', async () => {
    const path = join(folder, 'small.json');
    await writeFile(path, '{"schedule": {}}');
    expect(Buffer.from(await readScheduleFile(path)).toString()).toBe('{"schedule": {}}');
  });

  it('is read again only when it was written, and whenever it was written just now', async () => {
    const path = join(folder, 'polled.json');
    const source = { key: keyOf('polled'), address: path, trust: 'operator' } as const;
    const feed = createFeed({
      get: () => Promise.reject(new Error('Not asked here.')),
      step: () => Promise.reject(new Error('Not asked here.')),
      close: async () => {},
    });
    const fetch = async (known: Validators) => {
      const fetched = await feed.fetch(source, known);
      if (fetched.kind === 'unchanged') return { kind: 'unchanged', validators: known };
      return { text: Buffer.from(fetched.bytes).toString(), validators: fetched.validators };
    };
    const writtenAt = async (text: string, at: number) => {
      await writeFile(path, text);
      await utimes(path, at, at);
    };
    await writeFile(path, 'one');
    expect(await fetch({})).toEqual({ text: 'one', validators: {} });

    await writtenAt('one', 1_000);
    const first = await fetch({});
    expect(first).toEqual({ text: 'one', validators: { etag: expect.any(String) } });
    expect(await fetch(first.validators)).toMatchObject({ kind: 'unchanged' });

    await writtenAt('two', 1_001);
    expect(await fetch(first.validators)).toMatchObject({ text: 'two' });
  });

  it('is refused by its size alone', async () => {
    const path = join(folder, 'large.xml');
    const file = await open(path, 'w');
    await file.truncate(100 * 2 ** 20);
    await file.close();
    await expect(readScheduleFile(path)).rejects.toMatchObject({
      name: 'ScheduleFormatError',
      message: 'The schedule is 100 MB large; Hallway reads up to 16 MB.',
    });
  });

  it('is read no further than the limit where it has no size', async () => {
    await expect(readScheduleFile('/dev/zero')).rejects.toMatchObject({
      name: 'ScheduleFormatError',
    });
  });

  it('is missed in words', async () => {
    await expect(readScheduleFile(join(folder, 'none.xml'))).rejects.toMatchObject({
      message: 'There is no such file.',
    });
    await expect(readScheduleFile(folder)).rejects.toMatchObject({
      message: 'This is a directory, not a file.',
    });
    const loop = join(folder, 'loop');
    await symlink(loop, loop);
    await expect(readScheduleFile(loop)).rejects.toMatchObject({
      name: 'ScheduleFormatError',
      message: `“${loop}” cannot be reached: ELOOP: too many symbolic links encountered`,
    });
  });
});
