import type { Members } from '../../agenda/member.ts';
import type { Known, Speaking } from '../../agenda/speaking.ts';
import { shortRef } from '../../cards/actions/reference.ts';
import type { SpeakerDeed } from '../../cards/actions/speakerDeed.ts';
import type { Card } from '../../cards/cards.ts';
import { confirmationCard, problemCard } from '../../cards/problem.ts';
import type { View } from '../../cards/view.ts';
import type { CommandSpec } from '../../platform/commandSpec.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import { speakerSubject, subjectKey } from '../../programme/following.ts';
import { MOST_OPEN_CLAIMS, type SpeakerSubject } from '../../programme/speakerClaims.ts';
import type { Talk } from '../../schedule/schedule.ts';
import type { Command } from '../command.ts';
import { seekTalk } from '../conference/programme/seekTalk.ts';
import { type Context, everywhere } from '../context.ts';
import { referred } from '../jointly.ts';
import { visitOf } from '../mytalks/visit.ts';
import { seekEverywhere } from '../places.ts';
import { type DecidingPorts, decideClaim } from './deciding.ts';
import { claimsCard, warnings, whichSpeakerCard } from './speakerCards.ts';

export interface SpeakerParts extends DecidingPorts {
  readonly speaking: Speaking;
  readonly members: Pick<Members, 'find'>;
}

export const speakerSpec: CommandSpec = {
  name: 'speaker',
  access: 'everyone',
  options: [],
  subcommands: [
    { name: 'list', options: [] },
    { name: 'claim', options: [{ name: 'talk', kind: 'talk', required: true, rest: true }] },
    { name: 'drop', options: [] },
  ],
};

/** Speakers say who they are (issue 18 §1). */
export function createSpeakerCommand(parts: SpeakerParts): Command {
  return {
    spec: speakerSpec,
    shows: 'own',
    async run({ subcommand, args }, readContext) {
      const context = await readContext();
      switch (subcommand) {
        case 'claim':
          return claimTalk(parts, args['talk'] ?? '', context);
        case 'drop':
          return dropOnly(parts, context);
        default:
          return privately(await drawSpeaker(parts, { kind: 'claims' }, context));
      }
    },
  };
}

interface DrawnParts extends Pick<SpeakerParts, 'members'> {
  readonly speaking: Pick<Speaking, 'of'>;
}

export type SpeakerView = Extract<View, { readonly kind: 'claims' | 'speaker' }>;

export async function drawSpeaker(
  { speaking, members }: DrawnParts,
  view: SpeakerView,
  context: Context,
): Promise<Card> {
  const { member, messages } = context;
  if (view.kind === 'claims') {
    const claims = everywhere(context).map(async (one) => ({
      context: one,
      claims: await speaking.of(member, one.programme.key),
    }));
    return claimsCard(await Promise.all(claims), await members.find(member), context);
  }
  const found = referred(view.talk, context);
  if (found === undefined) return problemCard(messages, messages.errors.noSuchTalk);
  const { talk } = found;
  if (talk.speakers.length === 0) return problemCard(messages, messages.speaking.nobody);
  return whichSpeakerCard(talk, speakersOf(talk), found.context);
}

/** Claims the talk that is meant; of several speakers the caller says which. */
export async function claimTalk(
  parts: Pick<SpeakerParts, 'speaking' | 'members'>,
  text: string,
  asked: Context,
): Promise<CardReply> {
  const { messages } = asked;
  const sought = seekEverywhere(asked, (one) => seekTalk(text, one));
  if (sought.kind === 'refused') return refused(messages, sought.sentence);
  const { context } = sought;
  const [only, ...others] = speakersOf(sought.value);
  if (only !== undefined && others.length === 0) return claim(parts, only, context);
  const view = { kind: 'speaker', talk: shortRef(sought.value.id) } as const;
  return privately(await drawSpeaker(parts, view, context));
}

/** A button of a speaker's card, or of an organiser's. */
export async function performSpeakerDeed(
  parts: SpeakerParts,
  deed: SpeakerDeed,
  context: Context,
): Promise<CardReply> {
  const { messages, programme } = context;
  switch (deed.kind) {
    case 'claimSpeaker': {
      const talk = programme.talkByRef(deed.talk);
      const speaker = (talk ? speakersOf(talk) : []).find(
        (one) => shortRef(subjectKey(one)) === deed.speaker,
      );
      if (speaker === undefined) return refused(messages, messages.speaking.gone);
      return claim(parts, speaker, context);
    }
    case 'dropClaim':
      return drop(parts, deed.claim, context);
    case 'confirmClaim':
    case 'refuseClaim':
      return decideClaim(parts, deed, context);
  }
}

function speakersOf({ speakers }: Talk): readonly SpeakerSubject[] {
  return speakers.flatMap((one) => {
    const subject = speakerSubject(one);
    return subject.kind === 'speaker' ? [subject] : [];
  });
}

async function claim(
  { speaking }: Pick<SpeakerParts, 'speaking'>,
  speaker: SpeakerSubject,
  context: Context,
): Promise<CardReply> {
  const { messages, programme } = context;
  const { speaking: words } = messages;
  const claimed = await speaking.claim(visitOf(context.caller, programme.key), speaker);
  if (claimed.kind === 'nowhere') return refused(messages, words.nowhere);
  if (claimed.kind === 'tooMany') return refused(messages, words.tooMany(MOST_OPEN_CLAIMS));
  return privately(claimedCard(claimed, speaker, context));
}

function claimedCard({ kind, member }: Known, { name }: SpeakerSubject, context: Context): Card {
  const { speaking: words } = context.messages;
  const card = confirmationCard(words.title, words[kind](name));
  return { ...card, blocks: [...card.blocks, ...warnings(member, context)] };
}

/** The only one, in whichever conference of the community; of several, the card of all with a button each. */
async function dropOnly(parts: SpeakerParts, context: Context): Promise<CardReply> {
  const found = everywhere(context).map(async (one) => {
    const claims = await parts.speaking.of(one.member, one.programme.key);
    return claims.map(({ id }) => ({ id, context: one }));
  });
  const [only, ...others] = (await Promise.all(found)).flat();
  if (only !== undefined && others.length === 0) return drop(parts, only.id, only.context);
  return privately(await drawSpeaker(parts, { kind: 'claims' }, context));
}

async function drop(
  { speaking }: Pick<SpeakerParts, 'speaking'>,
  id: string,
  context: Context,
): Promise<CardReply> {
  const { messages, programme } = context;
  const { speaking: words } = messages;
  const dropped = await speaking.drop(visitOf(context.caller, programme.key), id);
  if (dropped === undefined) return refused(messages, words.notYours);
  return privately(confirmationCard(words.title, words.dropped(dropped.speaker.name)));
}
