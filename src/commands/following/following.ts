import { type Follow, MOST_FOLLOWS } from '../../agenda/following/follow.ts';
import type { Followed, Following } from '../../agenda/following/following.ts';
import { followName } from '../../agenda/following/followWords.ts';
import type { Deed } from '../../cards/actions/action.ts';
import { shortRef } from '../../cards/actions/reference.ts';
import type { Card } from '../../cards/cards.ts';
import { paragraph } from '../../cards/cards.ts';
import { confirmationCard, problemCard } from '../../cards/problem.ts';
import type { View } from '../../cards/view.ts';
import type { CommandSpec } from '../../platform/commandSpec.ts';
import { inPlace, privately, refused } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import { createSameIn, type FollowSubject, subjectKey } from '../../programme/following.ts';
import type { Command } from '../command.ts';
import { type Context, everywhere } from '../context.ts';
import { formerContexts, type OwnListPorts } from '../mytalks/lists.ts';
import { unreached } from '../mytalks/reach.ts';
import { visitOf } from '../mytalks/visit.ts';
import { followButtons, followedCard, followsCard, followTalkCard, rowsOf } from './cards.ts';
import { namedBy, subjectByRef, subjectsOf } from './subjects.ts';

export interface FollowingParts extends Pick<OwnListPorts, 'formerOf'> {
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
    shows: 'own',
    async run({ args }, readContext) {
      const context = await readContext();
      const text = args['what']?.trim() ?? '';
      if (text !== '') return followWhat(parts, text, context);
      return privately(await drawFollows(parts, { kind: 'follows', page: 1 }, context));
    },
  };
}

export type FollowView = Extract<View, { readonly kind: 'follows' | 'followed' | 'follow' }>;

export async function drawFollows(
  parts: Pick<FollowingParts, 'following' | 'formerOf'>,
  view: FollowView,
  context: Context,
): Promise<Card> {
  const { messages, programme } = context;
  const { following } = parts;
  if (view.kind === 'follows') return drawAll(parts, view.page, context);
  if (view.kind === 'followed') {
    const reasons = await following.reasons(context.member, programme);
    return followedCard(view, reasons, context);
  }
  const follows = await following.of(context.member, programme);
  const talk = programme.talkByRef(view.talk);
  if (talk === undefined) return problemCard(messages, messages.errors.noSuchTalk);
  return followTalkCard(talk, subjectsOf(talk, programme.conference), follows, context);
}

/** In all conferences that the community has, or had: those remind, too. */
async function drawAll(
  parts: Pick<FollowingParts, 'following' | 'formerOf'>,
  page: number,
  context: Context,
): Promise<Card> {
  const contexts = [...everywhere(context), ...(await formerContexts(parts, context))];
  const inEach = contexts.map(async (one) => {
    const follows = await parts.following.of(context.member, one.programme);
    return follows.map((follow) => [follow, one] as const);
  });
  const all = new Map((await Promise.all(inEach)).flat());
  return followsCard([...all.keys()], page, context, (follow) => all.get(follow) ?? context);
}

/** What is named, as another conference of the community has it. */
interface Also {
  readonly context: Context;
  readonly subject: FollowSubject;
}

/** What the text is a name of, in the conference that has the name, and the others that have it, too. */
function namedAnywhere(text: string, asked: Context) {
  const [here, ...others] = everywhere(asked).map((context) => ({
    context,
    named: namedBy(text, context),
  }));
  const all = here === undefined ? [] : [here, ...others];
  const isName = ({ named }: (typeof all)[number]) =>
    named.kind === 'several' || (named.kind === 'one' && named.subject.kind !== 'words');
  const best = all.find(isName) ?? here ?? { context: asked, named: namedBy(text, asked) };
  const meant = best.named.kind === 'one' ? best.named.subject : undefined;
  const also = all.flatMap(({ context }): readonly Also[] => {
    if (meant === undefined || context === best.context) return [];
    const subject = createSameIn(context.programme.conference)(meant);
    return subject === undefined ? [] : [{ context, subject }];
  });
  return { ...best, also };
}

/** Longer words are no topic, and no button holds them. */
const LONGEST_WORDS = 60;

/** Follows what the text names, as the talk search reads names and filters. */
export async function followWhat(
  parts: FollowingParts,
  text: string,
  asked: Context,
): Promise<CardReply> {
  const { messages } = asked;
  const { following: words } = messages;
  const { named, context, also } = namedAnywhere(text, asked);
  switch (named.kind) {
    case 'nothing':
      return refused(messages, words.nothingMeant(text));
    case 'several': {
      const buttons = followButtons(named.subjects, [], undefined, context);
      const card = confirmationCard(words.title, words.which(text));
      return privately({ ...card, blocks: [...card.blocks, ...rowsOf(buttons)] });
    }
    case 'one':
      return (await follow(parts, named.subject, context, named.others, also)).reply;
  }
}

/** Follows no more what the text names, in whichever conference. */
export async function unfollowWhat(
  parts: FollowingParts,
  text: string,
  asked: Context,
): Promise<CardReply> {
  const contexts = [...everywhere(asked), ...(await formerContexts(parts, asked))];
  const inEach = contexts.map(async (context) => ({
    context,
    known: await followNamed(parts, text, context),
  }));
  const [first, ...others] = (await Promise.all(inEach)).filter(({ known }) => known !== undefined);
  for (const { context, known } of others) await unfollow(parts, known, context);
  return unfollow(parts, first?.known, first?.context ?? asked);
}

async function followNamed(
  parts: FollowingParts,
  text: string,
  context: Context,
): Promise<Follow | undefined> {
  const named = namedBy(text, context);
  const subjects =
    named.kind === 'one'
      ? [named.subject, ...named.others]
      : named.kind === 'several'
        ? named.subjects
        : [];
  const keys = subjects.map(subjectKey);
  const follows = await parts.following.of(context.member, context.programme);
  return follows.find(({ key }) => keys.includes(key));
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
  also: readonly Also[] = [],
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
  const more = await followIn(also, parts);
  const talks = followed.talks === undefined ? undefined : followed.talks + more;
  const sentence = followedWords(subject, { ...followed, talks }, context);
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

/** How many talks are found there. */
async function followIn(also: readonly Also[], { following }: FollowingParts): Promise<number> {
  let found = 0;
  for (const { context, subject } of also) {
    const { caller, programme } = context;
    const followed = await following.follow(visitOf(caller, programme.key), subject, programme);
    if (followed.kind !== 'tooMany') found += followed.talks ?? 0;
  }
  return found;
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
