import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderCard } from '../../../adapters/slack/rendering/card.ts';
import { typedWords } from '../../../adapters/slack/requests/typed.ts';
import type { Block, Button, Card, Inline, Reader } from '../../../src/cards/cards.ts';
import { partsOf } from '../../servers/slack/rules/limits.ts';
import { anyCard, UNSEEN } from '../../support/anyCard.ts';
import { runs } from '../../support/thorough.ts';
import { complaintsAbout, textOf } from './complaints.ts';

const MARKUP = [
  '<!channel> <!here> <@U123> <#C1>',
  '*bold* _under_ ~gone~',
  '&amp; &lt;',
  '<https://evil.example|click>',
  ':tada: :+1:',
];

describe('any card', () => {
  test('keeps every limit of a Slack message and of a window', () => {
    fc.assert(
      fc.property(anyCard(MARKUP), (any) => {
        expect(complaintsAbout(any)).toEqual([]);
      }),
      { numRuns: runs(100) },
    );
  });
});

function listOf(count: number): Card {
  const rows = Array.from(
    { length: count },
    (_, index): Block => ({
      kind: 'row',
      title: `Talk ${index + 1}`,
      struck: index === 1,
      details: [['Sat 10:00 · Room']],
      button: { kind: 'action', id: `star:${index}`, label: '☆ Star', style: 'secondary' },
    }),
  );
  return { kind: 'talks', title: 'Talks', summary: 'Talks', blocks: rows };
}

describe('what people copy', () => {
  test('holds nothing that is not seen, whatever was in the schedule', () => {
    fc.assert(
      fc.property(anyCard(MARKUP), (any) => {
        expect(textOf(any)).not.toMatch(UNSEEN);
      }),
    );
  });

  test.each([
    'room:UD2.208',
    'by:"Stéphane Graber"',
    '/conference use https://conference.example/s.xml?a=1&b=2',
    'std::vector<int> 10:30:00 :tada: a*b*c _x_',
  ])('of an example is what was meant by it: %s', (code) => {
    const blocks: Block[] = [
      { kind: 'text', text: [{ kind: 'code', text: code }], tone: 'normal' },
    ];
    const shown = textOf({ kind: 'help', title: 'T', summary: 'T', blocks });
    expect(typedWords(shown.slice(1, -1))).toBe(code);
  });
});

const starred = (title: string): Button => ({
  ...{ kind: 'action', id: `unstar:${title}`, label: '★ Starred' },
  ...{ spoken: `Starred: ${title}`, style: 'primary' },
});

describe('a button', () => {
  const seen = (blocks: readonly Block[]) =>
    partsOf(renderCard({ kind: 'talks', title: 'T', summary: 'T', blocks }))
      .filter(({ type }) => type === 'button')
      .map((part) => [part['accessibility_label'], part['style']]);

  test('of a set is primary where it is the first to be', () => {
    const plainOne: Button = { kind: 'action', id: 'share', label: 'Share', style: 'secondary' };
    const buttons = [plainOne, starred('One'), starred('Two')];
    expect(seen([{ kind: 'buttons', buttons }])).toEqual([
      [undefined, undefined],
      ['Starred: One', 'primary'],
      ['Starred: Two', undefined],
    ]);
  });

  test('of a row stands out from no other row, and says whose star it is in 75 characters', () => {
    const titles = ['One', 'x'.repeat(100)];
    const rows = titles.map(
      (title): Block => ({
        ...{ kind: 'row', title, struck: false, details: [] },
        button: starred(title),
      }),
    );
    expect(seen(rows)).toEqual([
      ['Starred: One', undefined],
      [`Starred: ${'x'.repeat(65)}…`, undefined],
    ]);
  });
});

