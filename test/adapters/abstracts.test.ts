import { describe, expect, test } from 'vitest';
import { renderAbstract as onDiscord } from '../../adapters/discord/rendering/pieces.ts';
import { renderAbstract as onSlack } from '../../adapters/slack/rendering/body.ts';
import { plainText } from '../../src/cards/plainText.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { decodeSchedule } from '../../src/schedule/decode.ts';

function inTerminal(source: string, width = 60): string {
  const card = {
    ...({ kind: 'talk', title: 'T', summary: 'T' } as const),
    blocks: [{ kind: 'markdown', source } as const],
  };
  const [, ...lines] = plainText(card, { width, messages: messagesFor('en') }).split('\n');
  return lines.map((line) => line.replace(/^ {2}/, '')).join('\n');
}

/** What is shown of an abstract; Slack's and the terminal's where they differ from Discord's. */
const SHOWN: Readonly<
  Record<string, { source: string; discord: string; slack?: string; terminal?: string }>
> = {
  'lines that stay lines': {
    source: 'Programme:\n09:00 Doors\n09:30 **First\ntalk**',
    discord: 'Programme:\n09:00 Doors\n09:30 **First\ntalk**',
    slack: 'Programme:\n09:00 Doors\n09:30 *First*\n*talk*',
    terminal: 'Programme:\n09:00 Doors\n09:30 First\ntalk',
  },
  'ordered lists with their numbers, and what is nested in them': {
    source: '3. boats\n4. ships\n   - tugs\n\n     and more\n5. rafts',
    discord: '3. boats\n4. ships\n   - tugs\n     and more\n5. rafts',
    slack: '3. boats\n4. ships\n    • tugs\n        and more\n5. rafts',
  },
  'code with its indentation and empty lines': {
    source: '```python\n\tif a:\n\n    print(`1`)\n```',
    discord: '```\n\tif a:\n\n    print(`1`)\n```',
    slack: '```\n\tif a:\n\n    print(ˋ1ˋ)\n```',
    terminal: '    if a:\n\n    print(`1`)',
  },
  'tables in columns': {
    source: '| harbour | *boats* |\n|---|--:|\n| Kiel | 12 |\n| 東京 | `7` |',
    discord: '```\nharbour  boats\n───────  ─────\nKiel     12\n東京     7\n```',
    terminal: 'harbour  boats\n───────  ─────\nKiel     12\n東京     7',
  },
  'tables that are too wide for columns, a row a line': {
    source: `| a | b |\n|---|---|\n| ${'x'.repeat(70)} | *y* |`,
    discord: `a \\| b\n${'x'.repeat(70)} \\| *y*`,
    slack: `a | b\n${'x'.repeat(70)} | _y_`,
    terminal: `a | b\n${'x'.repeat(58)}\n${'x'.repeat(12)} | y`,
  },
  'addresses behind the words of links': {
    source:
      'See [the *slides*](https://a.example/s), ![](https://a.example/p.png) and [more][1].\n\n[1]: https://a.example/?a=1&b=2',
    discord:
      'See the *slides* (<https://a.example/s>), <https://a.example/p.png> and more (<https://a.example/?a=1&b=2>).',
    slack:
      'See the _slides_ (<https://a.example/s>), <https://a.example/p.png> and more (<https://a.example/?a=1&amp;b=2>).',
    terminal:
      'See the slides (https://a.example/s),\nhttps://a.example/p.png and more\n(https://a.example/?a=1&b=2).',
  },
  'addresses without words once': {
    source: 'https://a.example/x_y_z. <https://a.example/q> www.a.example <me@a.example>',
    discord:
      '<https://a.example/x_y_z>. <https://a.example/q> <http://www.a.example/> me\\@a.example',
    slack: '<https://a.example/x_y_z>. <https://a.example/q> <http://www.a.example/> me@a.example',
    terminal: 'https://a.example/x_y_z. https://a.example/q\nhttp://www.a.example me@a.example',
  },
  'no address but that which opens, whatever the words say': {
    source: '[https://bank.example](https://evil.example) [x](javascript:alert(1)) [y](/relative)',
    discord: 'https\\://bank.example (<https://evil.example/>) x y',
    slack: 'https://bank.example (<https://evil.example/>) x y',
    terminal: 'https://bank.example (https://evil.example) x y',
  },
  'lines through words': {
    source: 'At ~~ten~~ eleven, ~6 of us',
    discord: 'At ~~ten~~ eleven, \\~6 of us',
    slack: 'At ~ten~ eleven, ∼6 of us',
    terminal: 'At ~~ten~~ eleven, ~6 of us',
  },
  'quotes, whose long lines go on under themselves': {
    source: `> ${'word '.repeat(14)}\n> - a point`,
    discord: `> ${'word '.repeat(14).trim()}\n> - a point`,
    slack: `> ${'word '.repeat(14).trim()}\n> • a point`,
    terminal: `> ${'word '.repeat(11).trim()}\n> ${'word '.repeat(3).trim()}\n> - a point`,
  },
};

