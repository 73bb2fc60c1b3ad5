import type { ChannelDescription, UserDescription, WorkspaceDescription } from './description.ts';
import { createIds, createTimestamps, type Ids } from './ids.ts';
import type { Json } from './json.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly admin: boolean;
  readonly owner: boolean;
  readonly guest: boolean;
  readonly tz: string | null;
  readonly home?: string;
  readonly locale: string | null;
  readonly bot: boolean;
  deactivated: boolean;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  /** What it shows, for who does not see it. */
  readonly alt: string;
  readonly content: Buffer;
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  /** The author's user id. */
  readonly user: string;
  readonly byApp: boolean;
  /** The only user who sees it. */
  readonly ephemeralFor: string | undefined;
  readonly threadTs: string | undefined;
  readonly files: readonly StoredFile[];
  text: string;
  blocks: readonly Json[];
  attachments: readonly Json[];
  metadata: Json | undefined;
  edits: number;
  deleted: boolean;
  readonly reactions: string[];
}

export interface Channel {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im';
  /** User ids; of an `im`, the person and the app's. */
  readonly members: Set<string>;
  /** Oldest first. */
  readonly messages: Message[];
  readonly createdS: number;
  archived: boolean;
}

export interface View {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly workspace: string;
  readonly user: string;
  readonly rootId: string;
  readonly previousId: string | undefined;
  /** As the app gave it, every block and element with an id. */
  definition: Json;
  hash: string;
  open: boolean;
  updates: number;
}

export interface Workspace {
  readonly id: string;
  readonly name: string;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  /** Conversations with the app, by the person's id; each is among the channels too. */
  readonly dms: Map<string, Channel>;
  readonly bot: { readonly id: string; readonly userId: string };
  readonly homes: Map<string, View>;
  readonly messagesTab: boolean;
  /** What people grant at an installation that asks for nothing in particular. */
  readonly scopes: readonly string[];
  installed: boolean;
}

export interface World {
  readonly appId: string;
  readonly workspaces: Map<string, Workspace>;
  readonly views: Map<string, View>;
  readonly files: Map<
    string,
    { readonly name: string; readonly alt: string; readonly chunks: Buffer[] }
  >;
  readonly ids: Ids;
  readonly mint: Ids['mint'];
  readonly timestamp: () => string;
  /** In seconds; what is remembered is as old as it was when it was remembered, whenever that was. */
  readonly postedAtS: (message: Pick<Message, 'ts'>) => number;
}

const APP_NAME = 'hallway';

export function createWorld(
  descriptions: readonly WorkspaceDescription[],
  defaultScopes: readonly string[],
): World {
  const ids = createIds();
  const workspaces = descriptions.map((each) => createWorkspace(each, ids.mint, defaultScopes));
  return worldOf(ids.mint('A'), workspaces, ids);
}

export function worldOf(appId: string, workspaces: readonly Workspace[], ids: Ids): World {
  const channels = workspaces.flatMap((each) => [...each.channels.values()]);
  const newestS = Math.max(
    0,
    ...channels.flatMap(({ messages }) => messages.map(({ ts }) => Number(ts))),
  );
  const sleptS = Date.now() / 1_000 - newestS;
  return {
    appId,
    workspaces: new Map(workspaces.map((each) => [each.id, each])),
    views: new Map(),
    files: new Map(),
    ids,
    mint: ids.mint,
    timestamp: createTimestamps(Date.now),
    postedAtS: ({ ts }) => (Number(ts) <= newestS ? Number(ts) + sleptS : Number(ts)),
  };
}

function createWorkspace(
  description: WorkspaceDescription,
  mint: World['mint'],
  defaultScopes: readonly string[],
): Workspace {
  const bot = createUser({ name: APP_NAME }, mint, true);
  const people = (description.users ?? []).map((each) =>
    createUser(typeof each === 'string' ? { name: each } : each, mint, false),
  );
  const workspace: Workspace = {
    id: mint('T'),
    name: description.name,
    users: new Map([bot, ...people].map((each) => [each.id, each])),
    channels: new Map(),
    dms: new Map(),
    bot: { id: mint('B'), userId: bot.id },
    homes: new Map(),
    messagesTab: description.messagesTab ?? true,
    scopes: description.scopes ?? defaultScopes,
    installed: description.installed ?? true,
  };
  for (const each of description.channels ?? []) addChannel(workspace, each, mint);
  return workspace;
}

