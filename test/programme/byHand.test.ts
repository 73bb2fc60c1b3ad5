import { describe, expect, it } from 'vitest';
import { afterAct, contradictionsOf, settled, type TalkAct } from '../../src/programme/byHand.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { roomSlug } from '../support/names.ts';

const TEN = Date.UTC(2020, 1, 1, 10);
const ELEVEN = TEN + 3_600_000;
const NOON = ELEVEN + 3_600_000;
const pods = talkAt('1', TEN, { title: 'Pods' });
const nodes = talkAt('2', TEN, { title: 'Nodes', room: 'B' });
const MOVE = { kind: 'move', start: ELEVEN } as const;
const CANCEL = { kind: 'cancel' } as const;
const RENAME = { kind: 'rename', title: 'Peas' } as const;

function saying(changed: Partial<Talk>): { readonly talk: Talk; readonly conference: Conference } {
  const talk = { ...pods, ...changed };
  return { talk, conference: conferenceOf([talk, nodes]) };
}

/** What organisers did, one after the other, and then what the source says, version by version. */
function contradicted(acts: readonly TalkAct[], versions: readonly Partial<Talk>[]) {
  const first = saying({});
  let own = acts.reduce(
    (earlier: ReturnType<typeof afterAct>, act) =>
      afterAct(act, earlier, first.talk, first.conference, TEN),
    undefined,
  );
  let fields: readonly string[] = [];
  for (const version of versions) {
    const { talk, conference } = saying(version);
    own = own && settled(own, talk, conference);
    fields = own === undefined ? [] : contradictionsOf(own, talk, conference);
  }
  return fields;
}

describe('what organisers did is contradicted', () => {
  it.each<readonly [string, readonly TalkAct[], readonly Partial<Talk>[], readonly string[]]>([
    ['by another time than theirs', [MOVE], [{ start: NOON }], ['start']],
    ['by another room, where they moved it', [MOVE], [{ room: 'B' }], ['room']],
    ['where the source cancels what they moved', [MOVE], [{ status: 'canceled' }], ['status']],
    ['where the source moves what they canceled', [CANCEL], [{ start: NOON }], ['start']],
    ['by another title than theirs', [RENAME], [{ title: 'Beans' }], ['title']],
    [
      'by the room alone, where the source agrees on the time',
      [{ ...MOVE, room: roomSlug('b') }],
      [{ start: ELEVEN }, { start: ELEVEN, room: 'C' }],
      ['room'],
    ],
    ['not by what was said before', [MOVE], [{}], []],
    ['not by what they say themselves', [MOVE], [{ start: ELEVEN }], []],
    ['not any more, once the source agrees', [MOVE], [{ start: NOON }, { start: ELEVEN }], []],
    ['not by half of it', [{ ...MOVE, room: roomSlug('b') }], [{ start: ELEVEN }], []],
    ['not by what they left alone', [RENAME], [{ start: NOON, status: 'canceled' }], []],
    ['not by a new title of what they moved', [MOVE], [{ title: 'Beans' }], []],
  ])('%s', (_, acts, versions, fields) => {
    expect(contradicted(acts, versions)).toEqual(fields);
  });
});
