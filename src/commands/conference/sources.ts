import type { Clock } from '../../clock.ts';
import type { Refusal } from '../../messages/refusalWords.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { Communities } from '../../programme/communities.ts';
import {
  type KnownSources,
  MOST_OF_COMMUNITY,
  MOST_SOURCES,
} from '../../programme/knownSources.ts';
import type { Keeper } from '../../schedule/keeper.ts';
import { ScheduleFormatError } from '../../schedule/refusal.ts';
import { type Source, sourceOf } from '../../schedule/source.ts';
import type { Version } from '../../schedule/versions.ts';
import type { Sources, Use } from './ports.ts';

export interface SourcesParts {
  readonly keeper: Pick<Keeper, 'status'> & {
    open(source: Source): Promise<Pick<Version, 'conference'>>;
  };
  readonly communities: Pick<Communities, 'choose' | 'choiceOf'>;
  readonly knownSources: Pick<KnownSources, 'makeRoom'>;
  /** For communities that chose none. */
  readonly defaultSource: Source;
  readonly clock: Clock;
}

/** Of all communities together: whoever waits behind so many is told to come again. */
const MOST_UNDER_WAY = 10;

export function createSources(parts: SourcesParts): Sources {
  const { communities, defaultSource, keeper } = parts;
  /** Communities that a schedule is being read for. */
  const underWay = new Set<string>();
  return {
    use: async (community, address, timeZone, name) => {
      const who = `${community.platform}:${community.id}`;
      if (underWay.has(who)) return refused({ kind: 'underWay', facts: [] });
      if (underWay.size >= MOST_UNDER_WAY) {
        return refused({ kind: 'queueFull', facts: [underWay.size] });
      }
      underWay.add(who);
      // A blank sets address and zone apart in what keys are made of.
      const source = sourceOf(address.replaceAll(' ', '%20'), timeZone, 'chat');
      return use(parts, community, source, name).finally(() => underWay.delete(who));
    },

    status: async (community) => {
      const choice = await communities.choiceOf(community);
      return keeper.status((choice?.source ?? defaultSource).key);
    },
  };
}

async function use(
  { keeper, communities, knownSources, defaultSource, clock }: SourcesParts,
  community: CommunityRef,
  source: Source,
  name: string | undefined,
): Promise<Use> {
  const { key } = source;
  const room = key === defaultSource.key ? 'free' : await knownSources.makeRoom(community, key);
  switch (room) {
    case 'communityFull':
      return refused({ kind: 'communityFull', facts: [MOST_OF_COMMUNITY] });
    case 'full':
      return refused({ kind: 'full', facts: [MOST_SOURCES] });
    case 'free':
  }
  try {
    const { conference } = await keeper.open(source);
    const own = name === undefined ? {} : { name };
    await communities.choose(community, { source, ...own, chosenAt: clock.now() });
    return { kind: 'taken', conference: name ? { ...conference, title: name } : conference };
  } catch (error) {
    if (!(error instanceof ScheduleFormatError)) throw error;
    return { kind: 'refused', reason: error };
  }
}

function refused(refusal: Refusal): Use {
  return { kind: 'refused', reason: { refusal, path: '' } };
}
