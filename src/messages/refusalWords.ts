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

/** What a schedule may have too many of. */
export type Counted = 'talks' | 'lines' | 'elements' | 'values' | 'entries' | 'characters';

/** What is told of each way in which a schedule cannot be had or read; `messages/` has the sentences. */
export interface RefusalFacts {
  readonly tooLarge: readonly [bytes: number, limit: number];
  readonly empty: readonly [];
  readonly notText: readonly [];
  readonly unknownEncoding: readonly [label: string];
  readonly webPage: readonly [];
  /** `asked` lists addresses. */
  readonly pageWithoutSchedule: readonly [asked: string];
  readonly unknownFormat: readonly [];
  readonly otherXml: readonly [root: string];
  readonly otherJson: readonly [];
  readonly onlyPeople: readonly [];
  readonly otherCsv: readonly [];
  readonly brokenXml: readonly [reason: string];
  readonly brokenJson: readonly [reason: string];
  readonly brokenIcs: readonly [reason: string];
  readonly brokenCsv: readonly [reason: string];
  readonly declarations: readonly [];
  readonly tooDeep: readonly [limit: number];
  /** Entries are speakers, links, answers, days, rooms, tracks, breaks and translations. */
  readonly tooMany: readonly [what: Counted, limit: number];
  readonly tooCostly: readonly [seconds: number, megabytes: number];
  readonly noTalks: readonly [];
  readonly noneScheduled: readonly [];
  readonly zoneNeeded: readonly [];
  readonly zoneInvalid: readonly [name: string];
  readonly shape: readonly [expected: string];

  readonly noSuchFile: readonly [];
  readonly notAFile: readonly [];
  readonly forbiddenFile: readonly [];
  readonly notHttps: readonly [address: string];
  readonly withPassword: readonly [];
  readonly privateAddress: readonly [host: string];
  readonly badStatus: readonly [status: number];
  readonly notPublic: readonly [status: number];
  readonly redirectNowhere: readonly [status: number];
  readonly badRedirect: readonly [location: string];
  readonly tooManyRedirects: readonly [most: number];
  readonly tooSlow: readonly [seconds: number];
  readonly unreachable: readonly [address: string, reason: string];
  readonly nothingSent: readonly [];

  readonly underWay: readonly [];
  readonly queueFull: readonly [waiting: number];
  readonly communityFull: readonly [most: number];
  readonly full: readonly [most: number];
}

export type RefusalKind = keyof RefusalFacts;

export type Refusal<K extends RefusalKind = RefusalKind> = {
  readonly [P in K]: { readonly kind: P; readonly facts: RefusalFacts[P] };
}[K];

/** A refusal and where in the document it is about. */
export interface Refused {
  readonly refusal: Refusal;
  /** Points into the document (`schedule.conference.days[0]`); empty for the whole. */
  readonly path: string;
}