function createUser(
  description: UserDescription,
  mint: (prefix: string) => string,
  bot: boolean,
): User {
  return {
    id: mint('U'),
    name: description.name,
    admin: description.admin ?? description.owner ?? false,
    owner: description.owner ?? false,
    guest: description.guest ?? false,
    tz: description.tz === undefined ? 'Europe/Brussels' : description.tz,
    ...(description.home === undefined ? {} : { home: description.home }),
    locale: description.locale === undefined ? 'en-US' : description.locale,
    bot,
    deactivated: description.deactivated ?? false,
  };
}

export function addChannel(
  workspace: Workspace,
  described: string | ChannelDescription,
  mint: World['mint'],
): Channel {
  const description = typeof described === 'string' ? { name: described } : described;
  const people = [...workspace.users.values()].filter((user) => !user.bot);
  const members = description.members ?? people.map((user) => user.name);
  const channel: Channel = {
    id: mint(description.private ? 'G' : 'C'),
    name: description.name,
    kind: description.private ? 'private' : 'public',
    members: new Set(members.map((name) => userNamed(workspace, name).id)),
    messages: [],
    createdS: Math.floor(Date.now() / 1_000),
    archived: description.archived ?? false,
  };
  if (description.app) channel.members.add(workspace.bot.userId);
  workspace.channels.set(channel.id, channel);
  return channel;
}

export function addUser(
  workspace: Workspace,
  description: UserDescription,
  mint: World['mint'],
): User {
  const user = createUser(description, mint, false);
  workspace.users.set(user.id, user);
  for (const channel of workspace.channels.values()) {
    if (channel.kind === 'public') channel.members.add(user.id);
  }
  return user;
}

export function workspaceNamed(world: World, name?: string): Workspace {
  const all = [...world.workspaces.values()];
  const found =
    name === undefined ? all[0] : all.find((each) => each.name === name || each.id === name);
  if (found === undefined) throw new Error(`There is no workspace "${name}".`);
  return found;
}

export function userNamed(workspace: Workspace, name: string): User {
  const found =
    workspace.users.get(name) ?? [...workspace.users.values()].find((each) => each.name === name);
  if (found === undefined)
    throw new Error(`There is nobody called "${name}" in ${workspace.name}.`);
  return found;
}

/** By name (with or without `#`) or id. */
export function channelNamed(workspace: Workspace, name: string): Channel {
  const bare = name.replace(/^#/, '');
  const found =
    workspace.channels.get(name) ??
    [...workspace.channels.values()].find((each) => each.name === bare && each.kind !== 'im');
  if (found === undefined) throw new Error(`There is no channel "${name}" in ${workspace.name}.`);
  return found;
}

/** The conversation between the app and a person, made on first use. */
export function dmWith(world: World, workspace: Workspace, userId: string): Channel {
  const existing = workspace.dms.get(userId);
  if (existing !== undefined) return existing;
  const channel: Channel = {
    id: world.mint('D'),
    name: 'directmessage',
    kind: 'im',
    members: new Set([userId, workspace.bot.userId]),
    messages: [],
    createdS: Math.floor(Date.now() / 1_000),
    archived: false,
  };
  workspace.channels.set(channel.id, channel);
  workspace.dms.set(userId, channel);
  return channel;
}

export interface NewMessage {
  readonly user: string;
  readonly byApp: boolean;
  readonly text?: string;
  readonly blocks?: readonly Json[];
  readonly attachments?: readonly Json[];
  readonly metadata?: Json | undefined;
  readonly ephemeralFor?: string | undefined;
  readonly threadTs?: string | undefined;
  readonly files?: readonly StoredFile[];
}

export function addMessage(world: World, channel: Channel, fresh: NewMessage): Message {
  const message: Message = {
    ts: world.timestamp(),
    channel: channel.id,
    user: fresh.user,
    byApp: fresh.byApp,
    ephemeralFor: fresh.ephemeralFor,
    threadTs: fresh.threadTs,
    files: fresh.files ?? [],
    text: fresh.text ?? '',
    blocks: fresh.blocks ?? [],
    attachments: fresh.attachments ?? [],
    metadata: fresh.metadata,
    edits: 0,
    deleted: false,
    reactions: [],
  };
  channel.messages.push(message);
  return message;
}
