import { describe, expect, it } from 'vitest';
import { understand } from '../../src/commands/asking/understand.ts';
import { LANGUAGES, messagesFor } from '../../src/messages/messages.ts';
import { splitQuery } from '../../src/search/query/parts.ts';
import { parseTalkQuery } from '../../src/search/query/talkQuery.ts';
import { bundled } from '../commands/support/corridor.ts';

const programme = await bundled();
const { conference } = programme;
const now = (conference.talks[0]?.start ?? 0) - 10 * 60_000;

describe.each(LANGUAGES)('what %s proposes to type', (language) => {
  const { help, names } = messagesFor(language);
  const situation = { programme, now, language, localNames: names.filters };

  it('is understood as the question that it is', () => {
    const [room] = conference.rooms;
    if (room === undefined) throw new Error('The devroom has a room.');
    const intents = [help.next, help.nextIn(room.name)].map(
      (question) => understand(question, situation).intent,
    );
    expect(intents).toEqual(['next', 'next']);
  });

  it('are filters that are known by these names', () => {
    const kinds = help.filterExamples.map(([typed = '']) =>
      splitQuery(typed, names.filters).map((part) => (part.kind === 'filter' ? part.name : typed)),
    );
    expect(kinds).toEqual([['room'], ['track'], ['by'], ['day'], ['after', 'before'], ['is']]);
    const [starred = ''] = help.filterExamples.at(-1) ?? [];
    const context = { conference, now, localNames: names.filters };
    expect(parseTalkQuery(starred, context).filters).toEqual({ starred: true });
  });
});

it.each([
  ['en', 'star it', 'what is on my list?'],
  ['de', 'merk dir das', 'was steht auf meiner Liste?'],
  ['fr', 'ajoute-la', 'qu’est-ce qui est sur ma liste ?'],
  ['nl', 'bewaar deze', 'wat staat er op mijn lijst?'],
  ['es', 'guárdala', '¿qué hay en mi lista?'],
])(
  'what a button is called in %s may be said, and one’s list asked for',
  (language, star, list) => {
    const [first] = conference.talks;
    if (first === undefined) throw new Error('The devroom has talks.');
    const talk = programme.refOf(first);
    const situation = { programme, now, language, shown: { talks: [talk] } };
    expect(understand(star, situation).outcome).toEqual({
      kind: 'act',
      act: { kind: 'star', talks: [talk] },
    });
    expect(understand(list, situation).intent).toBe('mine');
  },
);
