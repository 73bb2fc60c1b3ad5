import type { RateLimits } from './rate-limits.ts';

export interface UserDescription {
  readonly name: string;
  readonly admin?: boolean;
  readonly owner?: boolean;
  /** A single-channel guest. */
  readonly guest?: boolean;
  /** IANA name, or what Slack tells of those without one. Default Europe/Brussels. */
  readonly tz?: string | null;
  /** Default en-US. */
  readonly locale?: string | null;
  readonly deactivated?: boolean;
  /** Of another workspace, met in a channel that both share: its id. */
  readonly home?: string;
}

export interface ChannelDescription {
  readonly name: string;
  readonly private?: boolean;
  readonly archived?: boolean;
  /** Names of the people in it; default everyone. */
  readonly members?: readonly string[];
  /** The app is in it; default false. */
  readonly app?: boolean;
}

export interface WorkspaceDescription {
  readonly name: string;
  readonly users?: readonly (string | UserDescription)[];
  readonly channels?: readonly (string | ChannelDescription)[];
  /** The app is installed from the start, with a bot token; default true. */
  readonly installed?: boolean;
  /** Default {@link DEFAULT_SCOPES}. */
  readonly scopes?: readonly string[];
  /** People can exchange messages with the app; default true. */
  readonly messagesTab?: boolean;
}

export interface SlackOptions {
  /** Begins as the Slack that was remembered so; `workspaces` then count for nothing. */
  readonly memory?: string;
  /** Makes what stands behind the prefix of each token; random unless told otherwise. */
  readonly secret?: () => string;
  readonly workspaces?: readonly WorkspaceDescription[];
  /** Default: none; {@link REAL_RATE_LIMITS} are those of slack.com. */
  readonly rateLimits?: RateLimits;
  /** Slack's is 3,000 ms. Default 30,000 ms: what a busy machine adds is not the application's. */
  readonly ackWithinMs?: number;
  /** How long a person waits for something to appear after the acknowledgement. Default 60,000 ms. */
  readonly answerWithinMs?: number;
  /** Slack's is 3,000 ms. Default 30,000 ms, for the same reason. */
  readonly triggerLifetimeMs?: number;
  /** Default 30 minutes. */
  readonly responseUrlLifetimeMs?: number;
  /** When an event that was not acknowledged is sent again. Default at once, after 1 and after 5 minutes. */
  readonly eventRetriesMs?: readonly number[];
  /** Bot tokens expire and are refreshed; default they do not. */
  readonly rotation?: { readonly expiresInS: number };
  /** Most Socket Mode connections at once; default 10. */
  readonly maxConnections?: number;
  readonly pingEveryMs?: number;
  /** Domains whose links are told to the app; default conference.example. */
  readonly unfurlDomains?: readonly string[];
  /** Also check against the specifications when they are there. Default true. */
  readonly specification?: boolean;
}

export const DEFAULT_SCOPES: readonly string[] = [
  ...['chat:write', 'commands', 'users:read', 'team:read', 'im:write', 'im:read', 'im:history'],
  ...[
    'channels:read',
    'channels:join',
    'app_mentions:read',
    'channels:history',
    'groups:read',
    'groups:history',
  ],
  ...['files:write', 'links:read', 'links:write', 'reactions:write'],
];

export const DEFAULT_WORKSPACES: readonly WorkspaceDescription[] = [
  {
    name: 'conference',
    users: [
      { name: 'grace', admin: true },
      'ada',
      { name: 'alan', tz: 'Europe/London', locale: 'en-GB' },
    ],
    channels: [
      { name: 'general', app: true },
      'announcements',
      { name: 'organisers', private: true, members: ['grace'] },
    ],
  },
];
