const DEEPEST = 20;
const MOST_ADDRESSES = 100;

/**
 * The addresses that JSON-LD (schema.org) gives for events, and for what is part of them. What is no
 * JSON tells of none.
 */
export function eventAddresses(json: string): readonly string[] {
  const found: string[] = [];
  collect(parsed(json), 0, found);
  return found;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function collect(value: unknown, depth: number, found: string[]): void {
  if (depth > DEEPEST || found.length >= MOST_ADDRESSES) return;
  if (typeof value !== 'object' || value === null) return;
  const fields: Readonly<Record<string, unknown>> = { ...value };
  if ([fields['@type']].flat().some((type) => /Event(?:Series)?$/.test(String(type)))) {
    for (const address of [fields['url'], fields['sameAs'], fields['@id']].flat()) {
      if (typeof address === 'string') found.push(address);
    }
  }
  for (const inner of Object.values(fields)) collect(inner, depth + 1, found);
}
