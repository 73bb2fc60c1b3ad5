import { describe, expect, it } from 'vitest';
import { synonymsOf } from '../../src/search/language/thesaurus.ts';

describe('synonyms', () => {
  it('go both ways, whatever the ending', () => {
    const wordsFor = (word: string) => synonymsOf([word]).map(({ words }) => words.join(' '));
    expect(wordsFor('k8s')).toContain('kubernetes');
    expect(wordsFor('kubernetes')).toContain('k8s');
    expect(wordsFor('datenbanken')).toContain('database');
    expect(wordsFor('databases')).toContain('datenbank');
  });
});
