import type { Node } from '@babel/types';
import { finding, type Rule } from '../source.ts';

/** Where replies and posts are made. */
const PLACES =
  /^(src\/(commands|cards|announcements|agenda)\/|adapters\/(discord|slack|console|web)\/)/;

/** Three words in a row are prose; fewer may be a format, a role or a key. */
const PROSE = /\p{L}+[,.;:!?]?\s+\p{L}+[,.;:!?]?\s+\p{L}+/u;

/**
 * Every sentence people read comes from src/messages. Two kinds of prose are
 * for other readers and may stand where they are used: the message of an error
 * (`new …Error(…)`) and of a log line (a method of something called log or logger).
 */
export const sentences: Rule = (sources) =>
  sources
    .filter(({ path }) => PLACES.test(path))
    .flatMap((source) =>
      source.nodes.flatMap(({ node, ancestors }) => {
        const prose = textsOf(node).find((text) => PROSE.test(text));
        if (prose === undefined || ancestors.some(isForOtherReaders)) return [];
        return [finding(source, node, `has a sentence of its own: "${prose.trim()}"`)];
      }),
    );

function textsOf(node: Node): readonly string[] {
  if (node.type === 'StringLiteral') return [node.value];
  if (node.type !== 'TemplateLiteral') return [];
  return node.quasis.map(({ value }) => value.cooked ?? '');
}

function isForOtherReaders(node: Node): boolean {
  if (node.type === 'NewExpression') {
    return node.callee.type === 'Identifier' && node.callee.name.endsWith('Error');
  }
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return false;
  return isLog(node.callee.object);
}

function isLog(node: Node): boolean {
  if (node.type === 'Identifier') return node.name === 'log' || node.name === 'logger';
  return node.type === 'MemberExpression' && isLog(node.property);
}
