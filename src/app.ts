import { createAccounts } from './agenda/accounts.ts';
import { createAgenda } from './agenda/agenda.ts';
import type { AgendaLedger } from './agenda/ledger.ts';
import type { Members } from './agenda/member.ts';
import type { Random } from './agenda/random.ts';
import type { Stars } from './agenda/star.ts';
import type { Clock } from './clock.ts';
import type { CommandSpec } from './commands/command.ts';
import { createRepertoire } from './commands/list.ts';
import type { Hallway } from './commands/request.ts';
import { createHallway } from './commands/router.ts';
import type { Log } from './log.ts';
import type { Platform, Target } from './platform.ts';
import type { Programmes } from './programme.ts';

export interface AppParts {
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  readonly programmes: Programmes;
  readonly ledger: AgendaLedger;
  readonly members: Pick<Members, 'find'>;
  readonly stars: Pick<Stars, 'of'>;
  /** Makes the platforms, which are told what they can be asked. */
  platforms(commands: readonly CommandSpec[]): readonly Platform[];
}

export interface App {
  readonly hallway: Hallway;
  readonly platforms: readonly Platform[];
  /** Resolves when every platform can be asked. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Puts the core together; what it stands on is chosen by the composition root. */
export function createApp(parts: AppParts): App {
  const { clock, log, programmes, members, stars } = parts;
  const laneOf = (target: Target) => messengerOf(target).lane(target);
  const agendaParts = { ledger: parts.ledger, laneOf, random: parts.random };
  const repertoire = createRepertoire({
    members,
    stars,
    agenda: createAgenda(agendaParts),
    accounts: createAccounts(agendaParts),
  });
  const starredBy: StarredBy = async (member, conference) =>
    new Set((await stars.of(member, conference)).map(({ talk }) => talk));
  const context = { clock, log, programmes, stars: { starredBy } };
  const hallway = createHallway({ context, repertoire });
  const platforms = parts.platforms(repertoire.commands.map(({ spec }) => spec));

  return {
    hallway,
    platforms,
    async start() {
      await Promise.all(platforms.map((platform) => platform.start(hallway)));
    },
    async stop() {
      await Promise.all(platforms.map((platform) => platform.stop()));
    },
  };

  function messengerOf({ platform }: Target) {
    const found = platforms.find(({ name }) => name === platform);
    if (found === undefined) throw new Error(`No platform named ${platform} is running`);
    return found.messenger;
  }
}

type StarredBy = (
  member: Parameters<Stars['of']>[0],
  conference: string,
) => Promise<ReadonlySet<string>>;
