import { MessageFlags } from 'discord-api-types/v10';
import { type Json, lengthOf, listOf, numberOf, objectOf, objectsOf, textOf } from '../json.ts';
import { type Complaint, must, within } from './complaint.ts';
import { checkComponents, walk } from './components.ts';
import { checkEmbeds } from './embeds.ts';

const MAX_CONTENT = 2_000;

/** The message an edit is made to; a new message has none. */
export interface Before {
  readonly flags: number;
  readonly content: string;
  readonly embeds: number;
  readonly components: number;
  readonly attachments: number;
}

/** What Discord requires of a message's body beyond its shape. `files` are the names of the uploads. */
export function checkMessage(
  body: Json,
  files: readonly string[],
  before?: Before,
): readonly Complaint[] {
  const isV2 =
    ((numberOf(body['flags']) | (before?.flags ?? 0)) & MessageFlags.IsComponentsV2) !== 0;
  const checked = body['components'] == null ? [] : checkComponents(body['components'], isV2);
  return [
    ...must(
      lengthOf(body['content']) <= MAX_CONTENT,
      ['content'],
      'BASE_TYPE_MAX_LENGTH',
      `Must be ${MAX_CONTENT} or fewer in length, is ${lengthOf(body['content'])}.`,
    ),
    ...must(lengthOf(body['nonce']) <= 25, ['nonce'], 'BASE_TYPE_MAX_LENGTH', 'At most 25.'),
    ...must(
      body['enforce_nonce'] !== true || body['nonce'] != null,
      ['nonce'],
      'BASE_TYPE_REQUIRED',
      'enforce_nonce needs a nonce.',
    ),
    ...(isV2 ? checkV2(body) : []),
    ...checked,
    ...checkEmbeds(objectsOf(body['embeds'])),
    ...checkMentions(objectOf(body['allowed_mentions'])),
    ...checkFiles(body, files),
  ];
}

function checkV2(body: Json): readonly Complaint[] {
  return ['content', 'embeds', 'poll', 'sticker_ids'].flatMap((field) => {
    const value = body[field];
    const empty = value == null || value === '' || (Array.isArray(value) && value.length === 0);
    return must(
      empty,
      [field],
      'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
      `The "${field}" field cannot be used when using flags[IS_COMPONENTS_V2].`,
    );
  });
}

function checkMentions(allowed: Json): readonly Complaint[] {
  const parse = listOf(allowed['parse']);
  return ['users', 'roles'].flatMap((kind) => {
    const listed = listOf(allowed[kind]);
    return [
      ...must(
        listed.length === 0 || !parse.includes(kind),
        ['allowed_mentions', kind],
        'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
        `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
      ),
      ...within(listed.length, [0, 100], ['allowed_mentions', kind]),
    ];
  });
}

/** `attachment://name` must name an upload, and what `attachments` speaks of must be there. */
function checkFiles(body: Json, files: readonly string[]): readonly Complaint[] {
  return walk(body['components']).flatMap(({ component, path }) =>
    ['file', 'media'].flatMap((field) => {
      const url = textOf(objectOf(component[field])['url']);
      if (!url.startsWith('attachment://')) return [];
      return must(
        files.includes(url.slice('attachment://'.length)),
        [...path, field, 'url'],
        'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND',
        `The referenced attachment "${url}" was not uploaded.`,
      );
    }),
  );
}

/** Whether the message would show nothing at all (50006). */
export function isEmptyMessage(body: Json, files: readonly string[], before?: Before): boolean {
  const count = (field: string, had: number) =>
    body[field] === undefined ? had : listOf(body[field]).length;
  const content = body['content'] === undefined ? before?.content : textOf(body['content']);
  return (
    (content ?? '').trim() === '' &&
    count('embeds', before?.embeds ?? 0) === 0 &&
    count('components', before?.components ?? 0) === 0 &&
    count('attachments', before?.attachments ?? 0) === 0 &&
    files.length === 0 &&
    body['poll'] == null &&
    listOf(body['sticker_ids']).length === 0
  );
}
