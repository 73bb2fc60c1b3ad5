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
