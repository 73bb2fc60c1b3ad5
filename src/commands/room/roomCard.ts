import { bySlugRef } from '../../cards/actions/reference.ts';
import { DELAY_MINUTES } from '../../cards/actions/roomDeed.ts';
import { type Block, type Button, type Card, paragraph, quiet } from '../../cards/cards.ts';
import { button, shareButtons, viewButton } from '../../cards/controls.ts';
import { problemCard } from '../../cards/problem.ts';
import type { View } from '../../cards/view.ts';
import { localName } from '../../cards/wording/localName.ts';
import { watchLine } from '../../cards/wording/talkWords.ts';
import { clockWords } from '../../cards/wording/time.ts';
import { mayUse } from '../../platform/roles.ts';
import { communityOf } from '../../platform/target.ts';
import { delaysInForce } from '../../programme/delays.ts';
import { ROOM_STATES, roomNow } from '../../programme/rooms/roomStates.ts';
import type { Room } from '../../schedule/schedule.ts';
import type { OrganiserPorts } from '../conference/ports.ts';
import type { Context } from '../context.ts';

type RoomView = Extract<View, { readonly kind: 'room' }>;

/** What a helper's buttons add to a delay, in minutes. */
const LATER_BY = [5, 10];

/** How a room stands, what runs there and what is next; for helpers with the buttons that say it. */
export async function drawRoom(
  { communities }: Pick<OrganiserPorts, 'communities'>,
  view: RoomView,
  context: Context,
): Promise<Card> {
  const { caller, messages, now, programme } = context;
  const { conference } = programme;
  const room = bySlugRef(conference.rooms, view.room);
  if (room === undefined) return problemCard(messages, messages.errors.oldButton);
  const community = communityOf(caller);
  const delays = community ? await communities.delaysOf(community, programme.key) : [];
  const inForce = delaysInForce(delays, programme.planned, now);
  const late = inForce.find((one) => one.room === room.slug)?.minutes ?? 0;
  const state = stateWords(room, context);
  const title = messages.room.title(localName(room.name, context));
  const isHelper = context.audience === 'caller' && mayUse('helper', caller);
  return {
    kind: 'talks',
    title,
    summary: title + messages.marks.colon + (state ?? messages.room.unsaid),
    blocks: [
      state === undefined
        ? quiet(messages.room.unsaid)
        : paragraph({ kind: 'strong', text: state }),
      ...(late === 0 ? [] : [paragraph(messages.room.late(late))]),
      ...programmeBlocks(room, context),
      ...(isHelper
        ? [{ kind: 'buttons', buttons: helpersButtons(room, view, late, context) } as const]
        : []),
      {
        kind: 'buttons',
        buttons: [viewButton(context, view, messages.room.look), ...shareButtons(context, view)],
      },
    ],
  };
}

/** `full at 10:42`, while that holds. */
function stateWords({ crowd }: Room, { messages, now, programme }: Context): string | undefined {
  if (crowd === undefined || now >= crowd.until) return undefined;
  const clock = clockWords(crowd.saidAt, programme.conference.timeZone, messages);
  return messages.room.said[crowd.kind](clock);
}

function programmeBlocks({ name }: Room, context: Context): readonly Block[] {
  const { messages, now, programme } = context;
  const { running, next } = roomNow(programme.conference, name, now);
  const clock = (at: number) => clockWords(at, programme.conference.timeZone, messages);
  const watch = running && watchLine(running, context);
  return [
    ...(running ? [paragraph(messages.room.running(running.title, clock(running.end)))] : []),
    ...(watch ? [paragraph(...watch)] : []),
    ...(next ? [paragraph(messages.room.next(next.title, clock(next.start)))] : []),
  ];
}

function helpersButtons(
  { crowd }: Room,
  { room }: RoomView,
  late: number,
  context: Context,
): readonly Button[] {
  const { room: words } = context.messages;
  const current = crowd === undefined || context.now >= crowd.until ? 'free' : crowd.kind;
  const states = ROOM_STATES.map((state) =>
    button(
      context,
      { kind: 'roomState', room, state },
      words.states[state],
      state === current ? 'primary' : 'secondary',
    ),
  );
  const later = LATER_BY.filter((more) => late + more <= DELAY_MINUTES.max).map((more) =>
    button(context, { kind: 'late', room, minutes: late + more }, words.later(more)),
  );
  const onTime =
    late === 0 ? [] : [button(context, { kind: 'late', room, minutes: 0 }, words.onTime)];
  return [...states, ...later, ...onTime];
}
