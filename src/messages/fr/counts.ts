import { listIn, pluralIn } from '../intl.ts';

/** Zéro est au singulier : Intl.PluralRules le sait. */
export const plural = pluralIn('fr');

export const list = listIn('fr');

export function talks(count: number): string {
  return `${count} ${plural(count, 'présentation', 'présentations')}`;
}

/** Ce qui s’ajoute à une liste trop longue. */
export function more(count: number): string {
  return `et ${count} ${plural(count, 'autre', 'autres')}`;
}
