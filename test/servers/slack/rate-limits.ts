/** Calls a minute to one method in one workspace. */
export type Tier = 'Tier1' | 'Tier2' | 'Tier3' | 'Tier4';

export interface RateLimits {
  /** Posts of chat.postMessage to one channel; absent: unlimited. */
  readonly channelPosts?: { readonly perSecond: number; readonly burst: number };
  /** Posts of chat.postMessage in one workspace; absent: unlimited. */
  readonly workspacePosts?: { readonly perSecond: number; readonly burst: number };
  /** Absent: unlimited. */
  readonly tiers?: Readonly<Record<Tier, number>>;
}

/** As documented: about one post a second and channel, several hundred a minute and workspace. */
export const REAL_RATE_LIMITS: RateLimits = {
  channelPosts: { perSecond: 1, burst: 3 },
  workspacePosts: { perSecond: 10, burst: 20 },
  tiers: { Tier1: 1, Tier2: 20, Tier3: 50, Tier4: 100 },
};

/** The tier of each method served here that has one (`rate_limit_tiers.json`). */
export const METHOD_TIERS: Readonly<Record<string, Tier>> = {
  'apps.connections.open': 'Tier1',
  'auth.revoke': 'Tier3',
  'bots.info': 'Tier3',
  'chat.delete': 'Tier3',
  'chat.postEphemeral': 'Tier4',
  'chat.unfurl': 'Tier3',
  'chat.update': 'Tier3',
  'conversations.history': 'Tier3',
  'conversations.info': 'Tier3',
  'conversations.join': 'Tier3',
  'conversations.list': 'Tier2',
  'conversations.members': 'Tier4',
  'conversations.open': 'Tier3',
  'conversations.replies': 'Tier3',
  'files.completeUploadExternal': 'Tier4',
  'files.getUploadURLExternal': 'Tier4',
  'oauth.v2.access': 'Tier4',
  'reactions.add': 'Tier3',
  'team.info': 'Tier3',
  'users.conversations': 'Tier2',
  'users.info': 'Tier4',
  'views.open': 'Tier4',
  'views.publish': 'Tier4',
  'views.push': 'Tier4',
  'views.update': 'Tier4',
};

export interface Usage {
  readonly allowed: number;
  readonly limited: number;
}

export interface Limiter {
  /** Seconds to wait when the call is over a limit; nothing when it may pass, which is then counted. */
  take(method: string, workspace: string, channel: string): number | undefined;
  /** By method. */
  usage(method: string): Usage;
}

interface Bucket {
  readonly key: string;
  readonly perSecond: number;
  readonly burst: number;
}

export function createLimiter(limits: RateLimits): Limiter {
  const levels = new Map<string, { tokens: number; at: number }>();
  const usage = new Map<string, { allowed: number; limited: number }>();
  const level = ({ key, perSecond, burst }: Bucket) => {
    const now = performance.now();
    const last = levels.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, last.tokens + ((now - last.at) / 1_000) * perSecond);
    const current = { tokens, at: now };
    levels.set(key, current);
    return current;
  };
  return {
    take(method, workspace, channel) {
      const count = usage.get(method) ?? { allowed: 0, limited: 0 };
      usage.set(method, count);
      const buckets = bucketsOf(limits, method, workspace, channel);
      const waits = buckets.map((each) => (1 - level(each).tokens) / each.perSecond);
      const wait = Math.max(0, ...waits);
      if (wait > 0) {
        count.limited += 1;
        return Math.ceil(wait);
      }
      for (const each of buckets) level(each).tokens -= 1;
      count.allowed += 1;
      return undefined;
    },
    usage: (method) => ({ ...(usage.get(method) ?? { allowed: 0, limited: 0 }) }),
  };
}

function bucketsOf(
  limits: RateLimits,
  method: string,
  workspace: string,
  channel: string,
): readonly Bucket[] {
  if (method === 'chat.postMessage') {
    return [
      ...(limits.channelPosts ? [{ key: `post/${channel}`, ...limits.channelPosts }] : []),
      ...(limits.workspacePosts ? [{ key: `posts/${workspace}`, ...limits.workspacePosts }] : []),
    ];
  }
  const tier = METHOD_TIERS[method];
  if (tier === undefined || limits.tiers === undefined) return [];
  const perMinute = limits.tiers[tier];
  return [{ key: `${workspace}/${method}`, perSecond: perMinute / 60, burst: perMinute }];
}