describe('an abstract', () => {
  test.each(Object.entries(SHOWN))('has %s', (_, { source, discord, slack, terminal }) => {
    expect({
      discord: onDiscord(source),
      slack: onSlack(source),
      terminal: inTerminal(source),
    }).toEqual({ discord, slack: slack ?? discord, terminal: terminal ?? discord });
  });
});

/** As pretalx exports what was typed into its form: Markdown, with its lines ended as browsers do. */
test('an abstract of pretalx goes from its file to what is shown, line by line', () => {
  const abstract = [
    ...['Bring:', 'a rope', 'a knife', '', '1. tie', '2. cut', '   - twice', ''],
    ...['```sh', 'if knot; then', '    pull', 'fi', '```', ''],
    ...['| rope | metres |', '|---|---|', '| hemp | 12 |', ''],
    'Read [the knots](https://knots.example/all).',
  ];
  const talk = {
    ...{ id: 1, guid: 'f0d9c7b4-7c1c-5b0e-9a53-0a4f1f6a2b11', title: 'Knots', type: 'Workshop' },
    ...{ date: '2027-05-01T10:00:00+02:00', start: '10:00', duration: '01:00', room: 'Quay' },
    ...{ abstract: abstract.join('\r\n'), description: '', persons: [], links: [] },
  };
  const day = { index: 1, date: '2027-05-01', rooms: { Quay: [talk] } };
  const { conference } = decodeSchedule(
    Buffer.from(
      JSON.stringify({
        generator: { name: 'pretalx', version: '2026.2.1' },
        schedule: {
          version: 'v1',
          conference: { title: 'Ropes', time_zone_name: 'Europe/Oslo', days: [day] },
        },
      }),
    ),
  );
  const [read] = conference.talks;
  const source = read?.abstract ?? '';

  expect(read?.type).toBe('Workshop');
  const lines = ['Bring:', 'a rope', 'a knife', '', '1. tie', '2. cut', '   - twice', ''];
  const table = ['rope  metres', '────  ──────', 'hemp  12'];
  const code = ['if knot; then', '    pull', 'fi'];
  const fenced = (inner: readonly string[]) => ['```', ...inner, '```', ''];
  expect(onDiscord(source).split('\n')).toEqual([
    ...lines,
    ...fenced(code),
    ...fenced(table),
    'Read the knots (<https://knots.example/all>).',
  ]);
  expect(onSlack(source).split('\n')).toEqual([
    ...lines.map((line) => line.replace('   - ', '    • ')),
    ...fenced(code),
    ...fenced(table),
    'Read the knots (<https://knots.example/all>).',
  ]);
  expect(inTerminal(source).split('\n')).toEqual([
    ...lines,
    ...code,
    '',
    ...table,
    '',
    'Read the knots (https://knots.example/all).',
  ]);
});
