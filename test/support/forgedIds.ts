import { type Deed, encodeAction } from '../../src/cards/actions/action.ts';
import { readDigest } from '../../src/schedule/refusedVersions.ts';
import { keyOf } from './names.ts';

const DEEDS: readonly Deed[] = [
  { kind: 'accept', digest: readDigest('') },
  { kind: 'drop' },
  { kind: 'use', address: 'http://127.0.0.1/', as: 'replace' },
  { kind: 'exportInterest' },
];

/** What organisers' buttons do that no story comes by, as somebody might make them up from an id of that conference. */
export function forgedIds(known: string): readonly string[] {
  const conference = known.split(':')[1] ?? '';
  return DEEDS.map((deed) => {
    const [version, , ...rest] = encodeAction({ conference: keyOf('any'), deed }).split(':');
    return [version, conference, ...rest].join(':');
  });
}

/** By which they are told from other ids. */
export const FORGED_DEEDS = DEEDS.map(({ kind }) => kind);
