import { type Card, type Fact, quiet } from '../cards/cards.ts';
import { plainText } from '../cards/plainText.ts';
import { dotted } from '../cards/talkWords.ts';
import { longDateWords } from '../cards/time.ts';
import type { Messages } from '../messages/messages.ts';
import { refusalWords } from '../messages/refusalWords.ts';
import { named } from '../schedule/conferenceName.ts';
import type { DecodedSchedule } from '../schedule/decode.ts';
import type { ScheduleWarning } from '../schedule/reading/findings.ts';
import { ScheduleFormatError } from '../schedule/refusal.ts';
import type { Conference } from '../schedule/schedule.ts';
import { shownSource } from '../schedule/shownSource.ts';
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
      const read = await around.decode(await around.readSource(source), options.zone);
      const decoded = { ...read, conference: named(read.conference, { address: source }) };
      around.write(
        options.json ? jsonLine(source, decoded, around.messages) : prose(source, decoded, around),
      );
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

function jsonLine(
  source: string,
  { format, conference, warnings }: DecodedSchedule,
  messages: Messages,
): string {
  const found = warnings.map((warning) => {
    const { code, path } = warning;
    return { code, message: findingWords(warning, messages), path };
  });
  const value = {
    source: shownSource(source),
    format,
    ...conferenceJson(conference),
    warnings: found,
  };
  return `${JSON.stringify(value)}\n`;
}

function prose(source: string, decoded: DecodedSchedule, around: Surroundings): string {
  const { messages, width } = around;
  const { title } = decoded.conference;
  const card: Card = {
    kind: 'organiser',
    title,
    summary: title,
    blocks: [
      quiet(shownSource(source)),
      { kind: 'facts', facts: facts(decoded, messages) },
      ...decoded.warnings.map((warning) => warningRow(warning, messages)),
    ],
  };
  return `${plainText(card, { width, messages })}\n\n`;
}

function facts({ format, conference, warnings }: DecodedSchedule, messages: Messages): Fact[] {
  const { cli: words } = messages;
  const { talks, rooms, tracks, days, version, timeZone } = conference;
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
