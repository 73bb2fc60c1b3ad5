import { writeFileSync } from 'node:fs';
import { format, parse, resolve } from 'node:path';

/** A file that came with an answer: where it is now, or why it could not be written (`EACCES`). */
export type Saved =
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'unsaved'; readonly code: string };

/** Text, or bytes. */
export interface File {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Writes files into `folder`, never over one that is there: `mytalks.ics`, then `mytalks-2.ics`. */
export function saveInto(folder: string): (file: File) => Saved {
  return ({ name, content }) => {
    for (let copy = 1; ; copy += 1) {
      const path = resolve(folder, nameOfCopy(name, copy));
      try {
        writeFileSync(path, content, { flag: 'wx' });
        return { kind: 'saved', path };
      } catch (error) {
        const code = codeOf(error);
        if (code === undefined) throw error;
        if (code !== 'EEXIST') return { kind: 'unsaved', code };
      }
    }
  };
}

function nameOfCopy(name: string, copy: number): string {
  const { name: stem, ext } = parse(name);
  return format({ name: copy === 1 ? stem : `${stem}-${copy}`, ext });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
}
