import type { Slack } from '../../servers/slack/server.ts';
import { freePort } from '../../support/freePort.ts';
import { type Program, type ProgramOptions, startProgram } from '../../support/startedProgram.ts';

/** What Hallway logs when it can be asked there. */
export const ON_SLACK: readonly string[] = ['Slack can reach Hallway', 'Talks are indexed'];

export type Transport = 'socket' | 'http';

/** What has the program use a Slack on loopback; Slack is told where it listens. */
export async function slackEnvironment(
  slack: Slack,
  transport: Transport,
): Promise<Readonly<Record<string, string>>> {
  const common = { SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.apiUrl };
  if (transport === 'socket') return { ...common, SLACK_APP_TOKEN: slack.appToken };
  const port = await freePort();
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  return { ...common, SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) };
}

/** The real program as a process of its own; resolves when Slack can reach it and all can be searched. */
export function startOnSlack(options: Partial<ProgramOptions>): Promise<Program> {
  return startProgram({ ready: ON_SLACK, ...options });
}
