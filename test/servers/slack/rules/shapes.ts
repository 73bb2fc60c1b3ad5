import { isObject, type Json } from '../json.ts';

/**
 * Where a value has another type than a sample of its kind. A sample lists every key ever seen with a
 * blank value, so absent keys are fine; with `closed`, a key the sample does not know is not.
 */
export function compareShapes(sample: Json, value: unknown, closed = false): readonly string[] {
  if (!isObject(value)) return [`/ is ${typeOf(value)}, not an object`];
  const strangers = closed ? Object.keys(value).filter((key) => !(key in sample)) : [];
  return [
    ...strangers.map((key) => `/${key} is no key of its kind`),
    ...compare(sample, value, ''),
  ];
}

function compare(sample: unknown, value: unknown, path: string): readonly string[] {
  if (sample === undefined || sample === null || value === null || value === undefined) return [];
  const expected = typeOf(sample);
  if (expected !== typeOf(value)) return [`${path} is ${typeOf(value)}, not ${expected}`];
  if (Array.isArray(value)) {
    const first: unknown = Array.isArray(sample) ? sample[0] : undefined;
    // Blocks are unions; the sample's first is one kind of many.
    if (isObject(first) && 'type' in first) return [];
    return value.flatMap((each, index) => compare(first, each, `${path}/${index}`));
  }
  if (!isObject(value) || !isObject(sample)) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    compare(sample[key], each, `${path}/${key}`),
  );
}

function typeOf(value: unknown): string {
  return Array.isArray(value) ? 'array' : typeof value;
}
