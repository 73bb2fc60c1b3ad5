import { languageOf, lineOf } from '../reading/line.ts';
import type { Conference, Translation } from '../schedule.ts';

/** Those that say something else than the name itself, of each name and language the first. */
export function translationsOf(
  found: readonly Translation[] = [],
): Pick<Conference, 'translations'> {
  const once = new Map<string, Translation>();
  for (const { text: written, language: code, translated: other } of found) {
    const [text, language, translated] = [lineOf(written), languageOf(code), lineOf(other)];
    if (text === undefined || language === undefined || translated === undefined) continue;
    const key = JSON.stringify([text, language]);
    if (!once.has(key)) once.set(key, { text, language, translated });
  }
  return once.size === 0 ? {} : { translations: [...once.values()] };
}
