/**
 * What a loopback platform remembers, as a text that it can be started with again. JSON beside what
 * JSON lacks: maps, sets, large integers and bytes. Long lists stand one entry a line.
 */
export function toText(memory: object): string {
  const entries = Object.entries(memory).map(([key, value]) => {
    const written = Array.isArray(value)
      ? `[\n${value.map((each) => write(each)).join(',\n')}\n]`
      : write(value);
    return `${JSON.stringify(key)}: ${written}`;
  });
  return `{\n${entries.join(',\n')}\n}\n`;
}

/** The inverse of {@link toText}; whoever wrote the text knows of what type it is. */
export function fromText(text: string): unknown {
  return JSON.parse(text, (_, value: unknown) => revived(value));
}

function write(value: unknown): string {
  return JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key) {
    // A buffer has been made JSON of by itself already; as itself it stands in its owner.
    return replaced(this[key]);
  });
}

function replaced(value: unknown): unknown {
  if (typeof value === 'bigint') return { $bigint: String(value) };
  if (value instanceof Map) return { $map: [...value] };
  if (value instanceof Set) return { $set: [...value] };
  if (Buffer.isBuffer(value)) return { $bytes: value.toString('base64') };
  return value;
}

function revived(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [[kind, content] = ['', undefined]] = Object.entries(value);
  if (kind === '$bigint') return BigInt(String(content));
  if (kind === '$bytes') return Buffer.from(String(content), 'base64');
  if (kind === '$map' && Array.isArray(content)) return new Map(content);
  if (kind === '$set' && Array.isArray(content)) return new Set(content);
  return value;
}
