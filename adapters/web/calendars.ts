import type { Context, Hono } from 'hono';
import type { CalendarFeed } from '../../src/agenda/calendar/calendar.ts';
import type { WebQuestions } from '../../src/app/web.ts';

const MEDIA_TYPE = 'text/calendar; charset=utf-8';

/** Whoever has no secret learns nothing, not even by how long an answer takes: each is looked up once. */
export function addCalendars(
  site: Hono,
  { questions }: { readonly questions: WebQuestions },
): void {
  site.get('/calendar/:file{.+\\.ics}', async (context) => {
    const secret = context.req.param('file').slice(0, -'.ics'.length);
    const feed = await questions.calendar(secret);
    return feed === undefined
      ? context.notFound()
      : sendCalendar(context, feed, 'private, no-cache');
  });
}

/** The tag is a weak one: when something was written down is in the text, and not in what it says. */
export function sendCalendar(
  context: Context,
  { text, tag }: CalendarFeed,
  caching: string,
): Response {
  return context.body(text, 200, {
    'content-type': MEDIA_TYPE,
    'cache-control': caching,
    etag: `W/"${tag}"`,
  });
}
