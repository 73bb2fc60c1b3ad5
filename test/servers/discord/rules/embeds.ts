import { type Json, lengthOf, objectOf, objectsOf } from '../json.ts';
import { type Complaint, must, type Path } from './complaint.ts';

const MAX_CHARACTERS = 6_000;

export function checkEmbeds(embeds: readonly Json[]): readonly Complaint[] {
  const total = embeds.reduce((sum, embed) => sum + sizeOf(embed), 0);
  return [
    ...must(embeds.length <= 10, ['embeds'], 'BASE_TYPE_MAX_LENGTH', 'At most 10 embeds.'),
    ...must(
      total <= MAX_CHARACTERS,
      ['embeds'],
      'MAX_EMBED_SIZE_EXCEEDED',
      `Embed size exceeds maximum size of ${MAX_CHARACTERS}: ${total}.`,
    ),
    ...embeds.flatMap((embed, index) => checkEmbed(embed, ['embeds', index])),
  ];
}

function sizeOf(embed: Json): number {
  const fields = objectsOf(embed['fields']);
  return (
    lengthOf(embed['title']) +
    lengthOf(embed['description']) +
    lengthOf(objectOf(embed['footer'])['text']) +
    lengthOf(objectOf(embed['author'])['name']) +
    fields.reduce((sum, each) => sum + lengthOf(each['name']) + lengthOf(each['value']), 0)
  );
}

function checkEmbed(embed: Json, path: Path): readonly Complaint[] {
  const atMost = (value: unknown, max: number, at: Path) =>
    must(lengthOf(value) <= max, at, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
  const fields = objectsOf(embed['fields']);
  return [
    ...atMost(embed['title'], 256, [...path, 'title']),
    ...atMost(embed['description'], 4_096, [...path, 'description']),
    ...atMost(objectOf(embed['footer'])['text'], 2_048, [...path, 'footer', 'text']),
    ...atMost(objectOf(embed['author'])['name'], 256, [...path, 'author', 'name']),
    ...must(fields.length <= 25, [...path, 'fields'], 'BASE_TYPE_MAX_LENGTH', 'At most 25 fields.'),
    ...fields.flatMap((field, index) => [
      ...atMost(field['name'], 256, [...path, 'fields', index, 'name']),
      ...atMost(field['value'], 1_024, [...path, 'fields', index, 'value']),
      ...must(
        lengthOf(field['name']) > 0 && lengthOf(field['value']) > 0,
        [...path, 'fields', index],
        'BASE_TYPE_REQUIRED',
        'A field needs a name and a value.',
      ),
    ]),
  ];
}
