import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { createCounted } from '../../../adapters/storage/communities/counted.ts';
import { createSlackInstallations } from '../../../adapters/storage/slack/slackInstallations.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import { inPlace, privately } from '../../../src/platform/replies.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import { messageOf } from '../../servers/slack/answer.ts';
import type { SlackOptions } from '../../servers/slack/description.ts';
import { startSlack } from '../../servers/slack/server.ts';
import { freePort } from '../../support/freePort.ts';
import { openMemory } from '../../support/memory.ts';
import { adapterOn, rememberedWorkspaces } from './hallwayOn.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** Passes requests on, each to the next of the ports, like a load balancer. */
async function inTurns(ports: readonly number[]): Promise<{ url: string; served: number[] }> {
  const served: number[] = [];
  const balancer = createServer((from, to) => {
    const port = ports[served.length % ports.length] ?? 0;
    served.push(port);
    const { method, headers, url } = from;
    const passed = request({ host: '127.0.0.1', port, method, path: url, headers }, (answer) => {
      to.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(to);
    });
    from.pipe(passed);
  });
  balancer.listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  endings.push(async () => {
    balancer.closeAllConnections();
    balancer.close();
  });
  const address = balancer.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return { url: `http://127.0.0.1:${address.port}`, served };
}

/** Two processes on one database behind a load balancer, as far as their adapters know. */
async function twoProcesses(options: Partial<SlackOptions> = {}) {
  const slack = await startSlack({
    workspaces: [{ name: 'conference', users: ['ada'], channels: ['general'], installed: false }],
    ...options,
  });
  endings.push(async () => {
    expect(slack.violations).toEqual([]);
    await slack.stop();
  });
  const database = await openMemory();
  endings.push(() => database.close());
  const encryptionKey = randomBytes(32);
  const records = createSlackInstallations(database.kysely, encryptionKey);
  // What Slack has given one process the other has not read yet.
  const renew: typeof records.renew = async (...renewed) => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    await records.renew(...renewed);
  };
  const presses: string[] = [];
  const hallway: Hallway = {
    command: async () => privately(withButton(presses.length)),
    ask: async () => undefined,
    press: async ({ id }) => {
      presses.push(id);
      return inPlace(withButton(presses.length));
    },
    remind: () => Promise.reject(new Error('Not asked here.')),
    reader: async ({ locale }) => ({ locale }),
    suggest: async () => [],
  };
  const { clientId, clientSecret, signingSecret } = slack;
  const kept = { records: { ...records, renew } };
  const workspaces = rememberedWorkspaces();
  const start = async () => {
    const port = await freePort();
    const platform = await adapterOn(slack, {
      hallway,
      installed: { kind: 'oauth', clientId, clientSecret, encryptionKey, ...kept },
      transport: { kind: 'http', signingSecret, host: '127.0.0.1', port },
      workspaces,
      counted: createCounted(database.kysely),
    });
    endings.push(() => platform.stop());
    return port;
  };
  const balancer = await inTurns([await start(), await start()]);
  slack.deliverTo(`${balancer.url}/slack/events`);
  const ada = slack.user('ada');
  return { slack, ada, presses, records, balancer };
}

function withButton(presses: number): Card {
  const card = confirmationCard('Hallway', `${presses} presses`);
  const press = { kind: 'action', id: 'press', label: 'Press', style: 'secondary' } as const;
  return { ...card, blocks: [...card.blocks, { kind: 'buttons', buttons: [press] }] };
}

test('an installation that began in one process is finished by the other, and counts once in both', async () => {
  const { slack, ada, balancer } = await twoProcesses();
  const { status, again } = await ada.install(`${balancer.url}/slack/install`);
  expect(status).toBe(200);
  const asked = () => slack.calls.filter(({ method }) => method === 'oauth.v2.access').length;
  const before = asked();
  expect([(await again('stolen')).status, (await again('stolen')).status]).toEqual([400, 400]);
  expect(asked()).toBe(before);
  expect(new Set(balancer.served.slice(-2)).size).toBe(2);
});

test('commands and presses are answered by whichever process they reach', async () => {
  const { ada, presses, balancer } = await twoProcesses();
  await ada.install(`${balancer.url}/slack/install`);
  const first = messageOf(await ada.slash('/now'));
  const second = messageOf(await ada.slash('/now'));
  expect([first.text, second.text]).toEqual([
    expect.stringContaining('0 presses'),
    expect.stringContaining('0 presses'),
  ]);
  await ada.action(first, 'Press');
  await ada.action(second, 'Press');
  expect(presses).toEqual(['press', 'press']);
});

test('a double click that reaches both processes is one press', async () => {
  const { ada, presses, balancer } = await twoProcesses();
  await ada.install(`${balancer.url}/slack/install`);
  const message = messageOf(await ada.slash('/now'));
  const before = balancer.served.length;
  // Either click may be the first at the database; the other one is never answered.
  const click = () => ada.action(message, 'Press', undefined, { acknowledged: true });
  await Promise.all([click(), click()]);
  await expect
    .poll(() => ada.sees('general').map(({ text }) => text))
    .toContainEqual(expect.stringContaining('1 presses'));
  expect(new Set(balancer.served.slice(before)).size).toBe(2);
  expect(presses).toEqual(['press']);
});

test('Home is true again after a press that reached the process which did not publish it', async () => {
  const { ada, balancer } = await twoProcesses();
  await ada.install(`${balancer.url}/slack/install`);
  await ada.openHome();
  const home = () => {
    const seen = ada.home();
    if (seen === undefined) throw new Error('There is no Home.');
    return seen;
  };
  for (const presses of [1, 2]) {
    await ada.action(home(), 'Press');
    await expect.poll(() => home().text).toContain(`${presses} presses`);
    // A second press that soon would be the same one.
    await new Promise((resolve) => setTimeout(resolve, 1_010));
  }
});

test('while one process renews a token, the other answers with the one that is about to expire', async () => {
  const { slack, ada, records, balancer } = await twoProcesses({ rotation: { expiresInS: 60 } });
  await ada.install(`${balancer.url}/slack/install`);
  const before = await records.find(slack.teamId('conference'));
  const answers = await Promise.all([1, 2, 3, 4].map(() => ada.slash('/now')));
  expect(answers.map((answer) => messageOf(answer).text)).toEqual(
    answers.map(() => expect.stringContaining('0 presses')),
  );
  await expect.poll(() => records.find(slack.teamId('conference'))).not.toBe(before);
  expect(messageOf(await ada.slash('/now')).text).toContain('0 presses');
});
