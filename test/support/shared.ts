import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const SHARED = resolve(import.meta.dirname, '../../../shared');

/** The path of a development file beside the project, or `undefined` where it is absent (a stranger's clone). */
export function sharedPath(name: string): string | undefined {
  const path = resolve(SHARED, name);
  return existsSync(path) ? path : undefined;
}
