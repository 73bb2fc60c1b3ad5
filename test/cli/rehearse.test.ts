import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { meaningAtOnce } from '../../adapters/meaning/meaning.ts';
import { type RehearseOptions, rehearse } from '../../src/cli/rehearsing/rehearse.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { congress, congressLater, congressTime } from '../support/congress.ts';
import { XML_DIALECTS } from '../support/dialects/pentabarf.ts';
import { readHere } from '../support/feeds.ts';
import { at } from '../support/instants.ts';
import { openRehearsalStores } from '../support/rehearsalStores.ts';
import { sharedPath } from '../support/shared.ts';
import { talkFacts } from './talkFacts.ts';

/** Sources of our own, by the names that the rehearsals below give them. */
const CONGRESS = new Map([
  ['congress', () => inXml(congress())],
  ['congress, later', () => inXml(congressLater())],
]);

function inXml(conference: Conference): Uint8Array {
  const dialect = XML_DIALECTS.find(({ name }) => name === 'pretalx XML');
  if (dialect === undefined) throw new Error('Nobody writes pretalx XML');
  return dialect.write(conference);
}

const CONTAINERS = 'data/fosdem-2020-containers.json';

interface Line {
  readonly at: string;
  readonly kind: string;
  readonly target: string;
  readonly talks: readonly string[];
  readonly text: string;
}

