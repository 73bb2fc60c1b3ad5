import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

describe('the log', () => {
  it.each(['err', 'error'])('tells what was thrown and where: %s', (key) => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });

    log.error({ [key]: new TypeError('no such room'), lane: 'chat' }, 'A tick failed');

    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        level: 50,
        lane: 'chat',
        msg: 'A tick failed',
        [key]: {
          type: 'TypeError',
          message: 'no such room',
          stack: expect.stringContaining('log.test.ts'),
        },
      }),
    ]);
  });

  it('tells no token or secret', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });

    log.info({ slack: { token: 'xoxb-1', secret: 'hush', team: 'T1' } }, 'Started');
    log.info({ slack: {} }, 'Started again');

    expect(lines.map((line) => JSON.parse(line).slack)).toEqual([{ team: 'T1' }, {}]);
  });
});
