import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderCard } from '../../../adapters/discord/rendering/card.ts';
import type { Block, Card, TalkRow } from '../../../src/cards/cards.ts';
import { walk } from '../../servers/discord/rules/components.ts';
import { anyCard, UNSEEN } from '../../support/anyCard.ts';
import { runs } from '../../support/thorough.ts';
import { complaintsAbout } from './complaints.ts';

const MARKUP = [
  '@everyone',
  '**bold** __under__ ~~gone~~ ||spoiler||',
  '# heading',
  '[click](https://evil.example)',
  'discord.gg/abc',
  '<@&123> <#5> <t:0:R> </talk:1>',
];

describe('any card', () => {
  test('keeps every limit of a Discord message', () => {
    fc.assert(
      fc.property(anyCard(MARKUP), (any) => {
        expect(complaintsAbout(any)).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });
});

test('nothing that people copy holds what is not seen', () => {
  fc.assert(
    fc.property(anyCard(MARKUP), (any) => {
      expect(textOf(any)).not.toMatch(UNSEEN);
    }),
  );
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

describe('what is asked for less often', () => {
  const more = ['Details', 'Add to calendar', 'Remind me …'].map((label) => ({ label, id: label }));
  const star = { kind: 'action', id: 'star', label: '☆ Star', style: 'primary' } as const;
  const menu: Block = {
    kind: 'menu',
    placeholder: 'Open a talk …',
    options: [{ label: 'Talk', id: 'Details' }],
  };
  const row: Block = { ...TALK_ROW, button: star, more };
  const rowsOf = (...blocks: readonly Block[]) =>
    renderCard({ kind: 'talk', title: 'T', summary: 'T', blocks }).components.flatMap((each) =>
      each.type === ComponentType.ActionRow
        ? [each.components.map((control) => ('label' in control ? control.label : 'menu'))]
        : [],
    );

  test('stands beside the other buttons, in rows of about the same length', () => {
    const share = { ...star, id: 'share', label: 'Share' };
    const six: Block = { kind: 'buttons', buttons: [star, share, { ...star, id: 'all' }], more };
    expect(rowsOf({ kind: 'buttons', buttons: [star], more })).toEqual([
      ['☆ Star', 'Details', 'Add to calendar', 'Remind me …'],
    ]);
    expect(rowsOf(six)).toEqual([
      ['☆ Star', 'Share', '☆ Star'],
      ['Details', 'Add to calendar', 'Remind me …'],
    ]);
  });

  test('takes the place of a menu of one talk', () => {
    const share = { label: 'Share to channel', id: 'h1:fosdem20:share:talk:9053' };
    const shareable: Block = { ...row, more: [...more, share] };
    expect(rowsOf(shareable, menu)).toEqual([['Details', 'Add to calendar', 'Remind me …']]);
  });

  test('stays behind the menu where there are several talks, or buttons already', () => {
    const other = { ...star, id: 'lead', label: 'Lead time' };
    expect(rowsOf(row, TALK_ROW, menu)).toEqual([['menu']]);
    expect(rowsOf(row, menu, { kind: 'buttons', buttons: [other] })).toEqual([
      ['menu'],
      ['Lead time'],
    ]);
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

  test('of an abstract keep emphasis and show where links lead', () => {
    const abstract = 'A *great* [deal](https://evil.example) <b>now</b>\n\n- one\n- @here';
    expect(textOf(talk('T', abstract))).toBe(
      '## T\nA *great* deal (<https://evil.example/>) now\n\n- one\n- \\@here',
    );
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
