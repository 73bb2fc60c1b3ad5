import type { Member } from '../../agenda/member.ts';
import { shortRef } from '../../cards/actions/reference.ts';
import { type Block, type Card, paragraph, quiet } from '../../cards/cards.ts';
import { button } from '../../cards/controls.ts';
import { createTalksOf, subjectKey } from '../../programme/following.ts';
import type { SpeakerClaim, SpeakerSubject } from '../../programme/speakerClaims.ts';
import type { Talk } from '../../schedule/schedule.ts';
import type { Context } from '../context.ts';
import { rowsOf } from '../following/cards.ts';

/** Who of those who give the talk the reader is. */
export function whichSpeakerCard(
  talk: Talk,
  speakers: readonly SpeakerSubject[],
  context: Context,
): Card {
  const { speaking } = context.messages;
  const buttons = speakers.map((speaker) =>
    button(
      context,
      { kind: 'claimSpeaker', talk: shortRef(talk.id), speaker: shortRef(subjectKey(speaker)) },
      speaking.iAm(speaker.name),
    ),
  );
  return {
    kind: 'agenda',
    title: talk.title,
    summary: speaking.which,
    blocks: [paragraph(speaking.which), ...rowsOf(buttons)],
  };
}

/** Of the conference that the context is in. */
export interface Claims {
  readonly context: Context;
  readonly claims: readonly SpeakerClaim[];
}

/** Who the reader says to be in any conference of the community, each with the button that ends it. */
export function claimsCard(
  claimed: readonly Claims[],
  member: Pick<Member, 'directMessages' | 'volume'> | undefined,
  context: Context,
): Card {
  const { speaking } = context.messages;
  const rows = claimed.flatMap((one) => one.claims.map((claim) => claimRow(claim, one.context)));
  const summary = rows.length === 0 ? speaking.nothing : `${speaking.hears} ${speaking.howToEnd}`;
  return {
    kind: 'agenda',
    title: speaking.title,
    summary,
    blocks: [paragraph(summary), ...(rows.length === 0 ? [] : warnings(member, context)), ...rows],
  };
}

function claimRow({ id, speaker, state }: SpeakerClaim, context: Context): Block {
  const { speaking, agenda } = context.messages;
  const { conference, index } = context.programme;
  const talks = createTalksOf(conference, index)(speaker) ?? [];
  const titles = talks.map(({ title }) => agenda.quoted(title)).join(', ');
  return {
    kind: 'row',
    title: speaker.name,
    struck: false,
    details: [[speaking.states[state]], ...(titles === '' ? [] : [[titles]])],
    button: button(context, { kind: 'dropClaim', claim: id }, speaking.drop),
  };
}

/** What keeps all of it from the reader. */
export function warnings(
  member: Pick<Member, 'directMessages' | 'volume'> | undefined,
  { messages: { speaking } }: Context,
): readonly Block[] {
  return [
    ...(member?.volume === 'silent' ? [quiet(speaking.silent)] : []),
    ...(member?.directMessages === 'closed' ? [quiet(speaking.closed)] : []),
  ];
}
