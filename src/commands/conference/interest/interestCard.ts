import type { Clash } from '../../../agenda/interest.ts';
import { type Block, type Card, paragraph, quiet, type Text } from '../../../cards/cards.ts';
import { button, viewButton } from '../../../cards/controls.ts';
import { PAGE_SIZE, pageLine, pageOf, turnButtons } from '../../../cards/listCard.ts';
import type { InterestView } from '../../../cards/view.ts';
import { conferenceLabel } from '../../../cards/wording/conferenceWords.ts';
import { roomWords } from '../../../cards/wording/talkWords.ts';
import { spanTime, weekdayClockWords } from '../../../cards/wording/time.ts';
import type { Instant } from '../../../clock.ts';
import type { Talk } from '../../../schedule/schedule.ts';
import { type Context, everywhere } from '../../context.ts';
import { momentWords } from '../organiserWords.ts';
import type { Interested, Slot, Wanted } from './slots.ts';

/** One line of the list, with what is written above it where it is the first of its kind on a page. */
interface Line {
  readonly heading: string;
  readonly text: Text;
}

/** Lists by slot and talk against what rooms hold, then what the same people want to see at once. */
export function interestCard(
  { slots, clashes }: Interested,
  at: Instant,
  asked: InterestView,
  context: Context,
): Card {
  const { interest } = context.messages.organiser;
  const lines = [
    ...slots.flatMap((slot) => slotLines(slot, context)),
    ...clashes.map((clash) => clashLine(clash, context)),
  ];
  const { items, page, pages } = pageOf(lines, asked.page, PAGE_SIZE);
  const paged = { view: { ...asked, page }, pages };
  const title = interest.title(context.programme.conference.title);
  const day = asked.day === undefined ? {} : { day: asked.day };
  const csv = button(context, { kind: 'exportInterest', ...day }, interest.csv);
  const [, ...others] = everywhere(context);
  const buttons = [
    ...turnButtons(paged, context),
    ...(lines.length === 0 ? [] : [csv]),
    ...others.map((one) => {
      const label = conferenceLabel(one.programme.conference);
      return viewButton(one, { kind: 'interest', page: 1 }, label);
    }),
  ];
  return {
    kind: 'organiser',
    title,
    summary: lines.length === 0 ? interest.none : title,
    blocks: [
      ...(lines.length === 0 ? [paragraph(interest.none)] : []),
      ...items.flatMap((line, index) => lineBlocks(line, items[index - 1])),
      ...pageLine(paged, context),
      quiet(interest.about(momentWords(at, context))),
      ...(buttons.length === 0 ? [] : [{ kind: 'buttons', buttons } as const]),
    ],
  };
}

function lineBlocks({ heading, text }: Line, before: Line | undefined): readonly Block[] {
  const own: readonly Block[] = [paragraph(...text)];
  return before?.heading === heading ? own : [{ kind: 'heading', text: heading }, ...own];
}

/** `Sat 10:30 · on about 45 lists, 120 places`, then a line a talk. */
function slotLines({ start, starting, people, places }: Slot, context: Context): readonly Line[] {
  const { messages, programme } = context;
  const clock = weekdayClockWords(start, programme.conference.timeZone, messages);
  const heading = `${clock} · ${listWords({ people, places }, context)}`;
  return starting.map((wanted) => ({ heading, text: talkText(wanted, context) }));
}

function talkText({ talk, people, places }: Wanted, context: Context): Text {
  const { interest } = context.messages.organiser;
  const isTooMany = places !== undefined && people > places;
  return [
    { kind: 'strong', text: talk.title },
    ` · ${roomWords(talk, context)} · ${listWords({ people, places }, context)}`,
    ...(isTooMany ? [` · ${interest.tooMany}`] : []),
  ];
}

function listWords(
  { people, places }: { readonly people: number; readonly places: number | undefined },
  { messages }: Context,
): string {
  const { lists, listsFor } = messages.organiser.interest;
  return places === undefined ? lists(people) : listsFor(people, places);
}

function clashLine({ one, other, people }: Clash, context: Context): Line {
  const { interest } = context.messages.organiser;
  const text = [...named(one, context), ' ⚡ ', ...named(other, context)];
  return { heading: interest.clashes, text: [...text, ` · ${interest.both(people)}`] };
}

function named(talk: Talk, { messages, programme }: Context): Text {
  const { timeZone } = programme.conference;
  return [
    { kind: 'strong', text: talk.title },
    ' ',
    spanTime(talk, timeZone, 'dateTime', messages),
  ];
}
