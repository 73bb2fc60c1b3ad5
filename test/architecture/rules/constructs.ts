import type { Node } from '@babel/types';
import { finding, type Rule } from '../source.ts';

/** Parts of the language this project does without. */
export const constructs: Rule = (sources) =>
  sources.flatMap((source) =>
    source.nodes.flatMap(({ node }) => {
      const what = unwanted(node);
      return what === undefined ? [] : [finding(source, node, `has ${what}`)];
    }),
  );

function unwanted(node: Node): string | undefined {
  switch (node.type) {
    case 'ExportDefaultDeclaration':
      return 'a default export';
    case 'ExportAllDeclaration':
      return 'a re-export';
    case 'ExportNamedDeclaration':
      return node.source ? 'a re-export' : undefined;
    case 'TSEnumDeclaration':
      return 'an enum';
    case 'TSModuleDeclaration':
      return 'a namespace';
    case 'TSAnyKeyword':
      return 'any';
    case 'TSNonNullExpression':
      return 'a non-null assertion';
    case 'TSParameterProperty':
      return 'a parameter property';
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.superClass?.type === 'Identifier' && node.superClass.name.endsWith('Error')
        ? undefined
        : 'a class that is no error';
    default:
      return undefined;
  }
}
