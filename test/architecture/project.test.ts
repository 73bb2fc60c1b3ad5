import { describe, expect, it } from 'vitest';
import { readSourceTexts } from './project.ts';
import { RULES } from './rules.ts';
import { parseSources } from './source.ts';

const sources = parseSources(readSourceTexts(['src', 'adapters', 'bench']));

describe('the rules of the source tree', () => {
  it('are asked of the whole tree', () => {
    expect(sources.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['src/clock.ts', 'src/schedule/schedule.ts', 'src/main.ts']),
    );
  });

  it.each(Object.entries(RULES))('%s', (_sentence, rule) => {
    expect(rule(sources)).toEqual([]);
  });
});
