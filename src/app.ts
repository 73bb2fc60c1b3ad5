import { createAccounts } from './agenda/accounts.ts';
import { createAgenda } from './agenda/agenda.ts';
import type { AgendaLedger } from './agenda/ledger.ts';
import type { Random } from './agenda/random.ts';
import type { Subscriptions } from './announcements/subscription.ts';
import { type AnnouncingParts, createAnnouncing } from './announcing.ts';
import type { CommandSpec } from './commands/command.ts';
import { createSources } from './commands/conference/sources.ts';
import { createRepertoire } from './commands/list.ts';
import { createHallway } from './commands/router.ts';
import { createHousekeeping } from './housekeeping.ts';
import type { Messenger, Platform } from './platform.ts';
import type { Programmes } from './programme.ts';

export interface AppParts extends Omit<AnnouncingParts, 'messengers' | 'random' | 'subscriptions'> {
  readonly subscriptions: Subscriptions;
  readonly agendaLedger: AgendaLedger;
  readonly chance: Random & { fraction(): number };
  /** Days after a conference's last day for which its members' lists are kept. */
  readonly retentionDays: number;
  /** Makes the platforms, which are told what they can be asked. */
  platforms(commands: readonly CommandSpec[], programmes: Programmes): readonly Platform[];
  /** Begins to do `turn` every minute of the clock. */
  everyMinute(turn: () => Promise<void>): { stop(): Promise<void> };
}

export interface App {
  /** Resolves when every platform can be asked; rejects when the default schedule cannot be read. */
  start(): Promise<void>;
  /** Finishes what is under way. */
  stop(): Promise<void>;
}

/** Puts the core together; what it stands on is chosen by the composition root. */
export function createApp(parts: AppParts): App {
  const messengers = new Map<string, Messenger>();
  const announcing = createAnnouncing({ ...parts, messengers, random: parts.chance.fraction });
  const { programmes, courier } = announcing;
  const repertoire = createRepertoire(repertoireParts(parts, announcing, () => platforms));
  const hallway = createHallway({ context: contextOf(parts, programmes), repertoire });
  const platforms = parts.platforms(
    repertoire.commands.map(({ spec }) => spec),
    programmes,
  );
  for (const { name, messenger } of platforms) messengers.set(name, messenger);

  const keepHouse = createHousekeeping({ ...parts, ledger: parts.agendaLedger });
  const stopping = new AbortController();
  let sending: Promise<void> | undefined;
  let cron: { stop(): Promise<void> } | undefined;
  return {
    async start() {
      await announcing.keeper.open(parts.defaultSource);
      await Promise.all(platforms.map((platform) => platform.start(hallway)));
      sending = courier.run(stopping.signal);
      cron = parts.everyMinute(async () => {
        await announcing.turn();
        await keepHouse();
      });
    },
    async stop() {
      await cron?.stop();
      stopping.abort();
      await sending;
      await Promise.all(platforms.map((platform) => platform.stop()));
    },
  };
}

function contextOf({ clock, log, stars }: AppParts, programmes: Programmes) {
  return {
    clock,
    log,
    programmes,
    stars: {
      starredBy: async (...whose: Parameters<typeof stars.of>) =>
        new Set((await stars.of(...whose)).map(({ talk }) => talk)),
    },
  };
}

function repertoireParts(
  parts: AppParts,
  { keeper, announcer, laneOf, delayRoom }: ReturnType<typeof createAnnouncing>,
  platforms: () => readonly Platform[],
): Parameters<typeof createRepertoire>[0] {
  const agendaParts = { ledger: parts.agendaLedger, laneOf, random: parts.chance };
  return {
    members: parts.members,
    stars: parts.stars,
    agenda: createAgenda(agendaParts),
    accounts: createAccounts(agendaParts),
    communities: parts.communities,
    subscriptions: parts.subscriptions,
    channelsOf: (name) => platforms().find((platform) => platform.name === name)?.channels,
    sources: createSources({ ...parts, keeper }),
    delays: { set: (community, { key }, delay) => delayRoom(community, key, delay) },
    pulse: {
      lastTickAt: () => announcer.status().lastTickAt,
      lastSentAt: () => parts.outbox.lastSentAt(),
      counts: () => parts.outbox.counts(),
    },
  };
}
