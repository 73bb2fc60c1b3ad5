/** One person's account on one platform. `id` is the adapter's own and unique on its platform. */
export interface MemberRef {
  readonly platform: string;
  readonly id: string;
}

/** A server or a workspace. */
export interface CommunityRef {
  readonly platform: string;
  readonly id: string;
}

/** Where a message by Hallway's own doing goes. */
export type Target =
  | {
      readonly kind: 'channel';
      readonly platform: string;
      readonly community: string;
      readonly channel: string;
    }
  | { readonly kind: 'member'; readonly platform: string; readonly member: string };

/** One name for a target, for keys, for order and for finding what is kept about a member. */
export function targetKey(target: Target): string {
  switch (target.kind) {
    case 'channel':
      return `channel:${target.platform}:${target.community}:${target.channel}`;
    case 'member':
      return `member:${target.platform}:${target.member}`;
  }
}

export type ChannelTarget = Target & { readonly kind: 'channel' };

interface Place {
  readonly platform: string;
  readonly community?: string | undefined;
}

/** Where a caller asks, a channel is, or a member was seen last; undefined in direct messages. */
export function communityOf(place: Place & { readonly community: string }): CommunityRef;
export function communityOf(place: Place): CommunityRef | undefined;
export function communityOf({ platform, community }: Place): CommunityRef | undefined {
  return community === undefined ? undefined : { platform, id: community };
}

export function isSameCommunity(one: CommunityRef, other: CommunityRef | undefined): boolean {
  return one.platform === other?.platform && one.id === other.id;
}
