import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../../src/clock.ts';
import { seatAudience } from './audience.ts';
import { expectedOf, wasTold } from './expected.ts';
import { createMoods } from './moods.ts';
import { type Life, prepareLife, type Upbringing } from './process.ts';
import { type Recorder, startRecorder } from './recorder.ts';
import { compare, type Findings, linesOf } from './said.ts';
import { createStory, isRipe, OPENING, type Part, scheduleBytes } from './story.ts';
import type { Orders } from './wire.ts';

/** A minute of the story every three seconds. */
const SPEED = 20;
/** Leases of 1.5 s, timeouts of 0.4 s. */
const HASTE = 20;
export const LEASE_MS = 30_000 / HASTE;
const BETWEEN_VERSIONS_MS = 1_000;
/** Versions that were missed add up, and more than twenty changes at once would become one digest. */
const MOST_UNTOLD = 12;
const LOOK_MS = 50;

/** A database with an audience, a platform, and a schedule that keeps changing while programs run. */
export interface Stage {
  readonly recorder: Recorder;
  /** Starts a program whose clock begins where those before it were. */
  start(end?: Orders['end']): Promise<Life>;
  /** How far the clocks came. */
  now(): Instant;
  /** Publishes no more changes from here on. */
  freeze(): void;
  findings(): Findings;
  /** Resolves when nothing is missing any more of what was due at `until`, or nothing came for `patienceMs`. */
  complete(until: Instant, patienceMs: number): Promise<Findings>;
  close(): Promise<void>;
}

export async function openStage(
  databaseUrl: string,
  waves: number,
  chance: () => number,
  upbringing: Upbringing = {},
): Promise<Stage> {
  const story = createStory(waves);
  await seatAudience(databaseUrl, story);
  const recorder = await startRecorder(createMoods(chance));
  const changed = new Set<Part>();
  const lives = new Set<Life>();
  let spare = prepareLife(upbringing);
  let past: Instant = OPENING;
  let publishedAt = 0;
  recorder.publish(scheduleBytes(story, changed));
  const now = () => Math.max(past, ...[...lives].map((life) => life.now()));

  const publishRipe = () => {
    // What the first version already has is news to nobody.
    if (recorder.kept.length === 0) return;
    if (performance.now() < publishedAt + BETWEEN_VERSIONS_MS) return;
    const said = new Set(recorder.kept.flatMap(linesOf));
    const untold = [...changed].filter((part) => !wasTold(part, true, said)).length;
    const next = story
      .filter((part) => !changed.has(part) && isRipe(part, now(), wasTold(part, false, said)))
      .slice(0, Math.max(0, MOST_UNTOLD - untold));
    if (next.length === 0) return;
    for (const part of next) changed.add(part);
    publishedAt = performance.now();
    recorder.publish(scheduleBytes(story, changed));
  };
  const publishing = setInterval(publishRipe, LOOK_MS);
  const findings = (until: Instant) =>
    compare(recorder.kept, expectedOf(story, changed, until), story, changed);

  return {
    recorder,
    start: async (end) => {
      const ready = spare;
      spare = prepareLife(upbringing);
      const { discord } = upbringing;
      const orders = { databaseUrl, server: recorder.url, speed: SPEED, haste: HASTE };
      const extras = { ...(discord && { discord }), ...(end && { end }) };
      const life = await ready.begin({ ...orders, ...extras }, () => Math.ceil(now()));
      lives.add(life);
      void life.ended.then(() => {
        past = now();
        lives.delete(life);
      });
      return life;
    },
    now,
    freeze: () => clearInterval(publishing),
    findings: () => findings(now()),
    complete: async (until, patienceMs) => {
      let missing = Number.POSITIVE_INFINITY;
      let limit = performance.now() + patienceMs;
      for (;;) {
        const found = findings(until);
        const now = found.lost.length + found.lying.length;
        if (now < missing) limit = performance.now() + patienceMs;
        missing = Math.min(missing, now);
        if (now === 0 || performance.now() > limit) return found;
        await pause(LOOK_MS);
      }
    },
    close: async () => {
      clearInterval(publishing);
      spare.discard();
      for (const life of lives) life.signal('SIGKILL');
      await recorder.close();
    },
  };
}
