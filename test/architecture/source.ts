import { posix } from 'node:path';
import { parse } from '@babel/parser';
import { type Node, traverse } from '@babel/types';

/** Source texts by path, relative to the project's folder, with forward slashes. */
export type SourceTexts = ReadonlyMap<string, string>;

export interface Import {
  /** As written: `zod`, `node:fs`, `../errors.ts`. */
  readonly specifier: string;
  /** The path inside the project that a relative specifier means; `undefined` for packages. */
  readonly target: string | undefined;
  readonly node: Node;
}

export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lineCount: number;
  /** Every node in the order of the text. The last ancestor is the parent. */
  readonly nodes: readonly { readonly node: Node; readonly ancestors: readonly Node[] }[];
  /** Imports of values and of types, static and dynamic, and re-exports. */
  readonly imports: readonly Import[];
}

/** What a rule finds wrong, as `path:line what`; empty when the rule is kept. */
export type Rule = (sources: readonly Source[]) => readonly string[];

export function parseSources(texts: SourceTexts): readonly Source[] {
  return [...texts].map(([path, text]) => parseSource(path, text));
}

/** What is shipped, as opposed to what measures or tests it. */
export function isProduct({ path }: Source): boolean {
  return path.startsWith('src/') || path.startsWith('adapters/');
}

export function lineOf(node: Node): number {
  return node.loc?.start.line ?? 0;
}

export function finding(source: Source, node: Node, what: string): string {
  return `${source.path}:${lineOf(node)} ${what}`;
}

function parseSource(path: string, text: string): Source {
  const nodes: { readonly node: Node; readonly ancestors: readonly Node[] }[] = [];
  traverse(parse(text, { sourceType: 'module', plugins: ['typescript'] }), (node, ancestors) => {
    nodes.push({ node, ancestors: ancestors.map((ancestor) => ancestor.node) });
  });
  const imports = nodes.flatMap(({ node }) => {
    const specifier = specifierOf(node);
    return specifier === undefined ? [] : [{ specifier, target: resolve(path, specifier), node }];
  });
  return { path, text, lineCount: text.trimEnd().split('\n').length, nodes, imports };
}

function specifierOf(node: Node): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return node.source?.value;
    case 'ImportExpression':
      return node.source.type === 'StringLiteral' ? node.source.value : undefined;
    case 'TSImportType':
      return node.source.value;
    default:
      return undefined;
  }
}

function resolve(from: string, specifier: string): string | undefined {
  return specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : undefined;
}