describe('a list of talks', () => {
  test('gives each talk a section with its star', () => {
    expect(renderCard(listOf(2))).toMatchObject([
      { type: 'header', text: { type: 'plain_text', text: 'Talks', emoji: false } },
      {
        type: 'section',
        text: { type: 'mrkdwn', text: '*Talk 1*\nSat 10:00 · Room', verbatim: true },
        accessory: { type: 'button', action_id: 'star:0' },
      },
      { text: { text: '~*Talk 2*~\nSat 10:00 · Room' } },
    ]);
  });

  const more = ['Details', 'Remind me …'].map((label, index) => ({ label, id: `do:${index}` }));
  const menu: Block = { kind: 'menu', placeholder: 'Open …', options: more.slice(0, 1) };
  const withMore = (count: number): Card => {
    const list = listOf(count);
    const rows = list.blocks.map((row) => ({ ...row, more }) as Block);
    return { ...list, blocks: [...rows, menu] };
  };

  test('has what else can be done with a talk below its star, and no second menu for it', () => {
    const [, title, details, ...rest] = renderCard(withMore(1));
    expect([title, details]).toMatchObject([
      { text: { text: '*Talk 1*' }, accessory: { action_id: 'star:0' } },
      {
        text: { text: 'Sat 10:00 · Room' },
        accessory: {
          type: 'overflow',
          action_id: 'more',
          options: [
            { text: { text: 'Details' }, value: 'do:0' },
            { text: { text: 'Remind me …' }, value: 'do:1' },
          ],
        },
      },
    ]);
    expect(rest).toEqual([]);
  });

  test('leaves no talk out for the sake of menus', () => {
    const list = withMore(40);
    expect(textOf(list)).toContain('*Talk 40*');
    expect(JSON.stringify(renderCard(list))).not.toContain('overflow');
    expect(JSON.stringify(renderCard(list))).toContain('static_select');
  });

  test('that is too long for a message says how many talks are left out', () => {
    const text = textOf(listOf(150));
    expect(text).toContain('*Talk 1*');
    const [, left] = text.match(/… \+(\d+)$/) ?? [];
    expect(text.match(/\*Talk \d+\*/g)?.length).toBe(150 - Number(left));
  });
});

