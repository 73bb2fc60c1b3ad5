import { isObject, type Json, lengthOf, objectsOf, textOf } from '../json.ts';

/** What a property of a block or element of that type may hold at most (docs.slack.dev/reference/block-kit). */
interface Limit {
  readonly type: string;
  readonly property: string;
  /** Characters of a text, or items of a list. */
  readonly max: number;
  readonly min?: number;
}

const MENUS = ['static_select', 'external_select', 'multi_static_select', 'multi_external_select'];

const LIMITS: readonly Limit[] = [
  { type: 'header', property: 'text', max: 150, min: 1 },
  { type: 'section', property: 'text', max: 3_000, min: 1 },
  { type: 'section', property: 'fields', max: 10, min: 1 },
  { type: 'context', property: 'elements', max: 10, min: 1 },
  { type: 'actions', property: 'elements', max: 25, min: 1 },
  { type: 'image', property: 'alt_text', max: 2_000, min: 1 },
  { type: 'input', property: 'label', max: 2_000, min: 1 },
  { type: 'input', property: 'hint', max: 2_000 },
  { type: 'button', property: 'text', max: 75, min: 1 },
  { type: 'button', property: 'value', max: 2_000 },
  { type: 'button', property: 'url', max: 3_000 },
  { type: 'button', property: 'accessibility_label', max: 75 },
  { type: 'overflow', property: 'options', max: 5, min: 1 },
  { type: 'checkboxes', property: 'options', max: 10, min: 1 },
  { type: 'radio_buttons', property: 'options', max: 10, min: 1 },
  ...['static_select', 'multi_static_select'].flatMap((type) => [
    { type, property: 'options', max: 100, min: 1 },
    { type, property: 'option_groups', max: 100, min: 1 },
  ]),
  ...MENUS.map((type) => ({ type, property: 'placeholder', max: 150, min: 1 })),
];

const IDS = ['block_id', 'action_id'];

/** Every object within a block that has a type, itself first. */
export function partsOf(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (!isObject(value)) return [];
  return [...('type' in value ? [value] : []), ...Object.values(value).flatMap(partsOf)];
}

export function checkLimits(block: Json): readonly string[] {
  return partsOf(block).flatMap((part) => [
    ...LIMITS.filter(({ type }) => type === part['type']).flatMap((limit) => within(limit, part)),
    ...IDS.filter((id) => lengthOf(part[id]) > 255).map(
      (id) => `${id} of ${textOf(part['type'])} is longer than 255 characters`,
    ),
    ...optionsOf(part).flatMap((option) => checkOption(option)),
  ]);
}

function within({ type, property, max, min = 0 }: Limit, part: Json): readonly string[] {
  const value = part[property];
  if (value === undefined) return [];
  const size = sizeOf(value);
  const complaint = `${property} of ${type} has ${size}, not ${min} to ${max}`;
  return size < min || size > max ? [complaint] : [];
}

/** Items of a list, or characters of a text or text object. */
function sizeOf(value: unknown): number {
  if (Array.isArray(value)) return value.length;
  return lengthOf(isObject(value) ? value['text'] : value);
}

/** The options of a menu or an acknowledgement, those in groups included. */
export function optionsOf(part: Json): readonly Json[] {
  const groups = objectsOf(part['option_groups']);
  return [...objectsOf(part['options']), ...groups.flatMap((each) => objectsOf(each['options']))];
}

export function checkOption(option: Json): readonly string[] {
  const text = sizeOf(option['text']);
  const value = sizeOf(option['value']);
  return [
    ...(text < 1 || text > 75 ? [`An option's text has ${text} characters, not 1 to 75`] : []),
    ...(value < 1 || value > 150
      ? [`An option's value has ${value} characters, not 1 to 150`]
      : []),
    ...(sizeOf(option['description']) > 75
      ? ["An option's description is over 75 characters"]
      : []),
  ];
}
