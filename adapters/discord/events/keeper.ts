import { type Client, DiscordAPIError, Events, type Guild, RESTJSONErrorCodes } from 'discord.js';
import { type Clock, systemClock } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import { messagesFor } from '../../../src/messages/catalogue.ts';
import type { Programmes } from '../../../src/programme.ts';
import { PLATFORM } from '../identity.ts';
import { createCalendar } from './calendar.ts';
import { readMark, type Scope } from './mark.ts';
import { type Step, stepsAway, stepsTowards, talksToCome } from './plan.ts';

/** Keeps the events of servers that want them in step with the schedule. */
export interface EventKeeper {
  /** Begins, or goes on with another choice of talks; the work is done in the background. */
  turnOn(guildId: string, scope: Scope): void;
  /** Removes all events that are Hallway's. */
  turnOff(guildId: string): void;
  isOn(guildId: string): boolean;
  /** Compares all servers' events with the schedule. */
  keepAll(): Promise<void>;
  /** Does so each minute, for ever. */
  run(): Promise<void>;
}

export interface EventKeeperParts {
  readonly client: Client;
  readonly programmes: Programmes;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends everything. */
  readonly signal: AbortSignal;
}

const EACH_MS = 60_000;

/** Which servers have events is read from the events themselves: nothing else is kept. */
export function createEventKeeper({
  client,
  programmes,
  clock,
  log,
  signal,
}: EventKeeperParts): EventKeeper {
  const scopes = new Map<string, Scope>();
  /** What was last brought about, so that Discord is asked only when something changed. */
  const done = new Map<string, string>();
  const busy = new Map<string, Promise<void>>();
  client.on(Events.GuildCreate, notice);
  client.on(Events.ClientReady, ({ guilds }) => guilds.cache.forEach(notice));

  return {
    turnOn: (guildId, scope) => {
      scopes.set(guildId, scope);
      done.delete(guildId);
      void after(guildId, () => keep(guildId));
    },
    turnOff: (guildId) => {
      scopes.delete(guildId);
      done.delete(guildId);
      void after(guildId, () => work(guildId, stepsAway));
    },
    isOn: (guildId) => scopes.has(guildId),
    keepAll,
    run: async () => {
      while (!signal.aborted) {
        await keepAll();
        await systemClock.sleep(EACH_MS, signal);
      }
    },
  };

  /** Servers come with their events. */
  function notice(guild: Guild): void {
    for (const event of guild.scheduledEvents.cache.values()) {
      const mark = event.creatorId === client.user?.id ? readMark(event.description) : undefined;
      if (mark !== undefined && !scopes.has(guild.id)) scopes.set(guild.id, mark.scope);
    }
  }

  async function keepAll(): Promise<void> {
    await Promise.all([...scopes.keys()].map((guildId) => after(guildId, () => keep(guildId))));
  }

  /** One thing at a time in one server; what fails is tried again at the next minute. */
  function after(guildId: string, act: () => Promise<void>): Promise<void> {
    const next = (busy.get(guildId) ?? Promise.resolve()).then(act).catch((error: unknown) => {
      if (signal.aborted) return;
      done.delete(guildId);
      if (isForbidden(error)) scopes.delete(guildId);
      log.warn({ err: error, guild: guildId }, 'Events could not be kept in step');
    });
    busy.set(guildId, next);
    return next;
  }

  async function keep(guildId: string): Promise<void> {
    const scope = scopes.get(guildId);
    if (scope === undefined) return;
    const programme = await programmes.of({ platform: PLATFORM, id: guildId });
    const now = clock.now();
    const talks = talksToCome(programme, scope, now);
    const state = JSON.stringify([programme.key, scope, talks]);
    if (done.get(guildId) === state) return;
    const messages = messagesFor(client.guilds.cache.get(guildId)?.preferredLocale ?? 'en');
    await work(guildId, (present) => stepsTowards({ programme, scope, now, messages }, present));
    done.set(guildId, state);
  }

  async function work(
    guildId: string,
    plan: (present: Parameters<typeof stepsAway>[0]) => readonly Step[],
  ): Promise<void> {
    if (!client.isReady()) return;
    const calendar = createCalendar(client.rest, guildId, client.user.id);
    for (const step of plan(await calendar.read())) {
      if (signal.aborted) return;
      await calendar.take(step).catch((error: unknown) => {
        if (!isGone(error)) throw error;
      });
    }
  }
}

/** Somebody else removed the event meanwhile. */
function isGone(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownGuildScheduledEvent
  );
}

function isForbidden(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError &&
    (error.code === RESTJSONErrorCodes.MissingPermissions ||
      error.code === RESTJSONErrorCodes.MissingAccess)
  );
}
