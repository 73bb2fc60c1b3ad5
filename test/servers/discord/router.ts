import type { Route } from './context.ts';
import { applicationRoutes } from './routes/applications.ts';
import { callbackRoutes } from './routes/callbacks.ts';
import { channelRoutes } from './routes/channels.ts';
import { commandRoutes } from './routes/commands.ts';
import { eventRoutes } from './routes/events.ts';
import { guildRoutes } from './routes/guilds.ts';
import { webhookRoutes } from './routes/webhooks.ts';

/** Every route, the more particular ones first. */
export const ROUTES: readonly Route[] = [
  ...applicationRoutes,
  ...commandRoutes,
  ...channelRoutes,
  ...guildRoutes,
  ...eventRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
];

const patterns = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.template.replaceAll(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`),
}));

export interface Found {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

export function findRoute(method: string, path: string): Found | undefined {
  for (const { route, pattern } of patterns) {
    if (route.method !== method) continue;
    // Clients escape the @ of @original.
    const match = pattern.exec(path.replaceAll('%40', '@'));
    if (match !== null) return { route, params: decoded(match.groups ?? {}) };
  }
  return undefined;
}

function decoded(groups: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}
