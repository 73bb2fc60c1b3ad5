import { describe, expect, it } from 'vitest';
import { fold } from '../../src/schedule/slug.ts';
import { ALIASES } from '../../src/search/language/aliases.ts';
import { RELATED_WORDS } from '../../src/search/language/relatedWords.ts';
import { LONGEST_ENTRY, stemsOf, synonymsOf } from '../../src/search/language/thesaurus.ts';
import { TRANSLATIONS } from '../../src/search/language/translations.ts';

const TABLES = { aliases: ALIASES, translations: TRANSLATIONS, 'related words': RELATED_WORDS };

describe.each(Object.entries(TABLES))('the table of %s', (_, groups) => {
  it('holds folded forms that a query can match', () => {
    const wrong = groups
      .flat()
      .filter((form) => form !== fold(form) || form.split(' ').length > LONGEST_ENTRY);
    expect(wrong).toEqual([]);
  });

  it('has no group of one and no form twice in a group', () => {
    expect(groups.filter((group) => new Set(group).size < 2)).toEqual([]);
    expect(groups.filter((group) => new Set(group).size < group.length)).toEqual([]);
  });
});

describe('synonyms', () => {
  it('go both ways, whatever the ending', () => {
    const wordsFor = (word: string) =>
      synonymsOf([stemsOf(word)]).map(({ words }) => words.join(' '));
    expect(wordsFor('k8s')).toContain('kubernetes');
    expect(wordsFor('kubernetes')).toContain('k8s');
    expect(wordsFor('datenbanken')).toContain('database');
    expect(wordsFor('databases')).toContain('datenbank');
  });
});
