import { type SiteParts, webRequests } from '../../adapters/web/server.ts';
import type { App } from '../app/app.ts';
import type { WebConfig } from '../config/config.ts';
import { type Listening, listen } from './listening.ts';

/** For the public; loaded only where there is an address. */
export function serveWebAt(
  address: WebConfig,
  { web: questions }: Pick<App, 'web'>,
  parts: Pick<SiteParts, 'meter' | 'log'>,
): Promise<Listening> {
  return serveWeb({ ...address, questions, ...parts });
}

export async function serveWeb(
  parts: SiteParts & Pick<WebConfig, 'host' | 'port'>,
): Promise<Listening> {
  const { host, log } = parts;
  const requests = webRequests(parts);
  const listening = await listen({ variable: 'WEB_ADDRESS', ...parts, requests });
  const address = `http://${host}:${listening.port}`;
  log.info({ address }, 'Pages and calendars are served');
  return listening;
}
