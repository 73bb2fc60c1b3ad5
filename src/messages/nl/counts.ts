import { listIn, pluralIn } from '../intl.ts';

export const plural = pluralIn('nl');

export const list = listIn('nl');

export function talks(count: number): string {
  return `${count} ${plural(count, 'lezing', 'lezingen')}`;
}

/** Wat bij een te lange lijst komt. */
export function more(count: number): string {
  return plural(count, 'en nog 1', `en nog ${count}`);
}
