import { readFileSync } from 'node:fs';
import { decodeSchedule } from '../../src/schedule/decode.ts';
import type { Conference } from '../../src/schedule/model.ts';
import { sharedPath } from '../../test/support/shared.ts';
import { ENGINES, type Engine, MEASURE } from './engines.ts';
import { evaluate, mean } from './evaluate.ts';
import { computingTime, latencyOf, retained } from './measure.ts';
import { type JudgedQuery, OTHER_CONFERENCES, readQueries, UNSEEN } from './queries.ts';
import { type Row, report, reportKinds } from './report.ts';

const OWN = `${import.meta.dirname}/../../data/fosdem-2020-containers.json`;
const BUILDS = 5;

const labelled = sharedPath('queries/fosdem-2020.jsonl');
const others = readQueries(OTHER_CONFERENCES);
const tuned = labelled === undefined ? [] : readQueries(labelled);

const fosdem2020 = sharedPath('schedules/fosdem-2020.pentabarf.xml');
if (fosdem2020 === undefined) {
  console.log(
    'The development files are absent, so this is a small conference without judged queries.',
  );
  compare('FOSDEM 2020, Containers', load(OWN), []);
} else {
  compare('FOSDEM 2020, judged queries', load(fosdem2020), tuned);
  const fosdem2024 = sharedPath('schedules/fosdem-2024.rev2.xml');
  if (fosdem2024 !== undefined) {
    const own = others.filter(({ conference }) => conference === 'fosdem-2024.rev2.xml');
    compare('FOSDEM 2024, our own queries', load(fosdem2024), own);
  }
  printElsewhere('other conferences', others);
  printElsewhere('conferences unseen while it was made', readQueries(UNSEEN));
}

function load(path: string): Conference {
  const timeZone = path.includes('fosdem') ? 'Europe/Brussels' : 'Europe/Berlin';
  return decodeSchedule(readFileSync(path), { timeZone }).conference;
}

function compare(title: string, conference: Conference, queries: readonly JudgedQuery[]): void {
  const builds = buildTimes(conference);
  const rows = ENGINES.map((engine) =>
    measure(engine, conference, queries, builds.get(engine.name) ?? Number.NaN),
  );
  console.log(`\n${title}: ${conference.talks.length} talks, ${queries.length} queries\n`);
  console.log(report(rows, MEASURE));
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

function measure(
  engine: Engine,
  conference: Conference,
  queries: readonly JudgedQuery[],
  build: number,
): Row {
  console.error(`… ${engine.name}`);
  const { value: searcher, megabytes } = retained(() => engine.build(conference));
  const texts = queries.length > 100 ? queries.map(({ q }) => q) : titlePieces(conference);
  return {
    name: engine.name,
    found: queries.length > 0 ? evaluate(queries, searcher.ask) : undefined,
    build,
    query: latencyOf(texts, searcher.ask),
    completion: latencyOf(halfTyped(conference), searcher.complete),
    megabytes,
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
  const [hallway] = ENGINES;
  const conferences = Map.groupBy(judged, ({ conference }) => conference ?? '');
  const results = [...conferences].flatMap(([name, queries]) => {
    const path = sharedPath(`schedules/${name}`);
    if (path === undefined || hallway === undefined) return [];
    return [{ name, queries, found: evaluate(queries, hallway.build(load(path)).ask) }];
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
