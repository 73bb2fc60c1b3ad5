import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Disk } from '../../../src/app/operator.ts';

/** What is free where the database's file lies, for whoever runs as we do; undefined for a database that is none of files here. */
export async function diskOf(url: string): Promise<Disk | undefined> {
  const [, file] = /^sqlite:(?!:memory:)(.+)$/.exec(url) ?? [];
  if (file === undefined) return undefined;
  const { bavail, blocks, bsize } = await statfs(dirname(file));
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
