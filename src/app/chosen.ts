import type { Log } from '../log.ts';
import type { Communities } from '../programme/communities.ts';
import type { Keeper } from '../schedule/keeper.ts';
import type { ConferenceKey, Source } from '../schedule/source.ts';

export interface ChosenParts {
  readonly keeper: Pick<Keeper, 'get' | 'open'>;
  readonly communities: Pick<Communities, 'choices'>;
  readonly log: Log;
}

/** The conferences that communities chose, which are there once somebody opened them. */
export interface Chosen {
  /** All of them; what cannot be opened is logged. */
  openAll(): Promise<void>;
  /** That one, where a community chose it. Throws what the keeper throws. */
  open(key: ConferenceKey): Promise<void>;
}

export function createChosen({ keeper, communities, log }: ChosenParts): Chosen {
  const missing = async (): Promise<ReadonlyMap<ConferenceKey, Source>> => {
    const sources = (await communities.choices()).map(({ source }) => source);
    const closed = sources.filter(({ key }) => keeper.get(key) === undefined);
    return new Map(closed.map((source) => [source.key, source]));
  };
  return {
    openAll: async () => {
      for (const source of (await missing()).values()) {
        await keeper.open(source).catch((error: unknown) => {
          log.warn({ err: error, source: source.address }, 'A schedule could not be opened');
        });
      }
    },
    open: async (key) => {
      if (keeper.get(key) !== undefined) return;
      const source = (await missing()).get(key);
      if (source !== undefined) await keeper.open(source);
    },
  };
}
