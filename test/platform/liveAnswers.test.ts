import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/cards.ts';
import { silentLog } from '../../src/log.ts';
import { createLiveAnswers } from '../../src/platform/liveAnswers.ts';
import { steppedClock } from '../support/steppedClock.ts';

const MANY = { everyMs: 3_000, most: Number.POSITIVE_INFINITY, withinMs: 60_000 };
const FEW = { ...MANY, most: 4 };

describe('an answer that goes on', () => {
  it('is edited whenever it is another, and no more once it is done', async () => {
    const { begin, goTo, shown } = open([0.1, 0.1, 0.5, 1, 1]);
    begin(MANY);
    await goTo(60_000);
    expect(shown).toEqual(['3 s: 0.1', '9 s: 0.5', '12 s: 1']);
  });

  it('is edited at each quarter where four edits are all there are', async () => {
    const { begin, goTo, shown } = open([0.1, 0.26, 0.3, 0.5, 0.6, 0.8, 0.9, 1]);
    begin(FEW);
    await goTo(60_000);
    expect(shown).toEqual(['6 s: 0.26', '12 s: 0.5', '18 s: 0.8', '24 s: 1']);
  });

  it('shows at the end of its time how far it has come', async () => {
    const { begin, goTo, shown } = open([0.1]);
    begin({ ...FEW, withinMs: 9_000 });
    await goTo(60_000);
    expect(shown).toEqual(['6 s: 0.1']);
  });

  it('ends where something else is shown, however late its edit is', async () => {
    const { begin, goTo, live, shown, hold } = open([0.1, 0.2, 0.3]);
    const release = hold();
    begin(MANY);
    await goTo(3_000);
    const ended = live.end('place').then(() => shown.push('another card'));
    release();
    await ended;
    await goTo(60_000);
    expect(shown).toEqual(['3 s: 0.1', 'another card']);
  });

  it('leaves the place to a later one, and keeps nothing of those that failed', async () => {
    const { begin, goTo, live, shown } = open([0.1, 'fails', 0.3]);
    begin(MANY);
    begin(MANY);
    await goTo(60_000);
    expect(shown).toEqual(['3 s: 0.1']);
    await live.close();
  });

  it('has nothing left that waits once all are closed', async () => {
    const { begin, goTo, live, shown } = open([0.1]);
    begin(MANY, 'one');
    begin(MANY, 'another');
    await live.close();
    await goTo(60_000);
    expect(shown).toEqual([]);
  });
});

/** With the shares that are found one after the other, the last for ever. */
function open(shares: readonly (number | 'fails')[]) {
  const clock = steppedClock(0);
  const live = createLiveAnswers(clock, silentLog);
  const left = [...shares];
  const shown: string[] = [];
  let held: Promise<void> | undefined;
  const later = async () => {
    const share = (left.length > 1 ? left.shift() : left[0]) ?? 1;
    if (share === 'fails') throw new Error('The database is away');
    return { card: cardOf(String(share)), done: share };
  };
  const edit = async ({ title }: Card) => {
    const at = clock.now() / 1_000;
    await held;
    shown.push(`${at} s: ${title}`);
  };
  return {
    live,
    shown,
    goTo: clock.goTo,
    begin: (edits: typeof MANY, place = 'place') => live.begin(place, { later }, edits, edit),
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
  };
}

function cardOf(title: string): Card {
  return { kind: 'organiser', title, summary: title, blocks: [] };
}
