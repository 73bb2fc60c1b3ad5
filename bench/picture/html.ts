/** A piece of markup at the beginning of a text, and how it looks to a reader in that zone. */
export type Rule = readonly [
  pattern: RegExp,
  replace: (match: RegExpExecArray, timeZone: string) => string,
];

/** The text as HTML; the rules are tried in their order where the text stands, and one has to fit. */
export function applyRules(rules: readonly Rule[], text: string, timeZone: string): string {
  let rest = text;
  let out = '';
  while (rest !== '') {
    const before = rest;
    for (const [pattern, replace] of rules) {
      const match = pattern.exec(rest);
      if (match === null) continue;
      out += replace(match, timeZone);
      rest = rest.slice(match[0].length);
      break;
    }
    if (rest === before) throw new Error(`Nothing draws “${rest}”`);
  }
  return out;
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
