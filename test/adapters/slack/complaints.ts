import { renderCard } from '../../../adapters/slack/rendering/card.ts';
import { messageOf } from '../../../adapters/slack/surfaces/show.ts';
import { cardView } from '../../../adapters/slack/surfaces/views.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { checkMessage, checkView, MESSAGE_BLOCKS_TEXT } from '../../servers/slack/rules/blocks.ts';
import { partsOf } from '../../servers/slack/rules/limits.ts';
import { loadSpecification } from '../../servers/slack/rules/specification.ts';

/** What Slack would have against a message and against a window of this card. */
export function complaintsAbout(card: Card): readonly string[] {
  const view = JSON.parse(JSON.stringify(cardView(card, { kind: 'home' })));
  return [...messageComplaints(card), ...checkView(loadSpecification(), view, 'modal')];
}

export function messageComplaints(card: Card): readonly string[] {
  const { text, blocks } = JSON.parse(JSON.stringify(messageOf(card)));
  const size = JSON.stringify(blocks).length;
  const ids = partsOf(blocks).flatMap(({ action_id }) => action_id ?? []);
  return [
    ...checkMessage(loadSpecification(), text, blocks),
    ...(size > MESSAGE_BLOCKS_TEXT ? [`The blocks have ${size} characters`] : []),
    ...(new Set(ids).size < ids.length ? ['An action_id is there twice'] : []),
  ];
}

export function textOf(card: Card): string {
  return partsOf(renderCard(card))
    .flatMap(({ type, text }) => (type === 'mrkdwn' ? [String(text)] : []))
    .join('\n');
}
