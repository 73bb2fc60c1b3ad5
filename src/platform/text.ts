import { visible } from '../schedule/naming/slug.ts';

/** Rules for untrusted text that hold on every platform, whatever its markup is. */

/** Text without invisible letters and control characters; line breaks and tabs stay, markup is not escaped. */
export function plain(text: string): string {
  return visible(text.toWellFormed())
    .replace(/[\u2028\u2029]/gu, '\n')
    .replace(/[\p{Cc}--[\n\t]]/gv, ' ');
}

/** {@link plain} text for a label, which has no second line. */
export function oneLine(text: string): string {
  return plain(text).replace(/\s+/gu, ' ').trim();
}

/** `text` in at most `limit` UTF-16 units, the end marked where it was cut; never half a surrogate pair. */
export function cut(text: string, limit: number): string {
  if (text.length <= limit) return text;
  if (limit < 1) return '';
  const kept = text.slice(0, limit - 1);
  return `${kept.replace(/[\uD800-\uDBFF]$/u, '').trimEnd()}…`;
}

/**
 * The address as a link may carry it, in which no quotation mark, blank or angle bracket is left;
 * undefined for anything but the web's, and for what is longer than `longest`.
 */
export function webAddress(url: string, longest: number): string | undefined {
  const { protocol, href = '' } = URL.parse(url) ?? {};
  const isWeb = protocol === 'https:' || protocol === 'http:';
  return isWeb && href.length <= longest ? href : undefined;
}
