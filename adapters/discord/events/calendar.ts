import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { PresentEvent, Step } from './plan.ts';

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
