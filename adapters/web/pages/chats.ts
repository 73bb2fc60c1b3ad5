import type { CommunityRef } from '../../../src/platform/target.ts';

/** Where a community's chat opens, by its platform; the terminal opens nowhere. */
const ADDRESSES: Readonly<Record<string, (id: string) => string>> = {
  discord: (id) => `https://discord.com/channels/${encodeURIComponent(id)}`,
  slack: (id) => `https://slack.com/app_redirect?team=${encodeURIComponent(id)}`,
  matrix: (id) => `https://matrix.to/#/${encodeURIComponent(id)}`,
};

export function chatAddress({ platform, id }: CommunityRef): string | undefined {
  return ADDRESSES[platform]?.(id);
}
