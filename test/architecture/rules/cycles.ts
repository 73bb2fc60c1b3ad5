import type { Rule, Source } from '../source.ts';

/** No file imports itself by way of others, not even for a type. One finding for each cycle's files. */
export const cycles: Rule = (sources) => {
  const graph = new Map(sources.map((source) => [source.path, targetsOf(source)]));
  const found = new Map<string, string>();
  for (const path of graph.keys()) {
    const cycle = shortestCycle(graph, path);
    if (cycle === undefined) continue;
    const key = cycle.toSorted().join();
    if (!found.has(key)) found.set(key, `${[...cycle, path].join(' -> ')} is a cycle`);
  }
  return [...found.values()];
};

function targetsOf(source: Source): readonly string[] {
  return source.imports.flatMap(({ target }) => target ?? []);
}

/** Breadth first from `start` until an import leads back to it. */
function shortestCycle(
  graph: ReadonlyMap<string, readonly string[]>,
  start: string,
): readonly string[] | undefined {
  const seen = new Set<string>();
  let trails: readonly (readonly string[])[] = [[start]];
  while (trails.length > 0) {
    const longer: (readonly string[])[] = [];
    for (const trail of trails) {
      for (const next of graph.get(trail.at(-1) ?? start) ?? []) {
        if (next === start) return trail;
        if (seen.has(next)) continue;
        seen.add(next);
        longer.push([...trail, next]);
      }
    }
    trails = longer;
  }
  return undefined;
}
