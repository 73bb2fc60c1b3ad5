import { isIdentifier, type Node } from '@babel/types';
import type { Source } from './source.ts';

const VARIABLE = /^[A-Z][A-Z0-9_]{3,}$/;

/** The variables an example file offers, set or commented out, in its order. */
export function variablesOffered(envExample: string): readonly string[] {
  return [...envExample.matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name);
}

/**
 * The variables a file reads, sorted: names in capitals that are the key of a
 * property, a member of an object or a text, but not those of its own constants.
 */
export function variablesRead(source: Source): readonly string[] {
  const names = source.nodes.flatMap(({ node }) => nameIn(node) ?? []);
  return [...new Set(names.filter((name) => VARIABLE.test(name)))].toSorted();
}

function nameIn(node: Node): string | undefined {
  switch (node.type) {
    case 'StringLiteral':
      return node.value;
    case 'ObjectProperty':
    case 'TSPropertySignature':
      return isIdentifier(node.key) && !node.computed ? node.key.name : undefined;
    case 'MemberExpression':
      return isIdentifier(node.property) && !node.computed ? node.property.name : undefined;
    default:
      return undefined;
  }
}
