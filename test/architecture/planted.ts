import { parseSources, type Rule } from './source.ts';

/** Applies a rule to a planted tree of texts by path. */
export function findings(rule: Rule, texts: Readonly<Record<string, string>>): readonly string[] {
  return rule(parseSources(new Map(Object.entries(texts))));
}
