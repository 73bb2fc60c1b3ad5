import type { Evaluation, Scores } from './evaluate.ts';
import type { Latency } from './measure.ts';

export interface Row {
  readonly name: string;
  readonly found: Evaluation | undefined;
  /** Milliseconds of computing, the best of several. */
  readonly build: number;
  readonly query: Latency;
  readonly completion: Latency;
  readonly megabytes: number;
}

/** The measurements of one conference as a table, with ratios to the row of that name. */
export function report(rows: readonly Row[], measure: string): string {
  const reference = rows.find(({ name }) => name === measure);
  const cells = rows.map((row) => [
    row.name,
    row.found === undefined ? '–' : row.found.ndcg.toFixed(3),
    row.found === undefined ? '–' : row.found.reciprocalRank.toFixed(3),
    withRatio(row.build, reference?.build, 0),
    row.query.p50.toFixed(2),
    withRatio(row.query.p99, reference?.query.p99, 2),
    row.completion.p50.toFixed(2),
    withRatio(row.completion.p99, reference?.completion.p99, 2),
    withRatio(row.megabytes, reference?.megabytes, 1),
  ]);
  const head = [
    '',
    'nDCG@5',
    'rec. rank',
    'build ms',
    'query p50 ms',
    'p99 ms',
    'type-ahead p50 ms',
    'p99 ms',
    'memory MB',
  ];
  return table([head, ...cells]);
}

/** nDCG@5 and reciprocal rank of every kind of query, and how many answers are sure and wrong. */
export function reportKinds(rows: readonly Pick<Row, 'name' | 'found'>[]): string {
  const kinds = [...(rows[0]?.found?.byKind ?? [])];
  const named = kinds.map(([kind, { count }]) => `${kind} (${count})`);
  const head = ['', 'all', ...named, 'none, not sure', 'sure and wrong'];
  const cells = rows.map(({ name, found }) => [
    name,
    found ? scoresOf(found) : '–',
    ...kinds.map(([kind]) => {
      const scores = found?.byKind.get(kind);
      return scores ? scoresOf(scores) : '–';
    }),
    found?.saysConfidence ? `${found.none.notConfident}/${found.none.count}` : '–',
    found?.saysConfidence ? String(found.confidentlyWrong.length) : '–',
  ]);
  return table([head, ...cells]);
}

function scoresOf({ ndcg, reciprocalRank }: Scores): string {
  return `${ndcg.toFixed(2)} ${reciprocalRank.toFixed(2)}`;
}

/** Without a ratio where the reference is too small for its clock. */
function withRatio(value: number, reference: number | undefined, digits: number): string {
  const shown = value.toFixed(digits);
  return reference === undefined || !(reference > 0)
    ? shown
    : `${shown} (${(value / reference).toFixed(2)}×)`;
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
