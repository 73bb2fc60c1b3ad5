import { type Card, paragraph } from '../../cards/cards.ts';
import { viewButton } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import type { Subject } from '../../outbox/delivery.ts';

type Decided = Extract<Subject, { readonly kind: 'claimDecided' }>;

/** To whoever said to be a speaker: that they are, and what they hear from now on, or, kindly, that nobody could tell. */
export function claimDecidedCard({ name, isConfirmed }: Decided, frame: Frame): Card {
  const { speaking } = frame.messages;
  const title = isConfirmed ? speaking.youAre(name) : speaking.youAreNot(name);
  const sentence = isConfirmed ? speaking.hearsNow : speaking.kindly(name);
  const claims = viewButton(frame, { kind: 'claims' }, speaking.title);
  return {
    kind: 'notice',
    title,
    summary: title,
    blocks: [
      paragraph(sentence),
      ...(isConfirmed ? [{ kind: 'buttons', buttons: [claims] } as const] : []),
    ],
  };
}
