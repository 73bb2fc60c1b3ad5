import { WebClient } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { answeringOptions } from '../../../adapters/slack/connection/clients.ts';
import { createPeople, type People } from '../../../adapters/slack/workspaces/people.ts';
import { silentLog } from '../../../src/log.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';

const MINUTE = 60_000;
const START = Date.UTC(2020, 1, 1, 8);
const EMIL = { name: 'emil', isAdmin: false, locale: 'de-DE', timeZone: 'Europe/Berlin' };
const GRACE = { name: 'grace', isAdmin: true, locale: 'en-US', timeZone: 'Europe/Brussels' };
const STRANGER = { isAdmin: false, locale: 'en', isLocaleGuessed: true };

/** What Slack tells of a zone or a language that is none, or none that this Node knows. */
const NOWHERE = [
  { name: 'null', tz: null, locale: null },
  { name: 'empty', tz: '', locale: '' },
  { name: 'unknown', tz: 'Mars/Olympus_Mons', locale: 'xx-XX' },
] as const;

const GUEST = { name: 'guest', admin: true, owner: true, home: 'T0OTHER' };

let slack: Slack;
let client: WebClient;
let people: People;
let now: number;

beforeAll(async () => {
  const emil = { name: 'emil', locale: 'de-DE', tz: 'Europe/Berlin' };
  const users = [emil, { name: 'grace', admin: true }, GUEST, ...NOWHERE];
  slack = await startSlack({ workspaces: [{ name: 'conference', users }] });
  client = new WebClient(
    slack.botToken,
    answeringOptions({ apiUrl: slack.apiUrl, log: silentLog }),
  );
});
afterAll(() => slack.stop());
beforeEach(() => {
  slack.failNoMore();
  now = START;
  people = createPeople({ now: () => now, sleep: () => Promise.resolve() });
});

const find = (name: string) => people.find(client, slack.teamId(), slack.user(name).id);
const asked = () => slack.calls.filter(({ method }) => method === 'users.info').length;
const limit = () => slack.fail({ method: 'users.info' }, { kind: 'rate-limit', retryAfterS: 30 });

test('who asks several times at once is asked for once, and remembered', async () => {
  const before = asked();
  expect(await Promise.all([find('emil'), find('emil')])).toEqual([EMIL, EMIL]);
  now += 29 * MINUTE;
  expect(await find('emil')).toEqual(EMIL);
  expect(asked() - before).toBe(1);
  now = START + 30 * MINUTE;
  await find('emil');
  expect(asked() - before).toBe(2);
});

test('the admin of another workspace is none here, though a channel is shared with it', async () => {
  expect(await find('guest')).toEqual({ ...GRACE, name: 'guest', isAdmin: false });
});

test('whether an admin still is one is asked every five minutes', async () => {
  const before = asked();
  expect(await find('grace')).toEqual(GRACE);
  now += 5 * MINUTE;
  await find('grace');
  expect(asked() - before).toBe(2);
});

test('while Slack does not tell, what was known last goes for an hour', async () => {
  await find('emil');
  now += 59 * MINUTE;
  limit();
  expect(await find('emil')).toEqual(EMIL);
  now = START + 60 * MINUTE + 1;
  limit();
  expect(await find('emil')).toEqual(STRANGER);
  expect(await find('emil')).toEqual(EMIL);
});

test('of whom Slack never told, nobody is an admin', async () => {
  limit();
  expect(await find('grace')).toEqual(STRANGER);
});

test.each(NOWHERE)('a zone that is $tz is none', async ({ name, locale }) => {
  expect(await find(name)).toEqual({
    ...{ name, isAdmin: false, locale: locale || 'en' },
    ...(locale ? {} : { isLocaleGuessed: true }),
  });
});
