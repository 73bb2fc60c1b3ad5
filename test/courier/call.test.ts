import { describe, expect, it, onTestFinished } from 'vitest';
import { createSendingLine } from '../../adapters/discord/connection/client.ts';
import { createMessenger as createDiscordMessenger } from '../../adapters/discord/sending/messenger.ts';
import { singleInstallation } from '../../adapters/slack/connection/access.ts';
import { createSendingClients } from '../../adapters/slack/connection/clients.ts';
import { SCOPES } from '../../adapters/slack/connection/scopes.ts';
import { createMessenger as createSlackMessenger } from '../../adapters/slack/sending/messenger.ts';
import { systemClock } from '../../src/clock.ts';
import { callInTime } from '../../src/courier/call.ts';
import { silentLog } from '../../src/log.ts';
import type { Messenger } from '../../src/platform/messenger.ts';
import type { Target } from '../../src/platform/target.ts';
import { startRecorder } from '../crash/recorder.ts';
import { createRecordingPlatform } from '../crash/recordingPlatform.ts';
import { ASKED } from '../crash/wire.ts';
import { startDiscord } from '../servers/discord/server.ts';
import { startSlack } from '../servers/slack/server.ts';

const SECOND = 1_000;
const LEASE_UNTIL = 30 * SECOND;
const SEND_TIMEOUT = 8 * SECOND;

interface Hall {
  readonly messenger: Messenger;
  readonly target: Target;
  readonly said: () => number;
}

/** From the call's beginning to its end, the clock goes on by itself only where something stands still. */
function sender({ messenger, target }: Hall, standStillMs: number) {
  let now = 0;
  const clock = { now: () => now, sleep: () => new Promise<void>(() => undefined) };
  const lease = { until: () => LEASE_UNTIL, prolong: async () => undefined };
  const card = { kind: 'notice', title: 'Moved', summary: 'Moved', blocks: [] } as const;
  const dispatch = { target, card, attemptKey: 'key', marks: [] };
  const parts = { clock, lease, sendTimeoutMs: SEND_TIMEOUT, turn: async () => undefined };
  return {
    send: () =>
      callInTime(parts, (signal, isOurs) => {
        const sent = messenger.send(dispatch, signal, isOurs);
        // The process has begun the call, and is stopped before it comes to write it.
        now += standStillMs;
        return sent;
      }),
  };
}

const HALLS = { Slack: slackHall, Discord: discordHall, 'the recording platform': recordingHall };

describe.each(Object.entries(HALLS))('a process that stood still on its way to %s', (_, open) => {
  it('writes nothing once its lease is over, and knows that nothing left', async () => {
    const hall = await open();

    await expect(sender(hall, LEASE_UNTIL + SECOND).send()).rejects.toMatchObject({
      code: 'unavailable',
      outcome: 'retry',
    });
    expect(hall.said()).toBe(0);
  });

  it('leaves half a timeout for the way to the platform', async () => {
    const hall = await open();

    await expect(sender(hall, LEASE_UNTIL - SEND_TIMEOUT / 2 + 1).send()).rejects.toMatchObject({
      outcome: 'retry',
    });
    expect(hall.said()).toBe(0);
  });

  it('goes on where the lease lasts', async () => {
    const hall = await open();

    await sender(hall, LEASE_UNTIL - SEND_TIMEOUT / 2).send();

    expect(hall.said()).toBe(1);
  });
});

describe('the last look', () => {
  it('is taken after the connection is made', async () => {
    const { messenger, target, said } = await slackHall();
    let isOurs = true;
    let looks = 0;
    const dispatch = {
      ...{ target, attemptKey: 'key', marks: [] },
      card: { kind: 'notice', title: 'Moved', summary: 'Moved', blocks: [] } as const,
    };
    const sent = messenger.send(dispatch, new AbortController().signal, () => {
      looks += 1;
      return isOurs;
    });
    // Whatever needs no answer from outside is done by now; the connection is still on its way.
    for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
    expect(looks).toBe(0);
    isOurs = false;

    await expect(sent).rejects.toMatchObject({ outcome: 'retry' });
    expect({ looks, said: said() }).toEqual({ looks: 1, said: 0 });
  });
});

async function slackHall(): Promise<Hall> {
  const channels = [{ name: 'general', app: true }];
  const slack = await startSlack({
    workspaces: [{ name: 'conference', scopes: SCOPES, users: [], channels }],
  });
  onTestFinished(() => slack.stop());
  const api = { apiUrl: slack.apiUrl, log: silentLog };
  const installations = singleInstallation(slack.botToken, api);
  await installations.open(new AbortController().signal);
  const channel = slack.channelId('general');
  return {
    messenger: createSlackMessenger(createSendingClients(installations, api), systemClock),
    target: { kind: 'channel', platform: 'slack', community: slack.teamId(), channel },
    said: () => slack.messages('general').length,
  };
}

async function discordHall(): Promise<Hall> {
  const discord = await startDiscord({
    guilds: [
      {
        ...{ name: 'conference', channels: ['general'], roles: [], members: [] },
        botPermissions: ['ViewChannel', 'SendMessages'],
      },
    ],
  });
  onTestFinished(() => discord.stop());
  const line = createSendingLine(discord.apiUrl, discord.token, silentLog);
  const channel = discord.channelId('general');
  return {
    messenger: createDiscordMessenger(line, systemClock),
    target: { kind: 'channel', platform: 'discord', community: discord.guildId(), channel },
    said: () => discord.messages('general').length,
  };
}

async function recordingHall(): Promise<Hall> {
  const recorder = await startRecorder(() => 'answers');
  onTestFinished(() => recorder.close());
  const { messenger } = createRecordingPlatform(ASKED, recorder.url);
  return {
    messenger,
    target: { kind: 'channel', platform: ASKED, community: 'us', channel: '#b' },
    said: () => recorder.kept.length,
  };
}
