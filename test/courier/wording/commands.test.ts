import { expect, test } from 'vitest';
import { commandSpecs } from '../../../src/commands/commands.ts';
import { ownCards } from '../../support/ownCards.ts';

const ANSWERS = [
  ...['mytalks-empty', 'problem', 'all-changes', 'talk-of-fringe', 'talks-of-two-conferences'],
];
const own = Object.entries(ownCards).filter(([name]) => !ANSWERS.includes(name));

// What is typed before a command there is known of whoever asks, and here nobody has.
test.each(own)('what Hallway says by itself (%s) names no command', (_, card) => {
  const names = commandSpecs.map(({ name }) => name).join('|');
  expect(JSON.stringify(card)).not.toMatch(new RegExp(`/(?:${names})\\b`));
});
