import { type Client, DiscordAPIError, type REST, RESTJSONErrorCodes, Routes } from 'discord.js';
import { z } from 'zod';
import type { Clock } from '../../../src/clock.ts';
import type { Log } from '../../../src/log.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Programmes } from '../../../src/programme/programme.ts';
import { PLATFORM } from '../rendering/identity.ts';
import type { Scope } from './mark.ts';
import { type PresentEvent, type Step, stepsAway, stepsTowards, talksToCome } from './plan.ts';

export interface EventParts {
  readonly client: Client;
  readonly programmes: Pick<Programmes, 'all'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Ends everything. */
  readonly signal: AbortSignal;
}

/** The events of one server. */
export interface ServerEvents {
  /** From here on: events of those talks, or none at all; anything else that is under way ends. */
  want(wanted: Scope | 'none'): void;
  /**
   * Brings about what is wanted, if that is not done; what fails is left to the next time. Asked
   * while it is at work, it looks once more when it has ended.
   */
  keep(): Promise<void>;
}

export function createServerEvents(parts: EventParts, guildId: string): ServerEvents {
  const { client, programmes, clock, log, signal } = parts;
  let wanted: Scope | 'none' | 'given up' = 'given up';
  /** What was last brought about, so that Discord is asked only when something changed. */
  let done: string | undefined;
  let atWork: Promise<void> | undefined;
  let isAskedFor = false;

  return {
    want(scope) {
      wanted = scope;
      done = undefined;
    },
    keep() {
      isAskedFor = true;
      atWork ??= work().finally(() => {
        atWork = undefined;
      });
      return atWork;
    },
  };

  async function work(): Promise<void> {
    while (isAskedFor && !signal.aborted) {
      isAskedFor = false;
      await bringAbout().catch((error: unknown) => {
        if (signal.aborted) return;
        if (isForbidden(error)) wanted = 'given up';
        log.warn({ err: error, guild: guildId }, 'Events could not be kept in step');
      });
    }
  }

  async function bringAbout(): Promise<void> {
    const aim = wanted;
    if (aim === 'given up') return;
    const { state, plan } = aim === 'none' ? NONE : await towards(aim);
    if (done === state || !client.isReady()) return;
    const calendar = createCalendar(client.rest, guildId, client.user.id);
    for (const step of plan(await calendar.read())) {
      if (signal.aborted || wanted !== aim) return;
      await calendar.take(step).catch((error: unknown) => {
        if (!isGone(error)) throw error;
      });
    }
    if (wanted === aim) done = state;
  }

  async function towards(scope: Scope): Promise<Aim> {
    const all = await programmes.all({ platform: PLATFORM, id: guildId });
    const now = clock.now();
    const talks = all.map((one) => [one.key, talksToCome(one, scope, now)]);
    const messages = messagesFor(client.guilds.cache.get(guildId)?.preferredLocale ?? 'en');
    return {
      state: JSON.stringify([scope, talks]),
      plan: (present) => stepsTowards({ programmes: all, scope, now, messages }, present),
    };
  }
}

interface Aim {
  readonly state: string;
  plan(present: Parameters<typeof stepsAway>[0]): readonly Step[];
}

const NONE: Aim = { state: 'none', plan: stepsAway };

/** Somebody else removed the event meanwhile. */
function isGone(error: unknown): boolean {
  return (
    error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.UnknownGuildScheduledEvent
  );
}

const FORBIDDEN: readonly unknown[] = [
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
  RESTJSONErrorCodes.UnknownGuild,
];

function isForbidden(error: unknown): boolean {
  return error instanceof DiscordAPIError && FORBIDDEN.includes(error.code);
}

const eventsSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    description: z.string().nullish(),
    scheduled_start_time: z.string(),
    scheduled_end_time: z.string().nullish(),
    entity_metadata: z.object({ location: z.string().optional() }).nullish(),
    status: z.number(),
    creator_id: z.string().nullish(),
  }),
);

/** The events of one server. */
export interface Calendar {
  /** Scheduled and active ones, by whomever. */
  read(): Promise<readonly PresentEvent[]>;
  take(step: Step): Promise<void>;
}

/** A server's events over Discord's HTTP interface; `rest` waits where Discord asks to slow down. */
export function createCalendar(rest: REST, guildId: string, botId: string): Calendar {
  return {
    read: async () => {
      const events = eventsSchema.parse(await rest.get(Routes.guildScheduledEvents(guildId)));
      // A description can be copied; only what the bot made itself is its to change.
      return events.map((event) =>
        event.creator_id === botId ? event : { ...event, description: null },
      );
    },
    take: async (step) => {
      switch (step.kind) {
        case 'create':
          await rest.post(Routes.guildScheduledEvents(guildId), { body: step.body });
          return;
        case 'edit':
          await rest.patch(Routes.guildScheduledEvent(guildId, step.id), { body: step.body });
          return;
        case 'remove':
          await rest.delete(Routes.guildScheduledEvent(guildId, step.id));
      }
    },
  };
}
