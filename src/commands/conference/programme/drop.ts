import { encodeAction } from '../../../cards/actions/action.ts';
import { type Card, paragraph, quiet } from '../../../cards/cards.ts';
import { privately, refused } from '../../../platform/replies.ts';
import type { CardReply } from '../../../platform/requests.ts';
import type { CommunityRef } from '../../../platform/target.ts';
import type { Done } from '../../../programme/acts.ts';
import type { ConferenceKey } from '../../../schedule/source.ts';
import { shownSource } from '../../../schedule/sources/shownSource.ts';
import { type Context, everywhere } from '../../context.ts';
import { doneBy, sourceWords } from '../actWords.ts';
import { organiserConfirmation } from '../organiserWords.ts';
import type { OrganiserPorts, OrganiserWork } from '../ports.ts';

/** `/conference drop`: each conference that was chosen, what is lost with it, and the button that drops it. */
export async function drop(
  { organiserWork }: Pick<OrganiserPorts, 'organiserWork'>,
  community: CommunityRef,
  context: Context,
): Promise<CardReply> {
  const { messages } = context;
  const all = await losses(organiserWork, community);
  if (all.length === 0) return refused(messages, messages.organiser.nothingToDrop);
  return privately(dropCard(all, context));
}

/** Drops the conference of the button. */
export async function performDrop(
  { organiserWork }: Pick<OrganiserPorts, 'organiserWork'>,
  community: CommunityRef,
  context: Context,
): Promise<CardReply> {
  const { messages, programme } = context;
  const isDropped = await dropChosen(organiserWork, community, programme.key, doneBy(context));
  if (!isDropped) return refused(messages, messages.organiser.nothingToDrop);
  const sentence = messages.organiser.dropped(programme.conference.title);
  return privately(organiserConfirmation(sentence, messages));
}

/** What is lost with a conference. What people starred stays on their lists. */
interface Loss {
  readonly conference: ConferenceKey;
  readonly address: string;
  /** That hear of its talks. */
  readonly channels: number;
  /** Delays of rooms, talks changed by hand, and streams that organisers named. */
  readonly changes: number;
}

/** The main one first. */
function losses(work: OrganiserWork, community: CommunityRef): Promise<readonly Loss[]> {
  return work.transaction(async ({ communities, subscriptions }) => {
    const { length: channels } = await subscriptions.of(community);
    const all: Loss[] = [];
    for (const { source } of await communities.choicesOf(community)) {
      const { key: conference, address } = source;
      const delays = await communities.delaysOf(community, conference);
      const byHand = await communities.byHandOf(community, conference);
      const streams = await communities.streamsOf(community, conference);
      const changes = delays.length + byHand.length + streams.length;
      all.push({ conference, address, channels, changes });
    }
    return all;
  });
}

/** `false` where the community never chose it, or dropped it before. */
function dropChosen(
  work: OrganiserWork,
  community: CommunityRef,
  conference: ConferenceKey,
  done: Done,
): Promise<boolean> {
  return work.transaction(async ({ communities, acts }) => {
    const choices = await communities.choicesOf(community);
    const former = choices.find(({ source }) => source.key === conference);
    if (former === undefined) return false;
    const before = sourceWords(former, await communities.roomFeedOf(community, conference));
    await communities.drop(community, conference);
    const act = { kind: 'drop', about: [], before, after: [] } as const;
    await acts.record(community, act, done);
    return true;
  });
}

function dropCard(all: readonly Loss[], context: Context): Card {
  const { organiser } = context.messages;
  const titles = new Map(
    everywhere(context).map(({ programme: { key, conference } }) => [key, conference.title]),
  );
  const named = all.map((loss) => ({
    ...loss,
    title: titles.get(loss.conference) ?? shownSource(loss.address),
  }));
  const buttons = named.map(({ conference, title }) => ({
    kind: 'action' as const,
    id: encodeAction({ conference, deed: { kind: 'drop' } }),
    label: organiser.drop(title),
    style: 'danger' as const,
  }));
  return {
    kind: 'organiser',
    title: organiser.title,
    summary: organiser.asksDrop,
    blocks: [
      ...named.map(({ title, channels, changes }) =>
        paragraph({ kind: 'strong', text: title }, ' ', organiser.lost(channels, changes)),
      ),
      quiet(organiser.starsStay),
      { kind: 'buttons', buttons },
    ],
  };
}
