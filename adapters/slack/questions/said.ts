import { z } from 'zod';
import { unescapeEntities } from '../rendering/escape.ts';

const file = z.object({ id: z.string().optional() });

/** A message of a person's, as Slack tells it in an event. */
const message = z.object({
  user: z.string().optional(),
  bot_id: z.string().nullish(),
  text: z.string().default(''),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(file).optional(),
});

const inChannel = { channel: z.string(), channel_type: z.string().optional() };

export const mention = message.extend(inChannel);

/** In a direct conversation: something new, something changed or something taken back. */
export const directMessage = z.union([
  z.object({
    ...inChannel,
    subtype: z.literal('message_changed'),
    message,
    previous_message: message.optional(),
  }),
  z.object({
    ...inChannel,
    subtype: z.literal('message_deleted'),
    deleted_ts: z.string(),
  }),
  message.extend({
    ...inChannel,
    subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  }),
]);

export type Said = z.infer<typeof message>;

const PERSON = /<@([A-Z0-9]+)(?:\|([^>]*))?>/gu;
const CHANNEL = /<#[A-Z0-9]+(?:\|([^>]*))?>/gu;
const SPECIAL = /<!(?:subteam\^[A-Z0-9]+\|?|date[^|>]*\|?)?([^>|]*)(?:\|[^>]*)?>/gu;
const LINK = /<((?:https?|mailto):[^|>]+)(?:\|([^>]*))?>/gu;

/** The words as people see them, without the mention of Hallway (docs.slack.dev/messaging/formatting-message-text). */
export function saidWords(text: string, self: string | undefined): string {
  const plain = text
    .replace(PERSON, (_, id: string, name?: string) => (id === self ? ' ' : (name ?? '')))
    .replace(CHANNEL, (_, name?: string) => (name === undefined ? '' : `#${name}`))
    .replace(LINK, (_, address: string, label?: string) => seen(address, label))
    .replace(SPECIAL, '$1');
  return unescapeEntities(plain).replaceAll(/\s+/gu, ' ').trim();
}

/** Slack labels a bare address with itself, or leaves its beginning out. */
function seen(address: string, label: string | undefined): string {
  return label === undefined || address.endsWith(label) ? address : label;
}
