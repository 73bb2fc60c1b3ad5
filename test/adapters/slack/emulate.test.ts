import { createEmulator } from 'emulate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { singleInstallation } from '../../../adapters/slack/connection/access.ts';
import { createSendingClients } from '../../../adapters/slack/connection/clients.ts';
import { createChannelInspector } from '../../../adapters/slack/sending/channels.ts';
import { createMessenger } from '../../../adapters/slack/sending/messenger.ts';
import { createPeople } from '../../../adapters/slack/workspaces/people.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import { systemClock } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { freePort } from '../../support/freePort.ts';

const answer = z.object({
  team_id: z.string().default(''),
  channels: z.array(z.object({ id: z.string() })).default([]),
  members: z.array(z.object({ id: z.string() })).default([]),
  messages: z.array(z.object({ text: z.string().default('') })).default([]),
});

/** The same calls against a Slack that others wrote. */
const signal = new AbortController().signal;
const always = () => true;
const TOKEN = 'xoxb-hallway';
let slack: { readonly url: string; close(): Promise<void> };

beforeAll(async () => {
  slack = await createEmulator({
    service: 'slack',
    port: await freePort(),
    seed: {
      tokens: { [TOKEN]: { login: 'ada', scopes: ['chat:write', 'channels:read'] } },
      slack: {
        team: { name: 'conference', domain: 'conference' },
        users: [{ name: 'ada', real_name: 'Ada', email: 'ada@example.org' }],
        channels: [{ name: 'general' }],
      },
    },
  });
});
afterAll(() => slack.close());

async function connected() {
  const api = { apiUrl: `${slack.url}/api/`, log: silentLog };
  const installations = singleInstallation(TOKEN, api);
  await installations.open(signal);
  const ask = async (method: string, body: object = {}) => {
    const response = await fetch(`${slack.url}/api/${method}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
    return answer.parse(await response.json());
  };
  const { team_id: team } = await ask('auth.test');
  const { channels } = await ask('conversations.list');
  const { members } = await ask('users.list');
  const clients = createSendingClients(installations, api);
  return { ask, team, channels, members, clients };
}

test('Hallway posts and edits, looks into channels, and asks who somebody is', async () => {
  const { ask, team, channels, members, clients } = await connected();
  const channel = channels[0]?.id ?? '';
  const target = { kind: 'channel', platform: 'slack', community: team, channel } as const;
  const messenger = createMessenger(clients, systemClock);

  const check = await createChannelInspector(clients).inspect(target, messagesFor('en'));
  expect(check).toMatchObject({ kind: 'writable', name: expect.stringMatching(/^#/) });

  const dispatch = {
    target,
    card: confirmationCard('Talk', 'It starts'),
    attemptKey: 'k1',
    marks: [],
  };
  const id = await messenger.send(dispatch, signal, always);
  await messenger.edit(
    id,
    { ...dispatch, card: confirmationCard('Talk', 'It moved') },
    signal,
    always,
  );
  const { messages } = await ask('conversations.history', { channel });
  expect(messages.map(({ text }) => text)).toContain('It moved');

  const person = await createPeople(systemClock).find(
    await clients.of(team),
    team,
    members[0]?.id ?? '',
  );
  expect(person).toMatchObject({ isAdmin: expect.any(Boolean), locale: expect.any(String) });
});
