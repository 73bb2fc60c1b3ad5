import { type Block, type Card, type Fact, paragraph, quiet } from '../cards/cards.ts';
import { plainText } from '../cards/plainText.ts';
import { dotted } from '../cards/wording/talkWords.ts';
import { longDateWords } from '../cards/wording/time.ts';
import type { Messages } from '../messages/messages.ts';
import { refusalWords } from '../messages/refusalWords.ts';
import type { DecodedSchedule } from '../schedule/decode.ts';
import type { ScheduleWarning } from '../schedule/reading/findings.ts';
import { ScheduleFormatError } from '../schedule/refusal.ts';
import type { Conference } from '../schedule/schedule.ts';
import type { Source } from '../schedule/source.ts';
import { named } from '../schedule/sources/conferenceName.ts';
import type { Found } from '../schedule/sources/find.ts';
import { shownSource } from '../schedule/sources/shownSource.ts';
import { conferenceJson } from './conferenceJson.ts';
import { EXIT, type Surroundings } from './surroundings.ts';

export interface CheckOptions {
  readonly sources: readonly string[];
  readonly zone?: string | undefined;
  /** One object a line for each source. */
  readonly json: boolean;
}

/** `check`: says what was found in each schedule, and one line on standard error for each that cannot be read. */
export async function check(options: CheckOptions, around: Surroundings): Promise<number> {
  let code: number = EXIT.done;
  for (const source of options.sources) {
    try {
      const found = await around.read(source, options.zone);
      const conference = named(found.schedule.conference, found.source);
      const checked: Checked = {
        ...found,
        source,
        place: found.source,
        ...found.schedule,
        conference,
      };
      around.write(options.json ? jsonLine(checked, around.messages) : prose(checked, around));
    } catch (error) {
      if (!(error instanceof ScheduleFormatError)) throw error;
      around.complain(
        around.messages.cli.unreadable(
          shownSource(source),
          oneLine(refusalWords(error, around.messages)),
        ),
      );
      code = EXIT.unreadable;
    }
  }
  return code;
}

/** What was named, what it turned out to be, and on what way. */
interface Checked extends DecodedSchedule, Pick<Found<unknown>, 'system' | 'others' | 'steps'> {
  readonly source: string;
  readonly place: Source;
}

function jsonLine(
  { source, place, system, others, format, conference, warnings }: Checked,
  messages: Messages,
): string {
  const found = warnings.map((warning) => {
    const { code, path } = warning;
    return { code, message: findingWords(warning, messages), path };
  });
  const value = {
    source: shownSource(source),
    ...(isFound(place) && {
      found: {
        address: shownSource(place.address),
        ...(system === undefined ? {} : { system }),
        others: others.map(({ address }) => shownSource(address)),
      },
    }),
    format,
    ...conferenceJson(conference),
    warnings: found,
  };
  return `${JSON.stringify(value)}\n`;
}

function prose(checked: Checked, around: Surroundings): string {
  const { messages, width } = around;
  const { title } = checked.conference;
  const card: Card = {
    kind: 'organiser',
    title,
    summary: title,
    blocks: [
      quiet(shownSource(checked.source)),
      ...wayBlocks(checked, messages),
      { kind: 'facts', facts: facts(checked, messages) },
      ...checked.warnings.map((warning) => warningRow(warning, messages)),
    ],
  };
  return `${plainText(card, { width, messages })}\n\n`;
}

function isFound({ origin }: Source): boolean {
  return origin !== undefined;
}

/** How the page led to the schedule, one line a request. */
function wayBlocks({ place, system = '', others, steps }: Checked, messages: Messages): Block[] {
  if (!isFound(place)) return [];
  const { cli, schedule } = messages;
  const asked = steps.map(({ address, asData, refusal }) =>
    refusal === undefined
      ? cli.asked(shownSource(address), asData)
      : cli.unreadable(
          shownSource(address),
          oneLine(refusalWords({ refusal, path: '' }, messages)),
        ),
  );
  return [
    paragraph(schedule.found(system, shownSource(place.address))),
    ...asked.map((line) => quiet(line)),
    ...others.map(({ address }) => quiet(cli.alsoOffered(shownSource(address)))),
  ];
}

function facts({ format, conference, warnings }: DecodedSchedule, messages: Messages): Fact[] {
  const { cli: words } = messages;
  const { talks, breaks, rooms, tracks, days, version, timeZone } = conference;
  const canceled = talks.filter(({ status }) => status === 'canceled').length;
  const speakers = new Set(talks.flatMap((talk) => talk.speakers.map(({ name }) => name)));
  const values: readonly (readonly [label: string, value: string | undefined])[] = [
    [words.format, format],
    [words.zone, timeZone],
    [words.version, version],
    [words.days(days.length), dayWords(conference, messages)],
    [words.rooms, String(rooms.length)],
    [words.tracks, String(tracks.length)],
    [words.talks, words.talkCount(talks.length, canceled)],
    [words.breaks, breaks.length === 0 ? undefined : String(breaks.length)],
    [words.speakers, String(speakers.size)],
    [words.warnings, warnings.length === 0 ? words.noWarnings : String(warnings.length)],
  ];
  return values.flatMap(([label, value]) =>
    value === undefined ? [] : [{ label, value: [value] }],
  );
}

function dayWords({ days, timeZone }: Conference, messages: Messages): string {
  const dates = days.map(({ start }) => longDateWords(start, timeZone, messages));
  return messages.cli.dayCount(dates.length, dates[0] ?? '', dates.at(-1) ?? '');
}

function warningRow(warning: ScheduleWarning, messages: Messages): Card['blocks'][number] {
  const { code, path } = warning;
  const title = findingWords(warning, messages);
  return { kind: 'row', title, struck: false, details: [dotted([code, path])] };
}

function findingWords({ code, count, example }: ScheduleWarning, messages: Messages): string {
  return messages.schedule.findings[code](count, example);
}

/** An error's message quotes foreign text; the line about it stays one line. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
