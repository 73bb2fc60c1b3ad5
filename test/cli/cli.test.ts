import { describe, expect, it } from 'vitest';
import { readScheduleFile } from '../../adapters/feed/feed.ts';
import { meaningAtOnce } from '../../adapters/meaning/meaning.ts';
import { ask } from '../../src/cli/ask.ts';
import { check } from '../../src/cli/check.ts';
import { runCommandLine } from '../../src/cli/cli.ts';
import { search } from '../../src/cli/search.ts';
import type { Surroundings } from '../../src/cli/surroundings.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { readHere } from '../support/feeds.ts';
import { runProgram } from '../support/program.ts';

const BUNDLED = 'data/fosdem-2020-containers.json';

/** The command line within this process; subcommands that start the whole program only tell their options. */
async function run(args: readonly string[], lines: readonly string[] = [], locale = 'en') {
  let stdout = '';
  const stderr: string[] = [];
  const around: Surroundings = {
    write: (text) => {
      stdout += text;
    },
    complain: (line) => stderr.push(line),
    read: (source, timeZone) => readHere(source, timeZone, readScheduleFile),
    meaningOf: meaningAtOnce,
    lines: (async function* () {
      yield* lines;
    })(),
    messages: messagesFor(locale),
    width: 80,
    stopwatch: () => 0,
  };
  const tell = async (options: object) => {
    stdout += JSON.stringify(options);
    return 0;
  };
  const code = await runCommandLine(['node', 'hallway', ...args], {
    ...around,
    defaultSchedule: BUNDLED,
    version: '1.2.3',
    subcommands: {
      serve: tell,
      rehearse: tell,
      trace: tell,
      manifest: tell,
      backup: tell,
      restored: () => tell({}),
      check: (options) => check(options, around),
      ask: (options) => ask(options, around),
      search: (options) => search(options, around),
    },
  });
  return { code, stdout, stderr };
}

it('says which version it is', async () => {
  expect(await run(['--version'])).toEqual({ code: 0, stderr: [], stdout: '1.2.3\n' });
});

