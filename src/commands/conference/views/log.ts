import { type Block, type Card, paragraph, type Text } from '../../../cards/cards.ts';
import { viewButton } from '../../../cards/controls.ts';
import { PAGE_SIZE, pageLine, turnButtons } from '../../../cards/listCard.ts';
import type { CommunityRef } from '../../../platform/target.ts';
import type { ActRecord } from '../../../programme/acts.ts';
import type { Context } from '../../context.ts';
import { momentWords } from '../organiserWords.ts';
import type { OrganiserPorts } from '../ports.ts';

/** `status show:log`: who did what, when, and what held before and after, the latest first. */
export async function drawLog(
  { acts }: Pick<OrganiserPorts, 'acts'>,
  community: CommunityRef,
  asked: number,
  context: Context,
): Promise<Card> {
  const { organiser } = context.messages;
  const count = await acts.count(community);
  const pages = Math.max(1, Math.ceil(count / PAGE_SIZE));
  const page = Math.min(asked, pages);
  const shown = await acts.of(community, { skip: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE });
  const paged = { view: { kind: 'log', page }, pages } as const;
  return {
    kind: 'organiser',
    title: organiser.log,
    summary: organiser.logSummary(count),
    blocks: [
      ...(count === 0 ? [paragraph(organiser.logSummary(count))] : []),
      ...shown.map((record) => line(record, context)),
      ...pageLine(paged, context),
      {
        kind: 'buttons',
        buttons: [
          ...turnButtons(paged, context),
          viewButton(context, { kind: 'status' }, organiser.toStatus),
          viewButton(context, { kind: 'says' }, context.messages.say.list),
        ],
      },
    ],
  };
}

/** `Sat 1 Feb, 10:50 · @olga · Delay H.1308: 0 min → 15 min` */
function line({ at, by, kind, about, before, after }: ActRecord, context: Context): Block {
  const { organiser } = context.messages;
  const who: Text = by === undefined ? [organiser.former] : [{ kind: 'member', id: by }];
  const what: Text = [organiser.acts[kind], ...(about.length === 0 ? [] : [' ', ...about])];
  const nothing = [organiser.nothing];
  const [from, to] = [before, after].map((words) => (words.length === 0 ? nothing : words));
  const change: Text = [...(from ?? nothing), ' → ', ...(to ?? nothing)];
  return paragraph(`${momentWords(at, context)} · `, ...who, ' · ', ...what, ': ', ...change);
}
