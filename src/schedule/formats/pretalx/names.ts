import { z } from 'zod';
import type { Translation } from '../../schedule.ts';

/** One text in several languages, by language; where the source names none, by `und`. */
export type Names = Readonly<Record<string, string>>;

const LANGUAGE = /^[a-z]{2,3}(?:[-_][\w-]+)?$/i;

/** Text that pretalx has in one language or in several; what is no text is nothing. */
export const looseNames = z
  .union([
    z.string().transform((text): Names => ({ und: text })),
    z.record(z.string(), z.unknown()),
  ])
  .nullish()
  .catch(undefined)
  .transform((names): Names | undefined => {
    const told = Object.entries(names ?? {}).flatMap(([language, text]) => {
      const isTold = LANGUAGE.test(language) && typeof text === 'string' && text.trim() !== '';
      return isTold ? [[language, text.trim()] as const] : [];
    });
    return told.length === 0 ? undefined : Object.fromEntries(told);
  });

/** What somebody reads who is shown that language; in English, or in any, where it has none. */
export function textIn(names: Names | undefined, language: string): string | undefined {
  return names?.[language] ?? names?.['en'] ?? Object.values(names ?? {})[0];
}

/** The language in which most of these are called as they are elsewhere: the one that is written in. */
export function mainLanguage(names: readonly Names[], called: ReadonlySet<string>): string {
  const counts = new Map<string, number>();
  for (const [language, text] of names.flatMap((one) => Object.entries(one))) {
    if (called.has(text)) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const isEnglish = (language: string) => Number(language === 'en');
  const [first] = [...counts].toSorted(
    ([a, count], [b, other]) => other - count || isEnglish(b) - isEnglish(a),
  );
  return first?.[0] ?? 'en';
}

/** What those are in other languages than the one that is written in. */
export function translationsOf(names: readonly Names[], written: string): readonly Translation[] {
  return names.flatMap((one) => {
    const text = textIn(one, written);
    return Object.entries(one).flatMap(([language, translated]) =>
      text === undefined || translated === text ? [] : [{ text, language, translated }],
    );
  });
}
