import type { Instant } from '../../clock.ts';
import { INSTANT } from './numberWords.ts';
import { readRef, type ShortRef } from './reference.ts';

/** Has organisers' way with a talk, and those concerned told; without its title, a form's value is that. */
export type ChangeDeed = { readonly kind: 'changeTalk'; readonly talk: ShortRef } & (
  | { readonly act: 'cancel' | 'restore' }
  | { readonly act: 'move'; readonly start: Instant; readonly room?: ShortRef }
  | { readonly act: 'rename'; readonly title?: string }
);

/** What an action id says of it behind its act. */
export function changeWords(deed: ChangeDeed): readonly string[] {
  switch (deed.act) {
    case 'move':
      return [String(deed.start), deed.room ?? ''];
    case 'rename':
      return [deed.title ?? ''];
    case 'cancel':
    case 'restore':
      return [];
  }
}

/** The inverse, of the act and these words; undefined for words that were never written. */
export function changeDeed(
  talk: ShortRef,
  [act, first = '', second = '']: readonly string[],
): ChangeDeed | undefined {
  const kind = 'changeTalk';
  switch (act) {
    case 'cancel':
    case 'restore':
      return { kind, talk, act };
    case 'rename':
      return { kind, talk, act, ...(first === '' ? {} : { title: first }) };
    case 'move':
      return INSTANT.test(first)
        ? { kind, talk, act, start: Number(first), ...(second && { room: readRef(second) }) }
        : undefined;
    default:
      return undefined;
  }
}
