import {
  isIdentifier,
  type MemberExpression,
  matchesPattern,
  type Node,
  type OptionalMemberExpression,
} from '@babel/types';
import { finding, isProduct, type Rule, type Source } from '../source.ts';
import { isRoot } from './floors.ts';

const TIME_MEMBERS = ['Date.now', 'Temporal.Now', 'performance.now', 'performance.timeOrigin'];
const TIMERS = ['setTimeout', 'setInterval', 'setImmediate'];
const OUTSIDE_OBJECTS = ['process', 'console', 'globalThis'];
const OUTSIDE_FUNCTIONS = ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest'];

/** In the core, time comes from the clock alone. */
export const time: Rule = (sources) =>
  core(sources, (path) => path === 'src/clock.ts').flatMap((source) =>
    source.nodes.flatMap(({ node, ancestors }) => {
      const what = readsTime(node, ancestors.at(-1));
      return what === undefined ? [] : [finding(source, node, `takes time from ${what}`)];
    }),
  );

/** In the core, only the composition root touches the network, the process or the terminal. */
export const outsideWorld: Rule = (sources) =>
  core(sources, isRoot).flatMap((source) =>
    source.nodes.flatMap(({ node, ancestors }) => {
      const what = reachesOutside(node, ancestors.at(-1));
      return what === undefined ? [] : [finding(source, node, `reaches outside by ${what}`)];
    }),
  );

/** The environment is handed down from the one file that reads it. */
export const environment: Rule = (sources) =>
  sources
    .filter((source) => isProduct(source) && source.path !== 'src/main.ts')
    .flatMap((source) =>
      source.nodes.flatMap(({ node, ancestors }) =>
        readsEnvironment(node, ancestors) ? [finding(source, node, 'reads the environment')] : [],
      ),
    );

/** What is set is not read. */
function readsEnvironment(node: Node, ancestors: readonly Node[]): boolean {
  if (node.type === 'VariableDeclarator') {
    const { id, init } = node;
    if (id.type !== 'ObjectPattern' || !isIdentifier(init, { name: 'process' })) return false;
    return id.properties.some(
      (each) => each.type === 'ObjectProperty' && isIdentifier(each.key, { name: 'env' }),
    );
  }
  const [assignment, variable] = ancestors.slice(-2);
  const isSet = assignment?.type === 'AssignmentExpression' && assignment.left === variable;
  return isMember(node) && matchesPattern(node, 'process.env') && !isSet;
}

function core(
  sources: readonly Source[],
  isExcepted: (path: string) => boolean,
): readonly Source[] {
  return sources.filter(({ path }) => path.startsWith('src/') && !isExcepted(path));
}

function readsTime(node: Node, parent: Node | undefined): string | undefined {
  const withoutArguments =
    (node.type === 'NewExpression' && node.arguments.length === 0) ||
    // Called without `new`, Date ignores its arguments.
    node.type === 'CallExpression';
  if (withoutArguments && isIdentifier(node.callee, { name: 'Date' })) return 'Date()';
  return (
    TIME_MEMBERS.find((name) => isMember(node) && matchesPattern(node, name)) ??
    TIMERS.find((name) => usesGlobal(node, parent, name))
  );
}

function reachesOutside(node: Node, parent: Node | undefined): string | undefined {
  const object =
    (isMember(parent) && parent.object === node) ||
    (parent?.type === 'VariableDeclarator' && parent.init === node);
  return (
    OUTSIDE_OBJECTS.find((name) => object && isIdentifier(node, { name })) ??
    OUTSIDE_FUNCTIONS.find((name) => usesGlobal(node, parent, name))
  );
}

function isMember(node: Node | undefined): node is MemberExpression | OptionalMemberExpression {
  return node?.type === 'MemberExpression' || node?.type === 'OptionalMemberExpression';
}

/** The name is called, constructed, passed on, or has a member read; naming a property so is no use of it. */
function usesGlobal(node: Node, parent: Node | undefined, name: string): boolean {
  if (!isIdentifier(node, { name }) || parent === undefined) return false;
  switch (parent.type) {
    case 'CallExpression':
    case 'NewExpression':
      return true;
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return parent.object === node;
    case 'ObjectProperty':
      return parent.value === node && !parent.shorthand;
    case 'VariableDeclarator':
      return parent.init === node;
    default:
      return false;
  }
}
