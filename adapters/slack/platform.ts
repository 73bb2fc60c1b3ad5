import { App, type Receiver } from '@slack/bolt';
import type { Clock } from '../../src/clock.ts';
import type { CommandSpec } from '../../src/commands/command.ts';
import { PlatformError } from '../../src/errors.ts';
import type { Log } from '../../src/log.ts';
import type { Platform } from '../../src/platform.ts';
import { type Installations, singleInstallation } from './access.ts';
import { boltLog } from './boltLog.ts';
import { createChannelInspector } from './channels.ts';
import { type ApiParts, answeringOptions, createSendingClients } from './clients.ts';
import { createHttpTransport } from './http.ts';
import { PLATFORM } from './identity.ts';
import { type Listener, listen } from './listen.ts';
import { createMessenger } from './messenger.ts';
import { createPeople } from './people.ts';
import { createSocketTransport, type Transport } from './socket.ts';

export interface SlackOptions {
  readonly botToken: string;
  readonly transport:
    | { readonly kind: 'socket'; readonly appToken: string }
    | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };
  /** Where Slack's Web API is, when not at Slack. */
  readonly apiUrl?: string | undefined;
  /** What precedes the names of slash commands: `fosdem-` for `/fosdem-talk`. */
  readonly commandPrefix: string;
  readonly commands: readonly CommandSpec[];
  readonly clock: Clock;
  readonly log: Log;
}

/** Hallway in a Slack workspace. */
export function createSlack(options: SlackOptions): Platform {
  const { clock, log, apiUrl, commands, commandPrefix: prefix } = options;
  const api: ApiParts = { apiUrl, log };
  const installations = singleInstallation(options.botToken, api);
  const transport = transportOf(options, api);
  const clients = createSendingClients(installations, api);
  const stopping = new AbortController();
  let listener: Listener | undefined;

  return {
    name: PLATFORM,
    messenger: createMessenger(clients, clock),
    channels: createChannelInspector(clients, clock),
    isReady: () => !stopping.signal.aborted && transport.isReady(),
    async start(hallway) {
      const app = createBoltApp(transport.receiver, installations, api);
      const people = createPeople(clock);
      listener = listen(app, { hallway, commands, prefix, people, log });
      await installations.open(stopping.signal);
      await transport.start(stopping.signal);
      if (!stopping.signal.aborted)
        log.info({ transport: options.transport.kind }, 'Slack can reach Hallway');
    },
    async stop() {
      stopping.abort();
      await transport.stop();
      await listener?.settled();
    },
  };
}

function transportOf({ transport, log }: SlackOptions, api: ApiParts): Transport {
  return transport.kind === 'socket'
    ? createSocketTransport(transport.appToken, api)
    : createHttpTransport({ ...transport, log });
}

function createBoltApp(receiver: Receiver, installations: Installations, api: ApiParts): App {
  return new App({
    receiver,
    authorize: async ({ teamId = '' }) => {
      const access = await installations.accessTo(teamId);
      if (access === undefined) {
        throw new PlatformError('community-gone', 'permanent', `Not installed in ${teamId}.`);
      }
      return { ...access, teamId };
    },
    clientOptions: answeringOptions(api),
    logger: boltLog(api.log),
    convoStore: false,
  });
}
