import type { Context, Hono } from 'hono';
import { LRUCache } from 'lru-cache';
import type { CalendarFeed } from '../../src/agenda/calendar/calendar.ts';
import type { WebQuestions } from '../../src/app/web.ts';
import { DAY_MS } from '../../src/clock.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { messagesOf } from './language.ts';
import { type Ready, ready, remembered, send } from './ready.ts';

export interface CalendarRouteParts {
  readonly questions: WebQuestions;
}

const MEDIA_TYPE = 'text/calendar; charset=utf-8';
const ENDING = '.ics';
const PUBLIC = 'public, max-age=300';
const OWN = 'private, no-cache';

/** Whoever has no secret learns nothing, not even by how long an answer takes: each is looked up once. */
export function addCalendars(site: Hono, { questions }: CalendarRouteParts): void {
  const inSequence = createSequences();
  site.get('/calendar/:file{.+\\.ics}', async (context) => {
    const secret = context.req.param('file').slice(0, -ENDING.length);
    const feed = await questions.calendar(secret);
    if (feed === undefined) return context.notFound();
    return sendFeed(context, await ready(inSequence(secret, feed)), OWN);
  });
  const ofCommunity = (path: string, part: Part) =>
    site.get(path, (context) => answer(context, questions, part, inSequence));
  ofCommunity('/c/:slug/calendar.ics', whole);
  ofCommunity('/c/:slug/room/:file{[^/]+\\.ics}', inPlace('rooms', 'room'));
  ofCommunity('/c/:slug/track/:file{[^/]+\\.ics}', inPlace('tracks', 'track'));
}

/** The name of a part and what is in it; undefined where there is no such part. */
type Part = (
  conference: Conference,
  slug: string,
) => { readonly name: string; has(talk: Talk): boolean } | undefined;

const whole: Part = ({ title }) => ({ name: title, has: () => true });

function inPlace(places: 'rooms' | 'tracks', of: 'room' | 'track'): Part {
  return (conference, slug) => {
    const place = conference[places].find((one) => one.slug === slug);
    return (
      place && {
        name: `${place.name} · ${conference.title}`,
        has: (talk) => talk[of] === place.name,
      }
    );
  };
}

async function answer(
  context: Context,
  questions: WebQuestions,
  part: Part,
  inSequence: InSequence,
): Promise<Response> {
  const page = await questions.community(context.req.param('slug') ?? '');
  const slug = (context.req.param('file') ?? '').slice(0, -ENDING.length);
  const found = page?.programmes.flatMap((programme) => {
    const one = part(programme.conference, slug);
    return one === undefined ? [] : [{ programme, ...one }];
  });
  const [first, ...others] = found ?? [];
  if (page === undefined || first === undefined) return context.notFound();
  const messages = messagesOf(context);
  const programmes = [first, ...others].map(({ programme }) => programme);
  const has = (talk: Talk) => [first, ...others].some((one) => one.has(talk));
  const { community } = page;
  const address = `${context.req.path} ${messages.time.locale}`;
  const make = async () => {
    const wish = { community, name: first.name, programmes, has };
    return inSequence(address, await questions.feed(wish, messages));
  };
  const day = Math.floor(page.now / DAY_MS);
  const feed = await remembered(programmes, `${address} ${day}`, make);
  return feed === undefined ? context.notFound() : sendFeed(context, feed, PUBLIC);
}

function sendFeed(context: Context, feed: Ready, caching: string): Response {
  return send(context, feed, { 'content-type': MEDIA_TYPE, 'cache-control': caching });
}

type InSequence = (address: string, feed: CalendarFeed) => CalendarFeed;

/** So many addresses are not asked for within a second. */
const MOST_TOLD = 10_000;

/**
 * Sequences go by the second; what another change of the same second says is one ahead, so that calendars take
 * it for the later one (RFC 5545, 3.8.7.4).
 */
function createSequences(): InSequence {
  const told = new LRUCache<string, Pick<CalendarFeed, 'tag' | 'sequence'>>({ max: MOST_TOLD });
  return (address, feed) => {
    const before = told.get(address);
    const least = before === undefined ? 0 : before.sequence + (before.tag === feed.tag ? 0 : 1);
    const sequence = Math.max(feed.sequence, least);
    told.set(address, { tag: feed.tag, sequence });
    if (sequence === feed.sequence) return feed;
    const text = feed.text.replace(/^SEQUENCE:\d+/gm, `SEQUENCE:${sequence}`);
    return { ...feed, sequence, text };
  };
}
