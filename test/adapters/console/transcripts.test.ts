import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { expectGolden } from '../../support/golden.ts';
import { type Ended, runProgram } from '../../support/program.ts';
import { runHere } from '../../support/serving.ts';
import { FRINGE, MAIN, SOLO, WEB } from '../../support/sideEvent.ts';

const GOLDEN = new URL('../../golden/console/', import.meta.url);

interface Transcript {
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
  readonly web?: Readonly<Record<string, string>>;
}

const TRANSCRIPTS: Readonly<Record<string, Transcript>> = {
  'first-questions': {
    lines: [
      '/talk crfs',
      '/talk kube proxy',
      '/talk stephane graber',
      '/now',
      '/next',
      '/schedule',
    ],
  },
  'reader-elsewhere': {
    environment: { TZ: 'America/New_York' },
    lines: ['/talk crfs', '/now'],
  },
  'in-the-middle-of-the-day': {
    args: ['--from', '2020-02-01T11:30+01:00'],
    lines: ['/now', '/next', '/schedule', '!19', '/talk', '/talk podman', '/talk day:sat after:17'],
  },
  'starring-and-sharing': {
    lines: [
      'live migration',
      '!1',
      '/mytalks',
      ...['!5', '!8', 'soon', '20', '!8 15', '!99'],
      ...['/talk seccomp', '!4', '!5', '!1'],
      ...['/talk crfs', '!1', '/mytalks', '!2'],
      ...['/mytalks settings', '!10', '/mytalks'],
      ...['/mytalks recordings on', '/mytalks feedback on', '/mytalks feedback off'],
    ],
  },
  'language-and-zone': {
    lines: [
      ...['/talk crfs', '/mytalks settings', '!18', '/talk crfs', '/mytalks zonne'],
      ...['/mytalks zone Lisbonn', '!1', '/talk crfs', '/mytalks zone Atlantis'],
      ...['/mytalks zone auckland', '/talk crfs', '/mytalks zone auckland', '!1', '!16'],
    ],
  },
  following: {
    lines: [
      '/follow',
      '/follow Daniel Borkmann',
      'anything about seccomp',
      ...['follow this', '/talk crfs', '!5', '!1', '/follow', '!1', '/mytalks'],
      ...['tell me about every talk by stephane graber', 'what do I follow?', 'unfollow seccomp'],
    ],
  },
  conversation: {
    args: ['--from', '2020-02-01T10:40+01:00'],
    lines: [
      'hello',
      "what's on now?",
      ...['and after that?', 'star it', 'remind me 20 minutes before', 'what did I star?'],
      ...['talks about security after 3pm', 'the second one', 'who is stephane graber?'],
      ...['where can I buy fries?', 'thanks!'],
    ],
  },
  'conversation-in-german': {
    args: ['--from', '2020-02-01T10:40+01:00'],
    environment: { LANG: 'de_DE.UTF-8' },
    lines: [
      'was läuft jetzt?',
      'und danach?',
      'merk dir das',
      'was habe ich mir gemerkt?',
      'danke',
    ],
  },
  organising: {
    lines: [
      '/conference announce #general lead=5',
      '/conference preview hours=1',
      '/conference mute #general',
      '/conference use http://localhost/schedule.xml',
      '/conference delay UD2.208 15',
      '/changes',
      'what changed since breakfast?',
      '/next',
      '/conference stream UD2.208 http://live.fosdem.org/watch/ud2208',
      '/conference stream UD2.208 https://live.fosdem.org/watch/ud2208',
      '/conference status',
      '/conference stream UD2.208 none',
      '/conference status show:log',
    ],
  },
  'a-talk-by-hand': {
    lines: [
      ...['/conference talk podman move 15:30', '!1'],
      ...['/next', '/changes', '/conference status'],
      ...['/conference talk "lazy distribution" cancel', '!1'],
      ...[
        '/conference talk "Supervising and emulating syscalls" rename Seccomp, carefully',
        '!1',
        '/talk carefully',
      ],
      ...['/conference talk podman restore', '!1', '/conference talk podman restore'],
      '/conference talk podman move soon',
      '/conference talk podman move 15:30 ballroom',
      '/conference talk podman move 3:00 UD2.208',
      '/conference talk container cancel',
      '/conference talk nobody-knows-it cancel',
      '/conference talk podman rename',
      '/conference talk podman dance',
    ],
  },
  'people-behind-it': {
    args: ['--from', '2020-02-01T10:40+01:00'],
    lines: [
      ...['/speaker', '/speaker claim crfs', '/speaker claim crfs'],
      ...['/conference status', '/speaker drop', '/speaker drop'],
      ...['/room UD2.208', '/room UD2.208 full', '/talk crfs', '/room UD2.208 late 10', '/now'],
      ...['/room UD2.208 free', '/room UD2.208 late', '/room ballroom full'],
      '/conference status show:log',
    ],
  },
  'several-conferences': {
    args: ['--from', '2020-02-01T10:40+01:00'],
    web: WEB,
    lines: [
      ...[`/conference use ${SOLO}`, `/conference use ${MAIN}`, '!1'],
      ...['/conference announce #general', '/talk crfs', '!1', `/conference use ${FRINGE}`, '!1'],
      ...['distribution', '/talk distribution conf:fringe', '/talk bread conf:solo', '/next'],
      ...['/conference status', '/talk knitting', '!3', '/mytalks'],
      ...['/conference stream Cellar https://live.example/cellar', '/conference drop', '!2'],
      ...[
        'distribution',
        '/mytalks',
        '/conference status show:log',
        '/conference drop',
        '!1',
        '/next',
      ],
    ],
  },
  'what-goes-wrong': {
    lines: [
      '/dance',
      '!1',
      '!123456',
      '/now ballroom',
      '/schedule someday',
      '/schedule sat "UD2.208',
      '/conference announce',
      '/conference dance',
      '/talk room:ballroom containers',
      `/talk ${'very '.repeat(40)}long`,
      '/talk \u001b[31mred\u0007 @everyone',
    ],
  },
  german: tour('de_DE', [
    ...['was läuft jetzt?', 'was kommt als Nächstes in UD2.208?', '/changes gestern'],
    ...['/talk ist:gemerkt', '/talk raum:ballroom container', '/mytalks recordings an'],
    '/conference announce #general lead=5 language=Deutsch',
  ]),
  french: tour('fr_BE', [
    ...['il y a quoi en ce moment ?', 'quelle est la suite en UD2.208 ?', '/changes hier'],
    ...['/talk sur:liste', '/talk salle:ballroom container', '/mytalks recordings oui'],
    '/conference announce #general lead=5 language=Français',
  ]),
  dutch: tour('nl_BE', [
    ...['wat is er nu bezig?', 'wat komt hierna in UD2.208?', '/changes gisteren'],
    ...['/talk op:lijst', '/talk zaal:ballroom container', '/mytalks recordings aan'],
    '/conference announce #general lead=5 language=Nederlands',
  ]),
  spanish: tour('es_MX', [
    ...['¿qué hay ahora?', '¿qué viene después en UD2.208?', '/changes ayer'],
    ...['/talk en:lista', '/talk sala:ballroom container', '/mytalks recordings sí'],
    '/conference announce #general lead=5 language=Español',
  ]),
};

