import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { secretsIn } from '../../src/log/secret.ts';
import { createLog } from '../../src/log.ts';

const environment = {
  DISCORD_TOKEN: 'discord-token\n"quoted"',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_ENCRYPTION_KEY: Buffer.alloc(32, '+').toString('base64'),
  SLACK_SIGNING_SECRET: 'signing-secret',
  PORT: '0',
  DATABASE_URL: 'postgres://ada:short@db.example.org/hallway',
};

/** The line that a log writes which was made with that environment. */
function line(facts: Readonly<Record<string, unknown>>, message = 'Failed'): string {
  const lines: string[] = [];
  const log = createLog('info', secretsIn(readConfig(environment)), {
    write: (each) => lines.push(each),
  });
  log.error(facts, message);
  JSON.parse(lines.join());
  return lines.join();
}

async function thrownBy(attempt: () => unknown): Promise<unknown> {
  try {
    await attempt();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown');
}

describe('the secrets of the configuration', () => {
  it('are all known to the log', () => {
    const { SLACK_CLIENT_ID: _id, PORT: _port, ...secrets } = environment;
    const values = secretsIn(readConfig(environment)).map((each) => each.reveal());
    expect(values.sort()).toEqual(Object.values(secrets).sort());

    const slack = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    expect(secretsIn(readConfig(slack)).map((each) => each.reveal())).toEqual(['xoxb-1', 'xapp-1']);
  });

  it.each(secretsIn(readConfig(environment)))('stand nowhere in a line: %#', (secret) => {
    const text = secret.reveal();
    const err = new Error(`Refused: ${text}.`, { cause: new Error(text) });
    const told = line({ err, said: [`a ${text}`], [`${text}!`]: 1 }, `About ${text}`);
    expect(told).not.toContain(JSON.stringify(text).slice(1, -1));
    expect(told).toContain('"message":"Refused: [redacted]."');
  });

  it('stand in no error that the platform’s own functions throw', async () => {
    const headers = () => new Headers({ authorization: `Bot ${environment.DISCORD_TOKEN}` });
    const fetched = () => fetch('http://ada:hunter2@127.0.0.1:1/schedule.xml');
    expect(line({ err: await thrownBy(headers) })).toContain('"Bot [redacted]');
    expect(line({ err: await thrownBy(fetched) })).toContain(
      'http://[redacted]@127.0.0.1:1/schedule.xml',
    );
  });
});

describe('what nobody configured', () => {
  it.each([
    ['POST /api/v10/webhooks/12/aW50-Zg_x.y/messages/1', 'POST /api/v10/webhooks/12/*/messages/1'],
    ['/interactions/12/aW50-Zg/callback', '/interactions/12/*/callback'],
    ['hooks/commands/T12/345/AbC', 'hooks/commands/T12/*'],
    ['by xoxb-1-a and xoxe.xoxp-2-B, xapp-1-C', 'by * and xoxe.*, *'],
    ['a\nxoxb-1-a\nb', 'a\n*\nb'],
    ['to postgres://ada:p@w@db/x', 'to postgres://*@db/x'],
    ['wss://h/link?ticket=a-1&app_id=2', 'wss://h/link?*'],
    ['https://h/s.ics?X-Amz-Signature=ab&X-Amz-Date=1: 403', 'https://h/s.ics?* 403'],
    ['GET /s?access_token=ab (api_key)', 'GET /s?* (api_key)'],
    ['https://h/cb#id_token=ab.c', 'https://h/cb#*'],
    ['authorization: Bearer abc.def-123456', 'authorization: Bearer *'],
    ['authorization: Basic YWRhOnNlY3JldA==', 'authorization: Basic *'],
    ['Authorization: Token ab12', 'Authorization: *'],
    ['{"authorization":"Digest a1, b2"}', '{"authorization":"*"}'],
    ['Cookie: session=ab; id=cd', 'Cookie: *'],
    ['Set-Cookie: a=b\nDate: today', 'Set-Cookie: *\nDate: today'],
    ['x-api-key: 0123456789abcdef, refused', 'x-api-key: * refused'],
    ['{"PRIVATE-TOKEN":"glpat-0123456789"}', '{"PRIVATE-TOKEN":"*"}'],
    ['GET /ical/private-0a1b2c3d4e5f6a7b8c9d/basic.ics 403', 'GET /ical/*/basic.ics 403'],
    ['of https://h/0a1b2c3d-0a1b-2c3d-4e5f-0a1b2c3d4e5f: 403', 'of https://h/*: 403'],
  ])('is known by its shape: %j', (said, told) => {
    const shown = told.replaceAll('*', '[redacted]');
    expect(JSON.parse(line({ err: new Error(said) })).err.message).toBe(shown);
    expect(JSON.parse(line({}, said)).msg).toBe(shown);
  });

  it.each([
    'https://example.org/@ada/1 by ada@example.org: why?',
    '/applications/12/commands/34, /channels/12/messages/34',
    'Short secrets are words: ship to shore',
    'at file:///srv/a-folder-0123456789abcdef/hallway.ts:1:2',
    'content-type: application/json; last-modified: Mon, 1 Feb',
    'wss://ec2-12-34-56-78.compute-1.amazonaws.com/link',
    'https://pretalx.com/a-conference-of-2026/schedule/export/schedule.json',
    'It went on (no-sender): until 10:55',
  ])('stays when it is no secret: %j', (said) => {
    expect(JSON.parse(line({}, said)).msg).toBe(said);
  });
});
