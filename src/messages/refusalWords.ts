import type { Refusal, RefusalFacts, RefusalKind, Refused } from '../schedule/refusal.ts';

/** A sentence for each refusal, with what to do where something can be done. */
export type RefusalWords = {
  readonly [K in RefusalKind]: (...facts: RefusalFacts[K]) => string;
};

/** The words of one language, as its catalogue has them. */
interface Words {
  readonly refusals: RefusalWords;
  readonly at: (sentence: string, path: string) => string;
}

export function refusalWords(
  { refusal, path }: Refused,
  { schedule }: { readonly schedule: Words },
): string {
  const sentence = worded(refusal, schedule.refusals);
  return path === '' ? sentence : schedule.at(sentence, path);
}

function worded<K extends RefusalKind>({ kind, facts }: Refusal<K>, words: RefusalWords): string {
  return words[kind](...facts);
}

/** For sizes in the sentences. */
export function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(bytes % 2 ** 20 === 0 ? 0 : 1);
}
