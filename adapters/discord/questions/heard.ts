import { cleanContent, type Message } from 'discord.js';
import { DEFAULT_LANGUAGE } from '../../../src/messages/messages.ts';
import type { Caller } from '../../../src/platform/requests.ts';
import { PLATFORM } from '../rendering/identity.ts';

/** What was said to Hallway. */
export type Heard =
  | { readonly kind: 'question'; readonly text: string }
  /** Meant for Hallway, but without its words: its role was mentioned, or nothing was said in letters. */
  | { readonly kind: 'wordless' };

/**
 * What a message says to Hallway: everything in direct messages, elsewhere what mentions it, replies
 * that ping among them. Discord keeps the words of all else from bots without a privileged intent, and
 * Hallway asks for none. `undefined`: not for Hallway, be it of another program, or of Discord itself.
 */
export function heardIn(message: Message): Heard | undefined {
  const { author, client, content, mentions } = message;
  if (author.bot || message.system || message.webhookId !== null) return undefined;
  const isDirect = message.guildId === null;
  const { user } = client;
  if (!(isDirect || mentions.users.has(user.id))) {
    const role = message.guild?.roles.botRoleFor(user);
    return role && mentions.roles.has(role.id) ? { kind: 'wordless' } : undefined;
  }
  if (content === '') return { kind: 'wordless' };
  const words = content.replaceAll(new RegExp(`<@!?${user.id}>`, 'gu'), ' ');
  const text = cleanContent(words, message.channel);
  return { kind: 'question', text: text.replaceAll(/\s+/gu, ' ').trim() };
}

/** Who said it; what a thread holds is said in its channel. */
export function callerOfMessage({ author, guild, channel }: Message): Caller {
  const place = channel.isThread() ? (channel.parentId ?? channel.id) : channel.id;
  return {
    platform: PLATFORM,
    member: author.id,
    // With a message Discord tells nothing of its author's language.
    locale: guild?.preferredLocale ?? DEFAULT_LANGUAGE,
    isLocaleGuessed: true,
    // In words of one's own nothing of an organiser's is done.
    isOrganiser: false,
    channel: place,
    ...(guild === null ? {} : { community: guild.id, communityLocale: guild.preferredLocale }),
  };
}
