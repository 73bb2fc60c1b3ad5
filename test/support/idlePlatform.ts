import { type Platform, UNLIMITED } from '../../src/platform/platform.ts';

/** A platform that carries what it is handed and does nothing else, but for what is told of it. */
export function idlePlatform(name: string, rest: Partial<Platform> = {}): Platform {
  return {
    name,
    messenger: {
      lane: () => `${name}:lane`,
      spacing: () => 0,
      send: async ({ attemptKey }) => attemptKey,
      edit: async () => undefined,
      remove: async () => undefined,
      fate: async () => ({ kind: 'resend' }),
      find: async () => ({ messages: new Map(), isWhole: true }),
    },
    channels: {
      inspect: async () => ({ kind: 'missing' }),
      ungranted: async () => [],
      measuredLimit: async () => UNLIMITED,
    },
    start: async () => undefined,
    stop: async () => undefined,
    readiness: () => 'ready',
    ...rest,
  };
}
