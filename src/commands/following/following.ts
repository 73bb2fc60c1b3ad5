import { type Follow, MOST_FOLLOWS } from '../../agenda/following/follow.ts';
import type { Followed, Following } from '../../agenda/following/following.ts';
import { followName } from '../../agenda/following/followWords.ts';
import type { Deed } from '../../cards/action.ts';
import type { Card } from '../../cards/cards.ts';
import { paragraph } from '../../cards/cards.ts';
import { confirmationCard, problemCard } from '../../cards/problem.ts';
import { shortRef } from '../../cards/reference.ts';
import type { View } from '../../cards/view.ts';
import type { CommandSpec } from '../../platform/commandSpec.ts';
import { inPlace, privately, refused } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import { type FollowSubject, subjectKey } from '../../programme/following.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { visitOf } from '../mytalks/mytalks.ts';
import { unreached } from '../mytalks/reach.ts';
import { followButtons, followsCard, followTalkCard, rowsOf } from './cards.ts';
import { namedBy, subjectByRef, subjectsOf } from './subjects.ts';

export interface FollowingParts {
  readonly following: Following;
  draw(view: View, context: Context): Promise<Card>;
}

export const followSpec: CommandSpec = {
  name: 'follow',
  access: 'everyone',
  options: [{ name: 'what', kind: 'follow', required: false, rest: true }],
  subcommands: [],
};

/** `/follow what`; without words, what one follows. */
export function createFollowCommand(parts: FollowingParts): Command {
  return {
    spec: followSpec,
    async run({ args }, readContext) {
      const context = await readContext();
      const text = args['what']?.trim() ?? '';
      if (text !== '') return followWhat(parts, text, context);
      return privately(await drawFollows(parts, { kind: 'follows', page: 1 }, context));
    },
  };
}

export type FollowView = Extract<View, { readonly kind: 'follows' | 'follow' }>;

export async function drawFollows(
  { following }: Pick<FollowingParts, 'following'>,
  view: FollowView,
  context: Context,
): Promise<Card> {
  const { messages, programme } = context;
  const follows = await following.of(context.member, programme);
  if (view.kind === 'follows') return followsCard(follows, view.page, context);
  const talk = programme.talkByRef(view.talk);
  if (talk === undefined) return problemCard(messages, messages.errors.noSuchTalk);
  return followTalkCard(talk, subjectsOf(talk, programme.conference), follows, context);
}

/** Longer words are no topic, and no button holds them. */
const LONGEST_WORDS = 60;

/** Follows what the text names, as the talk search reads names and filters. */
export async function followWhat(
  parts: FollowingParts,
  text: string,
  context: Context,
): Promise<CardReply> {
  const { messages } = context;
  const { following: words } = messages;
  const named = namedBy(text, context);
  switch (named.kind) {
    case 'nothing':
      return refused(messages, words.nothingMeant(text));
    case 'several': {
      const buttons = followButtons(named.subjects, [], undefined, context);
      const card = confirmationCard(words.title, words.which(text));
      return privately({ ...card, blocks: [...card.blocks, ...rowsOf(buttons)] });
    }
    case 'one':
      return (await follow(parts, named.subject, context, named.others)).reply;
  }
}

/** Follows no more what the text names. */
export async function unfollowWhat(
  parts: FollowingParts,
  text: string,
  context: Context,
): Promise<CardReply> {
  const { programme } = context;
  const named = namedBy(text, context);
  const subjects =
    named.kind === 'one'
      ? [named.subject, ...named.others]
      : named.kind === 'several'
        ? named.subjects
        : [];
  const keys = subjects.map(subjectKey);
  const follows = await parts.following.of(context.member, programme);
  const known = follows.find(({ key }) => keys.includes(key));
  return unfollow(parts, known, context);
}

async function unfollow(
  parts: FollowingParts,
  known: Follow | undefined,
  context: Context,
): Promise<CardReply> {
  const { following: words } = context.messages;
  if (known === undefined) return privately(confirmationCard(words.title, words.notFollowed));
  await parts.following.unfollow(visitOf(context.caller, context.programme.key), known.key);
  const sentence = words.unfollowed(followName(known.subject, context));
  return privately(confirmationCard(words.title, sentence));
}

interface Outcome {
  readonly reply: CardReply;
  /** Whether it is followed now, and messages of it will come. */
  readonly isDone: boolean;
}

async function follow(
  parts: FollowingParts,
  subject: FollowSubject,
  context: Context,
  others: readonly FollowSubject[] = [],
): Promise<Outcome> {
  const { messages, programme } = context;
  const { following: words } = messages;
  const hindrance = subject.kind === 'words' ? hindranceTo(subject.name, context) : undefined;
  if (hindrance !== undefined) return { reply: refused(messages, hindrance), isDone: false };
  const visit = visitOf(context.caller, programme.key);
  const followed = await parts.following.follow(visit, subject, programme);
  if (followed.kind === 'tooMany') {
    return { reply: refused(messages, words.tooMany(MOST_FOLLOWS)), isDone: false };
  }
  const sentence = followedWords(subject, followed, context);
  if (followed.directMessages === 'closed')
    return { reply: unreached([sentence], context), isDone: false };
  const key = subjectKey(subject);
  const offered = [
    ...followButtons([subject], [{ key, subject, followedAt: 0 }], undefined, context),
    ...followButtons(others, [], undefined, context),
  ];
  const card = confirmationCard(words.title, sentence);
  const otherwise = others.length === 0 ? [] : [paragraph(words.otherwise)];
  const reply = privately({ ...card, blocks: [...card.blocks, ...otherwise, ...rowsOf(offered)] });
  return { reply, isDone: true };
}

/** Why words cannot be followed. */
function hindranceTo(text: string, { messages }: Context): string | undefined {
  const { nothingMeant, tooLong } = messages.following;
  if (text.length > LONGEST_WORDS) return tooLong(LONGEST_WORDS);
  return /[\p{L}\p{N}]/u.test(text) ? undefined : nothingMeant(text);
}

function followedWords(
  subject: FollowSubject,
  followed: Exclude<Followed, { readonly kind: 'tooMany' }>,
  context: Context,
): string {
  const { agenda, following: words } = context.messages;
  const { kind, talks, directMessages, leadMinutes, volume } = followed;
  const name = followName(subject, context);
  const done = kind === 'already' ? words.already(name) : words.followed(name, talks);
  if (directMessages === 'closed' || kind === 'already') return done;
  return `${done} ${volume === 'full' ? agenda.reminders(leadMinutes) : agenda.volume[volume]}`;
}

export type FollowDeed = Extract<Deed, { readonly kind: 'follow' | 'unfollow' }>;

/** Does what buttons change about what the caller follows. */
export async function performFollow(
  parts: FollowingParts,
  deed: FollowDeed,
  context: Context,
): Promise<CardReply> {
  const { messages, programme } = context;
  const { following: words } = messages;
  if (deed.kind === 'follow') {
    const subject = subjectByRef(deed.what, deed.of, programme.conference);
    if (subject === undefined) return refused(messages, words.gone);
    const { reply, isDone } = await follow(parts, subject, context);
    return deed.view === undefined || !isDone
      ? reply
      : inPlace(await parts.draw(deed.view, context));
  }
  const follows = await parts.following.of(context.member, programme);
  const known = follows.find(({ key }) => shortRef(key) === deed.follow);
  const reply = await unfollow(parts, known, context);
  return deed.view === undefined ? reply : inPlace(await parts.draw(deed.view, context));
}
