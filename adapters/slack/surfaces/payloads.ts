import { z } from 'zod';

const element = z.object({
  type: z.string(),
  action_id: z.string(),
  value: z.string().optional(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_users: z.array(z.string()).optional(),
});

const view = z.object({
  id: z.string(),
  type: z.string(),
  callback_id: z.string().default(''),
  private_metadata: z.string().default(''),
  previous_view_id: z.string().nullish(),
  /** Changes with every publishing. */
  hash: z.string().optional(),
});

/** Of what Slack tells when a button or menu was used, what Hallway reads. */
export const blockActions = z.object({
  type: z.literal('block_actions'),
  trigger_id: z.string(),
  response_url: z.string().optional(),
  channel: z.object({ id: z.string() }).nullish(),
  container: z.object({
    message_ts: z.string().optional(),
    is_ephemeral: z.boolean().optional(),
  }),
  view: view.nullish(),
  actions: z.tuple([element], element),
});

export type BlockActions = z.infer<typeof blockActions>;
export type UsedElement = z.infer<typeof element>;
export type ActedView = z.infer<typeof view>;

/** A form or a choice of channel that was sent. */
export const submission = z.object({
  type: z.literal('view_submission'),
  trigger_id: z.string(),
  view: view.extend({
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), z.object({ value: z.string().nullish() }))),
    }),
  }),
  response_urls: z.array(z.object({ response_url: z.string() })).default([]),
});

/** A shortcut in a message's menu, or in that of everywhere. */
export const shortcut = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('message_action'),
    callback_id: z.string(),
    trigger_id: z.string(),
    response_url: z.string(),
    message: z.object({
      blocks: z.array(z.unknown()).default([]),
      /** Previews of links, too, such as Hallway's own. */
      attachments: z.array(z.unknown()).default([]),
    }),
  }),
  z.object({ type: z.literal('shortcut'), callback_id: z.string(), trigger_id: z.string() }),
]);

export type Shortcut = z.infer<typeof shortcut>;
