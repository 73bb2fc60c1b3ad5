import type { Context, Hono } from 'hono';
import type { CommunityPage, WebQuestions } from '../../../src/app/web.ts';
import { MINUTE_MS } from '../../../src/clock.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { messagesOf } from '../language.ts';
import { ready, remembered, send } from '../ready.ts';
import { calendarsPage } from './calendars.ts';
import { DOOR_REFRESH_SECONDS, doorPage } from './door.ts';
import { type PageFrame, pageFrame } from './frame.ts';
import { gridPage } from './grid.ts';
import { type Html, ICON, ICON_PATH, STYLE, STYLE_PATH } from './layout.ts';
import { ownPage } from './own.ts';
import { nowPage, programmePage } from './programme.ts';
import { searchPage, talkPage } from './talk.ts';

export interface PageParts {
  readonly questions: WebQuestions;
}

/** For all who look at it in one minute it is the same; a delay is seen by the next. */
const PUBLIC = 'public, max-age=30';
const OWN = 'private, no-cache';
const SEARCHED_FOR_MS = 1_000;
const LONGEST_QUERY = 200;
/** What a page depends on beside its path; whatever else is asked for changes nothing. */
const ASKED = ['q', 'day', 'page'];

type Draw = (frame: PageFrame, page: CommunityPage) => Promise<Html | undefined> | Html | undefined;

export function addPages(site: Hono, { questions }: PageParts): void {
  site.get(STYLE_PATH, (context) =>
    context.body(STYLE, 200, {
      'content-type': 'text/css; charset=utf-8',
      'cache-control': 'public, max-age=31536000, immutable',
    }),
  );
  site.get(ICON_PATH, (context) =>
    context.body(ICON, 200, {
      'content-type': 'image/svg+xml',
      'cache-control': 'public, max-age=86400',
    }),
  );
  site.get('/my/:secret', async (context) => {
    const secret = context.req.param('secret');
    const page = await questions.list(secret);
    if (page === undefined) return context.notFound();
    const drawn = await ownPage(page, secret, messagesFor(page.locale));
    return send(context, await ready({ text: String(drawn) }), headersOf(OWN));
  });
  const ofCommunity = (path: string, draw: (context: Context) => Draw) =>
    site.get(path, (context) => answer(context, questions, draw(context)));
  ofCommunity('/c/:slug', ({ req }) => {
    const query = (req.query('q') ?? '').trim().slice(0, LONGEST_QUERY);
    return (frame) =>
      query === ''
        ? programmePage(frame, req.query('day'))
        : searchPage(frame, query, pageNumber(req.query('page')));
  });
  ofCommunity(
    '/c/:slug/grid',
    ({ req }) =>
      (frame) =>
        gridPage(frame, req.query('day')),
  );
  ofCommunity('/c/:slug/now', () => nowPage);
  ofCommunity('/c/:slug/calendars', () => calendarsPage);
  ofCommunity(
    '/c/:slug/talk/:ref',
    ({ req }) =>
      (frame, { community }) =>
        talkPage(frame, req.param('ref') ?? '', community),
  );
  ofCommunity('/c/:slug/room/:room', (context) => {
    context.header('Refresh', String(DOOR_REFRESH_SECONDS));
    return (frame) => doorPage(frame, context.req.param('room') ?? '');
  });
}

async function answer(context: Context, questions: WebQuestions, draw: Draw): Promise<Response> {
  const slug = context.req.param('slug') ?? '';
  const page = await questions.community(slug);
  if (page === undefined) return context.notFound();
  const messages = messagesOf(context);
  const asked = ASKED.map((name) => context.req.query(name));
  const [query] = asked;
  // While a programme is being read, the next moment finds more.
  const moment = Math.floor(page.now / (query === undefined ? MINUTE_MS : SEARCHED_FOR_MS));
  const make = async () => {
    const drawn = await draw(pageFrame(`/c/${slug}`, page, messages), page);
    return drawn === undefined ? undefined : { text: String(drawn) };
  };
  const key = JSON.stringify([context.req.path, asked, messages.time.locale, moment]);
  const made = await remembered(page.programmes, key, make);
  return made === undefined ? context.notFound() : send(context, made, headersOf(PUBLIC));
}

function headersOf(caching: string) {
  return { 'content-type': 'text/html; charset=utf-8', 'cache-control': caching };
}

function pageNumber(typed: string | undefined): number {
  const number = Number(typed);
  return Number.isInteger(number) && number > 0 && number < 1_000 ? number : 1;
}
