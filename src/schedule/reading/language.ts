/** What people and programs call the languages of talks. */
const NAMES: Readonly<Record<string, string>> = {
  english: 'en',
  englisch: 'en',
  anglais: 'en',
  german: 'de',
  deutsch: 'de',
  ger: 'de',
  french: 'fr',
  français: 'fr',
  französisch: 'fr',
  fre: 'fr',
  spanish: 'es',
  español: 'es',
  dutch: 'nl',
  nederlands: 'nl',
  dut: 'nl',
  italian: 'it',
  italiano: 'it',
  portuguese: 'pt',
  português: 'pt',
};

/** BCP 47's primary language of `de`, `de_AT`, `de-formal`, `deu` and `German`; other words are not languages. */
export function languageOf(text: string | undefined): string | undefined {
  const name = text?.trim().toLowerCase() ?? '';
  const named = Object.hasOwn(NAMES, name) ? NAMES[name] : undefined;
  const code = named ?? /^([a-z]{2,3})(?:[-_].*)?$/.exec(name)?.[1];
  return code === undefined ? undefined : new Intl.Locale(code).language;
}
