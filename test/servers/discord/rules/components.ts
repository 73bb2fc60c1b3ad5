import { ButtonStyle, ComponentType as Kind } from 'discord-api-types/v10';
import { type Json, lengthOf, listOf, numberOf, objectsOf, textOf } from '../json.ts';
import { type Complaint, complaint, must, type Path, within } from './complaint.ts';
import { checkSelect, isSelect } from './selects.ts';

const MAX_COMPONENTS = 40;
const MAX_TEXT = 4_000;
const MAX_ROWS = 5;

const V2_TOP: ReadonlySet<number> = new Set([
  Kind.ActionRow,
  Kind.Section,
  Kind.TextDisplay,
  Kind.MediaGallery,
  Kind.File,
  Kind.Separator,
  Kind.Container,
]);

export interface Placed {
  readonly component: Json;
  readonly path: Path;
}

/** Every component of a tree in the order of reading, accessories and labelled inputs included. */
export function walk(components: unknown, path: Path = ['components']): readonly Placed[] {
  return listOf(components).flatMap((each, index) => visit(each, [...path, index]));
}

function visit(value: unknown, path: Path): readonly Placed[] {
  const [component] = objectsOf([value]);
  if (component === undefined) return [];
  return [
    { component, path },
    ...walk(component['components'], [...path, 'components']),
    ...visit(component['accessory'], [...path, 'accessory']),
    ...visit(component['component'], [...path, 'component']),
  ];
}

/** What Discord requires of a message's components beyond their shapes. */
export function checkComponents(components: unknown, isV2: boolean): readonly Complaint[] {
  const all = walk(components);
  const top = objectsOf(components);
  return [
    ...(isV2 ? v2Limits(all) : v1Limits(top)),
    ...top.flatMap((each, index) => checkPlace(each, ['components', index], isV2, false)),
    ...all.flatMap((each) => checkOne(each)),
    ...unique(all),
  ];
}

function v1Limits(top: readonly Json[]): readonly Complaint[] {
  return must(top.length <= MAX_ROWS, ['components'], 'BASE_TYPE_BAD_LENGTH', 'At most 5 rows.');
}

function v2Limits(all: readonly Placed[]): readonly Complaint[] {
  const text = all
    .filter(({ component }) => component['type'] === Kind.TextDisplay)
    .reduce((sum, { component }) => sum + lengthOf(component['content']), 0);
  return [
    ...must(
      all.length <= MAX_COMPONENTS,
      ['components'],
      'BASE_TYPE_MAX_LENGTH',
      `At most ${MAX_COMPONENTS} components counting nested ones, are ${all.length}.`,
    ),
    ...must(
      text <= MAX_TEXT,
      ['components'],
      'COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED',
      `At most ${MAX_TEXT} characters over all text displays, are ${text}.`,
    ),
  ];
}

function checkPlace(
  component: Json,
  path: Path,
  isV2: boolean,
  inContainer: boolean,
): readonly Complaint[] {
  const type = numberOf(component['type']);
  const allowed = isV2
    ? V2_TOP.has(type) && !(inContainer && type === Kind.Container)
    : type === Kind.ActionRow;
  const message = isV2 ? `Type ${type} may not stand here.` : `Type ${type} needs flag 1<<15.`;
  const children = type === Kind.Container ? objectsOf(component['components']) : [];
  return [
    ...must(allowed, [...path, 'type'], 'UNION_TYPE_CHOICES', message),
    ...children.flatMap((child, index) =>
      checkPlace(child, [...path, 'components', index], isV2, true),
    ),
  ];
}

function checkOne({ component, path }: Placed): readonly Complaint[] {
  const type = numberOf(component['type']);
  if (isSelect(type)) return checkSelect(component, path);
  switch (type) {
    case Kind.ActionRow:
      return checkRow(component, path);
    case Kind.Button:
      return checkButton(component, path);
    case Kind.Section:
      return checkSection(component, path);
    case Kind.TextDisplay:
      return within(lengthOf(component['content']), [1, MAX_TEXT], [...path, 'content']);
    case Kind.Container:
      return within(listOf(component['components']).length, [1, MAX_COMPONENTS], path);
    default:
      return [];
  }
}

function checkRow(row: Json, path: Path): readonly Complaint[] {
  const children = objectsOf(row['components']);
  const types = children.map((each) => numberOf(each['type']));
  const buttons = types.every((type) => type === Kind.Button) && types.length <= 5;
  const single = types.length === 1 && types.every((t) => isSelect(t) || t === Kind.TextInput);
  return must(
    types.length > 0 && (buttons || single),
    [...path, 'components'],
    'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
    'A row holds one to five buttons or one select menu.',
  );
}

function checkSection(section: Json, path: Path): readonly Complaint[] {
  const children = objectsOf(section['components']);
  const [accessory] = objectsOf([section['accessory']]);
  const accessoryType = accessory?.['type'];
  return [
    ...within(children.length, [1, 3], [...path, 'components']),
    ...children.flatMap((child, index) =>
      must(
        child['type'] === Kind.TextDisplay,
        [...path, 'components', index],
        'UNION_TYPE_CHOICES',
        'A section holds text displays.',
      ),
    ),
    ...must(
      accessoryType === Kind.Button || accessoryType === Kind.Thumbnail,
      [...path, 'accessory'],
      'UNION_TYPE_CHOICES',
      'A section needs a button or a thumbnail as accessory.',
    ),
  ];
}

function checkButton(button: Json, path: Path): readonly Complaint[] {
  const style = numberOf(button['style']);
  if (style === ButtonStyle.Premium) return [];
  const needs = style === ButtonStyle.Link ? 'url' : 'custom_id';
  const forbids = style === ButtonStyle.Link ? 'custom_id' : 'url';
  const shown = lengthOf(button['label']) > 0 || button['emoji'] != null;
  return [
    ...must(
      button[forbids] == null,
      [...path, forbids],
      'BUTTON_COMPONENT_INVALID',
      `A button of style ${style} has no ${forbids}.`,
    ),
    ...within(lengthOf(button[needs]), [1, needs === 'url' ? 512 : 100], [...path, needs]),
    ...must(
      lengthOf(button['label']) <= 80,
      [...path, 'label'],
      'BASE_TYPE_MAX_LENGTH',
      'At most 80.',
    ),
    ...must(shown, path, 'BUTTON_COMPONENT_INVALID', 'A button needs a label or an emoji.'),
  ];
}

function unique(all: readonly Placed[]): readonly Complaint[] {
  const seen = new Set<string>();
  return all.flatMap(({ component, path }) => {
    const id = textOf(component['custom_id']);
    if (id === '') return [];
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [
      complaint(
        [...path, 'custom_id'],
        'COMPONENT_CUSTOM_ID_DUPLICATED',
        `Component custom id "${id}" cannot be duplicated.`,
      ),
    ];
  });
}
