import { languageOf, lineOf } from '../reading/line.ts';
import type { Conference, Translation } from '../schedule.ts';

/** Of each name and language the first, in an order of their own. */
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
  const sorted = [...once].sort(([a], [b]) => (a < b ? -1 : 1));
  return once.size === 0 ? {} : { translations: sorted.map(([, translation]) => translation) };
}
