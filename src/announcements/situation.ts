import type { CommunityRef } from '../platform.ts';
import type { RoomDelay } from '../schedule/delay.ts';
import type { CommunityDelay, LedgerStores } from './ledger.ts';
import type { Subscription } from './subscription.ts';

/** Who listens to what, and how late rooms run, read at one moment. */
export interface Situation {
  readonly subscriptions: readonly Subscription[];
  /** Key of the conference a community follows. */
  conferenceOf(community: CommunityRef | undefined): string;
  /** In the community's view of a conference; empty where all is on time. */
  delaysOf(community: CommunityRef | undefined, conference: string): readonly RoomDelay[];
  /** Communities whose view of the conference differs from its schedule. */
  delayed(conference: string): readonly CommunityRef[];
}

export async function readSituation(
  { audience, delays }: Pick<LedgerStores, 'audience' | 'delays'>,
  defaultConference: string,
): Promise<Situation> {
  const choices = new Map(
    (await audience.choices()).map(({ community, conference }) => [name(community), conference]),
  );
  const all = await delays.all();
  return {
    subscriptions: await audience.subscriptions(),
    conferenceOf: (community) =>
      (community === undefined ? undefined : choices.get(name(community))) ?? defaultConference,
    ...delayViews(all),
  };
}

export function delayViews(
  all: readonly CommunityDelay[],
): Pick<Situation, 'delaysOf' | 'delayed'> {
  const groups = Map.groupBy(all, (delay) => `${name(delay.community)} ${delay.conference}`);
  return {
    delaysOf: (community, conference) =>
      community === undefined ? [] : (groups.get(`${name(community)} ${conference}`) ?? []),
    delayed: (conference) =>
      [...groups.values()].flatMap(([first]) =>
        first?.conference === conference ? [first.community] : [],
      ),
  };
}

export function communityOf(target: {
  readonly platform: string;
  readonly community: string;
}): CommunityRef {
  return { platform: target.platform, id: target.community };
}

function name({ platform, id }: CommunityRef): string {
  return `${platform}:${id}`;
}
