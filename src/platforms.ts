import type { LaneOf } from './announcements/deliveries.ts';
import type { Hallway } from './commands/request.ts';
import { ConfigError } from './errors.ts';
import type { Log } from './log.ts';
import type { ChannelInspector, Messenger, Platform } from './platform.ts';

/** The platforms of this process, and what has become of them. */
export interface Platforms {
  /** By platform, those that have started. */
  readonly messengers: ReadonlyMap<string, Messenger>;
  /** A platform that runs in another process has its lane there; one name will do here. */
  readonly laneOf: LaneOf;
  channelsOf(platform: string): ChannelInspector | undefined;
  /** By platform: whether people can be answered now. */
  readiness(): Readonly<Record<string, boolean>>;
  /** Starts each by itself. Resolves when the first has started; rejects when every one is refused. */
  start(platforms: readonly Platform[], hallway: Hallway, stop: AbortSignal): Promise<void>;
  /** Has each finish what it is doing. */
  stop(): Promise<void>;
}

export function createPlatforms(log: Log): Platforms {
  const present = new Map<string, Platform>();
  const messengers = new Map<string, Messenger>();
  const startOne = async (platform: Platform, hallway: Hallway) => {
    const { name, messenger } = platform;
    try {
      await platform.start(hallway);
      messengers.set(name, messenger);
    } catch (error) {
      if (present.size > 1) log.error({ err: error, platform: name }, 'A platform cannot be used');
      throw error;
    }
  };
  return {
    messengers,
    laneOf: (target) => present.get(target.platform)?.messenger.lane(target) ?? target.platform,
    channelsOf: (name) => present.get(name)?.channels,
    readiness: () =>
      Object.fromEntries([...present].map(([name, platform]) => [name, platform.isReady()])),
    start: async (platforms, hallway, stop) => {
      if (stop.aborted) return;
      for (const platform of platforms) present.set(platform.name, platform);
      try {
        await Promise.any(platforms.map((platform) => startOne(platform, hallway)));
      } catch (error) {
        throw error instanceof AggregateError ? together(error.errors) : error;
      }
    },
    stop: async () => {
      await Promise.all([...present.values()].map((platform) => platform.stop()));
    },
  };
}

/** What a person can mend is told at once; anything else is a bug, and one is enough. */
function together(reasons: readonly unknown[]): unknown {
  const findings = reasons.map((reason) => (reason instanceof ConfigError ? reason.findings : []));
  return (
    reasons.find((reason) => !(reason instanceof ConfigError)) ?? new ConfigError(findings.flat())
  );
}
