import { createChance, pick } from '../../test/crash/chance.ts';
import type { Chat, Deed } from '../chat.ts';
import type { BenchTalk } from './conference.ts';

const OTHER_KINDS = ['now', 'now', 'next', 'next', 'schedule', 'mytalks'] as const;

export interface Asking {
  /** Has somebody ask so many times more, in every chat alike; resolves when all are answered. */
  ask(times: number): Promise<void>;
  /** How often the first chat's client answered. */
  answered(): number;
}

/** What members ask: any of them, the same at every run. */
export function createAsking(
  chats: readonly Chat[],
  members: readonly string[],
  talks: readonly BenchTalk[],
): Asking {
  const chance = createChance(5);
  let answered = 0;
  const askOnce = async () => {
    const member = members[Math.floor(chance() * members.length)] ?? '';
    const deed = deedOf(chance, talks);
    const answers = await Promise.allSettled(chats.map((chat) => chat.ask(member, deed)));
    if (answers[0]?.status === 'fulfilled') answered += 1;
  };
  return {
    ask: async (times) => void (await Promise.all(Array.from({ length: times }, askOnce))),
    answered: () => answered,
  };
}

/** Two in five look for a talk, one in ten for one to star; the others ask for lists. */
function deedOf(chance: () => number, talks: readonly BenchTalk[]): Deed {
  const { title = '' } = talks[Math.floor(chance() * talks.length)] ?? {};
  const share = chance();
  if (share < 0.1) return { kind: 'star', title };
  if (share < 0.5) return { kind: 'talk', query: title.split(' ').slice(0, 2).join(' ') };
  return { kind: pick(chance, OTHER_KINDS) };
}
