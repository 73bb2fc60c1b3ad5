import type { Doubted } from '../../../announcements/versions/acceptVersion.ts';
import { type Button, type Card, paragraph, quiet } from '../../../cards/cards.ts';
import { button, viewButton } from '../../../cards/controls.ts';
import type { Frame } from '../../../cards/frame.ts';
import { PAGE_SIZE, pageLine, pageOf, turnButtons } from '../../../cards/listCard.ts';
import type { DoubtedView } from '../../../cards/view.ts';
import {
  changeCounts,
  changeRow,
  noticedOf,
  weightiestFirst,
} from '../../../courier/wording/news/changeRow.ts';
import { inPlace, privately } from '../../../platform/replies.ts';
import type { CardReply } from '../../../platform/requests.ts';
import type { CommunityRef } from '../../../platform/target.ts';
import type { Flaw } from '../../../schedule/comparing/succession.ts';
import type { SourceProblem } from '../../../schedule/keeping/kept.ts';
import type { Digest } from '../../../schedule/refusedVersions.ts';
import type { Context } from '../../context.ts';
import { momentWords, organiserConfirmation } from '../organiserWords.ts';
import type { OrganiserPorts } from '../ports.ts';

type Ports = Pick<OrganiserPorts, 'doubts'>;

const FIRST = { kind: 'doubted', page: 1 } as const;

/** `accept`: what the source shows now and is not believed, which a button takes all the same. */
export async function accept(
  ports: Ports,
  community: CommunityRef,
  context: Context,
): Promise<CardReply> {
  await ports.doubts.ask(context.programme);
  return privately(await drawDoubted(ports, community, FIRST, context));
}

/** The version that was looked at; where the source shows another by now, that one, and that it is another. */
export async function drawDoubted(
  { doubts }: Ports,
  community: CommunityRef,
  view: DoubtedView,
  context: Context,
): Promise<Card> {
  const doubted = await doubts.look(community, context.programme);
  const { accepting } = context.messages;
  if (doubted === undefined) return organiserConfirmation(accepting.nothing, context.messages);
  const isAnother = view.digest !== undefined && view.digest !== doubted.digest;
  return doubtedCard(doubted, isAnother ? 1 : view.page, isAnother, context);
}

function doubtedCard(doubted: Doubted, asked: number, isAnother: boolean, context: Context): Card {
  const { accepting, byHand } = context.messages;
  const { digest, changes, channels, members } = doubted;
  const noticed = weightiestFirst(noticedOf(changes, context.programme.timetable, new Map()));
  const { items, page, pages } = pageOf(noticed, asked, PAGE_SIZE);
  const paged = { view: { kind: 'doubted', digest, page }, pages } as const;
  const counts = accepting.wouldChange(changes.length, changeCounts(noticed, context));
  return {
    kind: 'organiser',
    title: accepting.title,
    summary: counts,
    blocks: [
      ...(isAnother ? [paragraph({ kind: 'strong', text: accepting.another })] : []),
      paragraph(flawWords(doubted.flaw, momentWords(doubted.since, context), context)),
      paragraph(`${counts} ${byHand.willTell(channels, members)}`),
      ...items.map((each) => changeRow(each, true, context)),
      ...pageLine(paged, context),
      quiet(accepting.forAll),
      {
        kind: 'buttons',
        buttons: [
          ...turnButtons(paged, context),
          button(context, { kind: 'accept', digest }, accepting.take, 'primary'),
        ],
      },
    ],
  };
}

function flawWords({ kind, lost, of }: Flaw, since: string, { messages }: Frame): string {
  const { findings } = messages.organiser;
  switch (kind) {
    case 'shrunken':
      return findings.sourceShrunken(since, lost, of);
    case 'past':
      return findings.sourcePast(since, lost, of);
  }
}

/** Beside what says that a version is not believed: leads to it. */
export function doubtedButtons(
  problem: SourceProblem | undefined,
  frame: Frame,
): readonly Button[] {
  const isDoubted = problem?.kind === 'shrunken' || problem?.kind === 'past';
  return isDoubted ? [viewButton(frame, FIRST, frame.messages.accepting.see)] : [];
}

/** The button below it. */
export async function acceptLookedAt(
  ports: Ports,
  community: CommunityRef,
  digest: Digest,
  context: Context,
): Promise<CardReply> {
  const { caller, messages, programme } = context;
  const accepted = await ports.doubts.accept(community, programme, digest, caller.member);
  if (accepted.kind === 'another') {
    return inPlace(await drawDoubted(ports, community, { ...FIRST, digest }, context));
  }
  const { channels, members } = accepted;
  return inPlace(organiserConfirmation(messages.accepting.taken(channels, members), messages));
}
