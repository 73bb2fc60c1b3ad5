import { create, insertMultiple, search as oramaSearch } from '@orama/orama';
import { Charset, Document } from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch, { type SearchOptions } from 'minisearch';
import { meaningAtOnce } from '../../adapters/meaning/meaning.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { parseTalkQuery } from '../../src/search/query/talkQuery.ts';
import type { TalkIndex } from '../../src/search/search.ts';
import { createMeaningfulIndex, createTalkIndex } from '../../src/search/talkIndex.ts';
import type { Answer } from './evaluate.ts';

/** A built index that can be asked. */
export interface Searcher {
  ask(text: string): Answer;
  /** Type-ahead, as the library means it to be done. */
  complete(text: string): unknown;
}

export interface Engine {
  readonly name: string;
  build(conference: Conference): Searcher;
}

const FIELDS = ['title', 'subtitle', 'speakers', 'track', 'room', 'abstract'] as const;
const BOOST = { title: 4, subtitle: 2, speakers: 3, track: 1.2, room: 0.5, abstract: 1 };
const LIMIT = 10;

type Flat = { readonly id: string } & Readonly<Record<(typeof FIELDS)[number], string>>;

function flat({ id, title, subtitle, speakers, track, room, abstract }: Talk): Flat {
  return {
    id,
    title,
    subtitle: subtitle ?? '',
    speakers: speakers.map(({ name }) => name).join(', '),
    track: track ?? '',
    room: room ?? '',
    abstract,
  };
}

function hallway(name: string, indexOf: (conference: Conference) => TalkIndex): Engine {
  return {
    name,
    build(conference) {
      const index = indexOf(conference);
      return {
        ask(text) {
          const query = parseTalkQuery(text, { conference, now: 0 });
          // As many as the others say, and as `hallway search --json` does; a list shows what fits.
          const { hits, confident } = index.search(query, { limit: LIMIT, atLeast: LIMIT });
          return { ids: hits.map(({ talk }) => talk.id), confident };
        },
        complete: (text) => index.suggest(text, { limit: 25 }),
      };
    },
  };
}

/** What people get; its vectors are made here at once, for them in a process of its own. */
export const HALLWAY = hallway('Hallway', (conference) =>
  createMeaningfulIndex(conference, meaningAtOnce(conference.talks)),
);

/** What answers until the vectors are there, and what the promise of building is about. */
export const WORDS_ALONE = hallway('Hallway, by words alone', createTalkIndex);

function miniSearch(name: string, options: SearchOptions): Engine {
  return {
    name,
    build({ talks }) {
      const index = new MiniSearch<Flat>({ fields: [...FIELDS] });
      index.addAll(talks.map(flat));
      return {
        ask: (text) => ({ ids: index.search(text, options).map(({ id }) => String(id)) }),
        complete: (text) => index.autoSuggest(text, options),
      };
    },
  };
}

const fuse: Engine = {
  name: 'Fuse.js',
  build({ talks }) {
    const keys = FIELDS.map((name) => ({ name, weight: BOOST[name] }));
    const index = new Fuse(talks.map(flat), {
      keys,
      ignoreLocation: true,
      useTokenSearch: true,
      threshold: 0.3,
    });
    const ids = (text: string) => index.search(text, { limit: LIMIT }).map(({ item }) => item.id);
    return { ask: (text) => ({ ids: ids(text) }), complete: ids };
  },
};

const lunrJs: Engine = {
  name: 'lunr',
  build({ talks }) {
    const index = lunr((builder) => {
      for (const field of FIELDS) builder.field(field, { boost: BOOST[field] });
      for (const talk of talks) builder.add(flat(talk));
    });
    // Exact beats half typed beats misspelt, as lunr's guide recommends.
    const ids = (text: string) =>
      index
        .query((query) => {
          for (const token of lunr.tokenizer(text)) {
            const term = token.toString();
            query.term(term, { boost: 100 });
            query.term(term, {
              boost: 10,
              usePipeline: false,
              wildcard: lunr.Query.wildcard.TRAILING,
            });
            query.term(term, { boost: 1, usePipeline: false, editDistance: 1 });
          }
        })
        .map(({ ref }) => ref);
    return { ask: (text) => ({ ids: ids(text) }), complete: ids };
  },
};

const flexSearch: Engine = {
  name: 'FlexSearch',
  build({ talks }) {
    const index = new Document({
      tokenize: 'forward',
      encoder: Charset.LatinAdvanced,
      document: { id: 'id', index: [...FIELDS] },
    });
    for (const talk of talks) index.add(flat(talk));
    const ids = (text: string) => {
      const found = index.search(text, { limit: LIMIT, suggest: true });
      return [...new Set(found.flatMap(({ result }) => result.map(String)))];
    };
    return { ask: (text) => ({ ids: ids(text) }), complete: ids };
  },
};

const orama: Engine = {
  name: 'Orama',
  build({ talks }) {
    const index = create({
      schema: {
        title: 'string',
        subtitle: 'string',
        speakers: 'string',
        track: 'string',
        room: 'string',
        abstract: 'string',
      },
      components: { tokenizer: { stemming: true, language: 'english' } },
    });
    void insertMultiple(index, talks.map(flat), talks.length);
    const ids = (text: string) => {
      const found = oramaSearch(index, { term: text, limit: LIMIT, boost: BOOST, tolerance: 1 });
      if (found instanceof Promise) throw new Error('Orama answers later, which is not measured');
      return found.hits.map(({ id }) => id);
    };
    return { ask: (text) => ({ ids: ids(text) }), complete: ids };
  },
};

/** The one the promises of speed compare with. */
export const MEASURE = 'MiniSearch, prefix + fuzzy 0.2 + boosts';

/** Each at the best settings its documentation names. */
export const ENGINES: readonly Engine[] = [
  HALLWAY,
  WORDS_ALONE,
  miniSearch('MiniSearch', {}),
  miniSearch(MEASURE, { prefix: true, fuzzy: 0.2, boost: BOOST }),
  fuse,
  lunrJs,
  flexSearch,
  orama,
];
