import { describe, expect, it } from 'vitest';
import { drawSuggestions } from '../../../src/commands/answering/suggestions.ts';
import { shownByCard } from '../../../src/commands/asking/shown.ts';
import type { Context } from '../../../src/commands/context.ts';
import { find } from '../../../src/commands/talk/find.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { asked } from '../../support/askedConference.ts';
import { at } from '../../support/instants.ts';
import { programmeOf } from '../../support/programmes.ts';

const programme = programmeOf('corridor', asked);

function contextAt(wall: string, ...starred: readonly string[]): Context {
  return {
    messages: messagesFor('en'),
    caller: { platform: 'test', member: 'ada', locale: 'en', isOrganiser: false },
    member: { platform: 'test', id: 'ada' },
    ...{ programme, now: at(`${wall}+01:00`), starred: new Set(starred), audience: 'caller' },
  };
}

const found = (text: string, wall: string) => {
  const { result, isAllOver } = find(text, { limit: 10, offset: 0 }, contextAt(wall));
  return { ids: result.hits.map(({ talk }) => talk.id), isAllOver };
};

describe('what is found while the conference is on', () => {
  it('stands before what is over, also where a day is named that has not ended', () => {
    expect(found('day:2 room:k.4.201', '2026-11-07T10:40').ids).toEqual(['s4', 's8', 's11', 's2']);
    expect(found('rust', '2026-11-07T12:00').ids.indexOf('f2')).toBeGreaterThan(
      found('rust', '2026-11-07T12:00').ids.indexOf('s13'),
    );
  });

  it('stays in its order where the past is asked for, or one moment', () => {
    expect(found('day:1 track:rust', '2026-11-07T12:00').ids).toEqual(['f2']);
    expect(found('day:1', '2026-11-07T12:00').ids).toEqual(['f1', 'f2', 'f3', 'f4', 'f5', 'f6']);
    expect(found('day:2 at:10.45', '2026-11-07T12:00').ids).toEqual(['s3', 's5', 's4']);
  });

  it('is said to be over where all of it is, and not where the past was asked for', () => {
    expect(found('day:2 by:becker', '2026-11-07T14:10').isAllOver).toBe(false);
    expect(found('day:2 by:becker', '2026-11-07T15:00').isAllOver).toBe(true);
    expect(found('day:2 by:becker', '2026-11-08T10:00').isAllOver).toBe(false);
  });

  it('is the first of all, or the last, where one is picked', () => {
    expect(found('is:first', '2026-11-07T12:00').ids).toEqual(['f1']);
    expect(found('day:2 is:last', '2026-11-07T12:00').ids).toEqual(['s17']);
    expect(found('day:2 room:janson is:first', '2026-11-07T12:00').ids).toEqual(['s1']);
  });
});

describe('one request', () => {
  it('is searched for once, however often it asks for the same words', () => {
    const searches: string[] = [];
    const counted = {
      ...programme,
      index: {
        ...programme.index,
        search: (...[query, options]: Parameters<typeof programme.index.search>) => {
          searches.push(query.text);
          return programme.index.search(query, options);
        },
      },
    };
    const context = { ...contextAt('2026-11-07T12:00'), programme: counted };
    const [first, whole] = [1, 5].map((limit) => find('rust', { limit, offset: 0 }, context));
    expect(whole?.result.hits[0]).toBe(first?.result.hits[0]);
    find('wayland', { limit: 1, offset: 0 }, context);
    find('rust', { limit: 1, offset: 0 }, { ...context });
    expect(searches).toEqual(['rust', 'wayland', 'rust']);
  });
});

describe('what is suggested', () => {
  const suggested = async (wall: string, query: string, ...starred: readonly string[]) => {
    const view = { kind: 'suggest', within: 'day', query, page: 1 } as const;
    const card = await drawSuggestions(view, contextAt(wall, ...starred));
    const known = new Map(
      asked.talks.map((talk) => [programme.talkByRef(talk.id as never), talk.id]),
    );
    return shownByCard(card, programme.key).talks.map(
      (ref) => known.get(programme.talkByRef(ref)) ?? ref,
    );
  };

  it('starts soon, by time, for whoever starred nothing', async () => {
    expect((await suggested('2026-11-07T10:40', '')).slice(0, 3)).toEqual(['s6', 's7', 's8']);
  });

  it('is near to what was starred first, never at the same time, and none of that', async () => {
    const ids = await suggested('2026-11-07T10:40', '', 's11');
    expect(ids).not.toContain('s11');
    const overlaps = asked.talks
      .filter(({ id }) => ids.includes(id))
      .filter(({ start, end }) => {
        const own = asked.talks.find(({ id }) => id === 's11');
        return own !== undefined && start < own.end && own.start < end;
      });
    expect(overlaps).toEqual([]);
  });

  it('keeps to the hours that were asked for', async () => {
    expect(await suggested('2026-11-07T10:40', 'day:2 after:18')).toEqual(['s16', 's17']);
  });
});
