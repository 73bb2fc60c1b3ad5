import {
  type DayPicture,
  type DrawDay,
  dayPicture,
  daysOf,
  dayToShow,
  talksOn,
} from '../../agenda/picture/dayPicture.ts';
import { scriptsLeftOut } from '../../agenda/picture/letters.ts';
import { type Block, type Button, type Card, quiet } from '../../cards/cards.ts';
import { button } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import { talkRow } from '../../cards/talkRow.ts';
import { dayTitle } from '../../cards/wording/talkWords.ts';
import type { Messages } from '../../messages/messages.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply, Picture } from '../../platform/requests.ts';
import { cut } from '../../platform/text.ts';
import type { Day, Talk } from '../../schedule/schedule.ts';
import type { Context } from '../context.ts';
import { joinOwnLists, type OwnListPorts, ownLists } from './lists.ts';

export interface PicturePorts {
  readonly drawDay: DrawDay;
}

const LONGEST_ALT = 1_000;
/** Beside the picture; the list has all of them. */
const MOST_ROWS = 15;
const MOST_DAYS = 5;

/** One day of the caller's list as a picture, and the same in words: nobody depends on the picture. */
export async function drawPicture(
  parts: OwnListPorts & PicturePorts,
  index: number | undefined,
  asked: Context,
): Promise<CardReply> {
  const { list, context } = joinOwnLists(await ownLists(parts, asked));
  const days = daysOf(list, context);
  const day = days.find((one) => one.index === index) ?? dayToShow(days, context.now);
  if (day === undefined) return refused(context.messages, context.messages.agenda.empty);
  const shown = dayPicture(list, day, context);
  const [image] = await Promise.allSettled([parts.drawDay(shown)]);
  const drawn = image.status === 'fulfilled';
  const card = dayCard(talksOn(list, day), { day, days, shown, drawn }, context);
  const reply = privately(card);
  return drawn ? { ...reply, picture: picture(shown, image.value, context.messages) } : reply;
}

interface Drawn {
  readonly day: Day;
  /** All with something on the list. */
  readonly days: readonly Day[];
  readonly shown: DayPicture;
  readonly drawn: boolean;
}

function dayCard(talks: readonly Talk[], { day, days, shown, drawn }: Drawn, frame: Frame): Card {
  const { picture: words } = frame.messages;
  const rest = talks.length - MOST_ROWS;
  const title = words.of(dayTitle(day, frame));
  return {
    kind: 'agenda',
    title,
    summary: title,
    blocks: [
      ...(drawn ? lettersMissing(shown, frame.messages) : [quiet(words.failed)]),
      ...talks
        .slice(0, MOST_ROWS)
        .map((talk) => talkRow(talk, frame, { when: 'time', room: true })),
      ...(rest > 0 ? [quiet(words.rest(rest))] : []),
      ...otherDays(day, days, frame),
    ],
  };
}

function lettersMissing({ entries }: DayPicture, { picture: words, time }: Messages): Block[] {
  const codes = scriptsLeftOut(entries.flatMap(({ item }) => [item.title, item.place]));
  if (codes.length === 0) return [];
  const names = new Intl.DisplayNames(time.locale, { type: 'script' });
  return [quiet(words.without(codes.map((code) => names.of(code) ?? code).join(', ')))];
}

function otherDays(day: Day, days: readonly Day[], frame: Frame): Block[] {
  const buttons: Button[] = days
    .filter((one) => one !== day)
    .slice(0, MOST_DAYS)
    .map((one) => button(frame, { kind: 'drawDay', day: one.index }, dayTitle(one, frame)));
  return buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
}

function picture(shown: DayPicture, png: Uint8Array, { marks, picture: words }: Messages): Picture {
  const talks = shown.entries
    .map(({ item }) => item.place + marks.colon + item.title)
    .join(marks.semicolon);
  return { name: words.file, png, alt: cut(words.alt(shown.title, talks), LONGEST_ALT) };
}
