import { z } from 'zod';
import { looseList, looseText, objectOr, parseShape } from '../reading/json.ts';

const textOrTexts = z
  .union([z.array(looseText), looseText.transform((text) => [text])])
  .catch([])
  .transform((texts) => texts.flatMap((text) => text ?? []));

const ItemShape = z.object({
  id: looseText,
  title: looseText,
  datetime: looseText,
  date: looseText,
  day: looseText,
  time: looseText,
  mins: looseText,
  loc: textOrTexts.optional().transform((places) => places ?? []),
  room: looseText,
  floor: looseText,
  format: looseText,
  tags: looseList(
    objectOr('label', { value: looseText, label: looseText, category: looseText }),
  ).catch([]),
  people: looseList(objectOr('name', { id: looseText, name: looseText })).catch([]),
  desc: looseText,
  precis: looseText,
  links: z.unknown().optional(),
});
type RawItem = z.infer<typeof ItemShape>;

export interface Tag {
  /** Empty where it has none. */
  readonly category: string;
  readonly label: string;
}

export interface Person {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
}

/** An item of the programme with its tags looked up. */
export type Item = Omit<RawItem, 'tags'> & { readonly tags: readonly Tag[] };

export interface ConclarFile {
  /** Of the list of items. */
  readonly path: string;
  readonly items: readonly Item[];
  /** By id. */
  readonly people: ReadonlyMap<string, Person>;
}

const title = z.string();
const Timed = z.intersection(
  z.union([
    z.object({ title, datetime: z.string() }),
    z.object({ title, date: z.string() }),
    z.object({ title, day: z.string(), time: z.string() }),
  ]),
  z.union([
    z.object({ people: z.array(z.unknown()) }),
    z.object({ loc: z.union([z.string(), z.array(z.unknown())]) }),
  ]),
);

/** An item or two may lack what makes it one. */
const LOOKED_AT = 20;

function isProgramme(value: unknown): boolean {
  return (
    Array.isArray(value) && value.slice(0, LOOKED_AT).some((item) => Timed.safeParse(item).success)
  );
}

/** A programme by itself, or among the variables of a script. */
export function isConclar(value: unknown): boolean {
  return variablesOf(value).some(([, one]) => isProgramme(one));
}

function variablesOf(value: unknown): readonly (readonly [name: string, value: unknown])[] {
  if (Array.isArray(value)) return [['', value]];
  return Object.entries(z.record(z.string(), z.unknown()).safeParse(value).data ?? {});
}

/** Throws a `ScheduleFormatError` that names the place where an item is none. */
export function readConclar(value: unknown): ConclarFile {
  const variables = variablesOf(value);
  const [path, programme] = variables.find(([, one]) => isProgramme(one)) ?? ['', []];
  const items = parseShape(z.array(ItemShape), programme, path);
  const labelled = labelledTags(items);
  return {
    path,
    items: items.map((item) => ({
      ...item,
      tags: item.tags.flatMap((tag) => tagOf(tag, labelled)),
    })),
    people: new Map(variables.flatMap(([, one]) => (one === programme ? [] : peopleIn(one)))),
  };
}

type RawTag = RawItem['tags'][number];

/** What a tag is called need stand in one place only; everywhere else its value may stand alone. */
function labelledTags(items: readonly RawItem[]): ReadonlyMap<string, RawTag> {
  const tags = items.flatMap((item) => item.tags);
  return new Map(
    tags.flatMap((tag) =>
      tag.value === undefined || tag.label === undefined ? [] : [[tag.value, tag] as const],
    ),
  );
}

/** KonOpas writes the category before the label: `Track: Art`. */
const PREFIXED = /^(track|area|division|type|format|tag|language|environment|note)\s*:\s*(?=\S)/i;

function tagOf(tag: RawTag, labelled: ReadonlyMap<string, RawTag>): readonly Tag[] {
  const { label, category } = labelled.get(tag.value ?? '') ?? tag;
  if (label === undefined) return [];
  const [prefix = '', written = ''] = PREFIXED.exec(label) ?? [];
  return [{ category: category ?? written, label: label.slice(prefix.length) }];
}

/** One text, or its parts: first name, surname, what stands before it and behind. */
const Name = z.union([
  looseText.pipe(z.string()),
  z
    .array(looseText)
    .transform(([first, last, before, behind]) =>
      [before, first, last, behind].filter((part) => part !== undefined).join(' '),
    ),
]);
const People = z.array(z.object({ id: looseText, name: Name.optional().catch(undefined) }));

function peopleIn(value: unknown): readonly (readonly [string, Person])[] {
  const people = People.safeParse(value).data ?? [];
  return people.flatMap(({ id, name }) =>
    id === undefined || !name ? [] : [[id, { id, name }] as const],
  );
}
