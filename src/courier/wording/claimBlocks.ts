import { encodeAction } from '../../cards/action.ts';
import { type Block, type Button, paragraph, type Text } from '../../cards/cards.ts';
import type { SpeakerDeed } from '../../cards/speakerDeed.ts';
import type { Messages } from '../../messages/messages.ts';
import { subjectKey } from '../../programme/following.ts';
import type { SpeakerClaim } from '../../programme/speakerClaims.ts';
import type { ConferenceKey } from '../../schedule/source.ts';

/** Those of a community about the same speaker. */
export function rivalsOf(
  claim: SpeakerClaim,
  all: readonly SpeakerClaim[],
): readonly SpeakerClaim[] {
  const key = subjectKey(claim.speaker);
  return all.filter(
    ({ id, conference, speaker }) =>
      id !== claim.id && conference === claim.conference && subjectKey(speaker) === key,
  );
}

/** To organisers: who says to be whom, who else does, and the buttons that decide. */
export function claimBlocks(
  claim: SpeakerClaim,
  all: readonly SpeakerClaim[],
  { messages, conference }: { readonly messages: Messages; readonly conference: ConferenceKey },
): readonly Block[] {
  const { speaking } = messages;
  const rivals = rivalsOf(claim, all);
  const decide = (kind: 'confirmClaim' | 'refuseClaim', label: string): Button => {
    const deed: SpeakerDeed = { kind, claim: claim.id };
    const id = encodeAction({ conference, deed });
    return { kind: 'action', id, label, style: 'secondary' };
  };
  const { name } = claim.speaker;
  return [
    paragraph({ kind: 'member', id: claim.member.id }, ` ${speaking.saysToBe(name)}`),
    ...rivals.map((rival) => paragraph(...rivalText(rival, messages))),
    {
      kind: 'buttons',
      buttons: [
        decide('confirmClaim', speaking.confirm(name)),
        decide('refuseClaim', speaking.refuse(name)),
      ],
    },
  ];
}

function rivalText({ member, state }: SpeakerClaim, { speaking }: Messages): Text {
  const words = state === 'confirmed' ? speaking.isConfirmedAlready : speaking.saysSoToo;
  return [{ kind: 'member', id: member.id }, ` ${words}`];
}
