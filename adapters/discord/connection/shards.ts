import { type IShardingStrategy, SimpleShardingStrategy, type WebSocketOptions } from 'discord.js';
import { within } from '../../../src/clock/deadline.ts';
import { pauseMs } from '../../../src/clock/retry.ts';
import { systemClock } from '../../../src/clock.ts';
import { RECONNECTING } from '../../../src/platform/platform.ts';

type Shard = ReturnType<typeof shardsOf>[number];

export interface Trying {
  /** No connection is made once it aborts, and none that is on its way comes about. */
  readonly signal: AbortSignal;
  /** Hears why a connection could not be made, or broke. */
  readonly onFailure: (error: Error, shard: number) => void;
}

/**
 * How discord.js keeps its shards connected, but for what it leaves out (@discordjs/ws 1.2): a
 * handshake that is answered with anything but a connection ends the start, and with it the process;
 * tries follow one another twice a second; and what is being connected while all ends goes on and
 * resumes its session. The parts concerned are private to it, so its version is pinned by tests.
 */
export function retryingShards(trying: Trying): NonNullable<WebSocketOptions['buildStrategy']> {
  return (manager): IShardingStrategy => {
    const strategy = new SimpleShardingStrategy(manager);
    return {
      async spawn(ids) {
        await strategy.spawn(ids);
        for (const shard of shardsOf(strategy)) retryCalmly(shard, trying);
      },
      connect: () => strategy.connect(),
      async destroy(options) {
        const shards = shardsOf(strategy);
        const closed = strategy.destroy(options);
        await within(systemClock, CLOSED_WITHIN_MS, closed);
        shards.forEach(cutOff);
        await closed;
      },
      send: (...payload) => strategy.send(...payload),
      fetchStatus: () => strategy.fetchStatus(),
    };
  };
}

/** A gateway that does not answer a goodbye is left without one. */
const CLOSED_WITHIN_MS = 1_000;

/** Where a session cannot be resumed after so many tries, a new one is begun. */
const RESUMED_WITHIN_TRIES = 5;

function retryCalmly(shard: Shard, { signal, onFailure }: Trying): void {
  let failures = 0;
  const connected = () => {
    failures = 0;
  };
  shard.on('ready', connected).on('resumed', connected);
  // An error that it emits counts as the failure of whatever it waits for; the close that follows is enough.
  shard['onError'] = (error: Error) => {
    if (signal.aborted) return;
    shard['failedToConnectDueToNetworkError'] = failures > RESUMED_WITHIN_TRIES;
    onFailure(error, shard.id);
  };
  const dial = shard['internalConnect'].bind(shard);
  shard['internalConnect'] = async () => {
    if (failures > 0) await systemClock.sleep(pauseMs(RECONNECTING, failures - 1), signal);
    failures += 1;
    if (!signal.aborted) await dial();
  };
}

/** Also what is not connected yet: ws tells whoever ends that of an error, which nobody would hear. */
function cutOff(shard: Shard): void {
  const connection = shard['connection'];
  if (connection === null) return;
  connection.onerror = () => {};
  connection.terminate();
}

function shardsOf(strategy: SimpleShardingStrategy) {
  return [...strategy['shards'].values()];
}
