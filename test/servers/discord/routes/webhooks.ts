import {
  InteractionResponseType as Answer,
  GatewayDispatchEvents as Event,
} from 'discord-api-types/v10';
import { ApiError, unknownMessage, unknownWebhook } from '../api-error.ts';
import { type Call, type Context, type Outcome, param, type Route } from '../context.ts';
import type { Interaction } from '../interactions.ts';
import { objectOf } from '../json.ts';
import { checkDraft, edit } from '../messages.ts';
import type { StoredMessage } from '../world.ts';
import { postAnswer } from './callbacks.ts';
import { announce } from './channels.ts';

const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';
const MAX_FOLLOW_UPS_AS_GUEST = 5;

export const webhookRoutes: readonly Route[] = [
  { method: 'POST', template: WEBHOOK, byPathToken: true, handle: followUp },
  ...['@original', '{message_id}'].flatMap((which): Route[] => {
    const template = `${WEBHOOK}/messages/${which}`;
    return [
      { method: 'GET', template, byPathToken: true, handle: getMessage },
      { method: 'PATCH', template, byPathToken: true, handle: editMessage },
      { method: 'DELETE', template, byPathToken: true, handle: deleteMessage },
    ];
  }),
];

function interactionOf(context: Context, call: Call): Interaction {
  if (param(call, 'webhook_id') !== context.world.bot.id) throw unknownWebhook();
  return context.interactions.forToken(param(call, 'webhook_token'));
}

function followUp(context: Context, call: Call): Outcome {
  const interaction = interactionOf(context, call);
  const draft = { body: objectOf(call.body), files: call.files };
  // The first follow-up of a deferred answer takes its place.
  if (interaction.loading && interaction.answer?.type === Answer.DeferredChannelMessageWithSource) {
    return fill(context, interaction, interaction.original, draft);
  }
  checkDraft(draft);
  const isGuest = interaction.guild?.botIsMember === false;
  if (isGuest && interaction.followUps.length >= MAX_FOLLOW_UPS_AS_GUEST) {
    const message = 'This interaction has hit the maximum number of follow up messages';
    throw new ApiError(400, 40094, message);
  }
  const stored = postAnswer(context, interaction, draft, 0);
  interaction.followUps.push(stored);
  interaction.loading = false;
  if (stored.ephemeralFor === undefined) {
    announce(context, Event.MessageCreate, interaction.channel, stored);
  }
  context.interactions.changed(interaction);
  return { status: 200, body: stored.api };
}

function fill(
  context: Context,
  interaction: Interaction,
  stored: StoredMessage | undefined,
  draft: Parameters<typeof checkDraft>[0],
): Outcome {
  if (stored === undefined) throw unknownMessage();
  checkDraft(draft, stored.api);
  edit(context.world, context.origin(), stored, draft);
  if (stored === interaction.original) interaction.loading = false;
  if (stored.ephemeralFor === undefined) {
    announce(context, Event.MessageUpdate, interaction.channel, stored);
  }
  context.interactions.changed(interaction);
  return { status: 200, body: stored.api };
}

/** `@original` or one of the follow-ups; nothing else belongs to the token. */
function messageOf(context: Context, interaction: Interaction, call: Call): StoredMessage {
  const id = call.params['message_id'];
  const stored =
    id === undefined
      ? interaction.original
      : [interaction.original, ...interaction.followUps].find((each) => each?.api.id === id);
  if (stored === undefined || !context.world.messages.has(stored.api.id)) throw unknownMessage();
  return stored;
}

function getMessage(context: Context, call: Call): Outcome {
  return { status: 200, body: messageOf(context, interactionOf(context, call), call).api };
}

function editMessage(context: Context, call: Call): Outcome {
  const interaction = interactionOf(context, call);
  const draft = { body: objectOf(call.body), files: call.files };
  return fill(context, interaction, messageOf(context, interaction, call), draft);
}

function deleteMessage(context: Context, call: Call): Outcome {
  const interaction = interactionOf(context, call);
  const stored = messageOf(context, interaction, call);
  context.world.messages.delete(stored.api.id);
  if (stored === interaction.original) interaction.loading = false;
  context.interactions.changed(interaction);
  return { status: 204 };
}
