import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/log.ts';
import { createPlatforms } from '../../src/platform/platforms.ts';
import { collectingLog } from '../adapters/discord/collectingLog.ts';
import { idlePlatform } from '../support/idlePlatform.ts';

const HALLWAY = {
  command: () => Promise.reject(new Error('Nobody asks here')),
  ask: async () => undefined,
  press: () => Promise.reject(new Error('Nobody presses here')),
  remind: () => Promise.reject(new Error('Nobody is reminded here')),
  reader: () => Promise.reject(new Error('Nobody reads here')),
  suggest: async () => [],
};

describe('platforms', () => {
  it('stop each by itself: one that cannot is told in the log, and holds up no other', async () => {
    const log = collectingLog();
    const stopped: string[] = [];
    const reason = new Error('The connection hangs');
    const platforms = createPlatforms(log);
    const slow = idlePlatform('slow', {
      stop: async () => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        stopped.push('slow');
      },
    });
    platforms.add([
      idlePlatform('broken', { stop: () => Promise.reject(reason) }),
      idlePlatform('hasty', {
        stop: () => {
          throw reason;
        },
      }),
      slow,
    ]);

    await platforms.stop();

    expect(stopped).toEqual(['slow']);
    expect(log.lines).toEqual(
      ['hasty', 'broken'].map((name) => ({
        level: 'error',
        facts: { err: reason, platform: name },
        message: 'A platform did not stop in peace',
      })),
    );
  });

  it('can be sent to once they have started, whatever becomes of the others', async () => {
    const platforms = createPlatforms(silentLog);
    const started = Promise.withResolvers<void>();
    platforms.add([
      idlePlatform('refused', { start: () => Promise.reject(new Error('Not you')) }),
      idlePlatform('slow', { start: () => started.promise }),
      idlePlatform('quick'),
    ]);

    await platforms.start(HALLWAY, new AbortController().signal);
    expect([...platforms.messengers.keys()]).toEqual(['quick']);

    started.resolve();
    await expect.poll(() => [...platforms.messengers.keys()]).toEqual(['quick', 'slow']);
  });

  it('that are all refused are told at once', async () => {
    const platforms = createPlatforms(silentLog);
    platforms.add([idlePlatform('one', { start: () => Promise.reject(new Error('Not you')) })]);

    await expect(platforms.start(HALLWAY, new AbortController().signal)).rejects.toThrow('Not you');
  });
});