describe('a rehearsal', () => {
  it('tells a speaker when they are on, and who starred what is next that the room is full', async () => {
    const lines = await rehearsed({
      ...{ source: CONTAINERS, speaks: ['10255'], stars: ['10316'] },
      ...{ from: at('2020-02-01T09:50+01:00'), to: at('2020-02-01T10:50+01:00') },
      full: [{ room: 'ud2.208 (decroly)', at: at('2020-02-01T10:40+01:00') }],
    });
    const own = lines.filter(({ target }) => target === 'DM');
    expect(
      own.map(({ at: moment, kind, talks, text }) => [moment, kind, talks, text.split('\n')[0]]),
    ).toEqual([
      [
        '2020-02-01T10:00:00+01:00',
        'reminder',
        ['10255'],
        'You are on in 30 min: UD2.208 (Decroly), 10:30–10:50',
      ],
      ['2020-02-01T10:40:00+01:00', 'notice', ['10316'], 'UD2.208 (Decroly) is full'],
      ['2020-02-01T10:45:00+01:00', 'reminder', ['10316'], 'On your list: starts in 10 min'],
    ]);
  });

  it('announces each talk that takes place once, ten minutes ahead, and prints it as JSON', async () => {
    const lines = await rehearsed({
      source: CONTAINERS,
      from: at('2020-02-01T00:00+01:00'),
      to: at('2020-02-02T00:00+01:00'),
    });
    const { conference } = decodeSchedule(await readFile(CONTAINERS));
    const expected = conference.talks
      .filter(({ status }) => status === 'scheduled')
      .map(({ id, start }) => ({ id, at: start - 10 * 60_000 }));

    const [digest, ...announcements] = lines;

    expect(digest).toEqual({
      ...{ at: '2020-02-01T08:00:00+01:00', kind: 'digest', target: '#rehearsal' },
      talks: expected.map(({ id }) => id),
      text: expect.stringContaining('17 talks in one room, from 10:30 on.'),
    });
    expect(announcements.map((line) => ({ id: line.talks.join(), at: at(line.at) }))).toEqual(
      expected,
    );
    expect(announcements.every(({ text }) => text.startsWith('Starts in 10 min'))).toBe(true);
  });

  it('reminds a member of starred talks in direct messages', async () => {
    const { conference } = decodeSchedule(await readFile(CONTAINERS));
    const [first] = conference.talks;
    const lines = await rehearsed({
      source: CONTAINERS,
      from: at('2020-02-01T09:00+01:00'),
      to: at('2020-02-01T10:30+01:00'),
      stars: [first?.id ?? ''],
    });

    expect(lines.map(({ kind, target, talks }) => [kind, target, talks])).toEqual([
      ['announcement', '#rehearsal', [first?.id]],
      ['reminder', 'DM', [first?.id]],
    ]);
  });

  it('has a member snooze each reminder once', async () => {
    const { conference } = decodeSchedule(await readFile(CONTAINERS));
    const [first] = conference.talks;
    const lines = await rehearsed({
      source: CONTAINERS,
      from: at('2020-02-01T10:10+01:00'),
      to: at('2020-02-01T10:40+01:00'),
      stars: [first?.id ?? ''],
      snooze: 5,
    });

    expect(lines.filter(({ target }) => target === 'DM').map(({ at, kind }) => [at, kind])).toEqual(
      [
        ['2020-02-01T10:20:00+01:00', 'reminder'],
        ['2020-02-01T10:25:00+01:00', 'reminder'],
      ],
    );
  });

  it('asks a member who wishes for it how talks were, and tells of recordings', async () => {
    const { conference } = decodeSchedule(await readFile(CONTAINERS));
    const [first] = conference.talks;
    const id = first?.id ?? '';
    const original = await readFile(CONTAINERS, 'utf8');
    const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const before = join(folder, 'before.json');
    await writeFile(
      before,
      original
        .replaceAll('https://video.fosdem.org/', 'https://fosdem.org/')
        .replaceAll('Video recording', 'File'),
    );
    const lines = await rehearsed({
      source: before,
      from: at('2020-02-01T10:30+01:00'),
      to: at('2020-02-02T11:00+01:00'),
      changes: [{ source: CONTAINERS, at: at('2020-02-02T10:05+01:00') }],
      stars: [id],
      wishes: { recordings: true, feedback: true },
    });

    const mine = lines.filter(({ target }) => target === 'DM');
    expect(mine.map(({ at, kind, talks }) => [at, kind, talks])).toEqual([
      ['2020-02-01T11:00:00+01:00', 'feedback', [id]],
      ['2020-02-02T11:00:00+01:00', 'recording', [id]],
    ]);
    expect(mine.map(({ text }) => text)).toEqual([
      expect.stringContaining('https://submission.fosdem.org/feedback/'),
      expect.stringContaining('https://video.fosdem.org/2020/'),
    ]);
  });

  it('speaks the language of the terminal, to the channel and to the member', async () => {
    const { conference } = decodeSchedule(await readFile(CONTAINERS));
    const [first] = conference.talks;
    const lines = await rehearsed(
      {
        source: CONTAINERS,
        from: at('2020-02-01T09:00+01:00'),
        to: at('2020-02-01T10:30+01:00'),
        stars: [first?.id ?? ''],
      },
      'de',
    );

    expect(lines.map(({ text }) => /Beginnt in \d+ min/i.test(text))).toEqual([true, true]);
  });

  it('names the version that cannot be read', async () => {
    const rehearsing = rehearsed({
      source: CONTAINERS,
      from: at('2020-02-01T00:00+01:00'),
      to: at('2020-02-01T00:01+01:00'),
      changes: [{ source: 'LICENSE', at: at('2020-02-01T00:00+01:00') }],
    });
    await expect(rehearsing).rejects.toThrow(/ \(at LICENSE\)\.$/);
  });

  it('makes the posts that fall due from its first moment to its last, and none that were due before', async () => {
    const { conference } = decodeSchedule(await readFile(CONTAINERS));
    const talks = conference.talks.filter(({ status }) => status === 'scheduled');
    const [, second, third] = talks;
    const due = (start = 0) => start - 10 * 60_000;
    const span = { source: CONTAINERS, stars: talks.map(({ id }) => id) };

    const exact = await rehearsed({ ...span, from: due(second?.start), to: due(third?.start) });
    const between = await rehearsed({
      ...span,
      from: due(second?.start) + 60_000,
      to: due(third?.start) - 60_000,
    });

    expect(exact.map(({ kind, talks }) => [kind, talks])).toEqual([
      ['announcement', [second?.id]],
      ['reminder', [second?.id]],
      ['announcement', [third?.id]],
      ['reminder', [third?.id]],
    ]);
    expect(between).toEqual([]);
  });

  it('refuses a star for a talk that the schedule does not have', async () => {
    const from = at('2020-02-01T10:15+01:00');
    const stars = ['nothing-of-the-kind'];

    await expect(rehearsed({ source: CONTAINERS, from, to: from, stars })).rejects.toThrow(
      'No talk in data/fosdem-2020-containers.json has the id “nothing-of-the-kind”; hallway check data/fosdem-2020-containers.json --json lists them.',
    );
  });
});

describe('the congress', () => {
  const evening = { from: congressTime('2014-12-27T17:00'), to: congressTime('2014-12-28T04:00') };

  it('has each talk of an evening and its night announced once, in order, ten minutes ahead', async () => {
    const lines = await rehearsed({ source: 'congress', ...evening });
    const expected = congress()
      .talks.filter(({ start }) => evening.from < start && start < evening.to)
      .map(({ id, start }) => `${new Date(start - 10 * 60_000).toISOString()} ${id}`);

    const announcements = lines.filter(({ kind }) => kind === 'announcement');
    const announced = announcements.flatMap((line) =>
      line.talks.map((id) => `${new Date(at(line.at)).toISOString()} ${id}`),
    );

    expect(expected).toHaveLength(21);
    expect(announced.toSorted()).toEqual(expected.toSorted());
    expect(announcements.map((line) => at(line.at))).toEqual(
      announcements.map((line) => at(line.at)).toSorted((a, b) => a - b),
    );
  });

  it('tells in the middle of its first day what its next version changes, and of what is over nothing', async () => {
    const later = congressTime('2014-12-27T14:10');
    const lines = await rehearsed({
      ...{ source: 'congress', from: later, to: later + 60_000 },
      changes: [{ source: 'congress, later', at: later }],
    });

    const notices = lines.filter(({ kind }) => kind === 'notice');

    expect(notices).toHaveLength(1);
    // 6100, which has other speakers, is over.
    expect(notices[0]?.talks.toSorted()).toEqual(
      ['6010', '6240', '6196', '6131', '6370', '7001', '6109', '6072'].toSorted(),
    );
  });
});