/** In another language a little of everything, beginning with what its readers type in their own words. */
function tour(language: string, own: readonly string[]): Transcript {
  return {
    args: ['--from', '2020-02-01T10:40+01:00'],
    environment: { LANG: `${language}.UTF-8` },
    lines: [
      ...['/talk crfs', '/mytalks', '/mytalks settings', ...own],
      ...['/conference preview hours=1', '/conference mute #general', '/now', '/next'],
      ...['/follow seccomp', '/follow', '/conference delay UD2.208 15', '/room UD2.208 full'],
      ...['/conference talk podman move 15:30', '!1', '/speaker claim crfs', '/speaker'],
      ...['/conference say "…"', '/conference status', '/conference doctor'],
      ...['/conference interest', '/conference status show:log', '/help'],
      ...['/dance', '!1', '!99', '/room UD2.208 late', '/schedule 9', '/talk zzzz'],
      ...['/conference use http://localhost/', '/talk crfs', '!1', '/mytalks', '/mytalks forget'],
    ],
  };
}

describe('the terminal, from a pipe', () => {
  it.each(Object.entries(TRANSCRIPTS))('%s', async (name, transcript) => {
    await expectTold(name, await runHere(...said(transcript), transcript.web));
  });

  it.each(['in-the-middle-of-the-day', 'conversation', 'conversation-in-german'])(
    'says the same from a process of its own: %s',
    async (name) => {
      const ended = await runProgram(...said(TRANSCRIPTS[name] ?? { lines: [] }));
      const golden = await readFile(new URL(`${name}.txt`, GOLDEN), 'utf8');
      expect(ended).toMatchObject({ code: 0, stderr: '' });
      expect(withoutEdits(ended.stdout)).toBe(withoutEdits(golden));
    },
  );

  it('answers programs with one object a line', async () => {
    const { stdout, stderr } = await runHere(['--json'], '/talk crfs\n!2\n/dance\n');
    const replies = stdout
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(replies.map(({ kind, asked, audience }) => ({ kind, asked, audience }))).toEqual([
      { kind: 'reply', asked: '/talk crfs', audience: 'caller' },
      { kind: 'reply', asked: '!2', audience: 'everyone' },
      { kind: 'reply', asked: '/dance', audience: 'caller' },
    ]);
    expect(replies[0]).toMatchObject({
      card: { kind: 'talk', title: 'Lazy distribution of container images' },
    });
    expect(stderr).toContain('ten minutes before the first talk');
  });
});

function said({ args = [], lines, environment = {} }: Transcript) {
  return [args, `${lines.join('\n')}\n`, environment] as const;
}

/** A list is edited when a second has passed, which in a process of its own is anywhere. */
function withoutEdits(told: string): string {
  return told.replaceAll(/^DM \| \(edited\)\n(?:DM \|.*\n)*\n/gm, '');
}

async function expectTold(name: string, { stdout, ...ended }: Ended): Promise<void> {
  expect(ended).toEqual({ code: 0, stderr: '' });
  await expectGolden(`console/${name}.txt`, stdout);
}