describe('a text that is too long', () => {
  const cutTo = (start: string, repeated: string): string => {
    const source = `${start}${repeated.repeat(1_500)}`;
    return textOf({
      ...{ kind: 'talk', title: 'T', summary: 'T' },
      blocks: [{ kind: 'markdown', source }],
    });
  };

  test.each([0, 1, 2, 3, 4])('ends with no half of an entity (after %i letters)', (letters) => {
    expect(cutTo('x'.repeat(letters), 'a&b')).toMatch(/^x*(?:a&amp;b)+(?:a|a&amp;)?…$/u);
  });

  test.each([0, 1, 2, 3, 4, 5, 6, 7])(
    'ends with no half of a link (after %i letters)',
    (letters) => {
      const link: Inline = { kind: 'link', text: 'Slides', url: 'https://example.org/' };
      const value = ['x'.repeat(letters), ...Array.from({ length: 200 }, () => link)];
      const text = textOf({
        ...{ kind: 'talk', title: 'T', summary: 'T' },
        blocks: [{ kind: 'facts', facts: [{ label: 'Links', value }] }],
      });
      expect(text).toMatch(/(?:<https:\/\/example.org\/\|Slides>)+…$/u);
    },
  );

  test('leaves no code open', () => {
    expect(cutTo('```\n', 'code ').match(/```/gu)).toHaveLength(2);
  });
});

describe('times', () => {
  const time: Inline = {
    kind: 'time',
    at: Date.UTC(2020, 1, 1, 9, 30),
    venue: 'Sat 1 Feb, 10:30–10:50',
    style: 'dateTime',
  };
  const shownTo = (reader?: Reader): string => {
    const blocks: Block[] = [
      { kind: 'text', text: [time], tone: 'normal' },
      { kind: 'facts', facts: [{ label: 'When', value: [time] }] },
    ];
    const card: Card = { kind: 'talk', title: 'T', summary: 'T', blocks };
    return textOf(reader === undefined ? card : { ...card, reader });
  };
  const token = '<!date^1580549400^{date_short_pretty} {time}|Sat 1 Feb, 09:30 UTC>';

  test('are the venue’s alone for a reader whose clock says the same', () => {
    const plain = 'Sat 1 Feb, 10:30–10:50';
    expect(shownTo({ locale: 'en', timeZone: 'Europe/Paris' })).toBe(`${plain}\n*When*  ${plain}`);
  });

  test.each([
    ['Asia/Tokyo', '<!date^1580549400^{time}|09:30 UTC>'],
    ['Pacific/Pago_Pago', '<!date^1580549400^{date_short_pretty} {time}|Sat 1 Feb, 09:30 UTC>'],
  ])(
    'have the reader’s beside them where that differs, the date only if it does: %s',
    (zone, own) => {
      const both = `Sat 1 Feb, 10:30–10:50 (${own} your time)`;
      expect(shownTo({ locale: 'en', timeZone: zone })).toBe(`${both}\n*When*  ${both}`);
    },
  );

  test.each([
    [undefined, `Sat 1 Feb, 10:30 at the venue is ${token} where you are.`],
    [
      { locale: 'de' },
      `Sat 1 Feb, 10:30 vor Ort ist bei dir ${token.replace('Sat 1 Feb', 'Sa., 1. Feb.')}.`,
    ],
  ])(
    'say once what they are elsewhere, where many read or nobody knows who (%j)',
    (reader, last) => {
      expect(shownTo(reader).split('\n').at(-1)).toBe(last);
      expect(shownTo(reader)).toContain('*When*  Sat 1 Feb, 10:30–10:50\n');
    },
  );
});

describe('untrusted words', () => {
  const titled = (title: string): Card => ({
    kind: 'talk',
    title: 'T',
    summary: 'T',
    blocks: [{ kind: 'heading', text: title }],
  });

  test.each([
    ['<!channel> come', '*&lt;!channel&gt; come*'],
    ['<@U123ABC> & <#C1>', '*&lt;@U123ABC&gt; &amp; &lt;#C1&gt;*'],
    ['*bold* _it_ ~st~ `co`', '*∗bold∗ ˍitˍ ∼st∼ ˋcoˋ*'],
    ['io_uring and foo*bar', '*io_uring and foo*bar*'],
    ['<https://evil.example|bank>', '*&lt;https://evil.example|bank&gt;*'],
    [':tada: party', '*∶tada: party*'],
    ['Sat 11:00: std::vector::at', '*Sat 11:00: std:∶vector::at*'],
    ['\u202Etxt.exe\u200B', '*txt.exe*'],
  ])('of the title %j stay text', (title, shown) => {
    expect(textOf(titled(title))).toBe(shown);
  });

  test('are never looked through for addresses and names', () => {
    fc.assert(
      fc.property(anyCard(MARKUP), (any) => {
        const texts = partsOf(renderCard(any)).filter(({ type }) => type === 'mrkdwn');
        expect(texts.filter(({ verbatim }) => verbatim !== true)).toEqual([]);
      }),
    );
  });

  test('of an abstract keep emphasis, lose mentions and show where links lead', () => {
    const source =
      'A *great* [deal](https://evil.example) <b>now</b>\n\n- one\n- \\<!here> \\<@U1>';
    const abstract: Card = { ...titled('T'), blocks: [{ kind: 'markdown', source }] };
    expect(textOf(abstract)).toBe(
      'A _great_ deal (<https://evil.example/>) now\n\n• one\n• &lt;!here&gt; &lt;@U1&gt;',
    );
  });
});

describe('links', () => {
  const linked = (text: string, url: string): string =>
    textOf({
      kind: 'talk',
      title: 'T',
      summary: 'T',
      blocks: [{ kind: 'text', tone: 'normal', text: [{ kind: 'link', text, url }] }],
    });

  test('of a button are written as an address is', () => {
    const page = { kind: 'link', label: 'Page', url: ' https://example.org/a b' } as const;
    const card: Card = {
      ...{ kind: 'talk', title: 'T', summary: 'T' },
      blocks: [{ kind: 'buttons', buttons: [page] }],
    };
    expect(renderCard(card)[1]).toMatchObject({ elements: [{ url: 'https://example.org/a%20b' }] });
  });

  test.each([
    [
      'Slides',
      'https://example.org/a%2Fb?q=1&r=2',
      '<https://example.org/a%2Fb?q=1&amp;r=2|Slides>',
    ],
    ['Slides', 'https://example.org/a|b>c', '<https://example.org/a%7Cb%3Ec|Slides>'],
    ['a|b', 'https://example.org/', '<https://example.org/|a¦b>'],
    ['Slides', 'javascript:alert(1)', 'Slides'],
    ['https://bank.example', 'https://evil.example/', '<https://evil.example/>'],
  ])('%s to %s', (text, url, shown) => {
    expect(linked(text, url)).toBe(shown);
  });
});
