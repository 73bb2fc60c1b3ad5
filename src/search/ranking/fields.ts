import type { Talk } from '../../schedule/schedule.ts';
import { plainAbstract } from './plainAbstract.ts';

/** Where words of a talk stand, best first; also the order of their words in the index. */
export const FIELDS = ['title', 'subtitle', 'speakers', 'track', 'room', 'abstract'] as const;
export type Field = (typeof FIELDS)[number];

export function fieldText(talk: Talk, field: Field): string {
  switch (field) {
    case 'title':
    case 'subtitle':
    case 'track':
    case 'room':
      return talk[field] ?? '';
    case 'speakers':
      return talk.speakers.map(({ name }) => name).join(', ');
    case 'abstract':
      return plainAbstract(talk.abstract);
  }
}