describe('check', () => {
  it('says what a schedule holds', async () => {
    expect(await run(['check', BUNDLED])).toEqual({
      code: 0,
      stderr: [],
      stdout: [
        'FOSDEM 2020: Containers devroom',
        `  ${BUNDLED}`,
        '',
        '  Format     schedule-json',
        '  Time zone  Europe/Brussels',
        '  Version    2020-02-11',
        '  Day        Saturday, 1 February 2020',
        '  Rooms      1',
        '  Tracks     1',
        '  Talks      18, of which 1 canceled',
        '  Speakers   20',
        '  Warnings   none',
        '',
        '',
      ].join('\n'),
    });
  });

  it.each([
    [
      'en',
      ['1 talk without speakers (first: Night swim).', '1 room without talks (first: Leerstand).'],
    ],
    [
      'de',
      [
        '1 Vortrag ohne Vortragende (zuerst: Night swim).',
        '1 Raum ohne Vorträge (zuerst: Leerstand).',
      ],
    ],
  ])('says what is odd, to people and to programs: %s', async (locale, sentences) => {
    const odd = 'test/fixtures/schedules/pretalx.json';
    const [speakers, room] = sentences;

    expect((await run(['check', odd], [], locale)).stdout.split('\n').slice(-6)).toEqual([
      `  ${speakers}`,
      '  speakers-missing · schedule.conference.days[0].rooms["Keller"][0]',
      `  ${room}`,
      '  room-empty · rooms[2]',
      '',
      '',
    ]);
    expect(JSON.parse((await run(['check', '--json', odd], [], locale)).stdout)).toMatchObject({
      warnings: [
        {
          code: 'speakers-missing',
          message: speakers,
          path: 'schedule.conference.days[0].rooms["Keller"][0]',
        },
        { code: 'room-empty', message: room, path: 'rooms[2]' },
      ],
    });
  });

  it('says in the reader’s language why a source cannot be read', async () => {
    const { stderr } = await run(['check', 'LICENSE', 'none.xml', 'package.json'], [], 'de');

    expect(stderr).toEqual([
      expect.stringMatching(/^LICENSE: Das ist keines der Formate, die Hallway liest: /),
      'none.xml: Diese Datei gibt es nicht.',
      'package.json: Dieses JSON ist kein Programm von c3voc, frab, pretalx, Sessionize, PyCon US (symposion), ConClár/KonOpas oder Indico.',
    ]);
  });

  it('gives the whole conference to programs', async () => {
    const { stdout } = await run(['check', '--json', BUNDLED]);
    const { talks, ...found }: Record<string, unknown> & { readonly talks: readonly unknown[] } =
      JSON.parse(stdout);
    expect(found).toEqual({
      source: BUNDLED,
      format: 'schedule-json',
      title: 'FOSDEM 2020: Containers devroom',
      timeZone: 'Europe/Brussels',
      version: '2020-02-11',
      days: ['2020-02-01'],
      rooms: ['UD2.208 (Decroly)'],
      tracks: ['Containers'],
      breaks: [],
      warnings: [],
    });
    expect(talks).toHaveLength(18);
    expect(talks[1]).toEqual({
      id: '10316',
      guid: expect.any(String),
      code: null,
      title: 'Lazy distribution of container images',
      subtitle: 'Current implementation status of containerd remote snapshotter',
      start: '2020-02-01T10:55:00+01:00',
      end: '2020-02-01T11:15:00+01:00',
      room: 'UD2.208 (Decroly)',
      track: 'Containers',
      type: 'devroom',
      language: 'en',
      speakers: ['Akihiro Suda'],
      status: 'scheduled',
      url: 'https://fosdem.org/2020/schedule/event/containers_lazy_image_distribution/',
      abstract: expect.stringContaining('CRFS'),
      links: expect.any(Array),
    });
  });

  it('names each source that cannot be read in one line, and reads the others', async () => {
    const { code, stdout, stderr } = await run(['check', 'LICENSE', BUNDLED, 'none.xml']);
    expect(code).toBe(1);
    expect(stdout).toContain('Talks      18');
    expect(stderr).toEqual([
      expect.stringMatching(/^LICENSE: This is none of the schedule formats[^\n]*$/),
      'none.xml: There is no such file.',
    ]);
  });
});

describe('search', () => {
  it('answers each line with a line, also an empty one and objects that hold a query', async () => {
    const lines = ['crfs', '', '{"q": "kube proxy", "kind": "title"}'];
    const { code, stdout } = await run(['search', '--json', '--limit', '1'], lines);
    expect(code).toBe(0);
    expect(stdout).toBe(
      [
        '{"q":"crfs","ids":["10316"],"confident":true,"ms":0}',
        '{"q":"","ids":[],"confident":false,"ms":0}',
        '{"q":"kube proxy","ids":["10418"],"confident":true,"ms":0}',
        '',
      ].join('\n'),
    );
  });

  it('answers one query in words, tells where it was found and what was left out', async () => {
    const { stdout } = await run(['search', 'crfs room:ballroom', '--limit', '1']);
    expect(stdout).toBe(
      [
        'Nothing fits “crfs ballroom” well',
        '  room:ballroom means nothing at this conference and was searched for as a word.',
        '  The nearest:',
        '  Lazy distribution of container images',
        '  Sat 1 Feb, 10:55–11:15 · UD2.208 (Decroly) · Akihiro Suda',
        '  matched in the abstract: … asked for. The closest look goes to CRFS with its',
        '  seekable archive format stargz, to the remote snapshotter that …',
        '',
        '',
      ].join('\n'),
    );
  });

  it('cannot search what it cannot read', async () => {
    expect(await run(['search', 'x', '--schedule', 'none.xml'])).toEqual({
      code: 1,
      stdout: '',
      stderr: ['none.xml: There is no such file.'],
    });
  });
});

