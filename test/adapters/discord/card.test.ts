import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderCard } from '../../../adapters/discord/card.ts';
import type { Block, Button, Card, Inline, TalkRow } from '../../../src/cards/card.ts';
import { walk } from '../../servers/discord/rules/components.ts';
import { complaintsAbout } from './complaints.ts';

const nasty = fc.constantFrom(
  '@everyone',
  '**bold** __under__ ~~gone~~ ||spoiler||',
  '# heading',
  '```code',
  '[click](https://evil.example)',
  'https://evil.example/x discord.gg/abc',
  '<@&123> <#5> <t:0:R> </talk:1>',
  '\u202Eright to left\u2066',
  '- list\n> quote\n1. one',
  '\\',
  '',
  ' ',
  '🎉'.repeat(60),
  '\uD83D',
);
const words = fc.oneof(nasty, fc.string({ maxLength: 80 }), fc.string({ unit: 'grapheme' }));
const long = fc
  .tuple(words, fc.integer({ min: 1, max: 30_000 }))
  .map(([text, length]) =>
    `${text} `.repeat(Math.ceil(length / (text.length + 1))).slice(0, length),
  );
const anyText = fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: long });
const id = fc.string({ minLength: 1, maxLength: 100 });
const button: fc.Arbitrary<Button> = fc.oneof(
  fc.record({
    kind: fc.constant('action' as const),
    id: fc.oneof(id, fc.constantFrom('same', 'same too')),
    label: anyText,
    style: fc.constantFrom('primary' as const, 'secondary' as const, 'danger' as const),
  }),
  fc.record({
    kind: fc.constant('link' as const),
    url: fc.oneof(fc.webUrl(), long, fc.constant('javascript:alert(1)')),
    label: anyText,
  }),
);
const inline: fc.Arbitrary<Inline> = fc.oneof(
  anyText,
  fc.record({ kind: fc.constantFrom('strong', 'struck', 'code'), text: anyText }),
  fc.record({
    kind: fc.constant('link' as const),
    text: anyText,
    url: fc.oneof(fc.webUrl(), anyText),
  }),
  fc.record({
    kind: fc.constant('time' as const),
    at: fc.integer({ min: 0, max: 4e12 }),
    venue: words,
    style: fc.constantFrom('time' as const, 'dateTime' as const),
  }),
) as fc.Arbitrary<Inline>;
const line = fc.array(inline, { maxLength: 5 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('heading' as const), text: anyText }),
  fc.record({
    kind: fc.constant('text' as const),
    text: line,
    tone: fc.constantFrom('normal', 'quiet'),
  }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: words, value: line }), { maxLength: 8 }),
  }),
  fc.record({ kind: fc.constant('markdown' as const), source: anyText }),
  fc.record(
    {
      kind: fc.constant('row' as const),
      title: anyText,
      struck: fc.boolean(),
      details: fc.array(line, { maxLength: 3 }),
      open: id,
      button,
    },
    { requiredKeys: ['kind', 'title', 'struck', 'details'] },
  ),
  fc.constant({ kind: 'divider' as const }),
  fc.record({
    kind: fc.constant('buttons' as const),
    buttons: fc.array(button, { maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('menu' as const),
    placeholder: anyText,
    options: fc.array(
      fc.record({ label: anyText, description: anyText, id }, { requiredKeys: ['label', 'id'] }),
      { maxLength: 30 },
    ),
  }),
) as fc.Arbitrary<Block>;
const card: fc.Arbitrary<Card> = fc.record({
  kind: fc.constantFrom('talk' as const, 'talks' as const, 'problem' as const),
  title: anyText,
  summary: words,
  blocks: fc.array(block, { maxLength: 45 }),
});

describe('any card', () => {
  test('keeps every limit of a Discord message', () => {
    fc.assert(
      fc.property(card, (any) => {
        expect(complaintsAbout(any)).toEqual([]);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

const TALK_ROW: TalkRow = {
  kind: 'row',
  title: 'Talk',
  struck: false,
  details: [['Sat 10:00 · Room']],
};

function listOf(count: number): Card {
  const rows = Array.from({ length: count }, (_, index): Block => {
    const button = {
      kind: 'action',
      id: `star:${index}`,
      label: '☆ Star',
      style: 'secondary',
    } as const;
    return { ...TALK_ROW, title: `Talk ${index + 1}`, open: `open:${index}`, button };
  });
  const options = Array.from({ length: Math.min(count, 25) }, (_, index) => ({
    label: `Talk ${index + 1}`,
    id: `open:${index}`,
  }));
  const menu: Block = { kind: 'menu', placeholder: 'Open a talk …', options };
  return { kind: 'talks', title: 'Talks', summary: 'Talks', blocks: [...rows, menu] };
}

function textOf(given: Card): string {
  return walk([renderCard(given)])
    .map(({ component }) => String(component['content'] ?? ''))
    .filter((text) => text !== '')
    .join('\n');
}

function kindsOf(given: Card): readonly unknown[] {
  return walk([renderCard(given)]).map(({ component }) => component['type']);
}

describe('a list of talks', () => {
  test('gives each talk a section with its star, and the menu to open it', () => {
    const rendered = renderCard(listOf(2));
    expect(rendered.components).toMatchObject([
      { type: 10, content: '## Talks' },
      {
        type: 9,
        components: [{ content: '**Talk 1**\n-# Sat 10:00 · Room' }],
        accessory: { custom_id: 'star:0' },
      },
      {
        type: 9,
        components: [{ content: '**Talk 2**\n-# Sat 10:00 · Room' }],
        accessory: { custom_id: 'star:1' },
      },
      {
        type: 1,
        components: [
          { type: 3, options: [{ value: 'open:0', label: 'Talk 1' }, { value: 'open:1' }] },
        ],
      },
    ]);
  });

  test('that is too long for stars keeps all its talks, and the stars of the first', () => {
    const twenty = listOf(20);
    expect(textOf(twenty)).toContain('**Talk 20**');
    expect(kindsOf(twenty).filter((kind) => kind === 9)).toHaveLength(11);
    expect(complaintsAbout(twenty)).toEqual([]);
  });

  test('that is too long for a message says how many talks are left out', () => {
    const text = textOf(listOf(150));
    expect(text).toContain('**Talk 1**');
    const [, left] = text.match(/-# … \+(\d+)$/) ?? [];
    expect(text.match(/\*\*Talk \d+\*\*/g)?.length).toBe(150 - Number(left));
  });
});

describe('untrusted words', () => {
  const talk = (title: string, abstract = ''): Card => ({
    kind: 'talk',
    title,
    summary: title,
    blocks: [{ kind: 'markdown', source: abstract }],
  });

  test.each([
    ['@everyone come here', '## \\@everyone come here'],
    ['<@&42> and <#7>', '## \\<\\@&42\\> and \\<\\#7\\>'],
    ['discord.gg/free', '## discord\\.gg/free'],
    ['https://evil.example', '## https\\://evil.example'],
    ['# a\n- b', '## \\# a \\- b'],
    ['\u202Etxt.exe\u200B', '## txt.exe'],
    ['C++ & *pointers*', '## C++ & \\*pointers\\*'],
  ])('of the title %j stay text', (title, shown) => {
    expect(textOf(talk(title))).toBe(shown);
  });

  test('of an abstract keep emphasis and lose links', () => {
    const abstract = 'A *great* [deal](https://evil.example) <b>now</b>\n\n- one\n- @here';
    expect(textOf(talk('T', abstract))).toBe('## T\nA *great* deal now\n\n- one\n- \\@here');
  });

  test('of a long abstract are cut where no markup is open', () => {
    const abstract = `**bold words here** and more. `.repeat(1_000);
    const text = textOf(talk('T', abstract));
    expect(text.length).toBeLessThanOrEqual(4_000);
    expect(text.length).toBeGreaterThan(3_000);
    expect(text).toMatch(/ …$/);
    expect((text.match(/\*\*/g) ?? []).length % 2).toBe(0);
  });
});

describe('links', () => {
  const linked = (text: string, url: string) =>
    textOf({
      kind: 'talk',
      title: 'T',
      summary: 'T',
      blocks: [{ kind: 'text', tone: 'normal', text: [{ kind: 'link', text, url }] }],
    });

  test.each([
    ['Slides', 'https://example.org/a%2Fb?q=1', '## T\n[Slides](<https://example.org/a%2Fb?q=1>)'],
    ['Slides', 'https://example.org/a b>c', '## T\n[Slides](<https://example.org/a%20b%3Ec>)'],
    ['https://example.org/', 'https://example.org/', '## T\n<https://example.org/>'],
    ['Slides', 'javascript:alert(1)', '## T\nSlides'],
    ['https://bank.example', 'https://evil.example/', '## T\n<https://evil.example/>'],
  ])('%s to %s', (text, url, shown) => {
    expect(linked(text, url)).toBe(shown);
  });
});
