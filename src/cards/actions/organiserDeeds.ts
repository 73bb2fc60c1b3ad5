import { type Digest, readDigest } from '../../schedule/refusedVersions.ts';

/**
 * Of what organisers say to many: asks for its text (`write`), or takes it (`text`, a sent form); sends
 * what was looked at, which `edition` tells; stops it, or takes it back; or looks how far it has come.
 */
export interface SayDeed {
  readonly kind: 'say';
  readonly act: SayAct;
  readonly say: string;
  readonly edition: number;
}

const SAY_ACTS = ['write', 'text', 'send', 'stop', 'remove', 'look'] as const;
export type SayAct = (typeof SAY_ACTS)[number];

/** The deed of an id's words; undefined for words that are none. */
function sayDeed([typed = '', say = '', edition = '']: readonly string[]): SayDeed | undefined {
  const act = SAY_ACTS.find((one) => one === typed);
  if (act === undefined || say === '' || !/^\d{1,6}$/.test(edition)) return undefined;
  return { kind: 'say', act, say, edition: Number(edition) };
}

/** Has each channel of a group hear of its room, as it was shown: by the digest of that. */
export interface GroupDeed {
  readonly kind: 'announceGroup';
  readonly channel: string;
  /** In minutes. */
  readonly lead: number;
  readonly digest: string;
}

function groupDeed([channel = '', lead = '', digest = '']: readonly string[]):
  | GroupDeed
  | undefined {
  if (channel === '' || digest === '' || !/^\d{1,3}$/.test(lead)) return undefined;
  return { kind: 'announceGroup', channel, lead: Number(lead), digest };
}

/** Takes the version over that was not believed, and that was looked at. */
export interface AcceptDeed {
  readonly kind: 'accept';
  readonly digest: Digest;
}

/** What becomes of the main conference that a community has already. */
export const USE_AS = ['replace', 'add'] as const;
export type UseAs = (typeof USE_AS)[number];

/** Makes the schedule at that https address the community's, as `/conference use` does; without `as`, that is asked. */
export interface UseDeed {
  readonly kind: 'use';
  readonly address: string;
  readonly zone?: string;
  readonly name?: string;
  /** Where it says how rooms stand: an `https` address, or `none`. */
  readonly rooms?: string;
  readonly as?: UseAs;
}

export function useWords({ kind, address, zone = '', name = '', rooms = '', as }: UseDeed) {
  return [kind, address.replace(/^https:\/\//, ''), zone, name, rooms, as ?? ''];
}

/** The inverse of {@link useWords}, of what follows the kind. */
export function useDeed(
  place: string,
  [zone = '', name = '', rooms = '', how = '']: readonly string[],
): UseDeed {
  const as = USE_AS.find((one) => one === how);
  return {
    kind: 'use',
    address: `https://${place}`,
    ...(zone === '' ? {} : { zone }),
    ...(name === '' ? {} : { name }),
    ...(rooms === '' ? {} : { rooms }),
    ...(as === undefined ? {} : { as }),
  };
}

/** The deed of an id's words behind its kind; undefined for words that are none. */
export function organiserDeed(
  kind: (AcceptDeed | SayDeed | GroupDeed)['kind'],
  words: readonly string[],
): AcceptDeed | SayDeed | GroupDeed | undefined {
  const [first = ''] = words;
  switch (kind) {
    case 'accept':
      return first === '' ? undefined : { kind, digest: readDigest(first) };
    case 'say':
      return sayDeed(words);
    case 'announceGroup':
      return groupDeed(words);
  }
}
