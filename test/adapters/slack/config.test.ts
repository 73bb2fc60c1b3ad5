import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { expect, test } from 'vitest';
import { readConfig } from '../../../src/config/config.ts';
import { findings } from '../../support/findings.ts';

const SLACK_ENCRYPTION_KEY = randomBytes(32).toString('base64');
const OAUTH = {
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'client-secret',
  SLACK_ENCRYPTION_KEY,
  SLACK_SIGNING_SECRET: 'signing-secret',
  PORT: '3000',
};

test('several workspaces are served with the app’s own credentials, of which none shows', () => {
  const { slack } = readConfig(OAUTH);
  expect(slack).toMatchObject({
    installed: { kind: 'oauth', clientId: '1.2' },
    transport: { kind: 'http', port: 3000 },
    commandPrefix: '',
  });
  const shown = `${JSON.stringify(slack)} ${inspect(slack, { depth: 9 })}`;
  expect(shown).not.toMatch(/client-secret|signing-secret/);
  expect(shown).not.toContain(SLACK_ENCRYPTION_KEY);
});

test.each([
  [{ PORT: '3000' }, { port: 3000 }],
  [
    { PORT: '', SLACK_ADDRESS: '127.0.0.1:80' },
    { host: '127.0.0.1', port: 80 },
  ],
  [
    { PORT: '3000', SLACK_ADDRESS: '[::1]:80' },
    { host: '::1', port: 80 },
  ],
])('with %o it listens at %o', (addresses, expected) => {
  const { slack } = readConfig({ ...OAUTH, ...addresses });
  const { signingSecret, ...transport } = { signingSecret: '', ...slack?.transport };
  expect(signingSecret).not.toBe('');
  expect(transport).toEqual({ kind: 'http', ...expected });
});

test('an address that is none is told', () => {
  expect(findings({ ...OAUTH, SLACK_ADDRESS: 'localhost' })).toEqual([
    'SLACK_ADDRESS is “localhost”; it must be a host and a port, such as 127.0.0.1:8080.',
  ]);
});

test.each<readonly [string, Record<string, string>, readonly string[]]>([
  [
    'the key',
    { SLACK_ENCRYPTION_KEY: '' },
    ['SLACK_CLIENT_ID is set, but needs ENCRYPTION_KEY as well.'],
  ],
  [
    'a key of the right length',
    { SLACK_ENCRYPTION_KEY: 'c2hvcnQ=' },
    [
      'SLACK_ENCRYPTION_KEY must be 32 bytes in base64; “openssl rand -base64 32” makes such a key.',
    ],
  ],
  [
    'an address to be reached at',
    { SLACK_SIGNING_SECRET: '' },
    ['SLACK_CLIENT_ID is set, but needs SLACK_SIGNING_SECRET as well.'],
  ],
  [
    'a decision for one workspace or several',
    { SLACK_BOT_TOKEN: 'xoxb-1' },
    ['SLACK_BOT_TOKEN and SLACK_CLIENT_ID exclude each other: set one.'],
  ],
])('it does not start without %s', (_what, change, expected) => {
  expect(findings({ ...OAUTH, ...change })).toEqual(expected);
});

test('a prefix is one that Slack’s commands can have', () => {
  expect(findings({ SLACK_COMMAND_PREFIX: 'FOSDEM ' })).toEqual([
    'SLACK_COMMAND_PREFIX is “FOSDEM”; it must be 1 to 20 of a–z, 0–9, - and _, such as fosdem-.',
  ]);
});
