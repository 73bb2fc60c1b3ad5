import { z } from 'zod';
import { ScheduleFormatError } from '../refusal.ts';
import { MAX_DEPTH } from './limits.ts';

/** Bounds memory, whatever the document. */
const MAX_NODES = 500_000;

/** Parses JSON of bounded depth and size, which stands at `path`. Throws {@link ScheduleFormatError}. */
export function parseJson(text: string, path = ''): unknown {
  guard(text);
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : '';
    throw new ScheduleFormatError({ kind: 'brokenJson', facts: [reason] }, path);
  }
}

/** Counts brackets and commas outside strings before anything is built from them. */
function guard(text: string): void {
  let depth = 0;
  let nodes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === '[' || character === '{') depth += 1;
    else if (character === ']' || character === '}') depth -= 1;
    else if (character === ',') nodes += 1;
    if (depth > MAX_DEPTH) throw new ScheduleFormatError({ kind: 'tooDeep', facts: [MAX_DEPTH] });
    if (nodes > MAX_NODES)
      throw new ScheduleFormatError({ kind: 'tooMany', facts: ['values', MAX_NODES] });
  }
}

/** Where the quote stands that closes the string; the end of the text where none does. */
export function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** Validates with the path of the first thing amiss. Throws {@link ScheduleFormatError}. */
export function parseShape<T>(schema: z.ZodType<T>, value: unknown, root = ''): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const path = (issue?.path ?? []).reduce<string>(
    (parent, key) => (typeof key === 'number' ? `${parent}[${key}]` : join(parent, String(key))),
    root,
  );
  const expected = (issue?.message ?? 'unknown').replace(/^Invalid input: /, '');
  throw new ScheduleFormatError({ kind: 'shape', facts: [expected] }, path);
}

function join(parent: string, key: string): string {
  return parent === '' ? key : `${parent}.${key}`;
}

/** One text in several languages, as pretalx has it: `{ en: 'Opening', de: 'Eröffnung' }`. */
const localised = z
  .record(z.string().regex(/^[a-z]{2,3}(?:[-_][\w-]+)?$/i), z.string().nullish())
  .transform((texts) => texts['en'] ?? Object.values(texts).find((text) => text?.trim()));

/** Text where the source may also write a number, several languages, nothing, or something unusable. */
export const looseText = z
  .union([z.string(), z.number().transform(String), localised])
  .nullish()
  .catch(undefined)
  .transform((text) => text?.trim().toWellFormed() || undefined);

/** A list whose absence means an empty one. */
export function looseList<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);
}

/** A map whose absence means an empty one, which some languages write as an empty list. */
export function looseRecord<T extends z.ZodType>(value: T) {
  return z.preprocess(
    (map) => (Array.isArray(map) && map.length === 0 ? {} : (map ?? {})),
    z.record(z.string(), value),
  );
}

/** An object, or a bare text that stands for one with nothing but that field. */
export function objectOr<S extends z.ZodRawShape>(field: keyof S & string, shape: S) {
  return z.preprocess(
    (value) => (typeof value === 'string' ? { [field]: value } : value),
    z.object(shape),
  );
}
