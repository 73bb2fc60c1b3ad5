import { expect, onTestFinished, test } from 'vitest';
import { messagesFor } from '../../../src/messages/messages.ts';
import { startMatrix } from '../../servers/matrix/server.ts';
import { adapterOn, echoing, newDatabase } from './hallwayOn.ts';

async function limitWith(rateLimit: { readonly perSecond: number; readonly burst: number }) {
  const matrix = await startMatrix({ rateLimit });
  onTestFinished(() => matrix.stop());
  const database = await newDatabase();
  onTestFinished(() => database.close());
  const platform = adapterOn(matrix, database);
  onTestFinished(() => platform.stop());
  await platform.start(echoing);
  const limit = await platform.channels.measuredLimit(messagesFor('en'));
  return { ...limit, self: matrix.botUserId, matrix, platform };
}

test('a homeserver that lets it say little is found out, and an administrator told what to do', async () => {
  const { spacingMs, remedy, self } = await limitWith({ perSecond: 0.05, burst: 4 });
  expect(spacingMs).toBeGreaterThan(10_000);
  expect(spacingMs).toBeLessThanOrEqual(20_000);
  expect(remedy).toContain(`/users/${self}/override_ratelimit`);
});

test('a limit that was lifted is gone at once', async () => {
  const { matrix, platform } = await limitWith({ perSecond: 0.05, burst: 4 });
  const target = { kind: 'channel', platform: 'matrix', community: '!a', channel: '!a' } as const;
  expect(platform.messenger.spacing(target, 'send')).toBeGreaterThan(0);
  matrix.exempt();
  expect(await platform.channels.measuredLimit(messagesFor('en'))).toMatchObject({ spacingMs: 0 });
  expect(platform.messenger.spacing(target, 'send')).toBe(0);
});

test('a homeserver that lets it say nothing just now is found out, too', async () => {
  const { spacingMs } = await limitWith({ perSecond: 1, burst: 1 });
  expect(spacingMs).toBeGreaterThan(0);
});

test('one that limits nothing is left alone', async () => {
  expect(await limitWith({ perSecond: 10_000, burst: 10_000 })).toMatchObject({ spacingMs: 0 });
});
