import type { Card } from '../../cards/cards.ts';
import { listCard, PAGE_SIZE, pageOf } from '../../cards/listCard.ts';
import { isStarred } from '../../cards/ownFrame.ts';
import type { SuggestView } from '../../cards/view.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { passes } from '../../search/query/filterTalks.ts';
import { parseTalkQuery } from '../../search/query/talkQuery.ts';
import type { Context } from '../context.ts';
import { jointly } from '../jointly.ts';

/** What may be worth seeing: near to what is starred, free of clashes with it, and soon; each says because of which star. */
export async function drawSuggestions(view: SuggestView, asked: Context): Promise<Card> {
  const context = jointly(asked);
  const { asking } = context.messages;
  const starred = context.programme.conference.talks.filter((talk) => isStarred(talk, context));
  const found = suggested(view, starred, context);
  const { items, page, pages } = pageOf(found, view.page, PAGE_SIZE);
  const said = starred.length === 0 ? asking.suggestedSoon : asking.suggestedNear;
  return listCard(
    {
      title: asking.suggestion,
      intro: [items.length === 0 ? asking.noSuggestion : said],
      rows: items.map(({ talk, because }) => ({
        talk,
        ...(because === undefined ? {} : { match: asking.becauseStarred(because.title) }),
      })),
      view: { ...view, page },
      pages,
      style: { when: 'dateTime', room: true },
    },
    context,
  );
}

interface Suggested {
  readonly talk: Talk;
  /** The starred talk that it is nearest to, where it is near to one. */
  readonly because: Talk | undefined;
}

/** Only so many: a suggestion is a choice that was made. */
const MOST_SUGGESTED = 10;

function suggested(
  { within, query: text }: SuggestView,
  starred: readonly Talk[],
  context: Context,
): readonly Suggested[] {
  const { programme, now, messages } = context;
  const { conference } = programme;
  const query = parseTalkQuery(text, { conference, now, localNames: messages.names.filters });
  const isWanted = passes(query.filters);
  const free = conference.talks.filter(
    (talk) =>
      talk.status === 'scheduled' && talk.start >= now && isWanted(talk) && isFree(talk, starred),
  );
  const fitting =
    within === 'gaps' ? free.filter((talk) => fillsGap(talk, starred, context)) : free;
  const [first] = fitting;
  const day = first && programme.timetable.dayOf(first);
  const soon = fitting.filter(
    (talk) => query.filters.starts !== undefined || programme.timetable.dayOf(talk) === day,
  );
  const nearness = nearTo(starred, context);
  const near = (talk: Talk) => nearness.get(talk)?.score ?? 0;
  return soon
    .toSorted((a, b) => near(b) - near(a) || a.start - b.start)
    .slice(0, MOST_SUGGESTED)
    .map((talk) => ({ talk, because: nearness.get(talk)?.nearest }));
}

function isFree(talk: Talk, starred: readonly Talk[]): boolean {
  return starred.every(
    (own) =>
      own !== talk && (own.status === 'canceled' || talk.end <= own.start || own.end <= talk.start),
  );
}

/** Free time lies between two starred talks of one day. */
function fillsGap(
  talk: Talk,
  starred: readonly Talk[],
  { programme: { timetable } }: Context,
): boolean {
  const day = timetable.dayOf(talk);
  const own = starred.filter((each) => timetable.dayOf(each) === day);
  return own.some(({ end }) => end <= talk.start) && own.some(({ start }) => talk.end <= start);
}

/** So many starred talks tell enough of a taste. */
const MOST_LIKED = 8;
const NEIGHBOURS = 20;
/** A title is rarely said twice: so many are near in meaning, at the least. */
const NEAREST = 8;

interface Nearness {
  readonly score: number;
  readonly nearest: Talk;
  /** Of the nearest among what is near to it; from 0. */
  readonly place: number;
}

/** How near to the starred ones, by their titles, and to which of them most. */
function nearTo(
  starred: readonly Talk[],
  { programme, now }: Context,
): ReadonlyMap<Talk, Nearness> {
  const nearness = new Map<Talk, Nearness>();
  for (const own of starred.slice(-MOST_LIKED)) {
    const words = own.title.replaceAll(/[:"“”„«»]/g, ' ');
    const query = parseTalkQuery(words, { conference: programme.conference, now });
    const { hits } = programme.index.search(query, {
      limit: NEIGHBOURS,
      atLeast: NEAREST,
    });
    hits.forEach(({ talk }, place) => {
      const before = nearness.get(talk);
      const isNearest = before === undefined || place < before.place;
      nearness.set(talk, {
        ...(isNearest ? { nearest: own, place } : before),
        score: (before?.score ?? 0) + 1 / (place + 1),
      });
    });
  }
  return nearness;
}
