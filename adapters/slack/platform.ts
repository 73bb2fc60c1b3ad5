import { App, type Receiver } from '@slack/bolt';
import { type Clock, systemClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import type { CommandSpec } from '../../src/platform/commandSpec.ts';
import { createLiveAnswers } from '../../src/platform/liveAnswers.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { PlatformError } from '../../src/platform/refusal.ts';
import type { NamedRoles } from '../../src/programme/namedRoles.ts';
import type { Programmes } from '../../src/programme/programme.ts';
import { singleInstallation } from './connection/access.ts';
import { boltLog } from './connection/boltLog.ts';
import { type ApiParts, answeringOptions, createSendingClients } from './connection/clients.ts';
import type { Counted } from './connection/counted.ts';
import { createHttpTransport } from './connection/http.ts';
import type { Installations } from './connection/installations.ts';
import { createSocketTransport, type Transport } from './connection/socket.ts';
import { createHomes } from './home/homes.ts';
import { type Listener, listen } from './listen.ts';
import { createChannelInspector } from './sending/channels.ts';
import { createMessenger } from './sending/messenger.ts';
import { createDepartures } from './workspaces/departures.ts';
import { PLATFORM } from './workspaces/identity.ts';
import { type OAuthOptions, oauthInstallations, type Routes } from './workspaces/oauth.ts';
import { createPeople } from './workspaces/people.ts';
import type { Workspaces } from './workspaces/workspaces.ts';

export interface SlackOptions {
  /** One workspace by its bot token, or any number of them that install Hallway by themselves (HTTP only). */
  readonly installed:
    | { readonly kind: 'token'; readonly botToken: string }
    | ({ readonly kind: 'oauth' } & Omit<OAuthOptions, 'counted'>);
  readonly transport:
    | { readonly kind: 'socket'; readonly appToken: string }
    | {
        readonly kind: 'http';
        readonly signingSecret: string;
        /** Absent: every interface. */
        readonly host?: string | undefined;
        readonly port: number;
      };
  /** Where Slack's Web API is, when not at Slack. */
  readonly apiUrl?: string | undefined;
  /** What precedes the names of slash commands: `fosdem-` for `/fosdem-talk`. */
  readonly commandPrefix: string;
  readonly commands: readonly CommandSpec[];
  readonly programmes: Pick<Programmes, 'of'>;
  readonly workspaces: Workspaces;
  readonly namedRoles: Pick<NamedRoles, 'of'>;
  readonly counted: Counted;
  /** Whether the workspace is welcomed for the first time; from now on it has been. */
  readonly isFirstWelcome: (team: string) => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
}

/** Hallway in Slack's workspaces. */
export function createSlack(options: SlackOptions): Platform {
  const { log, apiUrl } = options;
  const api: ApiParts = { apiUrl, log };
  const { installations, routes } = installationsOf(options, api);
  const transport = transportOf(options, routes, api);
  const clients = createSendingClients(installations, api);
  const stopping = new AbortController();
  const { signal } = stopping;
  const live = createLiveAnswers(systemClock, log);
  let listener: Listener | undefined;

  return {
    name: PLATFORM,
    messenger: createMessenger(clients, systemClock),
    channels: createChannelInspector(clients),
    // Slack tells one process of each request, however many there are.
    readiness: () => (!signal.aborted && transport.isReady() ? 'ready' : 'away'),
    async start(hallway) {
      const app = createBoltApp(transport.receiver, installations, api);
      const people = createPeople(systemClock);
      const prefix = options.commandPrefix;
      const parts = { ...options, hallway, people, clients, prefix, dayClock: systemClock };
      const homes = createHomes(parts);
      const departures = createDepartures({ ...parts, installations, signal });
      listener = listen(app, { ...parts, homes, departures, live });
      await installations.open(signal);
      await transport.start(signal);
      if (signal.aborted) return;
      log.info({ transport: options.transport.kind }, 'Slack can reach Hallway');
      void homes.keepTrue(signal);
      void departures.look();
    },
    async stop() {
      stopping.abort();
      await transport.stop();
      await listener?.settled();
      await live.close();
    },
  };
}

function installationsOf({ installed, commandPrefix, counted }: SlackOptions, api: ApiParts) {
  if (installed.kind === 'token') {
    return { installations: singleInstallation(installed.botToken, api), routes: [] };
  }
  const installations = oauthInstallations({ ...installed, counted }, api, commandPrefix);
  return { installations, routes: installations.routes };
}

function transportOf(
  { transport, log }: SlackOptions,
  customRoutes: Routes,
  api: ApiParts,
): Transport {
  return transport.kind === 'socket'
    ? createSocketTransport(transport.appToken, api)
    : createHttpTransport({ ...transport, customRoutes, log });
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
    extendedErrorHandler: true,
  });
}
