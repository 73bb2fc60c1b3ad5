import type { Log } from '../log.ts';
import type { KnownSources } from '../programme/knownSources.ts';
import type { Keeper } from '../schedule/keeping/keeper.ts';
import type { ConferenceKey, Source } from '../schedule/source.ts';
import { shownSource } from '../schedule/sources/shownSource.ts';

export interface ChosenParts {
  readonly keeper: Pick<Keeper, 'get' | 'load' | 'open' | 'keepOnly'>;
  readonly knownSources: Pick<KnownSources, 'find' | 'inUse'>;
  /** For communities that chose none. */
  readonly defaultSource: Source;
  readonly log: Log;
}

/** The conferences that somebody uses, which are there once they were opened. */
export interface Chosen {
  /**
   * All of them, and no other; what cannot be opened is logged. Waits for what was read before, and
   * for no source that is asked for the first time.
   */
  openAll(): Promise<void>;
  /** That one, where its source is known. Throws what the keeper throws. */
  open(key: ConferenceKey): Promise<void>;
}

export function createChosen({ keeper, knownSources, defaultSource, log }: ChosenParts): Chosen {
  /** Those that are asked for the first time. */
  const asked = new Set<ConferenceKey>();
  const askFirst = async (source: Source) => {
    if (asked.has(source.key)) return;
    asked.add(source.key);
    try {
      await keeper.open(source);
    } catch (error) {
      tell(source, error);
    } finally {
      asked.delete(source.key);
    }
  };
  const tell = (source: Source, error: unknown) =>
    log.warn({ err: error, source: shownSource(source.address) }, 'A schedule could not be opened');
  return {
    openAll: async () => {
      const used = await knownSources.inUse();
      keeper.keepOnly(new Set([defaultSource, ...used].map(({ key }) => key)));
      const closed = used.filter(({ key }) => keeper.get(key) === undefined);
      const opened = closed.map(async (source) => {
        try {
          if ((await keeper.load(source)) === undefined) void askFirst(source);
        } catch (error) {
          tell(source, error);
        }
      });
      await Promise.all(opened);
    },
    open: async (key) => {
      if (keeper.get(key) !== undefined) return;
      const source = await knownSources.find(key);
      if (source !== undefined) await keeper.open(source);
    },
  };
}
