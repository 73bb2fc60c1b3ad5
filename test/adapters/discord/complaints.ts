import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10';
import { renderCard } from '../../../adapters/discord/rendering/card.ts';
import { choicesOf } from '../../../adapters/discord/requests/interactions.ts';
import type { Card } from '../../../src/cards/cards.ts';
import type { Suggestion } from '../../../src/platform/requests.ts';
import { checkChoices } from '../../servers/discord/rules/choices.ts';
import type { Complaint } from '../../servers/discord/rules/complaint.ts';
import { checkMessage } from '../../servers/discord/rules/messages.ts';
import { loadSpecification } from '../../servers/discord/specification.ts';

/** A card as the body of a message. */
export function bodyOf(card: Card) {
  return { flags: MessageFlags.IsComponentsV2, components: [renderCard(card)] };
}

/** What Discord would have against a message of this card. */
export function complaintsAbout(card: Card): readonly Complaint[] {
  const body = JSON.parse(JSON.stringify(bodyOf(card)));
  const template = '/channels/{channel_id}/messages';
  return [
    ...checkMessage(body, []),
    ...(loadSpecification()?.request('POST', template, body) ?? []),
  ];
}

/** What Discord would have against an answer of these suggestions. */
export function complaintsAboutChoices(suggestions: readonly Suggestion[]): readonly Complaint[] {
  const type = InteractionResponseType.ApplicationCommandAutocompleteResult;
  const choices = choicesOf(suggestions).map((choice) => ({ ...choice }));
  const body = { type, data: { choices } };
  const template = '/interactions/{interaction_id}/{interaction_token}/callback';
  return [
    ...checkChoices(choices),
    ...(loadSpecification()?.request('POST', template, body) ?? []),
  ];
}
