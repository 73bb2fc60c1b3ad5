import type { APIGuildScheduledEvent } from 'discord-api-types/v10';
import { fromText, toText } from '../memory.ts';
import type { Context } from './context.ts';
import type { Interaction } from './interactions.ts';
import type { Json } from './json.ts';
import {
  type Channel,
  createWorld,
  type Guild,
  type StoredMessage,
  type User,
  type World,
} from './world.ts';

/** All of a Discord that outlives the program: who is where, what was said, what stands open. */
interface Memory {
  readonly bot: User;
  readonly people: readonly User[];
  readonly guilds: readonly Guild[];
  readonly channels: readonly Channel[];
  readonly messages: readonly StoredMessage[];
  readonly events: readonly APIGuildScheduledEvent[];
  readonly modals: readonly KeptModal[];
}

/** A form before somebody that was not sent yet. */
interface KeptModal {
  readonly openedBy: string;
  readonly user: string;
  readonly channel: string;
  readonly guild?: string;
  /** The message whose button opened it. */
  readonly source?: string;
  readonly modal: Json;
}

/** Everything but what only a running program knows: sessions, interactions under way, nonces. */
export function remember({ world, interactions }: Context): string {
  const memory: Memory = {
    bot: world.bot,
    people: [...world.people.values()],
    guilds: [...world.guilds.values()],
    channels: [...world.channels.values()],
    messages: [...world.messages.values()],
    events: [...world.events.values()],
    modals: interactions.open().map(keepModal),
  };
  return toText(memory);
}

function keepModal({ id, user, channel, guild, source, modal = {} }: Interaction): KeptModal {
  return {
    openedBy: id,
    user: user.id,
    channel: channel.id,
    ...(guild === undefined ? {} : { guild: guild.id }),
    ...(source === undefined ? {} : { source: source.api.id }),
    modal,
  };
}

/** The world of a memory; what is minted there is newer than all of it. */
export function recallWorld(text: string, mint: () => string): World {
  const { bot, people, guilds, channels, messages, events } = read(text);
  const world = createWorld([], mint, bot);
  for (const user of people) {
    world.users.set(user.id, user);
    world.people.set(user.name, user);
  }
  for (const guild of guilds) world.guilds.set(guild.id, guild);
  for (const channel of channels) {
    world.channels.set(channel.id, channel);
    if (channel.kind === 'dm') world.dms.set(channel.userId, channel);
  }
  for (const message of messages) world.messages.set(message.api.id, message);
  for (const event of events) world.events.set(event.id, event);
  return world;
}

/** The forms that stand open, so that they can be sent. */
export function recallModals(text: string, { world, interactions }: Context): void {
  for (const { openedBy, user, channel, guild, source, modal } of read(text).modals) {
    const who = world.users.get(user);
    const where = world.channels.get(channel);
    const message = source === undefined ? undefined : world.messages.get(source);
    if (who === undefined || where === undefined) continue;
    const opener = {
      id: openedBy,
      user: who,
      channel: where,
      guild: world.guilds.get(guild ?? ''),
    };
    interactions.reopen({
      ...opener,
      ...(message === undefined ? {} : { source: message }),
      modal,
    });
  }
}

/** Has the messages that were remembered say what they said then; newer ones stay. */
export function rewinding(text: string, { world }: Context): () => void {
  const { messages } = read(text);
  return () => {
    for (const kept of messages) {
      const present = world.messages.get(kept.api.id);
      if (present === undefined) world.messages.set(kept.api.id, { ...kept });
      else Object.assign(present, kept);
    }
  };
}

function read(text: string): Memory {
  // Written by `remember` above.
  return fromText(text) as Memory;
}
