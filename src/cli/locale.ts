const LANGUAGE = /^[a-z]{2,3}(?![a-z])[^.@]*/i;

/** The terminal's language as a BCP 47 tag, from the variables of POSIX; `C` and `POSIX` are none. */
export function localeOf(environment: Readonly<Record<string, string | undefined>>): string {
  const { LC_ALL, LC_MESSAGES, LANG } = environment;
  const [language = 'en'] = LANGUAGE.exec(LC_ALL || LC_MESSAGES || LANG || '') ?? [];
  return language.replace('_', '-');
}
