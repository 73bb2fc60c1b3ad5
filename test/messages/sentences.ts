/** Every sentence of a catalogue with its path, functions filled with stand-ins for what they are given. */
export function sentences(section: object, path = ''): readonly (readonly [string, string])[] {
  return wordings(section, path).map(([name, texts]) => {
    const whole = texts.find((text) => !HOLE.test(text));
    return [name, whole ?? texts.join()] as const;
  });
}

/** The same, with what each says of one thing, of several, and of all else that it may be given. */
export function wordings(
  section: object,
  path = '',
): readonly (readonly [name: string, texts: readonly string[]])[] {
  return Object.entries(section).flatMap(([key, value]: [string, unknown]) => {
    const name = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'string') return [[name, [value]] as const];
    if (isSentence(value)) return [[name, filled(value)] as const];
    return value !== null && typeof value === 'object' ? wordings(value, name) : [];
  });
}

/** What shows where a sentence was given nothing that it could say. */
export const HOLE = /undefined|NaN|\[object/;

const COUNTS = { pending: 1, sending: 2, sent: 3, failed: 4, expired: 5 };

/** Words, lists, counts by state, what is counted, and numbers. */
const GIVEN: readonly unknown[] = ['7', ['7'], COUNTS, 'talks', 0, 1, 2, -1];

function isSentence(value: unknown): value is (...given: readonly unknown[]) => unknown {
  return typeof value === 'function';
}

function filled(sentence: (...given: readonly unknown[]) => unknown): readonly string[] {
  return GIVEN.map((given) => {
    try {
      return String(sentence(given, given, given, given, given));
    } catch {
      return 'undefined';
    }
  });
}
