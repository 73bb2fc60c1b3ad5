import type { Conference } from '../schedule.ts';

type Translated = Pick<Conference, 'translations'>;

/** The name in that language, where the source has it, or else the name itself. */
export function nameIn(name: string, language: string, { translations }: Translated): string {
  const found = translations?.find((one) => one.text === name && one.language === language);
  return found?.translated ?? name;
}

/** What else that is called, in whatever language: people ask by the name that they read. */
export function otherNames({ translations }: Translated): (name: string) => readonly string[] {
  const byName = Map.groupBy(translations ?? [], ({ text }) => text);
  return (name) => byName.get(name)?.map(({ translated }) => translated) ?? [];
}
