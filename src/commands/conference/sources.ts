import type { Clock } from '../../clock.ts';
import type { Communities } from '../../programme/communities.ts';
import type { Keeper } from '../../schedule/keeper.ts';
import { ScheduleFormatError } from '../../schedule/refusal.ts';
import { type Source, sourceOf } from '../../schedule/source.ts';
import type { Version } from '../../schedule/versions.ts';
import type { Sources } from './ports.ts';

export interface SourcesParts {
  readonly keeper: Pick<Keeper, 'status'> & {
    open(source: Source): Promise<Pick<Version, 'conference'>>;
  };
  readonly communities: Pick<Communities, 'choose' | 'choiceOf'>;
  /** For communities that chose none. */
  readonly defaultSource: Source;
  readonly clock: Clock;
}

export function createSources(parts: SourcesParts): Sources {
  const { keeper, communities, defaultSource, clock } = parts;
  return {
    use: async (community, address, timeZone) => {
      const source = sourceOf(address, timeZone, 'chat');
      try {
        const { conference } = await keeper.open(source);
        await communities.choose(community, { source, chosenAt: clock.now() });
        return { kind: 'taken', conference };
      } catch (error) {
        if (!(error instanceof ScheduleFormatError)) throw error;
        return { kind: 'refused', reason: error };
      }
    },

    status: async (community) => {
      const choice = await communities.choiceOf(community);
      return keeper.status((choice?.source ?? defaultSource).key);
    },
  };
}
