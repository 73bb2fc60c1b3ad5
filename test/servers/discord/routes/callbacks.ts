import {
  InteractionResponseType as Answer,
  type APIMessage,
  GatewayDispatchEvents as Event,
  MessageFlags,
  MessageType,
  InteractionType as Type,
} from 'discord-api-types/v10';
import { invalidForm } from '../api-error.ts';
import { type Call, type Context, type Outcome, param, type Route } from '../context.ts';
import type { Interaction } from '../interactions.ts';
import { type Json, numberOf, objectOf, objectsOf } from '../json.ts';
import { checkDraft, type Draft, edit, post } from '../messages.ts';
import { checkChoices } from '../rules/choices.ts';
import { type Complaint, complaint } from '../rules/complaint.ts';
import { checkModal } from '../rules/modals.ts';
import type { StoredMessage } from '../world.ts';
import { announce } from './channels.ts';

export const callbackRoutes: readonly Route[] = [
  {
    method: 'POST',
    template: '/interactions/{interaction_id}/{interaction_token}/callback',
    byPathToken: true,
    handle: answerInteraction,
  },
];

/** Which first answers an interaction may have. */
function allowedAnswers(interaction: Interaction): readonly Answer[] {
  const updates =
    interaction.source === undefined ? [] : [Answer.DeferredMessageUpdate, Answer.UpdateMessage];
  const messages = [Answer.ChannelMessageWithSource, Answer.DeferredChannelMessageWithSource];
  switch (interaction.type) {
    case Type.ApplicationCommandAutocomplete:
      return [Answer.ApplicationCommandAutocompleteResult];
    case Type.ModalSubmit:
      return [...messages, ...updates];
    default:
      return [...messages, ...updates, Answer.Modal];
  }
}

function answerInteraction(context: Context, call: Call): Outcome {
  const { interactions } = context;
  const token = param(call, 'interaction_token');
  const interaction = interactions.forAnswer(param(call, 'interaction_id'), token);
  const body = objectOf(call.body);
  const type = numberOf(body['type']);
  if (!allowedAnswers(interaction).includes(type)) {
    const message = `Type ${type} does not answer an interaction of type ${interaction.type}.`;
    throw invalidForm([complaint(['type'], 'INTERACTION_CALLBACK_INVALID_TYPE', message)]);
  }
  const data = objectOf(body['data']);
  const message = apply(context, interaction, type, {
    body: data,
    files: call.files,
    at: ['data'],
  });
  interaction.answer = { type, afterMs: performance.now() - interaction.startedAt };
  if (message !== undefined) interaction.original = message;
  interactions.changed(interaction);
  return call.query.get('with_response') === 'true'
    ? { status: 200, body: callbackResponse(interaction, type, message) }
    : { status: 204 };
}

function apply(
  context: Context,
  interaction: Interaction,
  type: Answer,
  draft: Draft,
): StoredMessage | undefined {
  switch (type) {
    case Answer.ChannelMessageWithSource:
      return answerWithMessage(context, interaction, draft);
    case Answer.DeferredChannelMessageWithSource:
      interaction.loading = true;
      return postAnswer(context, interaction, draft, MessageFlags.Loading);
    case Answer.DeferredMessageUpdate:
      interaction.loading = true;
      return interaction.source;
    case Answer.UpdateMessage:
      return updateSource(context, interaction, draft);
    case Answer.ApplicationCommandAutocompleteResult:
      interaction.choices = checkedChoices(draft.body);
      return undefined;
    default:
      interaction.modal = checkedModal(draft.body);
      return undefined;
  }
}

function answerWithMessage(context: Context, interaction: Interaction, draft: Draft) {
  checkDraft(draft);
  const stored = postAnswer(context, interaction, draft, 0);
  if (stored.ephemeralFor === undefined) {
    announce(context, Event.MessageCreate, interaction.channel, stored);
  }
  return stored;
}

function updateSource(context: Context, { source, channel }: Interaction, draft: Draft) {
  if (source === undefined) return undefined;
  checkDraft(draft, source.api);
  edit(context.world, context.origin(), source, draft);
  if (source.ephemeralFor === undefined) announce(context, Event.MessageUpdate, channel, source);
  return source;
}

/** Posts in the channel of an interaction, with all that marks a message as its answer. */
export function postAnswer(
  { world, origin }: Context,
  interaction: Interaction,
  draft: Draft,
  flags: number,
): StoredMessage {
  const isEphemeral = (numberOf(draft.body['flags']) & MessageFlags.Ephemeral) !== 0;
  const isCommand = interaction.type === Type.ApplicationCommand;
  const extra: Partial<APIMessage> = {
    type:
      isCommand && interaction.followUps.length === 0
        ? MessageType.ChatInputCommand
        : MessageType.Default,
    application_id: world.bot.id,
    webhook_id: world.bot.id,
    flags,
  };
  return post({
    world,
    origin: origin(),
    channel: interaction.channel,
    draft,
    extra,
    ...(isEphemeral ? { ephemeralFor: interaction.user.id } : {}),
  });
}

function checkedModal(modal: Json): Json {
  const complaints = checkModal(modal);
  if (complaints.length > 0) throw invalidForm(inData(complaints));
  return modal;
}

function checkedChoices(data: Json): readonly Json[] {
  const choices = objectsOf(data['choices']);
  const complaints = checkChoices(choices);
  if (complaints.length > 0) throw invalidForm(inData(complaints));
  return choices;
}

function inData(complaints: readonly Complaint[]): readonly Complaint[] {
  return complaints.map((each) => ({ ...each, path: ['data', ...each.path] }));
}

function callbackResponse(interaction: Interaction, type: Answer, message?: StoredMessage) {
  const isUpdate = type === Answer.DeferredMessageUpdate || type === Answer.UpdateMessage;
  const shown = message === undefined ? {} : { message: message.api };
  const resource = {
    type: isUpdate ? Answer.UpdateMessage : Answer.ChannelMessageWithSource,
    ...shown,
  };
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(message === undefined
        ? {}
        : {
            response_message_id: message.api.id,
            response_message_loading: interaction.loading,
            response_message_ephemeral: message.ephemeralFor !== undefined,
          }),
    },
    ...(message === undefined ? {} : { resource }),
  };
}
