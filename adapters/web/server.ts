import { type RequestListener, STATUS_CODES } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import { Hono, type MiddlewareHandler } from 'hono';
import { etag } from 'hono/etag';
import { html } from 'hono/html';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { secureHeaders } from 'hono/secure-headers';
import { timeout } from 'hono/timeout';
import type { WebQuestions } from '../../src/app/web.ts';
import { stopwatch } from '../../src/clock.ts';
import type { Meter } from '../../src/log/meter.ts';
import type { Log } from '../../src/log.ts';
import { addCalendars } from './calendars.ts';
import { messagesOf } from './language.ts';
import { layout } from './pages/layout.ts';
import { addPages } from './pages/routes.ts';

export interface SiteParts {
  readonly questions: WebQuestions;
  readonly meter: Meter;
  readonly log: Log;
}

/** A database that hangs answers never, and whoever looks at a page has gone by then. */
const ANSWERED_WITHIN_MS = 10_000;

/** What is for the public, as Node serves it. */
export function webRequests(parts: SiteParts): RequestListener {
  return getRequestListener(createSite(parts).fetch);
}

/**
 * The routes, which can be asked without a server. Nothing says who asked for what: an address may hold a
 * secret, so the log has the route alone, and no page tells another where somebody came from.
 */
export function createSite(parts: SiteParts): Hono {
  const { log } = parts;
  const site = new Hono();
  site.use(metered(parts.meter), etag(), headers, timeout(ANSWERED_WITHIN_MS));
  // The same for all that is not found, so that nobody learns what is not theirs.
  site.notFound((context) => {
    const messages = messagesOf(context);
    const page = layout({ title: messages.web.page.gone, content: html`` }, messages);
    return context.html(page, 404, { ...NOT_KEPT, vary: 'Accept-Language' });
  });
  site.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    log.error({ err: error, route: routePath(context) }, 'A page could not be served');
    return context.text(`${STATUS_CODES[500]}\n`, 500, NOT_KEPT);
  });
  addCalendars(site, parts);
  addPages(site, parts);
  return site;
}

/** By the pattern of its path alone: what stands in a path may be a secret. */
function metered(meter: Meter): MiddlewareHandler {
  return async (context, next) => {
    const startedAt = stopwatch();
    await next();
    const { status } = context.res;
    meter.note({
      ...{ kind: 'request', platform: 'web', request: 'page', tookMs: stopwatch() - startedAt },
      name: status === 404 ? 'unknown' : routePath(context, -1),
      outcome: status >= 500 ? 'failed' : status >= 400 ? 'refused' : 'answered',
    });
  };
}

const NOT_KEPT = { 'cache-control': 'no-store' };

/** No script at all; whether the connection is to be encrypted is up to what stands before it. */
const headers = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    formAction: ["'self'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
  },
  referrerPolicy: 'no-referrer',
  strictTransportSecurity: false,
  xFrameOptions: 'DENY',
});
