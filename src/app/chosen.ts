import type { Log } from '../log.ts';
import type { KnownSources } from '../programme/knownSources.ts';
import type { Keeper } from '../schedule/keeper.ts';
import { shownSource } from '../schedule/shownSource.ts';
import type { ConferenceKey, Source } from '../schedule/source.ts';

export interface ChosenParts {
  readonly keeper: Pick<Keeper, 'get' | 'open' | 'keepOnly'>;
  readonly knownSources: Pick<KnownSources, 'find' | 'inUse'>;
  /** For communities that chose none. */
  readonly defaultSource: Source;
  readonly log: Log;
}

/** The conferences that somebody uses, which are there once they were opened. */
export interface Chosen {
  /** All of them, and no other; what cannot be opened is logged. */
  openAll(): Promise<void>;
  /** That one, where its source is known. Throws what the keeper throws. */
  open(key: ConferenceKey): Promise<void>;
}

export function createChosen({ keeper, knownSources, defaultSource, log }: ChosenParts): Chosen {
  return {
    openAll: async () => {
      const used = await knownSources.inUse();
      keeper.keepOnly(new Set([defaultSource, ...used].map(({ key }) => key)));
      const closed = used.filter(({ key }) => keeper.get(key) === undefined);
      const opened = closed.map((source) =>
        keeper.open(source).catch((error: unknown) => {
          log.warn(
            { err: error, source: shownSource(source.address) },
            'A schedule could not be opened',
          );
        }),
      );
      await Promise.all(opened);
    },
    open: async (key) => {
      if (keeper.get(key) !== undefined) return;
      const source = await knownSources.find(key);
      if (source !== undefined) await keeper.open(source);
    },
  };
}
