import fc from 'fast-check';
import type { Block, Button, Card, Inline, Reader } from '../../src/cards/cards.ts';
import { anyUrl } from './anyUrl.ts';

/** In any title, whatever the platform. */
const NASTY = [
  '```code',
  'https://evil.example/x www.evil.example/y',
  '\u202Eright to left\u2066',
  'hid\u00ADden\u200B be\u2060tween\uFEFF letters',
  '- list\n> quote\n1. one',
  '\\',
  '',
  ' ',
  '🎉'.repeat(60),
  '\uD83D',
];

const id = fc.string({ minLength: 1, maxLength: 100 });

/** Cards of every kind of block, with texts of any length; among these the `markup` of a platform. */
export function anyCard(markup: readonly string[]): fc.Arbitrary<Card> {
  const words = fc.oneof(
    fc.constantFrom(...NASTY, ...markup),
    fc.string({ maxLength: 80 }),
    fc.string({ unit: 'grapheme' }),
  );
  const long = fc
    .tuple(words, fc.integer({ min: 1, max: 30_000 }))
    .map(([text, length]) =>
      `${text} `.repeat(Math.ceil(length / (text.length + 1))).slice(0, length),
    );
  const texts: Texts = {
    words,
    long,
    text: fc.oneof({ weight: 5, arbitrary: words }, { weight: 1, arbitrary: long }),
  };
  return fc.record(
    {
      kind: fc.constantFrom('talk' as const, 'talks' as const, 'problem' as const),
      title: texts.text,
      summary: words,
      blocks: fc.array(anyBlock(texts), { maxLength: 45 }),
      reader: fc.constantFrom<Reader>(
        { locale: 'de' },
        { locale: 'en', timeZone: 'Pacific/Kiritimati' },
      ),
    },
    { requiredKeys: ['kind', 'title', 'summary', 'blocks'] },
  );
}

/** What goes along unseen when it is copied. */
export const UNSEEN = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/u;

interface Texts {
  readonly words: fc.Arbitrary<string>;
  readonly long: fc.Arbitrary<string>;
  readonly text: fc.Arbitrary<string>;
}

function anyBlock(texts: Texts): fc.Arbitrary<Block> {
  const { words, text } = texts;
  const more = fc.array(fc.record({ label: text, id }), { maxLength: 7 });
  const line = fc.array(anyInline(texts), { maxLength: 5 });
  const button = anyButton(texts);
  return fc.oneof(
    fc.record({ kind: fc.constant('heading' as const), text: text }),
    fc.record({
      kind: fc.constant('text' as const),
      text: line,
      tone: fc.constantFrom('normal', 'quiet'),
    }),
    fc.record({
      kind: fc.constant('facts' as const),
      facts: fc.array(fc.record({ label: words, value: line }), { maxLength: 8 }),
    }),
    fc.record({ kind: fc.constant('markdown' as const), source: text }),
    fc.record(
      {
        kind: fc.constant('row' as const),
        title: text,
        struck: fc.boolean(),
        details: fc.array(line, { maxLength: 3 }),
        open: id,
        button,
        more,
      },
      { requiredKeys: ['kind', 'title', 'struck', 'details'] },
    ),
    fc.constant({ kind: 'divider' as const }),
    fc.record(
      {
        kind: fc.constant('buttons' as const),
        buttons: fc.array(button, { maxLength: 30 }),
        more,
      },
      { requiredKeys: ['kind', 'buttons'] },
    ),
    fc.record({
      kind: fc.constant('menu' as const),
      placeholder: text,
      options: fc.array(
        fc.record({ label: text, description: text, id }, { requiredKeys: ['label', 'id'] }),
        { maxLength: 30 },
      ),
    }),
  ) as fc.Arbitrary<Block>;
}

function anyButton({ long, text }: Texts): fc.Arbitrary<Button> {
  return fc.oneof(
    fc.record(
      {
        kind: fc.constant('action' as const),
        id: fc.oneof(id, fc.constantFrom('same', 'same too')),
        label: text,
        spoken: text,
        style: fc.constantFrom('primary' as const, 'secondary' as const, 'danger' as const),
      },
      { requiredKeys: ['kind', 'id', 'label', 'style'] },
    ),
    fc.record({
      kind: fc.constant('link' as const),
      url: fc.oneof(anyUrl(), long, fc.constant('javascript:alert(1)')),
      label: text,
    }),
  );
}

function anyInline({ words, text }: Texts): fc.Arbitrary<Inline> {
  return fc.oneof(
    text,
    fc.record({ kind: fc.constantFrom('strong', 'struck', 'code'), text: text }),
    fc.record({
      ...{ kind: fc.constant('command' as const), words: fc.constant('mytalks export') },
      typed: text,
    }),
    fc.record({
      kind: fc.constant('link' as const),
      text: text,
      url: fc.oneof(anyUrl(), text),
    }),
    fc.record({
      kind: fc.constant('time' as const),
      at: fc.integer({ min: 0, max: 4e12 }),
      venue: words,
      style: fc.constantFrom('time' as const, 'dateTime' as const),
    }),
  ) as fc.Arbitrary<Inline>;
}
