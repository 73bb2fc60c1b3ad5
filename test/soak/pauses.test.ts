import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { onServer, serverUrl } from './databases.ts';
import { withStage } from './soak.ts';

/** Twice as long as the lease of a lane: the other has taken over, and half of what was due is said. */
const PAUSE_MS = 1_500;

it('says everything once with two programs on one database, each in turn paused and woken', {
  timeout: 90_000,
}, async () => {
  const name = `pauses_${randomUUID().replaceAll('-', '')}`;
  await onServer(`create database ${name}`);
  const outcome = await withStage(`${serverUrl()}/${name}`, async (stage) => {
    const programs = [await stage.start(), await stage.start()];
    for (let version = 1; version <= stage.plot.versions; version += 1) {
      stage.recorder.publish(version);
      const paused = programs[version % 2];
      paused?.signal('SIGSTOP');
      await pause(PAUSE_MS);
      paused?.signal('SIGCONT');
      await pause(300);
    }
    const said = await stage.finish();
    await Promise.all(programs.map((program) => program.end('SIGTERM')));
    return said;
  });
  await onServer(`drop database ${name} with (force)`);

  expect(outcome).toEqual({ missing: [], doubled: [] });
});
