import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { findings } from '../support/findings.ts';

describe('the configuration', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      schedule: { refreshMinutes: 5 },
      retentionDays: 30,
      pages: {},
    });
  });

  it('knows what the operator calls the conference', () => {
    expect(readConfig({ SCHEDULE_TITLE: ' DemoCon 2026 ' }).schedule).toMatchObject({
      title: 'DemoCon 2026',
    });
  });

  it('knows where it serves what is for the public, and where that is found', () => {
    const address = { WEB_ADDRESS: '127.0.0.1:8081' };
    const { web } = readConfig({ ...address, WEB_URL: 'https://hallway.example.org/' });
    expect(web).toEqual({ host: '127.0.0.1', port: 8081, url: 'https://hallway.example.org' });
    expect(readConfig(address).web?.url).toBe('http://127.0.0.1:8081');
    expect(findings({ WEB_URL: 'hallway.example.org' })).toEqual([
      'WEB_URL is “hallway.example.org”; it must be an address that begins with http:// or https://.',
      'WEB_URL is set, but does nothing without WEB_ADDRESS.',
    ]);
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ DISCORD_TOKEN: '', SCHEDULE: ' ' })).toEqual(readConfig({}));
  });

  it('tells everything that is wrong at once', () => {
    expect(
      findings({
        DISCORD_API_URL: 'not a url',
        DATABASE_URL: 'mysql://root:hunter2@db',
        SCHEDULE_TIME_ZONE: 'Europe/Bruxelles',
        SCHEDULE_REFRESH_MINUTES: '0',
        LOG_LEVEL: 'loud',
        SLACK_BOT_TOKEN: 'xoxb-1',
      }),
    ).toEqual([
      'DISCORD_API_URL is “not a url”; it must be an address that begins with http:// or https://.',
      'DATABASE_URL must be sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE.',
      'SCHEDULE_TIME_ZONE is “Europe/Bruxelles”, which is not an IANA time zone; one looks like Europe/Brussels.',
      'SCHEDULE_REFRESH_MINUTES is “0”; it must be a whole number from 1 to 1440.',
      'LOG_LEVEL is “loud”; it must be one of trace, debug, info, warn, error, fatal, silent.',
      'SLACK_BOT_TOKEN is set, but needs SLACK_APP_TOKEN / SLACK_SIGNING_SECRET as well.',
    ]);
  });

  it('says once what is wrong with one variable, whatever that is', () => {
    expect(findings({ SLACK_ENCRYPTION_KEY: 'no key', DATABASE_URL: 'sqlite:' })).toEqual([
      'SLACK_ENCRYPTION_KEY must be 32 bytes in base64; “openssl rand -base64 32” makes such a key.',
      'DATABASE_URL must be sqlite:FILE or postgres://USER:PASSWORD@HOST/DATABASE.',
      'SLACK_ENCRYPTION_KEY is set, but needs SLACK_CLIENT_ID as well.',
      'SLACK_ENCRYPTION_KEY is set, but needs SLACK_CLIENT_SECRET as well.',
      'SLACK_ENCRYPTION_KEY is set, but needs SLACK_SIGNING_SECRET as well.',
    ]);
  });

  it('takes a host and a port for the health, in brackets where the host has colons', () => {
    expect(readConfig({ HEALTH_ADDRESS: '127.0.0.1:8080' }).health).toEqual({
      host: '127.0.0.1',
      port: 8080,
    });
    expect(readConfig({ HEALTH_ADDRESS: '[::1]:80' }).health).toEqual({ host: '::1', port: 80 });
    expect(readConfig({}).health).toBeUndefined();
    expect(findings({ HEALTH_ADDRESS: '8080' })).toEqual([
      'HEALTH_ADDRESS is “8080”; it must be a host and a port, such as 127.0.0.1:8080.',
    ]);
  });

  it('says which variables do nothing alone', () => {
    expect(findings({ SLACK_APP_TOKEN: 'xapp-1', SLACK_SIGNING_SECRET: 's' })).toEqual([
      'SLACK_APP_TOKEN is set, but does nothing without SLACK_BOT_TOKEN.',
      'SLACK_SIGNING_SECRET is set, but does nothing without SLACK_BOT_TOKEN.',
    ]);
    expect(findings({ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 's' })).toEqual([
      'SLACK_SIGNING_SECRET is set, but needs SLACK_ADDRESS / PORT as well.',
    ]);
    expect(findings({ SLACK_ADDRESS: '127.0.0.1:3000' })).toEqual([
      'SLACK_ADDRESS is set, but does nothing without SLACK_SIGNING_SECRET.',
    ]);
  });

  it.each([
    ['DISCORD_TOKN', 'DISCORD_TOKEN'],
    ['DISCORD_TOKENS', 'DISCORD_TOKEN'],
    ['DISCROD_TOKEN', 'DISCORD_TOKEN'],
    ['SCHEDUEL', 'SCHEDULE'],
    ['Slack_Bot_Token', 'SLACK_BOT_TOKEN'],
    ['HEALTH_ADRESS', 'HEALTH_ADDRESS'],
    ['DATABASE_ULR', 'DATABASE_URL'],
    ['SCHEDULE_TIMEZONE', 'SCHEDULE_TIME_ZONE'],
  ])('tells of %s, which is nearly %s', (name, ours) => {
    expect(findings({ [name]: 'abc' })).toEqual([
      `${name} is not a setting of Hallway; ${ours} is. Correct its name, or take it out.`,
    ]);
  });

  it('leaves the variables of others alone', () => {
    const others =
      'DISCORD_CLIENT_ID SLACK_TOKEN SLACK_WEBHOOK_URL PORTS POST HPORT LANG TZ HOSTNAME HOME PWD ' +
      'HEALTHCHECK HEALTH_CHECK_URL DATABASE_URI DATABASE_URLS DATABASES_URL DATABASE_URL_2 LOG_LEVELS LOGLEVEL LOG_LEVEL1 ' +
      'SCHEDULES SCHEDULED SCHEDULER SCHEDULER_URL RESCHEDULE SHARDS_COUNT SHARD_COUNTS SHARD_ID ' +
      'RETENTION_DAY RETENTIONDAYS NODE_ENV npm_config_loglevel PATH KUBERNETES_SERVICE_PORT';
    const environment = Object.fromEntries(others.split(' ').map((name) => [name, 'x']));
    expect(readConfig(environment)).toEqual(readConfig({}));
  });

  it('tells values that are another variable’s, or no id', () => {
    const given = {
      DISCORD_GUILD_ID: 'hello',
      SLACK_BOT_TOKEN: 'xapp-1',
      SLACK_APP_TOKEN: 'xoxb-1',
    };
    expect(findings({ ...given, HEALTH_ADDRESS: 'localhost:99999' })).toEqual([
      expect.stringMatching(
        /^DISCORD_GUILD_ID is “hello”; it must be a number of 15 to 20 digits:/,
      ),
      'SLACK_BOT_TOKEN is another kind of token; this one begins with xoxb-.',
      'SLACK_APP_TOKEN is another kind of token; this one begins with xapp-.',
      'HEALTH_ADDRESS is “localhost:99999”; it must be a host and a port, such as 127.0.0.1:8080.',
    ]);
  });

  it.each([
    [
      'discord:123456789012345678/234567890123456789',
      {
        ...{ kind: 'channel', platform: 'discord' },
        ...{ community: '123456789012345678', channel: '234567890123456789' },
      },
    ],
    [
      'slack:T0123456789/C0123456789',
      { kind: 'channel', platform: 'slack', community: 'T0123456789', channel: 'C0123456789' },
    ],
    [
      'discord:user:345678901234567890',
      { kind: 'member', platform: 'discord', member: '345678901234567890' },
    ],
    [
      'slack:user:T0123456789/U0123456789',
      { kind: 'member', platform: 'slack', member: 'T0123456789/U0123456789' },
    ],
    [
      'matrix:!ops:example.org',
      {
        kind: 'channel',
        platform: 'matrix',
        community: '!ops:example.org',
        channel: '!ops:example.org',
      },
    ],
    [
      'matrix:!space:example.org/!ops:example.org',
      {
        kind: 'channel',
        platform: 'matrix',
        community: '!space:example.org',
        channel: '!ops:example.org',
      },
    ],
    [
      'matrix:user:@olga:example.org',
      { kind: 'member', platform: 'matrix', member: '@olga:example.org' },
    ],
  ])('finds out from %s who runs Hallway', (value, expected) => {
    const tokens = { DISCORD_TOKEN: 'd', SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' };
    const matrix = { MATRIX_HOMESERVER: 'https://mx.test', MATRIX_ACCESS_TOKEN: 'm' };
    expect(readConfig({ ...tokens, ...matrix, OPERATOR_CHANNEL: value }).operator).toEqual(
      expected,
    );
  });

  it.each([
    '#ops',
    'discord:234567890123456789',
    'discord:ops/general',
    'slack:C0123456789/T0123456789',
    'slack:T0123456789/U0123456789',
    'slack:user:U0123456789',
    'matrix:#ops:example.org',
    'matrix:@olga:example.org',
  ])('says how the operator is named, of %s', (value) => {
    expect(findings({ DISCORD_TOKEN: 'd', OPERATOR_CHANNEL: value })).toEqual([
      `OPERATOR_CHANNEL is “${value}”; it must be a channel such as discord:SERVER_ID/CHANNEL_ID or slack:T0123456789/C0123456789 or matrix:!ROOM:example.org, or a person such as discord:user:USER_ID or slack:user:T0123456789/U0123456789 or matrix:user:@NAME:example.org.`,
    ]);
  });

  it('says that nobody can be told anything on a platform without its token', () => {
    expect(findings({ OPERATOR_CHANNEL: 'discord:user:345678901234567890' })).toEqual([
      'OPERATOR_CHANNEL is set, but needs DISCORD_TOKEN as well.',
    ]);
    expect(findings({ OPERATOR_CHANNEL: 'slack:T0123456789/C0123456789' })).toEqual([
      'OPERATOR_CHANNEL is set, but needs SLACK_BOT_TOKEN / SLACK_CLIENT_ID as well.',
    ]);
  });

  it('takes a token of Matrix, or a password with a key to keep the token that it gets', () => {
    const homeserver = 'https://mx.test';
    const byToken = readConfig({ MATRIX_HOMESERVER: homeserver, MATRIX_ACCESS_TOKEN: 'syt_1' });
    const ENCRYPTION_KEY = Buffer.alloc(32, 1).toString('base64');
    const login = { MATRIX_HOMESERVER: homeserver, MATRIX_USER: 'hallway', MATRIX_PASSWORD: 'p' };
    const byPassword = readConfig({ ...login, ENCRYPTION_KEY, MATRIX_PREFIX: 'hw!' });

    expect(byToken.matrix).toMatchObject({ homeserver, prefix: '!', login: { kind: 'token' } });
    expect(byPassword.matrix).toMatchObject({ prefix: 'hw!', login: { user: 'hallway' } });
    const { MATRIX_PASSWORD: _, ...without } = login;
    expect(readConfig({ ...without, ENCRYPTION_KEY }).matrix?.login).not.toHaveProperty('password');
    expect(findings({ MATRIX_HOMESERVER: homeserver, MATRIX_PASSWORD: 'p' })).toContain(
      'MATRIX_PASSWORD is set, but needs MATRIX_USER as well.',
    );
    expect(JSON.stringify([byToken, byPassword])).not.toContain('syt_1');
  });

  it('says what a Matrix account still needs', () => {
    expect(findings({ MATRIX_HOMESERVER: 'https://mx.test', MATRIX_PREFIX: 'talk' })).toEqual([
      'MATRIX_PREFIX is “talk”; it must end in a mark such as !, with at most ten letters before it: !, hw!.',
      'MATRIX_HOMESERVER is set, but needs MATRIX_ACCESS_TOKEN / MATRIX_USER as well.',
    ]);
    expect(findings({ MATRIX_USER: 'hallway', MATRIX_ACCESS_TOKEN: 'syt_1' })).toEqual([
      'MATRIX_ACCESS_TOKEN is set, but needs MATRIX_HOMESERVER as well.',
      'MATRIX_USER is set, but needs MATRIX_HOMESERVER as well.',
      'MATRIX_ACCESS_TOKEN and MATRIX_USER exclude each other: set one.',
      'MATRIX_USER is set, but needs ENCRYPTION_KEY as well.',
    ]);
  });

  it('shows no secret by accident', () => {
    const config = readConfig({
      DISCORD_TOKEN: 'token-a',
      SLACK_BOT_TOKEN: 'token-b',
      SLACK_APP_TOKEN: 'token-c',
      DATABASE_URL: 'postgres://me:token-d@localhost/db',
    });
    const shown = `${JSON.stringify(config)} ${inspect(config, { depth: 9 })} ${config.databaseUrl}`;
    expect(shown).not.toContain('token-');
    expect(config.discord?.token.reveal()).toBe('token-a');
  });

  it('never repeats a secret in a finding', () => {
    expect(findings({ DATABASE_URL: 'mysql://root:hunter2@db' }).join()).not.toContain('hunter2');
  });
});
