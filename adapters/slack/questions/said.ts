import { z } from 'zod';

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
