import { Events, type Guild } from 'discord.js';
import { MINUTE_MS, systemClock } from '../../../src/clock.ts';
import { readMark, type Scope } from './mark.ts';
import { createServerEvents, type EventParts, type ServerEvents } from './server.ts';

/** Keeps the events of servers that want them in step with the schedule. */
export interface EventKeeper {
  /** Begins, or goes on with another choice of talks; the work is done in the background. */
  turnOn(guildId: string, scope: Scope): void;
  /** Removes all events that are Hallway's. */
  turnOff(guildId: string): void;
  /** The server removed Hallway. */
  drop(guildId: string): void;
  /** Compares all servers' events with the schedule, each for itself. */
  keep(): void;
  /** Does so each minute and for ever. */
  run(): Promise<void>;
}

const EACH_MS = MINUTE_MS;

/** Which servers have events is read from the events themselves: nothing else is kept. */
export function createEventKeeper(parts: EventParts): EventKeeper {
  const { client, signal } = parts;
  /** Those that ever wanted events, until they remove Hallway. */
  const servers = new Map<string, ServerEvents>();
  client.on(Events.GuildCreate, notice);
  client.on(Events.GuildAvailable, notice);

  return {
    turnOn: want,
    turnOff: (guildId) => want(guildId, 'none'),
    drop: (guildId) => void servers.delete(guildId),
    keep: keepAll,
    run: async () => {
      while (!signal.aborted) {
        keepAll();
        await systemClock.sleep(EACH_MS, signal);
      }
    },
  };

  function keepAll(): void {
    for (const server of servers.values()) void server.keep();
  }

  function want(guildId: string, wanted: Scope | 'none'): void {
    const server = serverOf(guildId);
    server.want(wanted);
    void server.keep();
  }

  /** Servers come with their events, some of them late. */
  function notice(guild: Guild): void {
    if (servers.has(guild.id)) return;
    for (const { creatorId, description } of guild.scheduledEvents.cache.values()) {
      const mark = creatorId === client.user?.id ? readMark(description) : undefined;
      if (mark !== undefined) want(guild.id, mark.scope);
    }
  }

  function serverOf(guildId: string): ServerEvents {
    const server = servers.get(guildId) ?? createServerEvents(parts, guildId);
    servers.set(guildId, server);
    return server;
  }
}
