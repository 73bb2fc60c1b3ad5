import {
  type APIGuildScheduledEvent,
  GuildScheduledEventEntityType as Entity,
  GatewayDispatchEvents as Event,
  GatewayIntentBits as Intent,
  GuildScheduledEventStatus as Status,
} from 'discord-api-types/v10';
import { guildAllowing, joinedGuild } from '../access.ts';
import { ApiError, invalidForm, unknownEvent } from '../api-error.ts';
import { type Call, type Context, type Outcome, param, type Route } from '../context.ts';
import { type Json, numberOf, objectOf, textOf } from '../json.ts';
import { presentUser } from '../present.ts';
import { checkEvent, checkTransition } from '../rules/events.ts';

const EVENTS = '/guilds/{guild_id}/scheduled-events';
const EVENT = `${EVENTS}/{guild_scheduled_event_id}`;
const MAX_EVENTS = 100;

export const eventRoutes: readonly Route[] = [
  { method: 'GET', template: EVENTS, handle: listEvents },
  { method: 'POST', template: EVENTS, handle: createEvent },
  { method: 'GET', template: EVENT, handle: getEvent },
  { method: 'PATCH', template: EVENT, handle: editEvent },
  { method: 'DELETE', template: EVENT, handle: deleteEvent },
];

function eventsOf(context: Context, guildId: string): readonly APIGuildScheduledEvent[] {
  return [...context.world.events.values()].filter((each) => each.guild_id === guildId);
}

function isOpen({ status }: APIGuildScheduledEvent): boolean {
  return status === Status.Scheduled || status === Status.Active;
}

function listEvents(context: Context, call: Call): Outcome {
  const guild = joinedGuild(context, param(call, 'guild_id'));
  return { status: 200, body: eventsOf(context, guild.id).filter(isOpen) };
}

function found(context: Context, call: Call): APIGuildScheduledEvent {
  joinedGuild(context, param(call, 'guild_id'));
  const event = context.world.events.get(param(call, 'guild_scheduled_event_id'));
  if (event === undefined || event.guild_id !== call.params['guild_id']) throw unknownEvent();
  return event;
}

function getEvent(context: Context, call: Call): Outcome {
  return { status: 200, body: found(context, call) };
}

function createEvent(context: Context, call: Call): Outcome {
  const guild = guildAllowing(context, param(call, 'guild_id'), 'CreateEvents');
  const body = objectOf(call.body);
  const complaints = checkEvent(body, body, context.settings.now());
  if (complaints.length > 0) throw invalidForm(complaints);
  if (eventsOf(context, guild.id).filter(isOpen).length >= MAX_EVENTS) {
    throw new ApiError(
      400,
      30038,
      `Maximum number of uncompleted guild scheduled events reached (${MAX_EVENTS})`,
    );
  }
  const event = toEvent(context, guild.id, context.world.mint(), body, Status.Scheduled);
  return store(context, event, Event.GuildScheduledEventCreate);
}

function editEvent(context: Context, call: Call): Outcome {
  const event = found(context, call);
  guildAllowing(context, event.guild_id, 'CreateEvents');
  const edit = objectOf(call.body);
  const whole: Json = { ...event, ...edit };
  const complaints = [
    ...checkEvent(whole, edit, context.settings.now()),
    ...checkTransition(event.status, edit['status']),
  ];
  if (complaints.length > 0) throw invalidForm(complaints);
  const status = numberOf(edit['status'], event.status);
  const edited = toEvent(context, event.guild_id, event.id, whole, status);
  return store(context, edited, Event.GuildScheduledEventUpdate);
}

function deleteEvent(context: Context, call: Call): Outcome {
  const event = found(context, call);
  guildAllowing(context, event.guild_id, 'CreateEvents');
  context.world.events.delete(event.id);
  context.gateway.dispatch(Event.GuildScheduledEventDelete, event, scope(event));
  return { status: 204 };
}

function store(
  context: Context,
  event: APIGuildScheduledEvent,
  dispatched: Event.GuildScheduledEventCreate | Event.GuildScheduledEventUpdate,
): Outcome {
  context.world.events.set(event.id, event);
  context.gateway.dispatch(dispatched, event, scope(event));
  return { status: 200, body: event };
}

function scope(event: APIGuildScheduledEvent) {
  return { guildId: event.guild_id, intent: Intent.GuildScheduledEvents };
}

function toEvent(
  { world }: Context,
  guildId: string,
  id: string,
  body: Json,
  status: number,
): APIGuildScheduledEvent {
  const instant = (field: string) =>
    body[field] == null ? null : new Date(textOf(body[field])).toISOString();
  return {
    id,
    guild_id: guildId,
    name: textOf(body['name']),
    description: body['description'] ?? null,
    channel_id: body['channel_id'] ?? null,
    creator_id: world.bot.id,
    creator: presentUser(world.bot),
    image: null,
    scheduled_start_time: instant('scheduled_start_time'),
    scheduled_end_time: instant('scheduled_end_time'),
    privacy_level: 2,
    status,
    entity_type: numberOf(body['entity_type'], Entity.External),
    entity_id: null,
    entity_metadata: body['entity_metadata'] ?? null,
    recurrence_rule: null,
    guild_scheduled_event_exceptions: [],
    user_count: 0,
  } as unknown as APIGuildScheduledEvent;
}
