import type { Counted } from '../../../adapters/slack/connection/counted.ts';
import { createSlack, type SlackOptions } from '../../../adapters/slack/platform.ts';
import type { Workspaces } from '../../../adapters/slack/workspaces/workspaces.ts';
import { systemClock } from '../../../src/clock.ts';
import { type Log, silentLog } from '../../../src/log.ts';
import type { CommandSpec } from '../../../src/platform/commandSpec.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import type { Programmes } from '../../../src/programme/programme.ts';
import type { Slack } from '../../servers/slack/server.ts';

export interface AdapterOptions extends Partial<SlackOptions> {
  readonly hallway: Hallway;
}

const NOWHERE: Pick<Programmes, 'of'> = { of: () => Promise.reject(new Error('Not asked here.')) };

/** Commands as the core's, each with one option that takes the line. */
export function spec(name: string, access: CommandSpec['access'] = 'everyone'): CommandSpec {
  return {
    name,
    access,
    options: [{ name: 'query', kind: 'talk', required: false, rest: true }],
    subcommands: [],
  };
}

export function rememberedWorkspaces(): Workspaces & { readonly erased: string[] } {
  const erased: string[] = [];
  return {
    erased,
    erase: async (team) => void erased.push(team),
  };
}

/** What counts once, for one process. */
export function remembered(): Counted {
  const counted = new Map<string, number>();
  return {
    isFirst: async (key, now, until) => {
      if ((counted.get(key) ?? now) > now) return false;
      counted.set(key, until);
      return true;
    },
  };
}

/** The adapter over Socket Mode, with a core of the test's own behind it. */
export async function adapterOn(
  slack: Slack,
  { hallway, ...options }: AdapterOptions,
): Promise<Platform> {
  const log: Log = silentLog;
  const platform = createSlack({
    installed: { kind: 'token', botToken: slack.botToken },
    transport: { kind: 'socket', appToken: slack.appToken },
    apiUrl: slack.apiUrl,
    commandPrefix: '',
    commands: ['talk', 'now', 'next', 'mytalks'].map((name) => spec(name)),
    programmes: NOWHERE,
    workspaces: rememberedWorkspaces(),
    namedRoles: { of: async () => [] },
    counted: remembered(),
    isFirstWelcome: async () => false,
    clock: systemClock,
    log,
    ...options,
  });
  await platform.start(hallway);
  return platform;
}
