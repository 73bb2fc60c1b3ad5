import { DiscordAPIError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

describe('the log', () => {
  it('tells what was thrown and where', () => {
    const lines: string[] = [];
    const log = createLog('info', [], { write: (line) => lines.push(line) });

    log.error({ err: new TypeError('no such room'), lane: 'chat' }, 'A tick failed');

    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: 50,
        lane: 'chat',
        msg: 'A tick failed',
        err: {
          type: 'TypeError',
          message: 'no such room',
          stack: expect.stringContaining('log.test.ts'),
        },
      }),
    ]);
  });

  it('tells no token or secret', () => {
    const lines: string[] = [];
    const log = createLog('info', [], { write: (line) => lines.push(line) });

    log.info({ slack: { token: 'xoxb-1', secret: 'hush', team: 'T1' } }, 'Started');
    log.info({ slack: {} }, 'Started again');

    expect(lines.map((line) => JSON.parse(line).slack)).toEqual([{ team: 'T1' }, {}]);
  });

  it('tells of a refused request neither address nor body', () => {
    const lines: string[] = [];
    const log = createLog('info', [], { write: (line) => lines.push(line) });
    const url = 'https://discord.com/api/v10/interactions/1/TOKEN/callback';
    const body = { files: [], json: { content: 'PRIVATE' } };
    const raw = { code: 10_062, message: 'Unknown interaction' };
    const refusal = () => new DiscordAPIError(raw, 10_062, 404, 'POST', url, body);

    log.warn({ err: Object.assign(refusal(), { cause: refusal() }) }, 'An answer failed');

    expect(lines.join()).not.toMatch(/TOKEN|PRIVATE/);
    const told = {
      ...{ type: 'DiscordAPIError', message: raw.message, code: raw.code, status: 404 },
      stack: expect.stringContaining('log.test.ts'),
    };
    expect(lines.map((line) => JSON.parse(line).err)).toEqual([{ ...told, cause: told }]);
  });

  it('tells of an error that causes itself', () => {
    const lines: string[] = [];
    const log = createLog('info', [], { write: (line) => lines.push(line) });
    const err = new Error('round and round');
    err.cause = err;

    log.error({ err }, 'A tick failed');

    expect(lines).toEqual([expect.stringContaining('round and round')]);
  });
});