const fosdem2020 = sharedPath('schedules/fosdem-2020.pentabarf.xml');

describe.skipIf(fosdem2020 === undefined)('FOSDEM 2020 (needs the development files)', () => {
  it('has each of Saturday’s talks that took place announced once, in order, ten minutes ahead', async () => {
    const lines = await rehearsed({
      source: fosdem2020 ?? '',
      from: at('2020-02-01T00:00+01:00'),
      to: at('2020-02-02T00:00+01:00'),
    });
    const saturday = (await talkFacts(fosdem2020 ?? '')).filter(
      ({ date }) => date === '2020-02-01',
    );
    const tookPlace = saturday.filter(({ title }) => !title.startsWith('CANCELLED'));
    const expected = tookPlace.map(({ id, start }) => {
      const ahead = at(`2020-02-01T${start}+01:00`) - 10 * 60_000;
      return `${new Date(ahead).toISOString()} ${id}`;
    });

    const announcements = lines.filter(({ kind }) => kind === 'announcement');
    const announced = announcements.flatMap((line) =>
      line.talks.map((id) => `${new Date(at(line.at)).toISOString()} ${id}`),
    );

    expect([saturday.length, tookPlace.length]).toEqual([422, 419]);
    expect(announced.toSorted()).toEqual(expected.toSorted());
    expect(announcements.map((line) => at(line.at))).toEqual(
      announcements.map((line) => at(line.at)).toSorted((a, b) => a - b),
    );
  });
});

const revisions = ['schedules/fosdem-2024.rev1.xml', 'schedules/fosdem-2024.rev2.xml'].map(
  sharedPath,
);

describe.skipIf(revisions.includes(undefined))(
  'FOSDEM 2024, two versions (needs the development files)',
  () => {
    it('tells in the middle of Saturday exactly what a comparison of the two files finds', async () => {
      const [rev1 = '', rev2 = ''] = revisions;
      const noon = at('2024-02-03T12:00+01:00');
      const lines = await rehearsed({
        source: rev1,
        from: noon,
        to: at('2024-02-03T12:01+01:00'),
        changes: [{ source: rev2, at: noon }],
      });
      const before = new Map((await talkFacts(rev1)).map((talk) => [talk.id, talk]));
      const after = new Map((await talkFacts(rev2)).map((talk) => [talk.id, talk]));
      const isOver = (talk: Facts) => Date.parse(talk.instant) + minutes(talk.duration) <= noon;
      const expected = [...new Set([...before.keys(), ...after.keys()])].filter((id) => {
        const [old, now] = [before.get(id), after.get(id)];
        if (old === undefined || now === undefined) {
          const only = old ?? now;
          return only !== undefined && !isOver(only);
        }
        if (isOver(old) && isOver(now)) return false;
        const timeOnly = old.room === now.room && old.title === now.title;
        const isMoved = old.instant !== now.instant || old.room !== now.room;
        const isPast = Date.parse(old.instant) < noon && Date.parse(now.instant) < noon;
        if (isMoved) return !(isPast && timeOnly && old.persons === now.persons);
        return (
          old.title !== now.title || old.persons !== now.persons || old.duration !== now.duration
        );
      });

      const notices = lines.filter(({ kind }) => kind === 'notice');

      expect(notices).toHaveLength(1);
      expect(notices[0]?.talks.toSorted()).toEqual(expected.toSorted());
    });
  },
);

type Facts = Awaited<ReturnType<typeof talkFacts>>[number];

function minutes(duration: string): number {
  const [hours = 0, mins = 0] = duration.split(':').map(Number);
  return (hours * 60 + mins) * 60_000;
}

async function rehearsed(
  options: Pick<RehearseOptions, 'source' | 'from' | 'to'> & Partial<RehearseOptions>,
  language = 'en',
): Promise<readonly Line[]> {
  let written = '';
  const code = await rehearse(
    { zone: 'Europe/Brussels', changes: [], stars: [], follows: [], json: true, ...options },
    {
      write: (text) => {
        written += text;
      },
      complain: (line) => {
        throw new Error(line);
      },
      read: (source, timeZone) =>
        readHere(source, timeZone, async (path) => CONGRESS.get(path)?.() ?? readFile(path)),
      meaningOf: meaningAtOnce,
      lines: (async function* () {})(),
      messages: messagesFor(language),
      width: 90,
      stopwatch: () => 0,
    },
    await openRehearsalStores(),
  );
  expect(code).toBe(0);
  return written
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Line => JSON.parse(line));
}
