import { encodeAction } from '../../../cards/actions/action.ts';
import type { SpeakerDeed } from '../../../cards/actions/speakerDeed.ts';
import { type Block, type Button, paragraph, type Text } from '../../../cards/cards.ts';
import type { Messages } from '../../../messages/messages.ts';
import { subjectKey } from '../../../programme/following.ts';
import type { SpeakerClaim } from '../../../programme/speakerClaims.ts';
import type { ConferenceKey } from '../../../schedule/source.ts';

/** So many are named of those who say to be the same speaker. */
const MOST_RIVALS = 3;

/** Those of a community about the same speaker, whoever is confirmed first. */
function rivalsOf(claim: SpeakerClaim, all: readonly SpeakerClaim[]): readonly SpeakerClaim[] {
  const key = subjectKey(claim.speaker);
  const others = all.filter(
    ({ id, conference, speaker }) =>
      id !== claim.id && conference === claim.conference && subjectKey(speaker) === key,
  );
  const isConfirmed = ({ state }: SpeakerClaim) => state === 'confirmed';
  return [...others.filter(isConfirmed), ...others.filter((one) => !isConfirmed(one))];
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
    ...(rivals.length === 0 ? [] : [paragraph(...rivalsText(rivals, messages))]),
    {
      kind: 'buttons',
      buttons: [
        decide('confirmClaim', speaking.confirm(name)),
        decide('refuseClaim', speaking.refuse(name)),
      ],
    },
  ];
}

function rivalsText(rivals: readonly SpeakerClaim[], { speaking }: Messages): Text {
  const shown = rivals.slice(0, MOST_RIVALS).flatMap(({ member, state }, at): Text => {
    const words = state === 'confirmed' ? speaking.isConfirmedAlready : speaking.saysSoToo;
    return [...(at === 0 ? [] : [' ']), { kind: 'member', id: member.id }, ` ${words}`];
  });
  const rest = rivals.length - MOST_RIVALS;
  return rest > 0 ? [...shown, ` ${speaking.moreToDecide(rest)}`] : shown;
}
