import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { renderAbstract as discordText } from '../../adapters/discord/rendering/pieces.ts';
import { renderAbstract as slackText } from '../../adapters/slack/rendering/body.ts';
import { runs } from '../support/thorough.ts';
import { CONVERSIONS } from './conversions.ts';
import { startCounting } from './counting.ts';

/** What can be nested: how it opens and how it closes. */
const NESTED: readonly (readonly [open: string, close: string])[] = [
  ['- ', ''],
  ['* ', ''],
  ['1. ', ''],
  ['7) ', ''],
  ['> ', ''],
  ['>', ''],
  ['-\t', ''],
  ['*a ', ' b*'],
  ['**a ', ' b**'],
  ['_a ', ' b_'],
  ['[a ', '](b)'],
  ['![a ', '](b)'],
  ['[', ']'],
  ['[a](b "', '")'],
  ['[a]: <b "', '"\n'],
  ['`', '`'],
  ['``a` ', '``'],
  ['```\n', '\n```'],
  ['a* ', ''],
  ['a] ', ''],
  ['# ', '\n'],
  ['a\n===\n', ''],
  ['<!--', '-->'],
  ['<a href="', '">'],
  ['<![CDATA[', ']]>'],
  ['&amp', ';'],
  ['\\', ''],
  ['<p>', '</p>'],
  ['<br/>', ''],
  ['<b>', '</b>'],
  ['<a href="https://a.example">', '</a>'],
  ['<ul><li>', '</li></ul>'],
  ['<ol><li>', ''],
  ['<blockquote>', '</blockquote>'],
  ['<table><tr><td>', ''],
  ['<div>', '</div>'],
  ['<pre><code>', '</code></pre>'],
];

/** Markup nested as deep as `length` characters allow, closed or left open. */
function nested(kinds: typeof NESTED, length: number, isClosed: boolean): string {
  const depth = Math.ceil(length / kinds.reduce((sum, [open]) => sum + open.length, 0));
  const opened = kinds.map(([open]) => open).join('');
  const closed = kinds
    .map(([, close]) => close)
    .toReversed()
    .join('');
  return `${opened.repeat(depth)}word${isClosed ? closed.repeat(depth) : ''}`;
}

/** A list in a list in a list, each a line of its own. */
function staircase(mark: string, depth: number): string {
  return Array.from({ length: depth }, (_, at) => `${' '.repeat(at * mark.length)}${mark}a`).join(
    '\n',
  );
}

/** Prose takes about 50 a letter to be parsed as CommonMark. */
const STEPS_A_LETTER = 400;
const LENGTHS = [300, 1_500, 3_000, 7_500, 15_000];

const counting = startCounting();
afterAll(() => counting.stop());

describe.each(Object.keys(CONVERSIONS))('%s', (conversion) => {
  test.each([
    ['a list 3,000 deep', '- '.repeat(3_000)],
    ['quotes 6,000 deep', '>'.repeat(6_000)],
    ['numbers 2,000 deep', '1. '.repeat(2_000)],
    ['a staircase of lists', staircase('- ', 150)],
    ['a staircase of numbers', staircase('1. ', 100)],
    ['emphasis that only closes', 'a* '.repeat(2_500)],
    ['tags that never close', '<'.repeat(7_500)],
  ])('takes steps in proportion to %s', async (_case, text) => {
    const steps = await counting.steps(conversion, text);
    expect(steps).toBeLessThan(STEPS_A_LETTER * (text.length + 3_000));
  });

  test('takes steps in proportion to the length of any nested markup', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.constantFrom(...NESTED), { minLength: 1, maxLength: 3 }),
        fc.constantFrom(...LENGTHS),
        fc.boolean(),
        async (kinds, length, isClosed) => {
          const text = nested(kinds, length, isClosed);
          const steps = await counting.steps(conversion, text);
          expect(steps).toBeLessThan(STEPS_A_LETTER * (text.length + 3_000));
        },
      ),
      { numRuns: runs(4) },
    );
  });
});

test.each(
  NESTED.slice(0, 7).flatMap(([mark]) => [
    [JSON.stringify(mark), mark.repeat(4_000)],
    [`${JSON.stringify(mark)} a step at a time`, staircase(mark, 100)],
  ]),
)('what is too deep is shown as plain text: %s', (_, text) => {
  const words = `Before.\n\n${text}word\n\nAfter.`;
  for (const render of [discordText, slackText]) {
    expect(render(words)).toMatch(/^Before\.\n\n.*word\n\nAfter\.$/su);
  }
});
