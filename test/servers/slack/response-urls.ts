import { randomBytes } from 'node:crypto';
import { ApiError } from './api-error.ts';
import type { Context } from './context.ts';
import type { Interaction } from './interactions.ts';
import { isObject, type Json, textOf } from './json.ts';
import { edit, messageAt, readContent } from './posting.ts';
import { addMessage, type Channel, type Message } from './world.ts';

const USES = 5;

/** What a response_url stands for. */
export interface Issued {
  readonly interaction: Interaction;
  readonly channel: Channel;
}

interface ResponseUrl extends Issued {
  readonly expiresAt: number;
  uses: number;
  /** What `replace_original` and `delete_original` speak of. */
  original: Message | undefined;
}

export interface ResponseUrls {
  /** The path of a new response_url. */
  issue(interaction: Interaction, channel: Channel): string;
  /** The interaction behind a path; nothing where it was never issued. */
  find(path: string): Issued | undefined;
  /** One of an earlier Slack, as if it were issued now. */
  keep(path: string, issued: Issued): void;
  /** Does what was posted to it; throws the error it is answered with. */
  use(context: Context, path: string, body: Json): void;
  /** A message out of an acknowledgement's body, as if posted. */
  say(context: Context, interaction: Interaction, channel: Channel, body: Json): void;
}

export function createResponseUrls(lifetimeMs: number): ResponseUrls {
  const all = new Map<string, ResponseUrl>();
  const byInteraction = new Map<string, ResponseUrl>();
  const keep = (path: string, { interaction, channel }: Issued) => {
    const url: ResponseUrl = {
      interaction,
      channel,
      expiresAt: Date.now() + lifetimeMs,
      uses: 0,
      original: interaction.message,
    };
    all.set(path, url);
    byInteraction.set(interaction.id, url);
  };
  return {
    issue(interaction, channel) {
      const path = `/response/${interaction.workspace.id}/${randomBytes(12).toString('hex')}`;
      keep(path, { interaction, channel });
      return path;
    },
    find: (path) => all.get(path),
    keep,
    use(context, path, body) {
      const url = all.get(path);
      if (url === undefined) throw new ApiError('invalid_url');
      if (url.expiresAt <= Date.now()) throw new ApiError('expired_url');
      if (url.uses >= USES) throw new ApiError('used_url');
      url.uses += 1;
      respond(context, url, body);
    },
    say(context, interaction, channel, body) {
      const url = byInteraction.get(interaction.id);
      respond(
        context,
        url ?? { interaction, channel, expiresAt: 0, uses: 0, original: undefined },
        body,
      );
    },
  };
}

function respond(context: Context, url: ResponseUrl, body: Json): void {
  const message = effect(context, url, body);
  // A command has no original of its own: the first answer becomes it.
  url.original ??= message;
  context.interactions.show(url.interaction, { kind: 'message', message });
}

/** The message that was deleted, replaced or said. */
function effect(context: Context, url: ResponseUrl, body: Json): Message {
  const { interaction, channel, original } = url;
  const live = original?.deleted === false ? original : undefined;
  if (body['delete_original'] === true) {
    if (live === undefined) throw new ApiError('message_not_found');
    live.deleted = true;
    return live;
  }
  const content = readContent(context, 'response_url', body);
  if (body['replace_original'] === true && live !== undefined) {
    edit(live, content);
    return live;
  }
  return addMessage(context.world, channel, {
    ...content,
    user: interaction.workspace.bot.userId,
    byApp: true,
    ephemeralFor: body['response_type'] === 'in_channel' ? undefined : interaction.user.id,
    threadTs: threadOf(channel, body),
    metadata: isObject(body['metadata']) ? body['metadata'] : undefined,
  });
}

function threadOf(channel: Channel, body: Json): string | undefined {
  const ts = textOf(body['thread_ts']);
  return messageAt(channel, ts) === undefined ? undefined : ts;
}
