import type { Clock } from '../../clock.ts';
import type { Communities } from '../../programme/communities.ts';
import { programmeKey } from '../../programme/programme.ts';
import type { Source } from '../../schedule/feed.ts';
import type { Keeper } from '../../schedule/keeper.ts';
import { ScheduleFormatError } from '../../schedule/refusal.ts';
import type { Sources } from './ports.ts';

export interface SourcesParts {
  readonly keeper: Pick<Keeper, 'open' | 'status'>;
  readonly communities: Pick<Communities, 'choose' | 'choiceOf'>;
  /** For communities that chose none. */
  readonly defaultSource: Source;
  readonly clock: Clock;
}

export function createSources(parts: SourcesParts): Sources {
  const { keeper, communities, defaultSource, clock } = parts;
  return {
    use: async (community, address, timeZone) => {
      // The same bytes read in another zone are another conference.
      const key = programmeKey([address, ...(timeZone === undefined ? [] : [timeZone])].join(' '));
      const zone = timeZone === undefined ? {} : { timeZone };
      try {
        const conference = await keeper.open({ key, address, ...zone, trust: 'chat' });
        const choice = { conference: key, source: address, ...zone, chosenAt: clock.now() };
        await communities.choose(community, choice);
        return { kind: 'taken', conference };
      } catch (error) {
        if (!(error instanceof ScheduleFormatError)) throw error;
        return { kind: 'refused', reason: error };
      }
    },

    status: async (community) => {
      const choice = await communities.choiceOf(community);
      return keeper.status(choice?.conference ?? defaultSource.key);
    },
  };
}
