import type { Card } from '../../cards/card.ts';
import { confirmationCard } from '../../cards/problem.ts';
import type { Scene } from '../scene.ts';

export function organiserConfirmation(sentence: string, { messages }: Scene): Card {
  return confirmationCard(messages.organiser.title, sentence);
}
