import { ApiError } from './api-error.ts';
import type { Context } from './context.ts';
import { isObject, type Json, objectsOf, textOf } from './json.ts';
import { checkMessage, MESSAGE_BLOCKS_TEXT, textLength } from './rules/blocks.ts';
import type { Channel, Message } from './world.ts';

export interface Content {
  readonly text: string;
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
}

const TEXT_LIMIT = 40_000;

/**
 * What a message says, every block and element with an id. Refuses, and records, what real Slack
 * would not take.
 */
export function readContent(context: Context, method: string, args: Json): Content {
  const text = textOf(args['text']);
  const blocks = args['blocks'] ?? [];
  const attachments = objectsOf(args['attachments']);
  const limit = method === 'chat.update' ? 4_000 : TEXT_LIMIT;
  if (text.length > limit) throw new ApiError('msg_too_long');
  if (textLength(blocks) > MESSAGE_BLOCKS_TEXT) {
    context.violations.push({
      in: 'call',
      what: method,
      complaints: [`The blocks hold over ${MESSAGE_BLOCKS_TEXT} characters`],
      body: args,
    });
    throw new ApiError('msg_blocks_too_long');
  }
  refuse(context, method, 'invalid_blocks', args, [
    ...checkMessage(context.specification, text, blocks),
    ...attachments.flatMap((each) => checkMessage(context.specification, 'text', each['blocks'])),
  ]);
  const list = objectsOf(blocks);
  if (text === '' && list.length === 0 && attachments.length === 0) throw new ApiError('no_text');
  return { text, blocks: withIds(list, context.world.mint), attachments };
}

/** Records complaints, when there are any, and throws that error. */
export function refuse(
  context: Context,
  method: string,
  error: string,
  body: unknown,
  complaints: readonly string[],
): void {
  if (complaints.length === 0) return;
  context.violations.push({ in: 'call', what: method, complaints, body });
  throw new ApiError(error, { response_metadata: { messages: complaints } });
}

const INTERACTIVE = new Set([
  ...['button', 'overflow', 'static_select', 'external_select', 'users_select', 'channels_select'],
  ...['conversations_select', 'multi_static_select', 'multi_external_select', 'multi_users_select'],
  ...['multi_channels_select', 'multi_conversations_select', 'datepicker', 'timepicker'],
  ...['datetimepicker', 'checkboxes', 'radio_buttons', 'plain_text_input', 'number_input'],
  ...['url_text_input', 'email_text_input', 'file_input', 'rich_text_input'],
]);

/** The blocks with the ids that Slack gives to those without. */
export function withIds(
  blocks: readonly Json[],
  mint: (prefix: string) => string,
): readonly Json[] {
  const identify = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(identify);
    if (!isObject(value)) return value;
    const copy = Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, identify(each)]),
    );
    return INTERACTIVE.has(textOf(value['type'])) ? { action_id: mint('a'), ...copy } : copy;
  };
  return objectsOf(blocks.map(identify)).map((block) => ({ block_id: mint('b'), ...block }));
}

/** Puts other content into a message. */
export function edit(message: Message, content: Content): void {
  message.text = content.text;
  message.blocks = content.blocks;
  message.attachments = content.attachments;
  message.edits += 1;
}

/** A message by its timestamp, deleted ones left out. */
export function messageAt(channel: Channel, ts: unknown): Message | undefined {
  return channel.messages.find((each) => each.ts === ts && !each.deleted);
}
