import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { messageOf } from '../../../adapters/matrix/sending/content.ts';
import type { Card, Reader } from '../../../src/cards/cards.ts';
import { anyCard, UNSEEN } from '../../support/anyCard.ts';
import { expectGolden } from '../../support/golden.ts';
import { ownCards } from '../../support/ownCards.ts';
import { runs } from '../../support/thorough.ts';
import { complaintsAbout } from './complaints.ts';

const CARDS = resolve(import.meta.dirname, '../../golden/cards');

/** Matrix tells no reader's zone: elsewhere is who said so. */
const elsewhere: Reader = { locale: 'en', timeZone: 'America/New_York' };

async function expectGoldenCard(name: string, card: Card): Promise<void> {
  await expectGolden(`matrix/${name}.json`, `${JSON.stringify(messageOf(card), null, 2)}\n`);
  expect(complaintsAbout(card)).toEqual([]);
}

async function cardIn(file: string): Promise<Card> {
  return JSON.parse(await readFile(resolve(CARDS, file), 'utf8')).card;
}

describe("the core's cards, as Matrix is sent them", async () => {
  const files = (await readdir(CARDS)).filter((name) => name.endsWith('.json'));

  test.each(files)('%s', async (file) => {
    await expectGoldenCard(file.replace(/\.json$/, ''), await cardIn(file));
  });

  test.each(['talk.json', 'talk-list.json'])('%s, to a reader elsewhere', async (file) => {
    const card = { ...(await cardIn(file)), reader: elsewhere };
    await expectGoldenCard(`${file.replace(/\.json$/, '')}-elsewhere`, card);
  });
});

test.each(Object.entries(ownCards))(
  'what Hallway says by itself, as Matrix is sent it: %s',
  async (name, card) => {
    await expectGoldenCard(name, card);
  },
);

const MARKUP = [
  '<script>alert(1)</script> <img src=x onerror=alert(1)>',
  '</p></details><h1>',
  '@room @ada:example.org #room:example.org',
  'https://matrix.to/#/@ada:example.org',
  '&lt;b&gt; &amp; "\'',
  '*bold* _under_ `code` [click](javascript:alert(1))',
];

test('any card keeps every limit of a Matrix event, as a message and as an edit', () => {
  fc.assert(
    fc.property(anyCard(MARKUP), (any) => {
      expect(complaintsAbout(any)).toEqual([]);
    }),
    { numRuns: runs(15) },
  );
});

test('what people copy holds nothing that is not seen', () => {
  fc.assert(
    fc.property(anyCard(MARKUP), (any) => {
      const { body, formatted_body: html } = messageOf(any);
      expect(`${body}\n${html}`).not.toMatch(UNSEEN);
    }),
    { numRuns: runs(15) },
  );
});
