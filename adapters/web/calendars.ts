import type { Context, Hono } from 'hono';
import { communityFeed } from '../../src/agenda/calendar/communityFeed.ts';
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
  site.get('/calendar/:file{.+\\.ics}', async (context) => {
    const secret = context.req.param('file').slice(0, -ENDING.length);
    const feed = await questions.calendar(secret);
    return feed === undefined ? context.notFound() : sendFeed(context, await ready(feed), OWN);
  });
  site.get('/c/:slug/calendar.ics', (context) => answer(context, questions, whole));
  site.get('/c/:slug/room/:file{[^/]+\\.ics}', (context) =>
    answer(context, questions, inPlace('rooms', 'room')),
  );
  site.get('/c/:slug/track/:file{[^/]+\\.ics}', (context) =>
    answer(context, questions, inPlace('tracks', 'track')),
  );
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

async function answer(context: Context, questions: WebQuestions, part: Part): Promise<Response> {
  const page = await questions.community(context.req.param('slug') ?? '');
  const slug = (context.req.param('file') ?? '').slice(0, -ENDING.length);
  const found = page?.programmes.flatMap((programme) => {
    const one = part(programme.conference, slug);
    return one === undefined ? [] : [{ programme, ...one }];
  });
  const [first, ...others] = found ?? [];
  if (page === undefined || first === undefined) return context.notFound();
  const messages = messagesOf(context);
  const all = [first, ...others].map(({ programme }) => programme);
  const has = (talk: Talk) => [first, ...others].some((one) => one.has(talk));
  const make = () => communityFeed(first.name, all, has, page.now, messages);
  const day = Math.floor(page.now / DAY_MS);
  const key = `${context.req.path} ${messages.time.locale} ${day}`;
  const feed = await remembered(all, key, make);
  return feed === undefined ? context.notFound() : sendFeed(context, feed, PUBLIC);
}

function sendFeed(context: Context, feed: Ready, caching: string): Response {
  return send(context, feed, { 'content-type': MEDIA_TYPE, 'cache-control': caching });
}
