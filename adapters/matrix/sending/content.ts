import { createHash } from 'node:crypto';
import type { Card } from '../../../src/cards/cards.ts';
import type { Content } from '../connection/verbs.ts';
import { renderCard } from '../rendering/card.ts';

export const MESSAGE = 'm.room.message';
export const REACTION = 'm.reaction';

/**
 * What makes a repetition the same event. A homeserver tells events apart by this alone, and not by
 * their types: hence the purpose.
 */
export function transactionOf(purpose: string, of: string): string {
  return `hallway-${purpose}-${createHash('sha256').update(of).digest('base64url').slice(0, 32)}`;
}

/** A card as a message that pings nobody. `m.text`: a notice would ring for nobody who is meant. */
export function messageOf(card: Card): Content {
  return { msgtype: 'm.text', ...renderCard(card), 'm.mentions': {} };
}

/** The new content, and what clients show that know of no edits (client-server API, "Event replacements"). */
export function editOf(event: string, content: Content): Content {
  const { 'm.relates_to': _, ...words } = content;
  return {
    ...words,
    body: `* ${String(words['body'])}`,
    'm.mentions': {},
    'm.new_content': words,
    'm.relates_to': { rel_type: 'm.replace', event_id: event },
  };
}

export function reactionTo(event: string, key: string): Content {
  return { 'm.relates_to': { rel_type: 'm.annotation', event_id: event, key } };
}
