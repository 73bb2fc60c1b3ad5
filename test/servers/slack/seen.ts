import { isObject, type Json, objectOf, objectsOf, textOf } from './json.ts';
import type { Channel, Message, StoredFile, View } from './world.ts';

export interface SeenOption {
  readonly text: string;
  readonly value: string;
  /** The label of its group; empty without. */
  readonly group: string;
  readonly description: string;
}

/** A button, menu or input as it stands in a message or view. */
export interface Control {
  readonly type: string;
  readonly actionId: string;
  readonly blockId: string;
  /** A button's text, a menu's placeholder, an input's label. */
  readonly label: string;
  readonly value: string;
  readonly url: string;
  readonly style: string;
  readonly options: readonly SeenOption[];
  readonly element: Json;
  /** In an input block: whether it may stay empty; elsewhere always. */
  readonly optional: boolean;
}

/** A message as its reader sees it, at one moment. */
export interface Seen {
  readonly kind: 'message';
  readonly ts: string;
  readonly channelId: string;
  /** The only user who sees it. */
  readonly ephemeralFor: string | undefined;
  readonly byApp: boolean;
  /** Every text of its blocks, one a line; the plain text when there are none. */
  readonly text: string;
  /** What notifications and screen readers say. */
  readonly fallback: string;
  readonly controls: readonly Control[];
  readonly buttons: readonly Control[];
  readonly blocks: readonly Json[];
  readonly attachments: readonly Json[];
  readonly metadata: Json | undefined;
  readonly threadTs: string | undefined;
  readonly files: readonly StoredFile[];
  readonly edits: number;
}

/** A modal or Home tab as its reader sees it, at one moment. */
export interface SeenView {
  readonly kind: 'view';
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly title: string;
  readonly text: string;
  readonly controls: readonly Control[];
  readonly buttons: readonly Control[];
  readonly callbackId: string;
  readonly privateMetadata: string;
  readonly blocks: readonly Json[];
  readonly hash: string;
  /** How often it was changed since it opened. */
  readonly updates: number;
}

export function seeMessage(message: Message): Seen {
  const attached = message.attachments.flatMap((each) => objectsOf(each['blocks']));
  const all = [...message.blocks, ...attached];
  const texts = all.flatMap(textsOf);
  const plain = [message.text, ...message.attachments.map((each) => textOf(each['text']))];
  const controls = controlsOf(all);
  return {
    kind: 'message',
    ts: message.ts,
    channelId: message.channel,
    ephemeralFor: message.ephemeralFor,
    byApp: message.byApp,
    text: (texts.length > 0 ? texts : plain.filter((each) => each !== '')).join('\n'),
    fallback: message.text,
    controls,
    buttons: controls.filter((each) => each.type === 'button'),
    blocks: message.blocks,
    attachments: message.attachments,
    metadata: message.metadata,
    threadTs: message.threadTs,
    files: message.files,
    edits: message.edits,
  };
}

/** Every message in a channel that this user sees (without one: that everyone sees), oldest first. */
export function messagesSeen(channel: Channel, userId?: string): readonly Seen[] {
  return channel.messages
    .filter((each) => !each.deleted)
    .filter((each) => each.ephemeralFor === undefined || each.ephemeralFor === userId)
    .map(seeMessage);
}

export function seeView(view: View): SeenView {
  const blocks = objectsOf(view.definition['blocks']);
  const controls = controlsOf(blocks);
  return {
    kind: 'view',
    id: view.id,
    type: view.type,
    title: caption(view.definition['title']),
    text: blocks.flatMap(textsOf).join('\n'),
    controls,
    buttons: controls.filter((each) => each.type === 'button'),
    callbackId: textOf(view.definition['callback_id']),
    privateMetadata: textOf(view.definition['private_metadata']),
    blocks,
    hash: view.hash,
    updates: view.updates,
  };
}

function caption(value: unknown): string {
  return textOf(objectOf(value)['text']);
}

function textsOf(block: Json): readonly string[] {
  switch (block['type']) {
    case 'section':
      return [
        caption(block['text']),
        ...objectsOf(block['fields']).map(({ text }) => textOf(text)),
      ].filter((each) => each !== '');
    case 'context':
      return objectsOf(block['elements'])
        .map(({ text }) => textOf(text))
        .filter((each) => each !== '');
    case 'rich_text':
      return [leaves(block).join('')];
    case 'markdown':
      return [textOf(block['text'])];
    case 'header':
    case 'alert':
      return [caption(block['text'])];
    case 'image':
      return [caption(block['title']) || textOf(block['alt_text'])];
    case 'input':
      return [caption(block['label'])];
    default:
      return [];
  }
}

function leaves(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (!isObject(value)) return [];
  return 'elements' in value
    ? leaves(value['elements'])
    : [textOf(value['text'] ?? value['fallback'])];
}

function controlsOf(blocks: readonly Json[]): readonly Control[] {
  return blocks.flatMap((block) => {
    const within = [
      ...(block['type'] === 'actions' ? objectsOf(block['elements']) : []),
      ...[block['accessory'], block['element']].filter(isObject),
    ];
    return within
      .filter((element) => typeof element['action_id'] === 'string')
      .map((element) => toControl(element, block));
  });
}

function toControl(element: Json, block: Json): Control {
  const isInput = block['type'] === 'input';
  return {
    type: textOf(element['type']),
    actionId: textOf(element['action_id']),
    blockId: textOf(block['block_id']),
    label: caption(isInput ? block['label'] : (element['text'] ?? element['placeholder'])),
    value: textOf(element['value']),
    url: textOf(element['url']),
    style: textOf(element['style']),
    options: seeOptions(element),
    element,
    optional: !isInput || block['optional'] === true,
  };
}

/** The options of a menu or of an acknowledgement, flattened. */
export function seeOptions(of: Json): readonly SeenOption[] {
  const see = (option: Json, group: string): SeenOption => ({
    text: caption(option['text']),
    value: textOf(option['value']),
    group,
    description: caption(option['description']),
  });
  return [
    ...objectsOf(of['options']).map((each) => see(each, '')),
    ...objectsOf(of['option_groups']).flatMap((group) =>
      objectsOf(group['options']).map((each) => see(each, caption(group['label']))),
    ),
  ];
}
