import { ComponentType as Kind } from 'discord-api-types/v10';
import { type Json, lengthOf, listOf, numberOf, objectsOf } from '../json.ts';
import { type Complaint, must, type Path, within } from './complaint.ts';
import { walk } from './components.ts';
import { checkSelect, isSelect } from './selects.ts';

/** What Discord requires of a modal beyond its shape. */
export function checkModal(modal: Json): readonly Complaint[] {
  const components = objectsOf(modal['components']);
  const all = walk(components);
  const ids = all.flatMap(({ component }) => component['custom_id'] ?? []);
  return [
    ...within(lengthOf(modal['custom_id']), [1, 100], ['custom_id']),
    ...within(lengthOf(modal['title']), [1, 45], ['title']),
    ...within(listOf(modal['components']).length, [1, 5], ['components']),
    ...must(
      new Set(ids).size === ids.length,
      ['components'],
      'COMPONENT_CUSTOM_ID_DUPLICATED',
      'Component custom id cannot be duplicated.',
    ),
    ...all.flatMap(({ component, path }) => checkOne(component, path)),
  ];
}

function checkOne(component: Json, path: Path): readonly Complaint[] {
  const type = numberOf(component['type']);
  if (isSelect(type)) return checkSelect(component, path);
  if (type === Kind.Label) {
    return [
      ...within(lengthOf(component['label']), [1, 45], [...path, 'label']),
      ...within(lengthOf(component['description']), [0, 100], [...path, 'description']),
    ];
  }
  return type === Kind.TextInput ? checkTextInput(component, path) : [];
}

function checkTextInput(input: Json, path: Path): readonly Complaint[] {
  const min = numberOf(input['min_length'], 0);
  const max = numberOf(input['max_length'], 4_000);
  return [
    ...within(lengthOf(input['custom_id']), [1, 100], [...path, 'custom_id']),
    ...within(lengthOf(input['placeholder']), [0, 100], [...path, 'placeholder']),
    ...within(lengthOf(input['value']), [0, max], [...path, 'value']),
    ...must(
      min >= 0 && min <= max && max >= 1 && max <= 4_000,
      [...path, 'max_length'],
      'NUMBER_TYPE_MAX',
      `min_length ${min} and max_length ${max} do not fit together.`,
    ),
  ];
}
