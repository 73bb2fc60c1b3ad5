import { serveWeb, type WebServer } from '../../adapters/web/server.ts';
import type { App } from '../app/app.ts';
import type { WebConfig } from '../config/config.ts';
import type { Meter } from '../log/meter.ts';
import type { Log } from '../log.ts';

/** For the public; loaded only where there is an address. */
export function serveWebAt(
  { host, port }: WebConfig,
  { web: questions }: Pick<App, 'web'>,
  parts: { readonly meter: Meter; readonly log: Log },
): Promise<WebServer> {
  return serveWeb({ host, port, questions, ...parts });
}
