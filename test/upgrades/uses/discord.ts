import { type Answer, choiceOf, messageOf } from '../../servers/discord/answer.ts';
import type { Seen } from '../../servers/discord/seen.ts';
import type { Discord } from '../../servers/discord/server.ts';
import type { DiscordUser } from '../../servers/discord/user.ts';
import { comes } from '../story/until.ts';
import { type Change, isDone, refOf } from './change.ts';
import { type KeptAbout, keptAbout } from './keptAbout.ts';
import { calendarTitles, inOrder, type Outcome, shownBy, type Use } from './outcome.ts';

const PLACES = [
  { guild: 'conference', channels: ['general', 'announcements'], reader: 'bob' },
  { guild: 'harbour', channels: ['pier'], reader: 'erin' },
] as const;
const PEOPLE = ['ada', 'bob', 'carol', 'erin', 'grace'];

export interface KeptThere extends Use {
  readonly message: Seen;
  /** Of the menu whose option it is. */
  readonly menu?: string;
}

/** Every button and every choice of every menu that stands in Discord, used by somebody who sees it. */
export function keptOnDiscord(discord: Discord): readonly KeptThere[] {
  const own = PEOPLE.flatMap((by) => {
    const user = discord.user(by);
    const answers = PLACES.flatMap(({ guild, channels }) =>
      channels.flatMap((channel) => user.sees(channel, guild).filter(({ ephemeral }) => ephemeral)),
    );
    return [
      ...answers.flatMap((message) => controlsOf(message, 'answer', by)),
      ...user.dms().flatMap((message) => controlsOf(message, 'direct messages', by)),
    ];
  });
  const shared = PLACES.flatMap(({ channels, reader }) =>
    channels.flatMap((channel) =>
      discord.messages(channel).flatMap((message) => controlsOf(message, 'channel', reader)),
    ),
  );
  return inOrder([...own, ...shared]);
}

function controlsOf(message: Seen, at: Use['at'], by: string): readonly KeptThere[] {
  return [
    ...message.buttons
      .filter(({ customId }) => customId !== '')
      .map(({ customId: id }) => ({ at, by, id, message })),
    ...message.menus.flatMap(({ customId: menu, options }) =>
      options.map(({ value: id }) => ({ at, by, id, message, menu })),
    ),
  ];
}

/** Uses it as it stood, and tells what it shows. */
export async function useOnDiscord(discord: Discord, kept: KeptThere): Promise<Outcome> {
  const { at, by, id, message, menu } = kept;
  const user = discord.user(by);
  const before = listsOf(user);
  discord.rewind();
  const answer =
    menu === undefined ? await user.press(message, id) : await user.select(message, menu, [id]);
  const outcome = { at, by, id, ...(await comesTo(discord, id, answer)) };
  if (!id.endsWith(':sendList')) return outcome;
  return { ...outcome, sent: await comes(() => listsOf(user) > before) };
}

async function comesTo(
  discord: Discord,
  id: string,
  answer: Answer,
): Promise<Omit<Outcome, keyof Use>> {
  if (answer.kind === 'modal') return { shows: [], form: answer.modal.fields[0]?.value ?? '' };
  // A program that takes its time acknowledges first, and answers below.
  const isLate = answer.deferred && answer.kind === 'update' && !id.includes(':turn:');
  const settled = isLate ? await discord.later(answer, 1) : answer;
  const { text, ephemeral, attachments } = settled.followUps.at(-1) ?? messageOf(settled);
  const [file] = attachments;
  const isShared = !ephemeral && id.includes(':share:');
  return {
    shows: shownBy(id, text),
    ...(isShared ? { shared: true } : {}),
    ...(file === undefined ? {} : { file: calendarTitles(await download(file.url)) }),
  };
}

/** Whether that use, as it stood, brings about what it says; the opposite is seen to first. */
export async function changesOnDiscord(
  discord: Discord,
  { by, id, message, menu }: KeptThere,
  change: Change,
): Promise<boolean> {
  const user = discord.user(by);
  const isSo = async () => isDone(change, 'discord', await keptAboutOnDiscord(user));
  if (await isSo()) {
    await undo(user, change);
    if (await isSo()) throw new Error(`${id} has nothing to change for ${by}.`);
  }
  discord.rewind();
  if (menu === undefined) await user.press(message, id);
  else await user.select(message, menu, [id]);
  return isSo();
}

/** By what the program of today offers. */
async function undo(user: DiscordUser, change: Change): Promise<void> {
  if (change.kind === 'muted') {
    const settings = messageOf(await user.slash('mytalks settings'));
    await user.select(settings, ...choiceOf(settings, change.on ? 'Everything' : 'Quiet'));
  } else if (change.kind === 'starred') {
    const card = messageOf(await user.slash('talk', { query: `#${refOf(change.talk)}` }));
    await user.press(card, change.on ? /^★/ : /^☆/);
  }
}

/** What is kept about that person, who asks in a server of theirs. */
export async function keptAboutOnDiscord(user: DiscordUser): Promise<KeptAbout> {
  const { attachments } = messageOf(await user.slash('mytalks export'));
  return keptAbout(await download(attachments[0]?.url ?? ''));
}

/** What was said to them in their direct messages, answers left out. */
function listsOf(user: DiscordUser): number {
  return user.dms().filter(({ ephemeral }) => !ephemeral).length;
}

async function download(url: string): Promise<string> {
  return (await fetch(url)).text();
}
