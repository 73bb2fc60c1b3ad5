/**
 * For Ajv, of schemas that a few hundred values are held against: written and compiled in half the time,
 * and what is said of a value is the same.
 */
export const QUICKLY_COMPILED = { inlineRefs: false, code: { optimize: false } } as const;
