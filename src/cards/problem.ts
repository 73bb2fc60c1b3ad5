import type { Messages } from '../messages/messages.ts';
import { type Card, paragraph } from './cards.ts';

/** A refusal or a failure, in one sentence that says what to do. */
export function problemCard(messages: Messages, sentence: string): Card {
  return {
    kind: 'problem',
    title: messages.errors.problem,
    summary: sentence,
    blocks: [paragraph(sentence)],
  };
}

/** Something was done, in one sentence. */
export function confirmationCard(title: string, sentence: string): Card {
  return {
    kind: 'confirmation',
    title,
    summary: sentence,
    blocks: [paragraph(sentence)],
  };
}
