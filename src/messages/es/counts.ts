import { listIn, pluralIn } from '../intl.ts';

export const plural = pluralIn('es');

export const list = listIn('es');

export function talks(count: number): string {
  return `${count} ${plural(count, 'charla', 'charlas')}`;
}

/** Lo que se añade a una lista demasiado larga. */
export function more(count: number): string {
  return `y ${count} más`;
}
