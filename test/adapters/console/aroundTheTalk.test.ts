import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { movedTo, unrecorded } from '../../support/editions.ts';
import { expectGolden } from '../../support/golden.ts';
import { sitHere, slowing } from '../../support/serving.ts';

const BUNDLED = new URL('../../../data/fosdem-2020-containers.json', import.meta.url);
const KUBE_PROXY = 10_418;

/** What is typed at a time of the day, once all of `seen` has appeared by itself; the words of its buttons press them. */
interface Chapter {
  readonly at: string;
  /** The schedule from then on, made of the one with everything. */
  readonly edition?: (schedule: string) => string;
  readonly seen: readonly string[];
  readonly lines: readonly string[];
}

const LIST = 'DM | My talks';
const REMINDER = 'DM | On your list: starts';

const CHAPTERS: readonly Chapter[] = [
  // Whatever changes the list comes last: its edit is seen by the next chapter, and in no other order.
  {
    at: '10:10',
    edition: unrecorded,
    seen: [],
    lines: [
      ...['/talk sascha grunert', '!1', '/talk daniel borkmann', '!1', '/talk kube proxy', '!1'],
    ],
  },
  {
    at: '10:12',
    seen: [LIST],
    lines: [
      ...['/mytalks settings', 'what should I see?', '/mytalks share', '!7'],
      '/conference stream UD2.208 https://live.fosdem.org/watch/ud2208',
      ...['/conference announce #general', '/follow Akihiro Suda'],
    ],
  },
  { at: '10:14', seen: [LIST], lines: ['/follow'] },
  // The first reminder comes again when asked to, and asks whether to be asked afterwards.
  {
    at: '10:21',
    seen: ['#general | Starts in', REMINDER],
    lines: ['Again in 5 min', 'Again in 5 min', 'Ask me afterwards how talks were', '!b9', '!z1'],
  },
  { at: '10:27', seen: [REMINDER], lines: ['/now', '/mytalks settings'] },
  // Of what is followed: it is starred, and followed no more, where it is told.
  {
    at: '10:46',
    seen: ['#general | Starts in', 'DM | Starts in'],
    lines: ['Unfollow Akihiro Suda'],
  },
  { at: '10:48', seen: [LIST], lines: ['/follow'] },
  { at: '11:01', seen: ['DM | How was it?'], lines: ['/next'] },
  { at: '12:01', seen: ['DM | How was it?'], lines: ['/now'] },
  {
    at: '12:05',
    edition: (schedule) => unrecorded(movedTo(schedule, KUBE_PROXY, '12:30')),
    seen: ['#general | Moved', 'DM | Moved', LIST],
    lines: ['/changes', 'what changed since breakfast?'],
  },
  // The day's last one offers the recordings, which are there half an hour after its talk.
  { at: '12:21', seen: ['#general | ', REMINDER], lines: ['Tell me when recordings are up'] },
  {
    at: '13:31',
    edition: (schedule) => movedTo(schedule, KUBE_PROXY, '12:30'),
    seen: ['DM | How was it?'],
    lines: ['Do not ask me'],
  },
  // What the schedule shows of it since is certain to be known once it is told.
  {
    at: '14:01',
    seen: ['DM | 3 recordings'],
    lines: ['No more recordings', '/mytalks settings', '/talk kube proxy'],
  },
];

it('the terminal, around a talk: each message is answered where it is shown', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hallway-'));
  const file = join(folder, 'schedule.json');
  const schedule = await readFile(BUNDLED, 'utf8');
  const environment = { DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}` };
  const told: string[] = [];
  for (const { at, edition, seen, lines } of CHAPTERS) {
    if (edition !== undefined) await writeFile(file, edition(schedule));
    const args = ['--schedule', file, '--from', `2020-02-01T${at}+01:00`];
    // What appears by itself may take seconds; without, nothing may come in between.
    const sitting = sitHere(args, environment, seen.length === 0 ? slowing : undefined);
    await expect
      .poll(() => seen.filter((words) => !sitting.shown().includes(words)), { timeout: 60_000 })
      .toEqual([]);
    const typed = lines.map((line) => `${pressed(line, sitting.shown())}\n`);
    const { stdout, ...ended } = await sitting.leave(typed.join(''));
    expect(ended).toEqual({ code: 0, stderr: '' });
    told.push(`# ${at}\n\n${stdout}`);
  }
  await rm(folder, { recursive: true });
  await expectGolden('console/around-the-talk.txt', told.join(''));
});

function pressed(line: string, shown: string): string {
  const button = shown.indexOf(` ${line}`);
  const number = /![a-z]\d+$/.exec(shown.slice(0, Math.max(0, button)))?.[0];
  return number ?? line;
}
