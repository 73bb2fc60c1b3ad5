import type { AddressInfo } from 'node:net';
import { App, type AppOptions, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Slack } from './server.ts';

export type Transport = 'socket' | 'http';

export interface RunningApp {
  readonly app: App;
  /** Of the app's own HTTP server; empty over Socket Mode. */
  readonly url: string;
  stop(): Promise<unknown>;
}

/** A bare Bolt app on a Slack of ours, over either transport; with the first workspace's token unless told otherwise. */
export async function startApp(
  slack: Slack,
  transport: Transport,
  prepare: (app: App) => void,
  options: AppOptions = {},
): Promise<RunningApp> {
  const common: AppOptions = {
    ...('authorize' in options || 'clientId' in options ? {} : { token: slack.botToken }),
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } },
    logLevel: LogLevel.ERROR,
    ...options,
  };
  if (transport === 'socket') return startOverSocket(slack, prepare, common);
  const app = new App({ signingSecret: slack.signingSecret, ...common });
  prepare(app);
  const server = await app.start({ port: 0, host: '127.0.0.1' });
  // Bolt's type also covers servers on a socket's path.
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  slack.deliverTo(`${url}/slack/events`);
  return { app, url, stop: () => app.stop() };
}

/** The ping timeout is the gap at a reconnection too; much shorter, and a busy machine seems a dead line. */
async function startOverSocket(
  slack: Slack,
  prepare: (app: App) => void,
  options: AppOptions,
): Promise<RunningApp> {
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logLevel: LogLevel.ERROR,
    clientPingTimeout: 1_000,
    installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
  });
  const app = new App({ receiver, ...options });
  prepare(app);
  await app.start();
  return { app, url: '', stop: () => app.stop() };
}

/** A client with a workspace's token that never tries again by itself. */
export function webClient(slack: Slack, options: WebClientOptions = {}, token = slack.botToken) {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    logLevel: LogLevel.ERROR,
    ...options,
  });
}
