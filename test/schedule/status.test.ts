import { expect, test } from 'vitest';
import { statusOfTitle, wordsOfTitle } from '../../src/schedule/assembling/status.ts';

test.each([
  ['CANCELLED Whales on wires', 'Whales on wires'],
  ['CANCELED: Whales on wires', 'Whales on wires'],
  ['Cancelled: Whales on wires', 'Whales on wires'],
  ['Canceled - Whales on wires', 'Whales on wires'],
  ['[Canceled] Whales on wires', 'Whales on wires'],
  ['[CANCELLED] - Whales on wires', 'Whales on wires'],
  ['(cancelled) Whales on wires', 'Whales on wires'],
  ['*** CANCELLED *** Whales on wires', 'Whales on wires'],
  ['Abgesagt: Wale am Draht', 'Wale am Draht'],
  ['ABGESAGT – Wale am Draht', 'Wale am Draht'],
  ['ENTFÄLLT Wale am Draht', 'Wale am Draht'],
  ['[Annulé] Des baleines', 'Des baleines'],
  ['Whales on wires [cancelled]', 'Whales on wires'],
  ['Whales on wires (CANCELED!)', 'Whales on wires'],
  ['CANCELLED- Whales on wires', 'Whales on wires'],
  ['**CANCELLED:** Whales on wires', 'Whales on wires'],
  ['❌ Cancelled: Whales on wires', 'Whales on wires'],
  ['⚠️ CANCELLED Whales on wires', 'Whales on wires'],
  ['CANCELLED/ABGESAGT: Whales on wires', 'Whales on wires'],
  ['CANCELED: Canceled: Whales on wires', 'Whales on wires'],
  ['Canceled: [cancelled]', '[cancelled]'],
  ['CANCELLED', 'CANCELLED'],
  ['[canceled]', '[canceled]'],
])('"%s" is canceled', (title, rest) => {
  expect(statusOfTitle(title)).toEqual({ title: rest, status: 'canceled' });
});

test.each([
  'Cancelling POSIX threads',
  'Cancelled subscriptions and how to keep them',
  'Canceled orders in event sourcing',
  'Cancellation in async Rust',
  'CANCELLATION tokens',
  'Cancel-safe futures',
  'Cancelled-flight refunds',
  '❌ is not ✅',
  'How a talk gets cancelled',
  'AMENDMENT LumoSQL',
  'Abgesagte Vorträge',
  'noncanceled: a story',
  '',
])('"%s" is a title', (title) => {
  expect(statusOfTitle(title)).toEqual({ title, status: 'scheduled' });
});

test.each([
  ['[SOLD OUT] Boats', 'Boats', 'SOLD OUT'],
  ['Boats (full)', 'Boats', 'full'],
  ['(Ausgebucht!) Boote', 'Boote', 'Ausgebucht'],
  ['Sold out: Boats', 'Boats', 'Sold out'],
  ['[Waitlist only] Boats', 'Boats', 'Waitlist only'],
])('%s is a talk with a mark', (written, title, mark) => {
  expect(wordsOfTitle(written)).toEqual({ title, status: 'scheduled', mark });
});

test.each([
  'Full stack boats',
  'Sold out',
  '[full]',
  'The full boat (and how to empty it)',
  '[Boats] Sold',
])('%s is a title', (title) => {
  expect(wordsOfTitle(title)).toEqual({ title, status: 'scheduled' });
});

test.each([
  ['[tutorial] CANCELLED: Boats', '[tutorial] Boats'],
  ['[tutorial] Boats (canceled)', '[tutorial] Boats'],
  [[...'Boats'].map((letter) => `${letter}\u0336`).join(''), 'Boats'],
  ['[SOLD OUT] CANCELLED: Boats', 'Boats'],
  ['CANCELLED: [SOLD OUT] Boats', 'Boats'],
])('%s is canceled', (written, title) => {
  expect(wordsOfTitle(written)).toMatchObject({ title, status: 'canceled' });
});
