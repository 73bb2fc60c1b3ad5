/** A token or password that no log, error or dump shows by accident. */
export interface Secret {
  reveal(): string;
  toString(): string;
  toJSON(): string;
}

export const REDACTED = '[redacted]';

export function secret(value: string): Secret {
  return { reveal: () => value, toString: () => REDACTED, toJSON: () => REDACTED };
}

/** All that are in a configuration, however deep. */
export function secretsIn(value: unknown): readonly Secret[] {
  if (isSecret(value)) return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(secretsIn);
}

function isSecret(value: unknown): value is Secret {
  return typeof value === 'object' && value !== null && 'reveal' in value && 'toJSON' in value;
}

/** A shorter secret may be a word of any sentence. */
const SHORTEST = 8;

/** What must not be told wherever it stands, known by its shape or by what stands around it. */
const SHAPES: readonly RegExp[] = [
  /xox[a-z]-[\w-]+/,
  /xapp-[\w-]+/,
  /\bsyt_\w+/,
  // Of an address: a name and password, the query, the fragment.
  /(?<=:\/\/)[^\s"\\/?#]+(?=@)/,
  /(?<=[?#])[\w.%~[\]-]+=[^\s"'\\<>]*/,
  // Of a header: what follows the name of its scheme, or its own.
  /(?<=\b(?:Bearer|Basic) )[\w.~+/=-]{8,}/,
  /(?<=\b(?:[Aa]uthorization|AUTHORIZATION|[Cc]ookie|COOKIE)(?:\\?")?: ?(?:\\?")?(?:Bearer |Basic )?)(?!Bearer |Basic )[^\s"\\][^"\\]*/,
  /(?<=\b[A-Za-z\d]{1,30}(?:-[A-Za-z\d]{1,30}){1,5}(?:\\?")?: ?(?:\\?")?)(?=[^\s"\\]*\d)[^\s"\\]{16,}/,
  // Whoever has such an address can post, or answer in the name of the app.
  /(?<=\/(?:webhooks|interactions)\/\d+\/)[\w.-]+/,
  /(?<=\/(?:actions|commands|services|triggers|workflows)\/T\w+\/)[\w/]+/,
];

/** Of an address after its host, or after a request's method; paths of files are shown whole. */
const WEB_PATH =
  /(\b(?:(?:https?|wss?|webcals?):\/\/[^\s"'\\<>/]+|(?:GET|HEAD|POST|PUT|PATCH|DELETE) ))(\/[^\s"'\\<>]+)/gi;

/** Long and of both letters and digits: what lets in whoever knows it (a private calendar), not a word. */
const LONG_PART = /[\w%~.+=-]{24,}/g;
const isKeyLike = (part: string) => /\d/.test(part) && /[a-z]/i.test(part);

/** The path of an address, with `instead` in the place of what may be a key. */
export function withoutKeys(path: string, instead: string): string {
  return path.replace(LONG_PART, (part) => (isKeyLike(part) ? instead : part));
}

/** Takes these texts, and what is a secret by its shape, out of a line of JSON. */
export function redaction(secrets: readonly string[]): (line: string) => string {
  const texts = secrets
    .filter(({ length }) => length >= SHORTEST)
    .map((text) => RegExp.escape(JSON.stringify(text).slice(1, -1)));
  const pattern = new RegExp([...texts, ...SHAPES.map(({ source }) => source)].join('|'), 'g');
  return (line) =>
    line
      .replace(pattern, REDACTED)
      .replace(WEB_PATH, (_, before: string, path: string) => before + withoutKeys(path, REDACTED));
}
