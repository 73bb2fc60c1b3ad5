import {
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  MessageFlags,
  MessageType,
} from 'discord-api-types/v10';
import { ApiError, invalidForm } from './api-error.ts';
import { fillComponents } from './components.ts';
import { type Json, listOf, numberOf, objectsOf, textOf } from './json.ts';
import { mentionsIn, textsOf } from './mentions.ts';
import { presentUser } from './present.ts';
import { type Before, checkMessage, isEmptyMessage } from './rules/messages.ts';
import type { Channel, Guild, StoredFile, StoredMessage, World } from './world.ts';

const KEPT_FLAGS =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

export interface Draft {
  readonly body: Json;
  readonly files: readonly StoredFile[];
  /** Where in the request's body the message stands; default: it is the body. */
  readonly at?: readonly string[];
}

/** Refuses a draft that Discord would refuse; `before` is the message an edit is made to. */
export function checkDraft({ body, files, at = [] }: Draft, before?: APIMessage): void {
  const names = files.map((each) => each.name);
  const was = before === undefined ? undefined : beforeOf(before);
  const complaints = checkMessage(body, names, was);
  if (complaints.length > 0) {
    throw invalidForm(complaints.map((each) => ({ ...each, path: [...at, ...each.path] })));
  }
  if (isEmptyMessage(body, names, was)) {
    throw new ApiError(400, 50006, 'Cannot send an empty message');
  }
}

function beforeOf(message: APIMessage): Before {
  return {
    flags: message.flags ?? 0,
    content: message.content,
    embeds: message.embeds.length,
    components: message.components?.length ?? 0,
    attachments: message.attachments.length,
  };
}

export interface Posting {
  readonly world: World;
  readonly origin: string;
  readonly channel: Channel;
  readonly draft: Draft;
  /** What only messages of interactions have: type, flags, who sees it. */
  readonly extra?: Partial<APIMessage>;
  readonly ephemeralFor?: string;
}

export function post({ world, origin, channel, draft, extra, ephemeralFor }: Posting) {
  const { body } = draft;
  const id = world.mint();
  const hidden = ephemeralFor === undefined ? 0 : MessageFlags.Ephemeral;
  const api: APIMessage = {
    id,
    channel_id: channel.id,
    type: MessageType.Default,
    author: presentUser(world.bot),
    timestamp: new Date().toISOString(),
    edited_timestamp: null,
    tts: false,
    pinned: false,
    ...contentOf(world, channel, body),
    attachments: storeFiles(world, origin, channel.id, draft, []),
    ...extra,
    flags: (numberOf(body['flags']) & KEPT_FLAGS) | hidden | (extra?.flags ?? 0),
    ...(body['nonce'] == null ? {} : { nonce: String(body['nonce']) }),
  };
  const stored: StoredMessage = {
    api,
    edits: 0,
    ...(ephemeralFor === undefined ? {} : { ephemeralFor }),
  };
  world.messages.set(id, stored);
  return stored;
}

export function edit(world: World, origin: string, stored: StoredMessage, draft: Draft): void {
  const before = stored.api;
  const { body } = draft;
  const channel = world.channels.get(before.channel_id);
  const whole: Json = {
    content: body['content'] === undefined ? before.content : body['content'],
    embeds: body['embeds'] === undefined ? before.embeds : body['embeds'],
    components: body['components'] === undefined ? before.components : body['components'],
    allowed_mentions: body['allowed_mentions'],
  };
  const wasLoading = ((before.flags ?? 0) & MessageFlags.Loading) !== 0;
  const flags =
    ((before.flags ?? 0) & ~MessageFlags.Loading) | (numberOf(body['flags']) & KEPT_FLAGS);
  stored.api = {
    ...before,
    ...contentOf(world, channel, whole),
    attachments: storeFiles(world, origin, before.channel_id, draft, before.attachments),
    flags,
    // The first content of a deferred answer is not an edit to the reader.
    edited_timestamp: wasLoading ? null : new Date().toISOString(),
  };
  if (!wasLoading) stored.edits += 1;
}

function contentOf(world: World, channel: Channel | undefined, body: Json) {
  const guild = guildOf(world, channel);
  const texts = textsOf(body['content'], body['components']);
  const mentions = mentionsIn(world, guild, texts, body['allowed_mentions']);
  return {
    content: textOf(body['content']),
    embeds: objectsOf(body['embeds']).map((each) => ({ type: 'rich', ...each }) as APIEmbed),
    components: fillComponents(body['components'], world.mint) as unknown as NonNullable<
      APIMessage['components']
    >,
    mentions: mentions.users.map(presentUser),
    mention_roles: [...mentions.roles],
    mention_everyone: mentions.everyone,
  };
}

function guildOf(world: World, channel: Channel | undefined): Guild | undefined {
  return channel?.kind === 'guild' ? world.guilds.get(channel.guildId) : undefined;
}

/** Keeps uploads where tests can fetch them, beside those an edit did not drop. */
function storeFiles(
  world: World,
  origin: string,
  channelId: string,
  { body, files }: Draft,
  had: readonly APIAttachment[],
): APIAttachment[] {
  const wanted = objectsOf(body['attachments']).map((each) => String(each['id']));
  const kept = listOf(body['attachments']) === body['attachments'];
  const fresh = files.map((file) => {
    const id = world.mint();
    world.files.set(id, file);
    const url = `${origin}/attachments/${channelId}/${id}/${encodeURIComponent(file.name)}`;
    return {
      id,
      filename: file.name,
      size: file.content.length,
      content_type: file.type,
      url,
      proxy_url: url,
    } satisfies APIAttachment;
  });
  return [...had.filter((each) => !kept || wanted.includes(each.id)), ...fresh];
}
