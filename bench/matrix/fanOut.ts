import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInstalled, NOT_INSTALLED } from '../../test/servers/synapse/installed.ts';
import { startSynapse } from '../../test/servers/synapse/server.ts';
import { median, type Verdict } from '../verdict.ts';
import { type Arrived, countArrivals } from './arrivals.ts';
import { dueTogether } from './dueTogether.ts';
import { type Prepared, prepareMembers } from './members.ts';
import { sendBare } from './sendBare.ts';

const PROMISED_SHARE = 0.9;
/**
 * How quick a homeserver is changes while it is measured, by more than what is promised: both have a turn
 * in the same rooms, again and again and either one first as often, and what counts is the middle.
 */
const ROUNDS = 4;
/** How many messages a bare client may have under way: what is best is found out. */
const BARE_AT_ONCE = [4, 8, 16];

/**
 * That many reminders on a real homeserver that limits nobody: how many a second it takes of those due
 * together, against what it takes of a client that does nothing but send.
 */
export async function benchFanOut(reminders: number): Promise<readonly Verdict[]> {
  if (!isInstalled()) {
    console.log(NOT_INSTALLED);
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const synapse = await startSynapse();
  try {
    const prepared = await prepareMembers(synapse, reminders);
    const databaseUrl = `sqlite:${join(folder, 'hallway.sqlite')}`;
    return [verdict(reminders, await measure(synapse.url, databaseUrl, prepared))];
  } finally {
    await synapse.stop();
    await rm(folder, { recursive: true });
  }
}

interface Round {
  readonly ours: Arrived;
  readonly theirs: Arrived;
}

async function measure(
  url: string,
  databaseUrl: string,
  { client, token, members, rooms }: Prepared,
): Promise<readonly Round[]> {
  const remind = await dueTogether({ url, token, databaseUrl }, members, ROUNDS);
  const arrivals = await countArrivals(client);
  const bare = (some: readonly string[], atOnce: number) =>
    arrivals(some, () => sendBare(client, some, atOnce));
  const atOnce = await bestOf(rooms, bare);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = () => arrivals(rooms, () => remind(round));
    const theirs = () => bare(rooms, atOnce);
    rounds.push(
      round % 2 === 0
        ? { theirs: await theirs(), ours: await ours() }
        : { ours: await ours(), theirs: await theirs() },
    );
  }
  return rounds;
}

/** Each tries a part of the rooms, so that every room has heard something: the first message takes longer. */
async function bestOf(
  rooms: readonly string[],
  bare: (some: readonly string[], atOnce: number) => Promise<Arrived>,
): Promise<number> {
  const rates = new Map<number, number>();
  for (const [index, atOnce] of BARE_AT_ONCE.entries()) {
    const some = rooms.filter((_, room) => room % BARE_AT_ONCE.length === index);
    rates.set(atOnce, (await bare(some, atOnce)).rate);
  }
  const [best] = [...rates].toSorted(([, one], [, other]) => other - one);
  return best?.[0] ?? 1;
}

function verdict(count: number, rounds: readonly Round[]): Verdict {
  const shareOf = rounds.map(({ ours, theirs }) => ours.rate / theirs.rate);
  const share = median(shareOf);
  const arrived = rounds.map(({ ours }) => ours.count).join(', ');
  const words = rounds.map(
    ({ ours, theirs }) => `${ours.rate.toFixed(1)} of ${theirs.rate.toFixed(1)}`,
  );
  return {
    promise: `${count} reminders on a real homeserver at ${PROMISED_SHARE * 100} % of what it takes from a bare client, or more, each once`,
    measured: `${(share * 100).toFixed(1)} % in the middle of ${ROUNDS} rounds (a second: ${words.join(', ')}); ${arrived} arrived`,
    isKept: share >= PROMISED_SHARE && rounds.every(({ ours }) => ours.count === count),
  };
}
