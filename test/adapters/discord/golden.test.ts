import { readdir, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/cards/cards.ts';
import { LANGUAGES } from '../../../src/messages/messages.ts';
import { expectGolden } from '../../support/golden.ts';
import { ownCards, ownCardsIn } from '../../support/ownCards.ts';
import { bodyOf, complaintsAbout } from './complaints.ts';

const CARDS = resolve(import.meta.dirname, '../../golden/cards');

async function expectGoldenCard(name: string, card: Card): Promise<void> {
  await expectGolden(`discord/${name}.json`, `${JSON.stringify(bodyOf(card), null, 2)}\n`);
  expect(complaintsAbout(card)).toEqual([]);
}

describe("the core's cards, as Discord is sent them", async () => {
  const files = (await readdir(CARDS)).filter((name) => name.endsWith('.json'));

  test.each(files)('%s', async (file) => {
    const reply: { readonly card: Card } = JSON.parse(await readFile(resolve(CARDS, file), 'utf8'));
    await expectGoldenCard(file.replace(/\.json$/, ''), reply.card);
  });
});

describe('cards of what Hallway says by itself, as Discord is sent them', () => {
  test.each(Object.entries(ownCards))('%s', expectGoldenCard);

  test.each(LANGUAGES)('keep the limits in %s', async (language) => {
    const cards = Object.values(await ownCardsIn(language));
    expect(cards.flatMap(complaintsAbout)).toEqual([]);
  });
});
