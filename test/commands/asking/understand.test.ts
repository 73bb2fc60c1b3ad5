import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortRef } from '../../../src/cards/actions/reference.ts';
import type { View } from '../../../src/cards/view.ts';
import { type Filters, filtersOf, queryOf } from '../../../src/commands/asking/filters.ts';
import type { Question, Shown } from '../../../src/commands/asking/question.ts';
import type { Situation } from '../../../src/commands/asking/situation.ts';
import { LONGEST_QUESTION, understand } from '../../../src/commands/asking/understand.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';
import { passes } from '../../../src/search/query/filterTalks.ts';
import { parseTalkQuery } from '../../../src/search/query/talkQuery.ts';
import { asked } from '../../support/askedConference.ts';
import { at } from '../../support/instants.ts';
import { programmeOf } from '../../support/programmes.ts';
import { SECTIONS, type Section } from './table.ts';

const programme = programmeOf('corridor', asked);

/** `intent`, then the filters and words in one order, whatever view they became. */
function read({ intent, outcome }: Question): string {
  switch (outcome.kind) {
    case 'view':
      return `${intent} ${viewWords(outcome.view)}`.trim();
    case 'act': {
      const { kind, talks, leadMinutes } = outcome.act;
      const deed = leadMinutes === undefined ? kind : 'lead';
      return ['act', deed, ...talks, ...(leadMinutes === undefined ? [] : [leadMinutes])].join(' ');
    }
    case 'unknown':
      return `unknown ${outcome.why}`;
    default:
      return intent;
  }
}

function viewWords(view: View): string {
  switch (view.kind) {
    case 'search':
      return view.page > 1 ? `more` : canonical(view.query);
    case 'schedule':
      return canonical(
        [
          view.day === undefined ? '' : `day:${view.day}`,
          ...asked.rooms
            .filter(({ slug }) => shortRef(slug) === view.room)
            .map(({ slug }) => `room:${slug}`),
          ...asked.tracks
            .filter(({ slug }) => shortRef(slug) === view.track)
            .map(({ slug }) => `track:${slug}`),
        ].join(' '),
      );
    case 'now':
    case 'next':
      return view.room === undefined
        ? ''
        : asked.rooms
            .filter(({ slug }) => shortRef(slug) === view.room)
            .map(({ slug }) => `room:${slug}`)
            .join(' ');
    case 'changed':
      return [sinceWords(view.since), canonical(view.query ?? '')].join(' ').trim();
    case 'settings':
      return 'settings';
    case 'speaker':
      return `speaker ${view.talk}`;
    case 'claims':
      return 'claims';
    case 'slot':
      return `slot ${view.talk}`;
    case 'talk':
      return view.whole ? `talk ${view.talk} whole` : `talk ${view.talk}`;
    case 'suggest':
      return [view.within === 'gaps' ? 'gap' : '', canonical(view.query)].join(' ').trim();
    default:
      return '';
  }
}

/** By the venue's clock; nothing since this morning. */
function sinceWords(since: number): string {
  const wall = new Date(since + 3_600_000);
  const day = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][wall.getUTCDay()];
  const words = `${day}-${wall.toISOString().slice(11, 16)}`;
  return words === 'Sat-04:00' ? '' : `since:${words}`;
}

function canonical(query: string): string {
  const { words, values }: Filters = filtersOf(query);
  const sorted = Object.entries(values).map(([name, list]) => [name, list.toSorted()]);
  return queryOf({ words, values: Object.fromEntries(sorted) });
}

function situationOf({ language, at: wall, after }: Section): Situation {
  const base: Situation = { programme, now: at(`${wall}+01:00`), language };
  if (after === undefined) return base;
  const [kind, id] = after.split(': ');
  if (kind === 'talk' && id !== undefined) {
    return {
      ...base,
      shown: { view: { kind: 'talk', talk: shortRef(id), whole: false }, talks: [shortRef(id)] },
    };
  }
  return { ...base, shown: shownOf(understand(after, base), base) };
}

function shownOf({ outcome }: Question, { now }: Situation): Shown {
  if (outcome.kind !== 'view' || outcome.view.kind !== 'search') return { talks: [] };
  const query = parseTalkQuery(outcome.view.query, { conference: asked, now });
  const isAbout = ({ title, track }: Talk) =>
    `${title} ${track}`.toLowerCase().includes(query.words.toLowerCase());
  const talks = asked.talks.filter((talk) => passes(query.filters)(talk) && isAbout(talk));
  return { view: outcome.view, talks: talks.map(({ id }) => shortRef(id)) };
}

function rowsOf({ questions }: Section): readonly (readonly [string, string])[] {
  return questions
    .trim()
    .split('\n')
    .map((line) => {
      const [question = '', meaning = ''] = line.split('=>').map((part) => part.trim());
      return [question, meaning] as const;
    });
}

/** Views that are no query are told in words of their own. */
function expected(meaning: string): string {
  const [intent = '', ...rest] = meaning.split(' ');
  const told = rest.join(' ');
  if (['slot', 'talk', 'more'].includes(intent)) return `find ${meaning}`;
  if (intent === 'act') return meaning;
  if (intent === 'suggest')
    return told.startsWith('gap')
      ? `suggest gap ${canonical(told.slice(4))}`.trim()
      : `suggest ${canonical(told)}`.trim();
  if (intent === 'unknown') {
    const why = { which: 'whichTalk', nothing: 'noTalk' }[told];
    return why === undefined ? 'unknown' : `unknown ${why}`;
  }
  return `${intent} ${canonical(told)}`.trim();
}

