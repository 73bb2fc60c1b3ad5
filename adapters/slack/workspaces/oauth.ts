import { hash, hkdfSync } from 'node:crypto';
import type { HTTPReceiverOptions } from '@slack/bolt';
import {
  type CallbackOptions,
  ClearStateStore,
  type Installation,
  type InstallationStore,
  InstallProvider,
  InvalidStateError,
  type StateStore,
} from '@slack/oauth';
import { MINUTE_MS, systemClock } from '../../../src/clock.ts';
import { ConfigError } from '../../../src/config/error.ts';
import { boltLog } from '../connection/boltLog.ts';
import { type ApiParts, answeringOptions } from '../connection/clients.ts';
import { type Counted, countedFor } from '../connection/counted.ts';
import type { Access, Installations } from '../connection/installations.ts';
import { SCOPES } from '../connection/scopes.ts';
import { INSTALL_PATH, installPages, showCanceled } from './installPages.ts';

export type Routes = NonNullable<HTTPReceiverOptions['customRoutes']>;

/** Where installations are kept, as text, tokens and all. */
export interface InstallationRecords {
  put(team: string, installation: string): Promise<void>;
  /** Changes nothing for a workspace that took Hallway out meanwhile. */
  renew(team: string, installation: string): Promise<void>;
  /** Throws when it was put with another key. */
  find(team: string): Promise<string | undefined>;
  teams(): Promise<readonly string[]>;
}

export interface OAuthOptions {
  readonly clientId: string;
  readonly clientSecret: string;
  /** 32 bytes; the state of an installation that began is signed with a key made from it. */
  readonly encryptionKey: Uint8Array;
  readonly records: InstallationRecords;
  readonly counted: Counted;
}

export interface OAuthInstallations extends Installations {
  /** "Add to Slack" at `/slack/install`, and where Slack sends people back to. */
  readonly routes: Routes;
}

/** Any number of workspaces, each installed by one of its people; tokens are renewed before they expire. */
export function oauthInstallations(
  options: OAuthOptions,
  api: ApiParts,
  commandPrefix = '',
): OAuthInstallations {
  const { clientId, clientSecret, records } = options;
  const stateStore = statesThatCountOnce(options);
  const providing = (keep: InstallationRecords['put']) =>
    new InstallProvider({
      clientId,
      clientSecret,
      stateStore,
      installationStore: storeOf(records, keep),
      clientOptions: answeringOptions(api),
      logger: boltLog(api.log),
    });
  const renewer = providing(records.renew);
  /** Those under way. */
  const renewing = new Map<string, Promise<Access | undefined>>();
  return {
    routes: routesOf(providing(records.put), installPages(commandPrefix)),
    teams: records.teams,
    open: () => refuseAnotherKey(records),
    // A refresh token works once, so that requests which arrive together must share it. Where another
    // process was first, the token is two hours from its end and good for them.
    accessTo(team) {
      const known = renewing.get(team);
      if (known !== undefined) return known;
      const asked = accessIn(renewer, records, team).finally(() => renewing.delete(team));
      renewing.set(team, asked);
      return asked;
    },
  };
}

async function accessIn(
  provider: InstallProvider,
  records: InstallationRecords,
  teamId: string,
): Promise<Access | undefined> {
  if ((await records.find(teamId)) === undefined) return undefined;
  const query = { teamId, enterpriseId: undefined, isEnterpriseInstall: false } as const;
  const { botToken, botId = '', botUserId = '' } = await provider.authorize(query);
  return botToken === undefined ? undefined : { botToken, botId, botUserId };
}

/** With a key that opens nothing, no workspace could be answered or written to. */
async function refuseAnotherKey(records: InstallationRecords): Promise<void> {
  const [team] = await records.teams();
  if (team === undefined) return;
  await records.find(team).catch(() => {
    throw new ConfigError([(words) => words.anotherKey('ENCRYPTION_KEY', 'slack_installations')]);
  });
}

function storeOf(
  records: Pick<InstallationRecords, 'find'>,
  keep: InstallationRecords['put'],
): InstallationStore {
  return {
    async storeInstallation(installation) {
      const team = installation.team?.id;
      if (team === undefined)
        throw new Error('Hallway is installed into workspaces, not into organisations.');
      await keep(team, JSON.stringify(installation));
    },
    async fetchInstallation({ teamId }) {
      const found = teamId === undefined ? undefined : await records.find(teamId);
      if (found === undefined) throw new Error(`Hallway is not installed in ${teamId}.`);
      const installation: Installation<'v2', false> = JSON.parse(found);
      return installation;
    },
  };
}

/** How long whoever began an installation has for Slack's questions. */
const STATE_MS = 10 * MINUTE_MS;

/** States are signed, so that those alone that came back need to be remembered, while they hold. */
function statesThatCountOnce({
  encryptionKey,
  counted,
}: Pick<OAuthOptions, 'encryptionKey' | 'counted'>): StateStore {
  const key = hkdfSync('sha256', encryptionKey, '', 'slack state', 32);
  const signed = new ClearStateStore(Buffer.from(key).toString('hex'), STATE_MS / 1_000);
  const isFirst = countedFor(counted, systemClock, STATE_MS);
  return {
    generateStateParam: (options, now) => signed.generateStateParam(options, now),
    async verifyStateParam(now, state) {
      const options = await signed.verifyStateParam(now, state);
      if (await isFirst(`slack state ${hash('sha256', state)}`)) return options;
      throw new InvalidStateError('The state came back before.');
    },
  };
}

function routesOf(provider: InstallProvider, pages: CallbackOptions): Routes {
  const scopes = [...SCOPES];
  return [
    {
      path: INSTALL_PATH,
      method: 'GET',
      handler: (request, response) =>
        void provider.handleInstallPath(request, response, {}, { scopes }),
    },
    {
      path: '/slack/oauth_redirect',
      method: 'GET',
      handler: (request, response) => {
        const isCanceled = new URL(request.url ?? '', 'http://localhost').searchParams.has('error');
        if (isCanceled) return showCanceled(request, response);
        void provider.handleCallback(request, response, pages);
      },
    },
  ];
}
