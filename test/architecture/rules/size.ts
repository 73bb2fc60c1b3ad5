import { isFunction, type Node } from '@babel/types';
import { finding, type Rule, type Source } from '../source.ts';

const LONGEST_FILE = 300;
const LONGEST_FUNCTION = 60;

export const fileSize: Rule = (sources) =>
  sources
    .filter(({ lineCount }) => lineCount > LONGEST_FILE)
    .map(({ path, lineCount }) => `${path}:1 is ${lineCount} lines long, over ${LONGEST_FILE}`);

/** From the first line of a function's head to the last line of its body. */
export const functionSize: Rule = (sources) => sources.flatMap(longFunctions);

function longFunctions(source: Source): readonly string[] {
  return source.nodes.flatMap(({ node }) => {
    const lines = isFunction(node) ? lineSpan(node) : 0;
    if (lines <= LONGEST_FUNCTION) return [];
    return [finding(source, node, `has a function of ${lines} lines, over ${LONGEST_FUNCTION}`)];
  });
}

function lineSpan({ loc }: Node): number {
  return loc ? loc.end.line - loc.start.line + 1 : 0;
}