describe('the city that the time zone is named for', () => {
  const [section] = SECTIONS;
  const city = asked.timeZone.split('/').at(-1) ?? '';

  it.each([
    [`go talks in ${city}`, [{ kind: 'cityLeftOut', city }]],
    [`talks at ${asked.title}`, []],
  ])('is left out of a question, and that is said: %s', (question, remarks) => {
    if (section === undefined) throw new Error('There are questions.');
    const understood = understand(question, situationOf(section));
    expect(understood.remarks.filter(({ kind }) => kind === 'cityLeftOut')).toEqual(remarks);
    expect(read(understood).toLowerCase()).not.toContain(city.toLowerCase());
  });
});

for (const section of SECTIONS) {
  describe(section.title, () => {
    it.each(rowsOf(section))('%s', (question, meaning) => {
      const told = read(understand(question, situationOf(section)));
      const wanted = expected(meaning);
      expect(wanted === 'unknown' ? told.split(' ')[0] : told).toBe(wanted);
    });
  });
}

describe('after lunch', () => {
  it.each([
    ['Mittagspause', '12:15', '13:45'],
    ['Pause', '12:00', '13:45'],
  ])('is after the break that the schedule tells: %s', (title, start, end) => {
    const clock = (time: string) => at(`2026-11-07T${time}+01:00`);
    const pause = { title, start: clock(start), end: clock(end) };
    const tea = { title: 'Tea', start: clock('10:00'), end: clock('10:15') };
    const situation = {
      programme: programmeOf('fed', { ...asked, breaks: [tea, pause] }),
      ...{ now: clock('10:40'), language: 'en' },
    };
    expect(read(understand('go talks after lunch', situation))).toBe('find go day:2 after:13.45');
  });
});

describe('a whole sentence', () => {
  it('is to be answered by talks that have its words as they were written', () => {
    const telling = (text: string) =>
      understand(text, { programme, now: at('2026-11-07T10:40+01:00'), language: 'en' }).doubt
        ?.telling;
    expect(telling('where can I learn about RISC-V and e-mail?')).toEqual(['RISC-V', 'e-mail']);
    expect(telling('what does C++ do for locks, keys and firmware')).toEqual([
      'C++',
      'locks',
      'keys',
      'firmware',
    ]);
  });
});

describe('filters that are typed beside words', () => {
  const base = situationOf({ title: '', language: 'en', at: '2026-11-07T10:40', questions: '' });
  const said = (text: string) => read(understand(text, base));

  it.each([
    ['security day:2 after:12 before:18', 'find security day:2 after:12 before:18'],
    ['security after:12 until 3pm', 'find security day:2 after:12 before:15'],
    ['after:15 security', 'find security after:15'],
  ])('are kept, with what the words say beside them: %s', (text, meant) => {
    expect(said(text)).toBe(meant);
  });
});

function endless(text: string, length: number): string {
  return `${text} `.repeat(Math.ceil(length / (text.length + 1))).slice(0, length);
}

/** So often a sentence is read at most. */
const READINGS = 6;

describe('any text', () => {
  const base = situationOf({ title: '', language: 'en', at: '2026-11-07T10:40', questions: '' });
  const pieces = SECTIONS.flatMap((section) =>
    rowsOf(section).map(([question]) => question),
  ).flatMap((question) => question.split(' '));

  it('becomes something, carrying on or not', () => {
    const words = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' })), {
      maxLength: 12,
    });
    const shown = fc.constantFrom(
      undefined,
      ...SECTIONS.flatMap((section) => situationOf(section).shown ?? []),
    );
    fc.assert(
      fc.property(
        words,
        shown,
        fc.constantFrom('en', 'de', 'fr', 'nl', 'es'),
        (said, before, language) => {
          const situation = {
            ...base,
            language,
            ...(before === undefined ? {} : { shown: before }),
          };
          expect(understand(said.join(' '), situation).outcome.kind).toBeTypeOf('string');
        },
      ),
    );
  });

  it('up to 100 KB becomes a view, with no more look-ups than its first words are', () => {
    const most = 100_000;
    const texts = fc
      .tuple(
        fc.array(fc.constantFrom(...pieces, 'tommorow', 'sundy', '🦀'), { minLength: 1 }),
        fc.oneof(fc.nat(LONGEST_QUESTION), fc.constantFrom(1_000, 10_000, most)),
      )
      .map(([some, length]) => endless(some.join(' '), length));
    fc.assert(
      fc.property(texts, fc.boolean(), (text, isNear) => {
        const said = isNear ? text.slice(0, LONGEST_QUESTION) : text;
        let looks = 0;
        const { index } = programme;
        const about: typeof index.about = (words) => {
          looks += 1;
          return index.about(words);
        };
        const counted = { ...base, programme: { ...programme, index: { ...index, about } } };
        const { outcome } = understand(said, counted);
        if (said.trim().length > LONGEST_QUESTION) expect(outcome.kind).toBe('view');
        // It is read whole, without manners, without what is one's own, and in two questions at most.
        const words = said.split(/\s+/).length;
        const read = said.trim().length > LONGEST_QUESTION ? 0 : READINGS * words;
        expect(looks).toBeLessThanOrEqual(read);
      }),
      { numRuns: 60 },
    );
  });

  it('that is longer than any question is searched for as it stands', () => {
    const text = 'tomorrow '.repeat(12_000).trim();
    expect(understand(text, base).outcome).toEqual({
      kind: 'view',
      view: { kind: 'search', query: text, page: 1 },
    });
  });
});
