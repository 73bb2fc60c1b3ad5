import { afterEach, beforeEach, expect, test } from 'vitest';
import { singleInstallation } from '../../../adapters/slack/connection/access.ts';
import {
  createSendingClients,
  type SendingClients,
} from '../../../adapters/slack/connection/clients.ts';
import { createHomes, type Homes } from '../../../adapters/slack/home/homes.ts';
import type { Asker } from '../../../adapters/slack/workspaces/asker.ts';
import { confirmationCard } from '../../../src/cards/problem.ts';
import { silentLog } from '../../../src/log.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { privately } from '../../../src/platform/replies.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { spec } from './hallwayOn.ts';

const PEOPLE = 120;
const NAMES = Array.from({ length: PEOPLE }, (_, index) => `person-${index}`);

let slack: Slack;
let clients: SendingClients;
let homes: Homes;
let stop: AbortController;
/** What every Home says. */
let truth: string;
let answered: () => Promise<unknown>;
let minuteEnds: () => void;
let allRefreshed: () => void;
let now: number;

const hallway: Hallway = {
  command: async () => {
    const told = truth;
    await answered();
    return privately(confirmationCard(told, told));
  },
  ask: async () => undefined,
  press: () => Promise.reject(new Error('Not asked here.')),
  remind: () => Promise.reject(new Error('Not asked here.')),
  reader: async ({ locale }) => ({ locale }),
  suggest: async () => [],
};

beforeEach(async () => {
  slack = await startSlack({ workspaces: [{ name: 'conference', users: NAMES }] });
  const api = { apiUrl: slack.apiUrl, log: silentLog };
  const installations = singleInstallation(slack.botToken, api);
  stop = new AbortController();
  await installations.open(stop.signal);
  clients = createSendingClients(installations, api);
  truth = 'first';
  now = Date.UTC(2020, 1, 1, 8);
  allRefreshed = () => {};
  answered = async () => {};
  const dayClock = {
    now: () => now,
    sleep: (_ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        minuteEnds = resolve;
        allRefreshed();
        signal?.addEventListener('abort', () => resolve());
      }),
  };
  homes = createHomes({
    people: { find: async () => ({ isAdmin: false, locale: 'en' }) },
    ...{ namedRoles: { of: async () => [] }, clients, dayClock, log: silentLog },
    ...{ hallway, commands: ['mytalks', 'now', 'next'].map((name) => spec(name)), prefix: '' },
  });
});
afterEach(async () => {
  stop.abort();
  expect(slack.violations).toEqual([]);
  await slack.stop();
});

async function asker(name: string): Promise<Asker> {
  const team = slack.teamId();
  const { id: user } = slack.user(name);
  return {
    ...{ client: await clients.of(team), team, user, isAdmin: false, messages: messagesFor('en') },
    caller: {
      ...{ platform: 'slack', community: team, member: `${team}/${user}` },
      ...{ locale: 'en', isOrganiser: false },
    },
  };
}

async function openAll(names: readonly string[]): Promise<void> {
  for (const name of names) await homes.open(await asker(name));
}

/** A minute passes, and what it has refreshed is. */
const minute = () =>
  new Promise<void>((resolve) => {
    allRefreshed = resolve;
    minuteEnds();
  });
const published = () => slack.calls.filter(({ method }) => method === 'views.publish').length;
const saying = (words: string) =>
  NAMES.filter((name) => slack.home(name)?.text.includes(words)).length;

test('each minute what is looked at and not true any more is published again, a share at a time', async () => {
  await openAll(NAMES);
  void homes.keepTrue(stop.signal);
  truth = 'second';
  const told = [];
  for (let count = 0; count < 4; count += 1) {
    const before = published();
    await minute();
    told.push([published() - before, saying('second')]);
  }
  expect(told).toEqual([
    [50, 50],
    [50, 100],
    [20, 120],
    [0, 120],
  ]);
});

test('those who waited longest come first when everything changes each minute', async () => {
  await openAll(NAMES);
  void homes.keepTrue(stop.signal);
  for (const words of ['second', 'third', 'fourth']) {
    truth = words;
    await minute();
  }
  expect(saying('first')).toBe(0);
});

test('a workspace that Slack limits is left alone until the next minute', async () => {
  await openAll(NAMES.slice(0, 10));
  void homes.keepTrue(stop.signal);
  truth = 'second';
  slack.fail({ method: 'views.publish', after: 3 }, { kind: 'rate-limit', retryAfterS: 30 });
  const before = published();
  await minute();
  expect([published() - before, saying('second')]).toEqual([4, 3]);
  await minute();
  expect(saying('second')).toBe(10);
});

test('nobody is thought to look for longer than a quarter of an hour', async () => {
  await openAll(NAMES.slice(0, 3));
  void homes.keepTrue(stop.signal);
  truth = 'second';
  now += 15 * 60_000 + 1;
  await minute();
  expect(saying('second')).toBe(0);
});

test('of two things done at once, Home shows what is true at the end', async () => {
  const ada = await asker('person-0');
  const asked = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  answered = () => {
    asked.resolve();
    return held.promise;
  };
  const opening = homes.open(ada);
  await asked.promise;
  truth = 'second';
  const refreshing = homes.refresh(ada);
  held.resolve();
  await Promise.all([opening, refreshing]);
  expect(slack.home('person-0')?.text).toContain('second');
});

test('a Home that Slack does not take now fails no request, and is true a minute later', async () => {
  const ada = await asker('person-0');
  await homes.open(ada);
  void homes.keepTrue(stop.signal);
  truth = 'second';
  slack.fail({ method: 'views.publish' }, { kind: 'rate-limit', retryAfterS: 30 });
  await homes.refresh(ada);
  expect(saying('second')).toBe(0);
  await minute();
  expect(saying('second')).toBe(1);
});
