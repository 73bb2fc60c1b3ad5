import { type Interest, takeLook } from '../../../agenda/interest.ts';
import type { Card } from '../../../cards/cards.ts';
import type { InterestView } from '../../../cards/view.ts';
import { privately, refused } from '../../../platform/replies.ts';
import type { CardReply } from '../../../platform/requests.ts';
import type { CommunityRef } from '../../../platform/target.ts';
import type { Day } from '../../../schedule/schedule.ts';
import type { Context } from '../../context.ts';
import { type Sought, seekDay, seekEverywhere } from '../../places.ts';
import { organiserConfirmation } from '../organiserWords.ts';
import { interestCard } from './interestCard.ts';
import { clashesFile, talksFile } from './interestFiles.ts';
import { type Interested, interestedIn } from './slots.ts';

/** The unit of work of whoever looks. */
export interface InterestWork {
  transaction<T>(work: (stores: { readonly interest: Interest }) => Promise<T>): Promise<T>;
}

export interface InterestPorts {
  readonly organiserWork: InterestWork;
}

/** `interest [day]`: how many starred what, held against rooms; as {@link takeLook} lets it be known. */
export async function interest(
  ports: InterestPorts,
  community: CommunityRef,
  typed: string | undefined,
  context: Context,
): Promise<CardReply> {
  const day = seekEverywhere(context, (one) => named(seekDay(typed, one)));
  if (day.kind === 'refused') return refused(context.messages, day.sentence);
  const of = day.value === 'all' ? {} : { day: day.value.index };
  return privately(
    await drawInterest(ports, community, { ...of, kind: 'interest', page: 1 }, day.context),
  );
}

function named(day: Sought<Day>) {
  return day.kind === 'refused' ? day : { ...day, value: day.value ?? ('all' as const) };
}

export async function drawInterest(
  ports: InterestPorts,
  community: CommunityRef,
  view: InterestView,
  context: Context,
): Promise<Card> {
  const { at, interested } = await look(ports, community, view.day, context);
  return interestCard(interested, at, view, context);
}

/** The same as files for a table. */
export async function exportInterest(
  ports: InterestPorts,
  community: CommunityRef,
  day: number | undefined,
  context: Context,
): Promise<CardReply> {
  const { interested } = await look(ports, community, day, context);
  const { organiser } = context.messages;
  return {
    ...privately(organiserConfirmation(organiser.interest.files, context.messages)),
    attachments: [talksFile(interested, context), clashesFile(interested, context)],
  };
}

async function look(
  { organiserWork }: InterestPorts,
  community: CommunityRef,
  day: number | undefined,
  { now, programme }: Context,
): Promise<{ readonly at: number; readonly interested: Interested }> {
  const taken = await organiserWork.transaction(({ interest }) =>
    takeLook(interest, community, programme.key, now),
  );
  const days: readonly Day[] = programme.conference.days;
  const shown = days.find(({ index }) => index === day);
  return { at: taken.at, interested: interestedIn(taken, programme, shown) };
}
