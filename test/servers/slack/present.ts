import { type Json, objectOf, present } from './json.ts';
import type { Channel, Message, StoredFile, User, View, Workspace, World } from './world.ts';

export function presentMessage(message: Message, workspace: Workspace, world: World): Json {
  return present({
    type: 'message',
    user: message.user,
    ts: message.ts,
    team: workspace.id,
    text: message.text,
    bot_id: message.byApp ? workspace.bot.id : undefined,
    app_id: message.byApp ? world.appId : undefined,
    blocks: message.blocks.length > 0 ? message.blocks : undefined,
    attachments: message.attachments.length > 0 ? message.attachments : undefined,
    thread_ts: message.threadTs,
    edited: message.edits > 0 ? { user: message.user, ts: message.ts } : undefined,
    files: message.files.length > 0 ? message.files.map(presentFile) : undefined,
    reactions:
      message.reactions.length > 0
        ? message.reactions.map((name) => ({ name, users: [workspace.bot.userId], count: 1 }))
        : undefined,
  });
}

export function presentFile(file: StoredFile): Json {
  return {
    id: file.id,
    name: file.name,
    title: file.title,
    size: file.content.length,
    mode: 'hosted',
    is_external: false,
    url_private: `https://files.example/${file.id}/${file.name}`,
  };
}

export function presentChannel(channel: Channel, workspace: Workspace): Json {
  const common = {
    id: channel.id,
    created: channel.createdS,
    is_archived: channel.archived,
    is_im: channel.kind === 'im',
    is_org_shared: false,
    context_team_id: workspace.id,
  };
  if (channel.kind === 'im') {
    const user = [...channel.members].find((id) => id !== workspace.bot.userId);
    return { ...common, user };
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: channel.name === 'general',
    is_shared: false,
    is_ext_shared: false,
    is_member: channel.members.has(workspace.bot.userId),
    num_members: channel.members.size,
    topic: { value: '', creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

export function presentUser(user: User, workspace: Workspace, withLocale: boolean): Json {
  return {
    id: user.id,
    team_id: user.home ?? workspace.id,
    name: user.name,
    real_name: user.name,
    deleted: user.deactivated,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: offsetS(user.tz),
    profile: { real_name: user.name, display_name: user.name, team: workspace.id },
    is_admin: user.admin,
    is_owner: user.owner,
    is_primary_owner: user.owner,
    is_restricted: user.guest,
    is_ultra_restricted: user.guest,
    is_bot: user.bot,
    is_app_user: false,
    updated: 1_700_000_000,
    ...(withLocale ? { locale: user.locale } : {}),
  };
}

/** Now, in seconds. */
function offsetS(timeZone: string | null): number {
  try {
    return Temporal.Now.zonedDateTimeISO(timeZone ?? 'UTC').offsetNanoseconds / 1e9;
  } catch {
    return 0;
  }
}

export function presentView(
  view: View,
  workspace: Workspace,
  world: World,
  values: Json = {},
): Json {
  const { title, submit, close, blocks } = view.definition;
  return {
    id: view.id,
    team_id: view.workspace,
    type: view.type,
    blocks,
    ...present({ title, submit, close }),
    private_metadata: view.definition['private_metadata'] ?? '',
    callback_id: view.definition['callback_id'] ?? '',
    external_id: view.definition['external_id'] ?? '',
    state: { values: objectOf(values) },
    hash: view.hash,
    clear_on_close: view.definition['clear_on_close'] === true,
    notify_on_close: view.definition['notify_on_close'] === true,
    root_view_id: view.rootId,
    previous_view_id: view.previousId ?? null,
    app_id: world.appId,
    app_installed_team_id: view.workspace,
    bot_id: workspace.bot.id,
  };
}
