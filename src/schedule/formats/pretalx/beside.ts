import { z } from 'zod';
import type { LinkDraft } from '../../assembling/draft.ts';
import { looseList, looseText, parseShape } from '../../reading/json.ts';
import type { Lacking } from '../../schedule.ts';
import { looseNames, type Names } from './names.ts';

/** What pretalx tells beside its export, by its API or by the data of its widget. */
export interface Beside {
  readonly format: 'pretalx-api' | 'pretalx-widget';
  /** What this way does not tell either. */
  readonly lacks: readonly Lacking[];
  /** Label of the release that it speaks of. */
  readonly version: string | undefined;
  readonly comment: Names | undefined;
  readonly rooms: readonly Place[];
  /** What tracks and types are called. */
  readonly named: readonly Names[];
  readonly breaks: readonly BesideBreak[];
  readonly talks: readonly BesideTalk[];
}

export interface Place {
  readonly names: Names;
  readonly guid?: string | undefined;
}

/** Times as they are written, always with an offset. */
interface BesideBreak {
  readonly path: string;
  readonly title: Names | undefined;
  readonly start: string | undefined;
  readonly end: string | undefined;
  readonly room: Place | undefined;
}

/** Of one code; what is not public is left out. */
interface BesideTalk {
  readonly code: string;
  readonly links: readonly LinkDraft[];
  readonly answers: readonly { readonly question: Names; readonly answer: string }[];
}

export const Resource = z
  .object({ resource: looseText, description: looseText, is_public: z.unknown().optional() })
  .transform(({ resource, description, is_public }): readonly LinkDraft[] =>
    is_public === false ? [] : [{ title: description, url: resource }],
  );

export const Answered = z
  .object({
    question: z.object({ question: looseNames, is_public: z.unknown().optional() }),
    answer: looseText,
  })
  .transform(({ question: { question, is_public }, answer }) =>
    is_public === false || question === undefined || answer === undefined
      ? []
      : [{ question, answer }],
  );

const Named = z.object({ name: looseNames });
const Slot = z.object({
  start: looseText,
  end: looseText,
  description: looseNames,
  room: Named.extend({ uuid: looseText, guid: looseText }).nullish(),
  schedule: z.object({ version: looseText, comment: looseNames }).nullish(),
  submission: z
    .object({
      code: looseText,
      track: Named.nullish(),
      submission_type: Named.nullish(),
      resources: looseList(Resource).catch([]),
      // Without `expand` a question is a number, which nobody can read.
      answers: looseList(Answered).catch([]),
    })
    .nullish(),
});
const Page = z.object({ count: z.number(), results: z.array(Slot) });

/** Of all pages of `/api/events/E/slots/`, in order; nothing where some are missing, or moved meanwhile. */
export function besideOfPages(pages: unknown): Beside | undefined {
  const read = parseShape(z.array(Page), pages, 'slots');
  const slots = read.flatMap(({ results }) => results);
  const [first] = slots;
  if (first === undefined || slots.length !== read[0]?.count) return undefined;
  return {
    ...{ format: 'pretalx-api', lacks: [] },
    ...{ version: first.schedule?.version, comment: first.schedule?.comment },
    rooms: slots.flatMap(({ room }) => placeOf(room) ?? []),
    named: slots.flatMap(({ submission }) =>
      namesIn([submission?.track, submission?.submission_type]),
    ),
    breaks: slots.flatMap(({ submission, description, start, end, room }, at) =>
      submission
        ? []
        : [{ path: `slots[${at}]`, title: description, start, end, room: placeOf(room) }],
    ),
    talks: slots.flatMap(({ submission }) => talkOf(submission)),
  };
}

function placeOf(room: z.infer<typeof Slot>['room']): Place | undefined {
  const { name: names, uuid, guid = uuid } = room ?? {};
  return names === undefined ? undefined : { names, guid };
}

function namesIn(named: readonly (z.infer<typeof Named> | null | undefined)[]): readonly Names[] {
  return named.map((one) => one?.name).filter((names) => names !== undefined);
}

function talkOf(submission: z.infer<typeof Slot>['submission']): readonly BesideTalk[] {
  const { code, resources, answers } = submission ?? {};
  if (code === undefined) return [];
  return [{ code, links: resources?.flat() ?? [], answers: answers?.flat() ?? [] }];
}

const Numbered = Named.extend({ id: z.unknown() });
const Widget = z.object({
  version: looseText,
  rooms: looseList(Numbered),
  tracks: looseList(Numbered),
  talks: z.array(
    z.object({
      code: looseText,
      title: looseNames,
      start: looseText,
      end: looseText,
      room: z.unknown(),
    }),
  ),
});

/**
 * Of `/E/schedule/widgets/schedule.json`, whose breaks are the entries without a code. Types are not in
 * it: of the names in several languages it has most.
 */
export function besideOfWidget(widget: unknown): Beside {
  const { version, rooms, tracks, talks } = parseShape(Widget, widget, 'widget');
  const byId = new Map(
    rooms.flatMap(({ id, name: names }) => (names === undefined ? [] : [[id, { names }] as const])),
  );
  return {
    ...{ format: 'pretalx-widget', lacks: ['comment', 'answers', 'links', 'translations'] },
    ...{ version, comment: undefined, talks: [] },
    rooms: [...byId.values()],
    named: namesIn(tracks),
    breaks: talks.flatMap(({ code, room, ...one }, at) =>
      code === undefined ? [{ ...one, path: `widget.talks[${at}]`, room: byId.get(room) }] : [],
    ),
  };
}
