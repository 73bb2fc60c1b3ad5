import type { TermId } from '../../language/terms.ts';
import { FIELDS, type Field, type WrittenField } from './fields.ts';

/** The terms of a talk's fields, one after the other. */
export interface TermSequence {
  readonly terms: Uint32Array;
  /** Where each field ends, in the order of {@link FIELDS}. */
  readonly ends: readonly number[];
}

/** `append` adds a field's terms to those of the fields before. */
export function termSequence(
  fields: readonly WrittenField[],
  append: (field: WrittenField, into: TermId[]) => void,
): TermSequence {
  const terms: TermId[] = [];
  const ends = fields.map((field) => {
    append(field, terms);
    return terms.length;
  });
  return { terms: new Uint32Array(terms), ends };
}

export function termsIn({ terms, ends }: TermSequence, field: Field): Uint32Array {
  const at = FIELDS.indexOf(field);
  return terms.subarray(at === 0 ? 0 : ends[at - 1], ends[at]);
}
