import type { Announcer } from '../announcements/announcer.ts';
import type { Log } from '../log.ts';
import type { Communities } from '../programme/communities.ts';
import type { Keeper } from '../schedule/keeper.ts';

export interface HeartbeatParts {
  readonly keeper: Pick<Keeper, 'adopt' | 'get' | 'open' | 'refreshDue'>;
  readonly communities: Pick<Communities, 'choices'>;
  readonly announcer: Announcer;
  readonly log: Log;
}

/**
 * One turn of the cron: the conferences as they are now, the tick, and then whatever
 * sources have to say, which the tick does not wait for. Sources that are asked longer
 * than a turn are left to it.
 */
export function createHeartbeat(parts: HeartbeatParts): () => Promise<void> {
  const { keeper, announcer, log } = parts;
  let isAsking = false;
  const ask = async () => {
    if (isAsking) return;
    isAsking = true;
    try {
      await keeper.refreshDue();
    } catch (error) {
      log.error({ err: error }, 'Schedules could not be refreshed');
    } finally {
      isAsking = false;
    }
  };
  return async () => {
    await keeper.adopt();
    await openChosen(parts);
    await announcer.tick();
    void ask();
  };
}

/** Every conference that a community chose is there when the tick plans for it. */
async function openChosen({ keeper, communities, log }: HeartbeatParts): Promise<void> {
  const sources = (await communities.choices()).map(({ source }) => source);
  for (const source of new Map(sources.map((one) => [one.key, one])).values()) {
    if (keeper.get(source.key) !== undefined) continue;
    await keeper.open(source).catch((error: unknown) => {
      log.warn({ err: error, source: source.address }, 'A schedule could not be opened');
    });
  }
}
