import { type Json, lengthOf } from '../json.ts';
import { type Complaint, within } from './complaint.ts';

/** What Discord requires of the answer to an autocomplete. */
export function checkChoices(choices: readonly Json[]): readonly Complaint[] {
  return [
    ...within(choices.length, [0, 25], ['choices']),
    ...choices.flatMap(({ name, value }, index) => [
      ...within(lengthOf(name), [1, 100], ['choices', index, 'name']),
      ...(typeof value === 'string'
        ? within(lengthOf(value), [1, 100], ['choices', index, 'value'])
        : []),
    ]),
  ];
}