describe('the command line', () => {
  it('serves when nothing else is asked for', async () => {
    const args = ['--from', '2020-02-01T10:15+01:00', '--speed', '60', '--zone', 'europe/brussels'];
    const { code, stdout } = await run(args);
    expect({ code, options: JSON.parse(stdout) }).toEqual({
      code: 0,
      options: { from: 1_580_548_500_000, speed: 60, zone: 'Europe/Brussels' },
    });
  });

  it('traces a key, or a talk by words that need no quotation marks', async () => {
    expect(JSON.parse((await run(['trace', 'lazy', 'distribution', '--json'])).stdout)).toEqual({
      ...{ about: 'lazy distribution', json: true },
    });
  });

  it('rehearses a span with changes and stars', async () => {
    const span = ['--from', '2020-02-01T09:00Z', '--to', '2020-02-01T10:00Z'];
    const changes = ['--changes', 'a@b.xml@2020-02-01T09:30Z', '--star', '1', '--star', '2'];
    const snoozed = ['--snooze', '10', '--speaks', '3', '--full', 'h@2@2020-02-01T09:30Z'];
    const { stdout } = await run(['rehearse', ...span, ...changes, ...snoozed]);
    expect(JSON.parse(stdout)).toEqual({
      source: BUNDLED,
      from: 1_580_547_600_000,
      to: 1_580_551_200_000,
      changes: [{ source: 'a@b.xml', at: 1_580_549_400_000 }],
      stars: ['1', '2'],
      follows: [],
      wishes: { recordings: false, feedback: false },
      snooze: 10,
      speaks: ['3'],
      full: [{ room: 'h@2', at: 1_580_549_400_000 }],
      json: false,
    });
  });

  it.each([
    [['check'], /^source is missing/],
    [['trace'], /^key\|talk is missing/],
    [['dance', 'with', 'me'], /^“dance” is not one of the commands/],
    [['search', 'live', 'migration'], /too many: live, migration\. Quotation marks/],
    [['--sped', '2'], /^There is no option --sped\. Did you mean --speed\?$/],
    [['check', '--dance', 'x'], /^There is no option --dance; hallway --help/],
    [['--schedule'], /^--schedule <source> is given without its value\.$/],
    [
      ['rehearse', '--from', '2020-02-01T09:00Z', '--to', '2020-02-01T10:00Z', '--full', 'h'],
      /^“h” is not ROOM@MOMENT/,
    ],
    [['--zone', 'Europe/Bruxelles'], /^“Europe\/Bruxelles” is not an IANA time zone/],
    [['--from', 'tomorrow'], /not a moment with an offset/],
    [['--speed', '-1'], /not a number from 0\.001/],
    [
      ['rehearse', '--from', '2020-02-01T09:00Z', '--to', '2020-02-01T10:00Z', '--snooze', '7'],
      /not a number of minutes to snooze: 5, 10\.$/,
    ],
    [['search', '--limit', '1.5', 'x'], /not a number from 1 to 1000/],
    [['rehearse', '--from', '2020-02-01T10:15+01:00'], /^--to <moment> is missing/],
    [['rehearse', '--changes', 'new.xml'], /not SOURCE@MOMENT/],
    [['rehearse', '--from', '2020-02-01T10:15Z', '--to', '2020-02-01T10:14Z'], /--to lies before/],
  ])('refuses %j as wrong usage', async (args, reason) => {
    expect(await run(args)).toEqual({
      code: 2,
      stdout: '',
      stderr: [expect.stringMatching(reason)],
    });
  });

  it('speaks one language', async () => {
    const help = await run(['search', '--help'], [], 'de');
    expect(help).toMatchObject({ code: 0, stderr: [] });
    expect(help.stdout).toContain('Aufruf: hallway search [options] [query]');
    expect(help.stdout).toContain('(sonst: 10)');
    expect((await run(['--help'], [], 'de')).stdout).not.toMatch(/usage|commands|default|display/i);
    expect((await run(['--sped', '2'], [], 'de')).stderr).toEqual([
      'Eine Option --sped gibt es nicht. War --speed gemeint?',
    ]);
  });

  it('is what the program runs', async () => {
    expect(await runProgram([], '', { LOG_LEVEL: 'loud', PORT: 'eighty' })).toEqual({
      code: 2,
      stdout: '',
      stderr: [
        '2 settings cannot work:',
        '- PORT is “eighty”; it must be a whole number from 0 to 65535.',
        '- LOG_LEVEL is “loud”; it must be one of trace, debug, info, warn, error, fatal, silent.',
        '',
      ].join('\n'),
    });
  });
});
