import type { Source } from './source.ts';
import type { Validators } from './versions.ts';

export type Fetched =
  /** `fingerprint` is of the bytes. */
  | {
      readonly kind: 'fresh';
      readonly bytes: Uint8Array;
      readonly fingerprint: string;
      readonly validators: Validators;
    }
  | { readonly kind: 'unchanged' };

export interface Feed {
  /**
   * Asks the source for its bytes, unless they are those that `known` belongs to. Bounded in size,
   * time and redirects; throws a `ScheduleFormatError` whose message says what is wrong.
   */
  fetch(source: Source, known: Validators): Promise<Fetched>;
}
