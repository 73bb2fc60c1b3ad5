/**
 * Which form of a noun goes with a count in a language, as CLDR has it: French says "0 présentation".
 * Whole millions and fractions, for which some languages have forms of their own, are never counted here.
 */
export function pluralIn(
  locale: string,
): <Form extends string>(count: number, one: Form, other: Form) => Form {
  let rules: Intl.PluralRules | undefined;
  return (count, one, other) => {
    rules ??= new Intl.PluralRules(locale);
    return rules.select(count) === 'one' ? one : other;
  };
}

/** Puts several into one sentence, as the language joins them: `a, b y c`. */
export function listIn(locale: string): (parts: readonly string[]) => string {
  let format: Intl.ListFormat | undefined;
  return (parts) => {
    format ??= new Intl.ListFormat(locale, { type: 'conjunction' });
    return format.format(parts);
  };
}
