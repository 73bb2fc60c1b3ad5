import { shortRef } from '../../cards/actions/reference.ts';
import { type Block, type Button, type Card, paragraph } from '../../cards/cards.ts';
import { viewButton } from '../../cards/controls.ts';
import { listCard } from '../../cards/listCard.ts';
import type { View } from '../../cards/view.ts';
import { localName } from '../../cards/wording/localName.ts';
import type { Context } from '../context.ts';

export function thanksCard(context: Context): Card {
  return sentenceCard('confirmation', context.messages.asking.welcomed, [], context);
}

export function unknownCard(
  why: keyof Context['messages']['asking']['unknown'],
  context: Context,
): Card {
  return sentenceCard('help', context.messages.asking.unknown[why], tries(context), context);
}

/** So many rooms are offered by a button. */
const MOST_ROOMS = 5;

/** No room is called so; those that there are, the ones with most of the programme first. */
export function noRoomCard(name: string, context: Context): Card {
  const { conference, planned } = context.programme;
  const talksIn = Map.groupBy(planned.talks, ({ room }) => room);
  const rooms = conference.rooms
    .toSorted((a, b) => (talksIn.get(b.name)?.length ?? 0) - (talksIn.get(a.name)?.length ?? 0))
    .slice(0, MOST_ROOMS)
    .map((room) =>
      viewButton(
        context,
        { kind: 'schedule', room: shortRef(room.slug), page: 1 },
        localName(room.name, context),
      ),
    );
  return sentenceCard('help', context.messages.asking.noRoom(name), rooms, context);
}

/** What is somebody's own is opened by a button, to the one who presses it. */
export function personalCard({ kind }: View, context: Context): Card {
  const { asking, settings } = context.messages;
  const mine =
    kind === 'settings'
      ? viewButton(context, { kind }, settings.title)
      : viewButton(context, { kind: 'mytalks', page: 1 }, asking.showMine);
  return sentenceCard('help', asking.personal, [mine], context);
}

/** That something was done to somebody's own list, or was not, without a word on what. */
export function doneCard({ kind }: Pick<Card, 'kind'>, context: Context): Card {
  const { asking, errors } = context.messages;
  const mine = viewButton(context, { kind: 'mytalks', page: 1 }, asking.showMine);
  const sentence = kind === 'problem' ? errors.problem : asking.doneHere;
  return sentenceCard('confirmation', sentence, [mine], context);
}

/** The talks that are canceled in the schedule as it is. */
export function canceledCard(context: Context): Card {
  const { asking } = context.messages;
  const gone = context.programme.conference.talks.filter(({ status }) => status === 'canceled');
  if (gone.length === 0) return sentenceCard('help', asking.noneCanceled, [], context);
  return listCard(
    {
      title: asking.canceledTalks,
      intro: [asking.canceled(gone.length)],
      rows: gone.slice(0, MOST_CANCELED).map((talk) => ({ talk })),
      view: { kind: 'schedule', page: 1 },
      pages: 1,
      style: { when: 'dateTime', room: true },
    },
    context,
  );
}

const MOST_CANCELED = 10;

function tries(context: Context): readonly Button[] {
  const { asking } = context.messages;
  return [
    viewButton(context, { kind: 'now', page: 1 }, asking.tryNow),
    viewButton(context, { kind: 'schedule', page: 1 }, asking.tryToday),
    viewButton(context, { kind: 'suggest', within: 'day', query: '', page: 1 }, asking.trySuggest),
  ];
}

function sentenceCard(
  kind: 'help' | 'confirmation',
  sentence: string,
  buttons: readonly Button[],
  { messages }: Context,
): Card {
  const row: readonly Block[] = buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
  return {
    kind,
    title: messages.asking.answer,
    summary: sentence,
    blocks: [paragraph(sentence), ...row],
  };
}
