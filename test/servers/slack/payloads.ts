import type { Context } from './context.ts';
import type { Interaction } from './interactions.ts';
import { type Json, objectOf, objectsOf, present, textOf } from './json.ts';
import { presentMessage, presentView } from './present.ts';
import type { SampleFolder } from './rules/specification.ts';
import type { Channel, Message, View } from './world.ts';

/** The URL an interaction may be answered through. */
function responseUrl(context: Context, interaction: Interaction, channel: Channel): string {
  return `${context.origin()}${context.responseUrls.issue(interaction, channel)}`;
}

function common(context: Context, { workspace, user }: Interaction): Json {
  return {
    token: context.credentials.verificationToken,
    team: { id: workspace.id, domain: workspace.name },
    user: { id: user.id, username: user.name, name: user.name, team_id: workspace.id },
    enterprise: null,
    is_enterprise_install: false,
  };
}

export function slashPayload(
  context: Context,
  interaction: Interaction,
  channel: Channel,
  command: string,
  text: string,
): Json {
  const { workspace, user, triggerId } = interaction;
  return checked(context, 'SlashCommandPayload', {
    token: context.credentials.verificationToken,
    team_id: workspace.id,
    team_domain: workspace.name,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: context.world.appId,
    // A text even in Socket Mode, where everything else is JSON.
    is_enterprise_install: 'false',
    response_url: responseUrl(context, interaction, channel),
    trigger_id: triggerId,
  });
}

/** Where a button was pressed. */
export type Surface =
  | { readonly kind: 'message'; readonly message: Message; readonly channel: Channel }
  | { readonly kind: 'view'; readonly view: View };

function surfaceFields(
  context: Context,
  interaction: Interaction,
  surface: Surface,
  values: Json,
): Json {
  const { workspace } = interaction;
  if (surface.kind === 'view') {
    const { view } = surface;
    return {
      container: { type: 'view', view_id: view.id },
      view: presentView(view, workspace, context.world, values),
    };
  }
  const { message, channel } = surface;
  return {
    container: {
      type: 'message',
      message_ts: message.ts,
      channel_id: channel.id,
      is_ephemeral: message.ephemeralFor !== undefined,
    },
    channel: { id: channel.id, name: channel.name },
    message: presentMessage(message, workspace, context.world),
  };
}

export function actionPayload(
  context: Context,
  interaction: Interaction,
  surface: Surface,
  action: Json,
  values: Json,
): Json {
  const isMessage = surface.kind === 'message';
  return checked(context, 'BlockActionPayload', {
    type: 'block_actions',
    ...common(context, interaction),
    api_app_id: context.world.appId,
    ...surfaceFields(context, interaction, surface, values),
    trigger_id: interaction.triggerId,
    ...(isMessage
      ? { response_url: responseUrl(context, interaction, surface.channel), state: { values } }
      : {}),
    actions: [{ ...action, action_ts: context.world.timestamp() }],
  });
}

export function suggestionPayload(
  context: Context,
  interaction: Interaction,
  surface: Surface,
  ids: { readonly action_id: string; readonly block_id: string },
  value: string,
): Json {
  return {
    type: 'block_suggestion',
    ...common(context, interaction),
    api_app_id: context.world.appId,
    ...surfaceFields(context, interaction, surface, {}),
    ...ids,
    value,
  };
}

export function viewPayload(
  context: Context,
  interaction: Interaction,
  type: 'view_submission' | 'view_closed',
  view: View,
  values: Json,
): Json {
  const submitted = type === 'view_submission';
  const payload = checked(context, submitted ? 'ViewSubmissionPayload' : 'ViewClosedPayload', {
    type,
    ...common(context, interaction),
    api_app_id: context.world.appId,
    view: presentView(view, interaction.workspace, context.world, values),
    ...(submitted ? { trigger_id: interaction.triggerId } : { is_cleared: false }),
  });
  // Documented, and missing in the samples.
  const response_urls = chosenConversations(context, interaction, view, values);
  return submitted ? { ...payload, response_urls } : payload;
}

/** An address for each conversation chosen in an input that asks for one by `response_url_enabled`. */
function chosenConversations(
  context: Context,
  interaction: Interaction,
  view: View,
  values: Json,
): readonly Json[] {
  return objectsOf(view.definition['blocks']).flatMap(({ block_id, element }) => {
    const { action_id, response_url_enabled } = objectOf(element);
    const state = objectOf(objectOf(values[textOf(block_id)])[textOf(action_id)]);
    const id = textOf(state['selected_conversation'] ?? state['selected_channel']);
    const channel = interaction.workspace.channels.get(id);
    if (response_url_enabled !== true || channel === undefined) return [];
    const response_url = responseUrl(context, interaction, channel);
    return [{ block_id, action_id, channel_id: channel.id, response_url }];
  });
}

export function messageShortcutPayload(
  context: Context,
  interaction: Interaction,
  callbackId: string,
  message: Message,
  channel: Channel,
): Json {
  return checked(context, 'MessageShortcutPayload', {
    type: 'message_action',
    ...common(context, interaction),
    callback_id: callbackId,
    trigger_id: interaction.triggerId,
    action_ts: context.world.timestamp(),
    message_ts: message.ts,
    message: presentMessage(message, interaction.workspace, context.world),
    channel: { id: channel.id, name: channel.name },
    response_url: responseUrl(context, interaction, channel),
  });
}

export function globalShortcutPayload(
  context: Context,
  interaction: Interaction,
  callbackId: string,
): Json {
  return {
    type: 'shortcut',
    ...common(context, interaction),
    callback_id: callbackId,
    trigger_id: interaction.triggerId,
    action_ts: context.world.timestamp(),
  };
}

/** Records where a payload of this server differs from Slack's samples. */
export function checked(
  { specification, violations }: Context,
  sample: string,
  payload: Json,
  folder: SampleFolder = 'interaction-samples',
): Json {
  const body = present(payload);
  const complaints = specification?.compare(folder, sample, body, true) ?? [];
  // Typed boolean in the sample, a text on the wire.
  const real = complaints.filter((each) => !each.startsWith('/is_enterprise_install'));
  if (real.length > 0) violations.push({ in: 'payload', what: sample, complaints: real, body });
  return body;
}
