import type { Member } from '../../agenda/member.ts';
import { type Block, type Card, paragraph, type Reader } from '../../cards/cards.ts';
import { button } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import type { Say, Says } from '../../outbox/kinds/say.ts';
import { cut, oneLine } from '../../platform/text.ts';
import type { Worded } from '../recheck.ts';

const LONGEST_SUMMARY = 150;

/** What organisers say is of no conference, and removed where they took it back. */
export async function said(
  says: Pick<Says, 'find'>,
  id: string,
  isEdit: boolean,
  to: { readonly member: Member | undefined; readonly frame: Frame; readonly reader: Reader },
): Promise<Worded | undefined> {
  const say = await says.find(id);
  const card = say && sayCard(say, isEdit, to.member, to.frame);
  return (
    card && {
      card: { ...card, reader: to.reader },
      leftOut: [],
      isRemoval: say.state === 'removed',
    }
  );
}

/**
 * What organisers say, as it is now; undefined where it is to leave no more, or its reader does not wish
 * for it. What has arrived is drawn anew whatever was wished since.
 */
function sayCard(
  { state, text, audience }: Pick<Say, 'state' | 'text' | 'audience'>,
  isEdit: boolean,
  member: Member | undefined,
  frame: Frame,
): Card | undefined {
  const { say } = frame.messages;
  if (!isEdit && (state !== 'sent' || !isWished(audience, member))) return undefined;
  const title = say.from(frame.programme.conference.title);
  if (state === 'removed') {
    return { kind: 'notice', title, summary: say.takenBack, blocks: [paragraph(say.takenBack)] };
  }
  const stop = button(frame, { kind: 'unwish', wish: 'says' }, say.noMore);
  return {
    kind: 'notice',
    title,
    summary: title + frame.messages.marks.colon + cut(oneLine(text), LONGEST_SUMMARY),
    blocks: [
      ...saidBlocks(text),
      ...(member === undefined ? [] : [{ kind: 'buttons', buttons: [stop] } as const]),
    ],
  };
}

/** Whoever speaks is not to miss what speakers are told, unless nothing at all is to reach them. */
function isWished({ kind }: Say['audience'], member: Member | undefined): boolean {
  if (member === undefined) return true;
  const isLoudEnough = kind === 'speakers' ? member.volume !== 'silent' : member.volume === 'full';
  return member.wantsSays && isLoudEnough;
}

/** Its lines stay lines; what looks like a mention is none. */
export function saidBlocks(text: string): readonly Block[] {
  return [{ kind: 'markdown', source: text.replace(/(?<=[^\n])\n(?=[^\n])/g, '  \n') }];
}
