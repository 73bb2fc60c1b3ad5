import { ComponentType as Kind } from 'discord-api-types/v10';
import { type Json, lengthOf, numberOf, objectsOf, textOf } from '../json.ts';
import { type Complaint, must, type Path, within } from './complaint.ts';

const MAX_OPTIONS = 25;

const SELECTS: ReadonlySet<number> = new Set([
  Kind.StringSelect,
  Kind.UserSelect,
  Kind.RoleSelect,
  Kind.MentionableSelect,
  Kind.ChannelSelect,
]);

export function isSelect(type: number): boolean {
  return SELECTS.has(type);
}

export function checkSelect(select: Json, path: Path): readonly Complaint[] {
  const min = numberOf(select['min_values'], 1);
  const max = numberOf(select['max_values'], 1);
  const options = objectsOf(select['options']);
  const most = select['type'] === Kind.StringSelect ? options.length : MAX_OPTIONS;
  return [
    ...within(lengthOf(select['custom_id']), [1, 100], [...path, 'custom_id']),
    ...must(
      lengthOf(select['placeholder']) <= 150,
      [...path, 'placeholder'],
      'BASE_TYPE_MAX_LENGTH',
      'At most 150.',
    ),
    ...must(
      min >= 0 && min <= max && max >= 1 && max <= Math.max(most, 1),
      [...path, 'max_values'],
      'BASE_TYPE_MAX_LENGTH',
      `min_values ${min} and max_values ${max} do not fit ${most} options.`,
    ),
    ...(select['type'] === Kind.StringSelect ? checkOptions(options, [...path, 'options']) : []),
  ];
}

function checkOptions(options: readonly Json[], path: Path): readonly Complaint[] {
  const values = options.map((each) => textOf(each['value']));
  return [
    ...within(options.length, [1, MAX_OPTIONS], path),
    ...must(
      new Set(values).size === values.length,
      path,
      'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      'Two options have the same value.',
    ),
    ...options.flatMap((each, index) => [
      ...within(lengthOf(each['label']), [1, 100], [...path, index, 'label']),
      ...within(lengthOf(each['value']), [1, 100], [...path, index, 'value']),
      ...within(lengthOf(each['description']), [0, 100], [...path, index, 'description']),
    ]),
  ];
}
