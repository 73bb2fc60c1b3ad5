import { expect, it } from 'vitest';
import { snooze } from '../../src/agenda/snooze.ts';
import { forEachDatabase } from '../contracts/databases.ts';
import { keyOf } from '../support/names.ts';
import { at, openAround, type Stores, scheduleOf } from './around.ts';
import type { Kept } from './recorder.ts';
import { PLATFORMS } from './wire.ts';

const CONFERENCE = keyOf('crash');
const SUE = { kind: 'speaker', name: 'Sue' } as const;

forEachDatabase('A program that is killed around a talk', ({ createUrl }) => {
  it('says each thing that was asked for once', { timeout: 500_000 }, async () => {
    await killAroundATalk(await createUrl());
  });
});

async function killAroundATalk(databaseUrl: string): Promise<void> {
  const around = await openAround(scheduleOf('v1', TALKS), databaseUrl);
  const { recorder } = around;
  const said = () => around.said(lineOf);
  await around.act('09:39:00', seat);

  // Reminders: it dies as one has arrived, and the next one asks what became of it and says the others.
  await around.die('09:41:00', 'sent');
  await around.live('09:41:30', () => {
    expect(said()).toHaveLength(4);
    expect(recorder.counts.fates).toBeGreaterThan(0);
  });
  await around.act('09:42:00', snoozeAll);

  // A version brings a recording and a talk by whom one follows: it dies before that is kept, and as something was said.
  recorder.publish(scheduleOf('v2', [...TALKS.map(recorded), NEW]));
  await around.die('09:44:00', 'in a takeover');
  expect(said()).toHaveLength(4);
  await around.die('09:47:30', 'sent', 2);
  await around.live('09:48:00', () =>
    expect(said()).toEqual(EXPECTED.filter((line) => !isAfterwards(line))),
  );

  // The end of the hour, when it is asked and told: it dies as the tick is done, and as something was said.
  await around.die('10:01:00', 'in the tick');
  await around.die('10:01:10', 'sent');
  await around.end('10:01:20', () => expect(said()).toEqual(EXPECTED));
}

/** Ada starred the talks and is asked how they were, Bob follows their speaker; both hear of recordings. */
const EXPECTED = PLATFORMS.flatMap((platform) => [
  ...['feedback', 'recording', 'reminder', 'reminder'].map((what) => `${platform} ada ${what}`),
  ...['news', 'recording', 'reminder', 'reminder'].map((what) => `${platform} bob ${what}`),
]);

const isAfterwards = (line: string) => /feedback|recording/.test(line);

function lineOf({ platform, target, first: { title } }: Kept): string {
  const who = target.kind === 'member' ? target.member : target.channel;
  const kinds = { 'starts in': 'reminder', 'New in': 'news', 'How was': 'feedback' };
  const kind = Object.entries(kinds).find(([words]) => new RegExp(words, 'i').test(title))?.[1];
  return `${platform} ${who} ${kind ?? (title === 'A recording is up' ? 'recording' : title)}`;
}

async function seat({ announcerWork, memberWork }: Stores, now: number): Promise<void> {
  await announcerWork.transaction(({ watermark }) => watermark.move(now));
  await memberWork.transaction(async ({ members, stars, follows }) => {
    for (const platform of PLATFORMS) {
      const [ada, bob] = ['ada', 'bob'].map((id) => ({ platform, id })) as [Ref, Ref];
      for (const ref of [ada, bob]) {
        await members.see({ ref, locale: 'en', seenAt: now }, `${platform} ${ref.id}`);
      }
      await members.change(ada, { wantsRecordings: true, wantsFeedback: true });
      await members.change(bob, { wantsRecordings: true });
      const talks = TALKS.map(({ id, start }) => ({ talk: String(id), start: at(`${start}:00`) }));
      for (const one of talks) await stars.add(ada, { conference: CONFERENCE, ...one }, now);
      const found = { version: 1, talks };
      await follows.add(bob, { conference: CONFERENCE, subject: SUE, found }, now);
    }
  });
}

/** All that were reminded press "Again in 5 min". */
async function snoozeAll({ memberWork }: Stores, now: number): Promise<void> {
  for (const platform of PLATFORMS) {
    for (const member of ['ada', 'bob']) {
      const to = { target: { kind: 'member', platform, member }, conference: CONFERENCE } as const;
      const reminder = { minutes: 5, start: at('09:50:00'), again: 1 };
      const { kind } = await memberWork.transaction(({ outbox }) =>
        snooze(outbox, to, reminder, now),
      );
      expect(kind).toBe('snoozed');
    }
  }
}

interface Ref {
  readonly platform: string;
  readonly id: string;
}

/** The first is over, the second is reminded of. */
const TALKS = [
  { id: 1, start: '09:05', links: [{ title: 'Feedback', url: 'https://feedback.example/1' }] },
  { id: 2, start: '09:50', links: [] },
];
const NEW = { id: 3, start: '15:00', links: [] };
const RECORDING = { title: 'Video recording', url: 'https://video.example/1' };

function recorded(talk: (typeof TALKS)[number]) {
  return talk.id === 1 ? { ...talk, links: [...talk.links, RECORDING] } : talk;
}
