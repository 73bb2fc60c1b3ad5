import { resolve } from 'node:path';

import type { GuildDescription } from '../servers/discord/description.ts';
import { type Discord, startDiscord } from '../servers/discord/server.ts';
import type { WorkspaceDescription } from '../servers/slack/description.ts';
import { type Slack, startSlack } from '../servers/slack/server.ts';
import { freePort } from '../support/freePort.ts';
import { PROGRAM } from '../support/program.ts';
import { type Program, startProgram } from '../support/startedProgram.ts';
import { startWeb, type Web } from './web.ts';

const GUILDS: readonly GuildDescription[] = [
  {
    name: 'conference',
    channels: ['general', 'announcements', 'lobby'],
    roles: [
      { name: 'organisers', permissions: ['ManageGuild'] },
      { name: 'devroom', mentionable: true },
    ],
    members: ['ada', 'bob', 'carol', 'dave', { name: 'grace', roles: ['organisers'] }],
  },
  {
    name: 'harbour',
    channels: ['pier'],
    roles: [{ name: 'crew', permissions: ['ManageGuild'] }],
    members: ['erin', { name: 'frank', roles: ['crew'] }],
  },
];

const WORKSPACES: readonly WorkspaceDescription[] = [
  {
    name: 'conference',
    installed: false,
    users: [
      { name: 'grace', admin: true },
      'ada',
      { name: 'alan', tz: 'Europe/London', locale: 'en-GB' },
      { name: 'noor', tz: 'Europe/Berlin', locale: 'de-DE' },
    ],
    channels: [{ name: 'general', app: true }, 'announcements'],
  },
  {
    name: 'harbour',
    installed: false,
    users: [{ name: 'hana', admin: true }, 'igor'],
    channels: [{ name: 'quay', app: true }],
  },
];

/** Of the sources on the web; the first is the operator's own. */
export const CORRIDOR = '/corridor.json';
export const HARBOUR = '/harbour.ics';
export const addressOf = (path: string) => `https://schedule.example${path}`;

/** 32 bytes in base64, plainly no secret. */
const ENCRYPTION_KEY = Buffer.from('not a secret: for upgrade tests!').toString('base64');

const LOOPBACK_WEB = resolve(import.meta.dirname, 'loopbackWeb.ts');
const READY = ['Slack can reach Hallway', 'Commands are registered'];

export interface StageOptions {
  readonly databaseUrl: string;
  /** Node's arguments for the program; default: those of this project. */
  readonly program?: readonly string[];
  /** By path. */
  readonly pages: Readonly<Record<string, string>>;
  /** Platforms that were remembered; new ones where absent. */
  readonly memories?: { readonly discord: string; readonly slack: string } | undefined;
}

/** Both platforms and a web on loopback, and one program on them that comes and goes. */
export interface Stage {
  readonly discord: Discord;
  readonly slack: Slack;
  readonly web: Web;
  /** Where a workspace installs Hallway. */
  readonly installUrl: string;
  /**
   * Has the program run from that time of 5 June 2021 in Brussels on, ticking each second: twice as
   * fast as the day, or half as fast among what is remembered, so that nothing more falls due meanwhile.
   */
  startAt(time: string): Promise<Program>;
  /** Has all that was remembered say again what it said then. */
  rewind(): void;
  stop(): Promise<void>;
}

export async function startStage(options: StageOptions): Promise<Stage> {
  const { databaseUrl, program, memories, pages } = options;
  // What is recalled is used hundreds of times: that its forms are right was seen when it was made.
  const specification = memories === undefined;
  let tokens = 0;
  const secret = () => {
    tokens += 1;
    return `not-a-secret-${tokens}`;
  };
  const [discord, slack, web, port] = await Promise.all([
    startDiscord({
      guilds: GUILDS,
      rateLimits: {},
      now: () => Date.parse('2021-06-01T00:00:00Z'),
      specification,
      ...(memories === undefined ? {} : { memory: memories.discord }),
    }),
    startSlack({
      workspaces: WORKSPACES,
      secret,
      specification,
      ...(memories === undefined ? {} : { memory: memories.slack }),
    }),
    startWeb(pages),
    freePort(),
  ]);
  slack.deliverTo(`http://127.0.0.1:${port}/slack/events`);
  const environment = {
    ...web.environment,
    DATABASE_URL: databaseUrl,
    SCHEDULE: addressOf(CORRIDOR),
    SCHEDULE_REFRESH_MINUTES: '1',
    ...{ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl },
    ...{ SLACK_API_URL: slack.apiUrl, SLACK_SIGNING_SECRET: slack.signingSecret },
    ...{ SLACK_CLIENT_ID: slack.clientId, SLACK_CLIENT_SECRET: slack.clientSecret },
    ...{ SLACK_ENCRYPTION_KEY: ENCRYPTION_KEY, PORT: String(port), TZ: 'UTC' },
  };
  const running: Program[] = [];
  return {
    ...{ discord, slack, web, installUrl: `http://127.0.0.1:${port}/slack/install` },
    startAt: async (time) => {
      const started = await startProgram({
        program: ['--import', LOOPBACK_WEB, ...(program ?? PROGRAM)],
        args: [
          '--from',
          `2021-06-05T${time}+02:00`,
          '--speed',
          memories === undefined ? '2' : '0.5',
        ],
        environment,
        // Older versions index before they say that they are there.
        ready: [...READY, ...(program === undefined ? ['Talks are indexed'] : [])],
      });
      running.push(started);
      return started;
    },
    rewind: () => {
      discord.rewind();
      slack.rewind();
    },
    stop: async () => {
      await Promise.all(running.map((each) => each.kill()));
      await Promise.all([discord.stop(), slack.stop(), web.stop()]);
    },
  };
}
