import { readFileSync } from 'node:fs';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import {
  CHANNELS_QUERIES,
  CONGRESS_QUERIES,
  channels,
  congress,
} from '../../test/support/congress.ts';
import { sharedPath } from '../../test/support/shared.ts';
import { thousandTalks } from '../thousand/talks.ts';
import { ENGINES, type Engine, HALLWAY, MEASURE, type Searcher, WORDS_ALONE } from './engines.ts';
import { evaluate, mean } from './evaluate.ts';
import { printMeaning, printTable } from './meaning.ts';
import { computingTime, latencyOf, retained } from './measure.ts';
import {
  ATTENDEES,
  EVERYDAY,
  type JudgedQuery,
  KEPT_ASIDE,
  OTHER_CONFERENCES,
  PLAIN_WORDS,
  readQueries,
  UNSEEN,
  UNSEEN_AGAIN,
} from './queries.ts';
import { type Row, report, reportKinds } from './report.ts';

const BUILDS = 5;

const others = readQueries(OTHER_CONFERENCES);

findings('The congress, sixty judged queries', congress(), readQueries(CONGRESS_QUERIES));
// Half of it in German, where words are long and taken apart.
await compare('Channels, judged queries', channels(), readQueries(CHANNELS_QUERIES));
await compare('A thousand talks of our own', thousandTalks(), []);
await printTable(thousandTalks());

const labelled = sharedPath('queries/fosdem-2020.jsonl');
const fosdem2020 = sharedPath('schedules/fosdem-2020.pentabarf.xml');
const fosdem2024 = sharedPath('schedules/fosdem-2024.rev2.xml');
if (labelled === undefined || fosdem2020 === undefined || fosdem2024 === undefined) {
  console.log(
    '\nReal conferences of this size lie beside the project (../shared), and are not there.',
  );
} else {
  await compare('FOSDEM 2020, judged queries', load(fosdem2020), readQueries(labelled));
  const own = others.filter(({ conference }) => conference === 'fosdem-2024.rev2.xml');
  await compare('FOSDEM 2024, our own queries', load(fosdem2024), own);
  printElsewhere('other conferences', others);
  printElsewhere('conferences unseen while it was made', readQueries(UNSEEN));
  printElsewhere('questions in plain words', readQueries(PLAIN_WORDS));
  printElsewhere('everyday questions', readQueries(EVERYDAY));
  printElsewhere('everyday questions, kept aside', readQueries(KEPT_ASIDE));
  printElsewhere('what attendees type', readQueries(ATTENDEES));
  printElsewhere('what others type, written before it was asked', readQueries(UNSEEN_AGAIN));
}

function load(path: string): Conference {
  const timeZone = path.includes('fosdem') ? 'Europe/Brussels' : 'Europe/Berlin';
  return decodeSchedule(readFileSync(path), { timeZone }).conference;
}

/** The promise of building is about the words; that of their vectors is told beside it. */
function printBuild(builds: ReadonlyMap<string, number>): void {
  const [words, reference] = [WORDS_ALONE.name, MEASURE].map((name) => builds.get(name) ?? 0);
  const ratio = reference ? ((words ?? 0) / reference).toFixed(2) : '–';
  console.log(
    `\nThe index of words alone: ${(words ?? 0).toFixed(0)} ms (${ratio}×, promise 1.5×)`,
  );
}

/** What each engine finds, where the conference is too small for its speed to say anything. */
function findings(title: string, conference: Conference, queries: readonly JudgedQuery[]): void {
  const rows = ENGINES.map((engine) => ({
    name: engine.name,
    found: evaluate(queries, engine.build(conference).ask),
  }));
  console.log(`\n${title}: ${conference.talks.length} talks, ${queries.length} queries\n`);
  console.log(`nDCG@5 and reciprocal rank by kind\n\n${reportKinds(rows)}`);
}

async function compare(
  title: string,
  conference: Conference,
  queries: readonly JudgedQuery[],
): Promise<void> {
  const builds = buildTimes(conference);
  // All are held until the last is built: else what one lets go of late is counted to another.
  const built: { readonly engine: Engine; readonly value: Searcher; readonly megabytes: number }[] =
    [];
  for (const engine of ENGINES) {
    built.push({ engine, ...(await retained(() => engine.build(conference))) });
  }
  const rows = built.map(({ engine: { name }, value, megabytes }) => ({
    ...{ name, build: builds.get(name) ?? Number.NaN, megabytes },
    ...answersOf(name, value, conference, queries),
  }));
  console.log(`\n${title}: ${conference.talks.length} talks, ${queries.length} queries\n`);
  console.log(report(rows, MEASURE));
  printBuild(builds);
  printMeaning(conference, builds.get(MEASURE) ?? Number.NaN);
  if (queries.length > 0)
    console.log(`\nnDCG@5 and reciprocal rank by kind\n\n${reportKinds(rows)}`);
}

/** The engines take turns, so that a moment of noise does not fall on one alone; the best counts. */
function buildTimes(conference: Conference): ReadonlyMap<string, number> {
  const best = new Map<string, number>();
  for (let round = 0; round < BUILDS; round += 1) {
    for (const engine of ENGINES) {
      const time = computingTime(() => engine.build(conference));
      best.set(engine.name, Math.min(time, best.get(engine.name) ?? time));
    }
  }
  return best;
}

function answersOf(
  name: string,
  { ask, complete }: Searcher,
  conference: Conference,
  queries: readonly JudgedQuery[],
): Pick<Row, 'found' | 'query' | 'completion'> {
  console.error(`… ${name}`);
  const texts = queries.length > 100 ? queries.map(({ q }) => q) : titlePieces(conference);
  return {
    found: queries.length > 0 ? evaluate(queries, ask) : undefined,
    query: latencyOf(texts, ask),
    completion: latencyOf(halfTyped(conference), complete),
  };
}

/** Three words from the middle of every fifth title. */
function titlePieces({ talks }: Conference): readonly string[] {
  return talks
    .filter((_, at) => at % 5 === 0)
    .map(({ title }) => title.split(/\s+/).slice(1, 4).join(' '));
}

/** Every eightieth title as it is being typed, up to 20 letters. */
function halfTyped({ talks }: Conference): readonly string[] {
  const titles = talks.filter((_, at) => at % 80 === 0).map(({ title }) => title);
  return titles.flatMap((title) =>
    Array.from({ length: Math.min(20, title.length) }, (_, at) => title.slice(0, at + 1)),
  );
}

/** How the search does elsewhere, conference by conference. */
function printElsewhere(where: string, judged: readonly JudgedQuery[]): void {
  const conferences = Map.groupBy(judged, ({ conference }) => conference ?? '');
  const results = [...conferences].flatMap(([name, queries]) => {
    const path = sharedPath(`schedules/${name}`);
    if (path === undefined) return [];
    return [{ name, queries, found: evaluate(queries, HALLWAY.build(load(path)).ask) }];
  });
  console.log(`\nHallway on ${where}\n`);
  for (const { name, queries, found } of results) {
    const { notConfident, count } = found.none;
    const numbers = `nDCG@5 ${found.ndcg.toFixed(3)}, reciprocal rank ${found.reciprocalRank.toFixed(3)}`;
    console.log(`${name}: ${queries.length} queries, ${numbers}, none ${notConfident}/${count}`);
  }
  const weighed = results.flatMap(({ queries, found }) =>
    Array.from({ length: queries.length - found.none.count }, () => found.ndcg),
  );
  console.log(`all: nDCG@5 ${mean(weighed).toFixed(3)}`);
}
