import { plainText } from '../cards/plainText.ts';
import { foundTalk, meantWords, searchCard } from '../commands/talk/searchCard.ts';
import { refusalWords } from '../messages/refusalWords.ts';
import { NO_OVERLAY } from '../programme/overlay.ts';
import type { Programme } from '../programme/programme.ts';
import { createProgramme } from '../programme/programmes.ts';
import { ScheduleFormatError } from '../schedule/refusal.ts';
import { sourceOf } from '../schedule/source.ts';
import { shownSource } from '../schedule/sources/shownSource.ts';
import { parseTalkQuery, type TalkQuery } from '../search/query/talkQuery.ts';
import type { SearchResult } from '../search/search.ts';
import { createMeaningfulIndex } from '../search/talkIndex.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

export interface SearchOptions {
  /** Without one, each line of standard input is a query. */
  readonly query?: string | undefined;
  readonly source: string;
  readonly zone?: string | undefined;
  readonly limit: number;
  readonly json: boolean;
}

/** Programs pair answers with lines, so an empty line has an empty answer. */
const NO_QUESTION = `${JSON.stringify({ q: '', ids: [], confident: false, ms: 0 })}\n`;

/** `search`: ranked talks for one query, or for one a line. */
export async function search(options: SearchOptions, around: Surroundings): Promise<number> {
  const programme = await load(options, around);
  if (programme === undefined) return EXIT.unreadable;
  const queries = options.query === undefined ? around.lines : [options.query];
  for await (const line of queries) {
    const q = queryOf(line);
    if (q !== '') answer(q, programme, options, around);
    else if (options.json) around.write(NO_QUESTION);
  }
  return EXIT.done;
}

/** The programme to be asked about; says why there is none. */
export async function load(
  { source, zone }: Pick<SearchOptions, 'source' | 'zone'>,
  around: Surroundings,
): Promise<Programme | undefined> {
  try {
    const { conference } = (await around.read(source, zone)).schedule;
    const version = { number: 1, conference };
    const { key } = sourceOf(source, zone, 'operator');
    const index = createMeaningfulIndex(conference, around.meaningOf(conference.talks));
    return createProgramme({ key, version, overlay: NO_OVERLAY, index });
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    around.complain(
      around.messages.cli.unreadable(shownSource(source), refusalWords(error, around.messages)),
    );
    return undefined;
  }
}

/** A line is a query, or an object that holds one as `q`, as files of judged queries have them. */
export function queryOf(line: string): string {
  const text = line.trim();
  if (!text.startsWith('{')) return text;
  try {
    const { q }: { readonly q?: unknown } = JSON.parse(text);
    return typeof q === 'string' ? q : text;
  } catch {
    return text;
  }
}

function answer(
  q: string,
  programme: Programme,
  { limit, json }: SearchOptions,
  around: Surroundings,
): void {
  const { conference } = programme;
  const start = around.stopwatch();
  const now = conference.days[0]?.start ?? 0;
  const query = parseTalkQuery(q, {
    conference,
    now,
    localNames: around.messages.names.filters,
  });
  // Programs get as many as they ask for; people, what fits.
  const atLeast = json ? limit : 0;
  const result = programme.index.search(query, { limit, atLeast, starred: new Set() });
  const ms = Math.round((around.stopwatch() - start) * 1_000) / 1_000;
  if (json) {
    const ids = result.hits
      .flatMap(({ talk, repeats = [] }) => [talk, ...repeats])
      .slice(0, limit)
      .map(({ id }) => id);
    around.write(`${JSON.stringify({ q, ids, confident: result.confident, ms })}\n`);
  } else {
    around.write(`${prose(query, result, programme, around)}\n\n`);
  }
}

function prose(
  query: TalkQuery,
  result: SearchResult,
  programme: Programme,
  { messages, width }: Surroundings,
): string {
  const { hits, total, confident, searched } = result;
  const card = searchCard(
    {
      view: { kind: 'search', query: query.text, page: 1 },
      query,
      found: hits.map((hit) => foundTalk(hit, messages)),
      total,
      pages: 1,
      isConfident: confident,
      searched,
      remarks: [
        ...query.unresolved.map(({ name, value }) => messages.lists.leftOut(name, value)),
        ...meantWords(result, messages),
      ],
    },
    {
      messages,
      programme,
      now: programme.conference.days[0]?.start ?? 0,
      starred: new Set(),
      audience: 'everyone',
    },
  );
  return plainText(card, { width, messages });
}
