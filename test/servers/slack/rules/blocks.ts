import { isObject, type Json, lengthOf, objectOf, objectsOf } from '../json.ts';
import { checkLimits, checkOption, optionsOf, partsOf } from './limits.ts';
import type { Specification } from './specification.ts';

const MESSAGE_BLOCKS = 50;
const VIEW_BLOCKS = 100;
const MENU_OPTIONS = 100;
const PRIVATE_METADATA = 3_000;
/** Over all blocks of one message; found by others, not documented. */
export const MESSAGE_BLOCKS_TEXT = 13_200;

/** What is wrong with the blocks of a message. */
export function checkMessage(
  specification: Specification | undefined,
  text: string,
  blocks: unknown,
): readonly string[] {
  if (blocks === undefined) return [];
  if (!Array.isArray(blocks)) return ['blocks is no list'];
  return [
    ...(blocks.length > 0 && text === '' ? ['There are blocks and no text beside them'] : []),
    ...(blocks.length > MESSAGE_BLOCKS ? [`There are ${blocks.length} blocks, over 50`] : []),
    ...checkBlocks(blocks),
    ...(specification?.check('MessageBlocks', blocks) ?? []),
    ...partsOf(blocks).flatMap(({ type }) => (type === 'alert' ? ['alert is for modals'] : [])),
  ];
}

/** The characters of all texts in blocks. */
export function textLength(blocks: unknown): number {
  return partsOf(blocks).reduce((sum, { text }) => sum + lengthOf(text), 0);
}

/** What is wrong with a modal or a Home tab. */
export function checkView(
  specification: Specification | undefined,
  view: unknown,
  type: 'modal' | 'home',
): readonly string[] {
  if (!isObject(view)) return ['view is no object'];
  const blocks = objectsOf(view['blocks']);
  const home = type === 'home';
  const hasInput = blocks.some((block) => block['type'] === 'input');
  return [
    ...(view['type'] === type ? [] : [`type is "${String(view['type'])}", not "${type}"`]),
    ...(blocks.length > VIEW_BLOCKS ? [`There are ${blocks.length} blocks, over 100`] : []),
    ...(lengthOf(view['private_metadata']) > PRIVATE_METADATA
      ? ['private_metadata is over 3000 characters']
      : []),
    ...(lengthOf(view['callback_id']) > 255 ? ['callback_id is over 255 characters'] : []),
    ...(!home && hasInput && view['submit'] === undefined
      ? ['There are inputs and no submit']
      : []),
    ...(home ? [] : ['title', 'submit', 'close'].flatMap((each) => checkCaption(view, each))),
    ...checkBlocks(blocks),
    ...(specification?.check(home ? 'HomeView' : 'ModalView', view) ?? []),
  ];
}

function checkCaption(view: Json, property: string): readonly string[] {
  const caption = view[property];
  if (caption === undefined) return property === 'title' ? ['title is missing'] : [];
  const length = lengthOf(objectOf(caption)['text']);
  return length < 1 || length > 24 ? [`${property} has ${length} characters, not 1 to 24`] : [];
}

/** What is wrong with the options offered while someone types. */
export function checkSuggestions(
  specification: Specification | undefined,
  ack: Json,
): readonly string[] {
  const options = optionsOf(ack);
  const groups = objectsOf(ack['option_groups']);
  return [
    ...(Array.isArray(ack['options']) || Array.isArray(ack['option_groups'])
      ? []
      : ['There are neither options nor option_groups']),
    ...(options.length > MENU_OPTIONS ? [`There are ${options.length} options, over 100`] : []),
    ...(groups.length > MENU_OPTIONS ? [`There are ${groups.length} groups, over 100`] : []),
    ...groups.flatMap(checkGroup),
    ...options.flatMap(checkOption),
    ...options.flatMap((option) => specification?.check('Option', option) ?? []),
  ];
}

function checkGroup(group: Json): readonly string[] {
  const length = lengthOf(objectOf(group['label'])['text']);
  return [
    ...(length < 1 || length > 75 ? [`A group's label has ${length} characters, not 1 to 75`] : []),
    ...(objectsOf(group['options']).length === 0 ? ['A group has no options'] : []),
  ];
}

function checkBlocks(blocks: readonly unknown[]): readonly string[] {
  const all = blocks.filter(isObject);
  return [
    ...(all.length < blocks.length ? ['A block is no object'] : []),
    ...repeated(all.map((block) => block['block_id'])).map((id) => `block_id "${id}" is repeated`),
    ...all.flatMap((block) => [
      ...repeated(partsOf(block).map((part) => part['action_id'])).map(
        (id) => `action_id "${id}" is repeated in one block`,
      ),
      ...checkLimits(block),
      ...partsOf(block).flatMap(checkInitialOption),
    ]),
  ];
}

function repeated(ids: readonly unknown[]): readonly string[] {
  const given = ids.filter((id) => typeof id === 'string');
  return [...new Set(given.filter((id, index) => given.indexOf(id) !== index))];
}

function checkInitialOption(part: Json): readonly string[] {
  const initial = part['initial_option'];
  if (initial === undefined || part['type'] === 'external_select') return [];
  const { value } = objectOf(initial);
  return optionsOf(part).some((option) => option['value'] === value)
    ? []
    : [`initial_option "${String(value)}" is not among the options`];
}
