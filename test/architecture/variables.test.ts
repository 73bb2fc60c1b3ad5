import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { VARIABLES } from '../../src/config/variables.ts';
import { PROJECT } from './project.ts';

/** The variables an example file offers, set or commented out, in its order. */
function variablesOffered(example: string): readonly string[] {
  return [...example.matchAll(/^(?:# ?)?([A-Z][A-Z0-9_]*)=/gm)].map(([, name = '']) => name);
}

describe('the example of a configuration', () => {
  it('offers a variable whether set or commented out, not one that prose mentions', () => {
    expect(variablesOffered('# A token, PORT= or so.\n# TOKEN=\nPORT=1\n#SPEED=2\n')).toEqual([
      'TOKEN',
      'PORT',
      'SPEED',
    ]);
  });

  it('offers each variable that is read, once, and no other', () => {
    const offered = variablesOffered(readFileSync(resolve(PROJECT, '.env.example'), 'utf8'));
    expect(offered.toSorted()).toEqual(VARIABLES.toSorted());
  });
});
