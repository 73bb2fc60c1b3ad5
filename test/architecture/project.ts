import { globSync, readFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import type { SourceTexts } from './source.ts';

export const PROJECT = resolve(import.meta.dirname, '../..');

/** The source files of these folders of the project. */
export function readSourceTexts(folders: readonly string[]): SourceTexts {
  const paths = globSync(
    folders.map((folder) => `${folder}/**/*.{ts,js}`),
    { cwd: PROJECT },
  );
  return new Map(
    paths
      .toSorted()
      .map((path) => [path.replaceAll(sep, '/'), readFileSync(resolve(PROJECT, path), 'utf8')]),
  );
}
