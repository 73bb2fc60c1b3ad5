import type { Card } from '../cards/cards.ts';
import { problemCard } from '../cards/problem.ts';
import type { Messages } from '../messages/messages.ts';
import type { CardReply } from './requests.ts';

/** A message of its own that the caller alone sees. */
export function privately(card: Card): CardReply {
  return { kind: 'card', card, audience: 'caller', placement: 'new', attachments: [] };
}

/** For whom the card was drawn. */
export function answered(card: Card, { audience }: Pick<CardReply, 'audience'>): CardReply {
  return audience === 'everyone' ? publicly(card) : privately(card);
}

/** Takes the place of the card whose button was pressed. */
export function inPlace(card: Card): CardReply {
  return { kind: 'card', card, audience: 'caller', placement: 'replace', attachments: [] };
}

/** Posted into the channel. */
export function publicly(card: Card): CardReply {
  return { kind: 'card', card, audience: 'everyone', placement: 'new', attachments: [] };
}

/** The same with other cards: the one that is shown, and those that come in its place. */
export function withCards<R extends CardReply>(reply: R, drawn: (card: Card) => Card): R {
  const { card, later } = reply;
  if (later === undefined) return { ...reply, card: drawn(card) };
  const standing = async () => {
    const { card: next, done } = await later();
    return { card: drawn(next), done };
  };
  return { ...reply, card: drawn(card), later: standing };
}

export function refused(messages: Messages, sentence: string): CardReply {
  return privately(problemCard(messages, sentence));
}
