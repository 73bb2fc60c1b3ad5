import type { Source } from './source.ts';
import type { Validators } from './versions.ts';

/** What came, and what tells it from others; `fingerprint` is of the bytes. */
export interface Body {
  readonly bytes: Uint8Array;
  readonly fingerprint: string;
  readonly validators: Validators;
}

export type Fetched = (Body & { readonly kind: 'fresh' }) | { readonly kind: 'unchanged' };

/** What is asked of one web address, once. */
export interface Request {
  readonly url: URL;
  /** Of whoever named the address; see {@link Source}. */
  readonly trust: Source['trust'];
  /** Media types; anything, unless told. */
  readonly accept?: string;
  /** For all of it; `pageMs` where what comes is a web page. */
  readonly within: { readonly ms: number; readonly pageMs: number };
}

/** `type` is the `Content-Type`, or nothing. */
export type Answer =
  | (Body & { readonly kind: 'document'; readonly type: string })
  | { readonly kind: 'redirect'; readonly to: URL };

export interface Feed {
  /**
   * Asks the source for its bytes, unless they are those that `known` belongs to. Bounded in size,
   * time and redirects; throws a `ScheduleFormatError` whose message says what is wrong.
   */
  fetch(source: Source, known: Validators): Promise<Fetched>;
  /** One request, guarded and bounded like those of {@link fetch}; a redirect is told and not followed. */
  ask(request: Request): Promise<Answer>;
}
