import type { CommunityRef } from '../../../src/platform/target.ts';

/**
 * Where a community's chat opens, by its platform; the terminal opens nowhere. Slack's own `app_redirect`
 * wants an app or a channel, and this is about neither.
 */
const ADDRESSES: Readonly<Record<string, (id: string) => string>> = {
  discord: (id) => `https://discord.com/channels/${encodeURIComponent(id)}`,
  slack: (id) => `https://app.slack.com/client/${encodeURIComponent(id)}`,
  matrix: (id) => `https://matrix.to/#/${encodeURIComponent(id)}`,
};

export function chatAddress({ platform, id }: CommunityRef): string | undefined {
  return ADDRESSES[platform]?.(id);
}
