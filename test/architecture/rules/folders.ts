import { posix } from 'node:path';
import type { Rule, Source } from '../source.ts';

/**
 * Folders that stand side by side import each other one way: whoever reads one of them need not
 * read the other. A folder and what lies inside it count as one.
 */
export const folders: Rule = (sources) => {
  const edges = new Set(sources.flatMap(folderEdges));
  return [...edges]
    .filter((edge) => edge < reversed(edge) && edges.has(reversed(edge)))
    .map((edge) => `${edge.replace(ARROW, ' and ')} import each other`)
    .toSorted();
};

const ARROW = ' -> ';

function folderEdges({ path, imports }: Source): readonly string[] {
  const from = posix.dirname(path);
  return imports.flatMap(({ target }) => {
    if (target === undefined) return [];
    const to = posix.dirname(target);
    const apart = !`${to}/`.startsWith(`${from}/`) && !`${from}/`.startsWith(`${to}/`);
    return apart ? [`${from}${ARROW}${to}`] : [];
  });
}

function reversed(edge: string): string {
  return edge.split(ARROW).toReversed().join(ARROW);
}
