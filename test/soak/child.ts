/** The program as it runs, but for a platform in another process and a wish to die at a given moment. */
import { hash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { agendaStores } from '../../adapters/storage/agendaLedger.ts';
import { createCommunities } from '../../adapters/storage/communities.ts';
import { type Database, openDatabase } from '../../adapters/storage/database.ts';
import { createLaneLeases } from '../../adapters/storage/laneLeases.ts';
import { createLedger } from '../../adapters/storage/ledger.ts';
import { createOutbox } from '../../adapters/storage/outbox.ts';
import { createOutboxQueue } from '../../adapters/storage/outboxQueue.ts';
import { createReach } from '../../adapters/storage/reach.ts';
import { createSubscriptions } from '../../adapters/storage/subscriptions.ts';
import { createVersions } from '../../adapters/storage/versions.ts';
import type { Ledger } from '../../src/announcements/ledger.ts';
import type { OutboxQueue } from '../../src/announcements/outbox.ts';
import { createAnnouncing } from '../../src/announcing.ts';
import type { Clock } from '../../src/clock.ts';
import { silentLog } from '../../src/log.ts';
import type { Dispatch, Messenger } from '../../src/platform.ts';
import type { Feed } from '../../src/schedule/feed.ts';
import type { Moment, Orders } from './orders.ts';

const began = performance.now();
const orders: Orders = JSON.parse(process.argv[2] ?? '');
const meetings = new Map<Moment, number>();
const log = {
  ...silentLog,
  error: (facts: Readonly<Record<string, unknown>>, message: string) =>
    console.error(message, facts),
};

function meet(moment: Moment): void {
  const count = (meetings.get(moment) ?? 0) + 1;
  meetings.set(moment, count);
  const { death } = orders;
  if (death?.moment === moment && death.after === count) process.kill(process.pid, 'SIGKILL');
}

const clock: Clock = {
  now: () => Math.floor(orders.from + (performance.now() - began) * orders.speed),
  sleep: async (durationMs, signal) => {
    await pause(durationMs / orders.speed, undefined, signal === undefined ? {} : { signal }).catch(
      () => undefined,
    );
  },
};

const database = await openDatabase(orders.databaseUrl, log);
const announcing = createAnnouncing({
  ...storesOf(database),
  feed: feed(),
  defaultSource: { key: 'soak', address: `${orders.recorderUrl}/schedule`, trust: 'operator' },
  // Asked at every turn.
  refreshMinutes: 0,
  messengers: new Map([['chat', messenger()]]),
  clock,
  // The pace of a clock that runs as fast as the machine's, on one that runs faster: short leases.
  speed: 1,
  log,
  owner: crypto.randomUUID(),
  random: Math.random,
});
await announcing.programmes.of(undefined);
const stop = new AbortController();
process.on('SIGTERM', () => stop.abort());
const sending = announcing.courier.run(stop.signal);
process.stdout.on('error', () => undefined);
process.stdout.write(`${clock.now()}\n`);
while (!stop.signal.aborted) {
  await announcing.turn();
  await pause(40);
}
await sending;
await database.close();

function storesOf(opened: Database) {
  const { kysely } = opened;
  const { members, stars } = agendaStores(kysely);
  return {
    ledger: deadlyLedger(createLedger(opened)),
    outbox: createOutbox(kysely),
    queue: deadlyQueue(createOutboxQueue(opened)),
    leases: createLaneLeases(kysely),
    versions: createVersions(kysely, opened.dialect),
    communities: createCommunities(kysely),
    subscriptions: createSubscriptions(kysely),
    members,
    stars,
    reach: createReach(kysely),
  };
}

function deadlyLedger(ledger: Ledger): Ledger {
  return {
    transaction: (work) =>
      ledger.transaction(async (stores) => {
        const { keep } = stores.versions;
        const { move } = stores.watermark;
        return await work({
          ...stores,
          versions: {
            ...stores.versions,
            keep: async (version) => {
              await keep(version);
              meet('inside a takeover');
            },
          },
          watermark: {
            ...stores.watermark,
            move: async (to) => {
              meet('inside the tick');
              await move(to);
            },
          },
        });
      }),
  };
}

function deadlyQueue(queue: OutboxQueue): OutboxQueue {
  return {
    ...queue,
    claim: async (request) => {
      const claims = await queue.claim(request);
      if (claims.length > 0) meet('after claiming');
      return claims;
    },
    settle: async (claim, settlement, at) => {
      meet('before settling');
      const settled = await queue.settle(claim, settlement, at);
      meet('after settling');
      return settled;
    },
  };
}

function messenger(): Messenger {
  return {
    lane: () => 'chat',
    send: async (dispatch, signal) => {
      meet('before sending');
      const { id } = await ask('/messages', signal, {
        method: 'POST',
        body: JSON.stringify({ key: dispatch.attemptKey, lines: linesOf(dispatch) }),
      });
      meet('after sending');
      return id ?? '';
    },
    edit: async () => undefined,
    fate: async ({ attemptKey }, _triedAt, signal) => {
      const { id } = await ask(`/messages?key=${attemptKey}`, signal);
      return id === null ? { kind: 'resend' } : { kind: 'arrived', messageId: id };
    },
  };
}

async function ask(
  path: string,
  signal: AbortSignal,
  init: RequestInit = {},
): Promise<{ readonly id: string | null }> {
  const response = await fetch(`${orders.recorderUrl}${path}`, { ...init, signal });
  const answer: { readonly id: string | null } = JSON.parse(await response.text());
  return answer;
}

/** One line a talk; live lists are edited and no news. */
function linesOf({ target, card }: Dispatch): readonly string[] {
  const whom = target.kind === 'channel' ? target.channel : target.member;
  if (card.kind === 'agenda') return [];
  return card.blocks.flatMap((block) =>
    block.kind === 'row'
      ? [`${whom} ${card.kind} ${block.title.replace(/^.*Later/, 'Later')}`]
      : [],
  );
}

function feed(): Feed {
  return {
    fetch: async ({ address }) => {
      const bytes = await (await fetch(address)).bytes();
      return { kind: 'fresh', bytes, fingerprint: hash('sha256', bytes), validators: {} };
    },
  };
}
