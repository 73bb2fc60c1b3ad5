import type { Context } from './context.ts';
import { deliverEvent, type EventOutcome } from './delivery.ts';
import { type Json, textOf } from './json.ts';
import { checked } from './payloads.ts';
import type { Channel, Workspace } from './world.ts';

/** Without the scope, Slack tells an app nothing of these. */
const EVENT_SCOPES: Readonly<Record<string, string>> = {
  link_shared: 'links:read',
  member_joined_channel: 'channels:read',
  member_left_channel: 'channels:read',
  channel_archive: 'channels:read',
  channel_rename: 'channels:read',
  team_join: 'users:read',
  user_change: 'users:read',
  message: 'im:history',
  app_mention: 'app_mentions:read',
};

/** Every event of an installed app; of its workspace's people and channels, where its scopes allow. */
export async function emit(
  context: Context,
  workspace: Workspace,
  event: Json,
): Promise<EventOutcome> {
  const type = textOf(event['type']);
  const scope = EVENT_SCOPES[type];
  const scopes = context.tokens.latest(workspace.id)?.scopes ?? workspace.scopes;
  if (scope !== undefined && !scopes.includes(scope)) {
    throw new Error(`Slack sends no ${type} to an app without ${scope}.`);
  }
  const payload = {
    token: context.credentials.verificationToken,
    team_id: workspace.id,
    api_app_id: context.world.appId,
    event,
    type: 'event_callback',
    event_id: context.world.mint('Ev'),
    event_time: Math.floor(Date.now() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: workspace.id,
        user_id: workspace.bot.userId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
  };
  checked(context, sampleOf(type), payload, 'event-samples');
  return deliverEvent(context, type, payload);
}

function sampleOf(type: string): string {
  const words = type.split('_').map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`);
  return `${words.join('')}Payload`;
}

/** The app loses its tokens and is told so: twice, as Slack does. */
export async function uninstall(
  context: Context,
  workspace: Workspace,
): Promise<readonly EventOutcome[]> {
  workspace.installed = false;
  context.tokens.refuse(workspace.id, 'account_inactive');
  return Promise.all([
    emit(context, workspace, tokensRevoked(workspace)),
    emit(context, workspace, { type: 'app_uninstalled' }),
  ]);
}

export async function revokeTokens(context: Context, workspace: Workspace): Promise<EventOutcome> {
  context.tokens.refuse(workspace.id, 'token_revoked');
  return emit(context, workspace, tokensRevoked(workspace));
}

function tokensRevoked(workspace: Workspace): Json {
  return { type: 'tokens_revoked', tokens: { oauth: [], bot: [workspace.bot.userId] } };
}

export async function joinChannel(
  context: Context,
  workspace: Workspace,
  channel: Channel,
  userId: string,
): Promise<EventOutcome> {
  channel.members.add(userId);
  return emit(context, workspace, {
    type: 'member_joined_channel',
    user: userId,
    channel: channel.id,
    channel_type: channel.kind === 'private' ? 'G' : 'C',
    team: workspace.id,
    event_ts: context.world.timestamp(),
  });
}
