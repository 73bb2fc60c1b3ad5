import { assemble } from './assembling/assemble.ts';
import type { ConferenceDraft, ScheduleFormat } from './assembling/draft.ts';
import { refuseOversized } from './bounds.ts';
import { decodeIcalendar } from './formats/calendar/icalendar.ts';
import { decodeXcal } from './formats/calendar/xcal.ts';
import { decodeConclar } from './formats/conclar.ts';
import { isConclar } from './formats/conclarFile.ts';
import { decodeIndico } from './formats/indico.ts';
import { isIndico } from './formats/indicoFile.ts';
import { decodePentabarfXml } from './formats/pentabarfXml.ts';
import { isPeopleList } from './formats/peopleList.ts';
import { decodePretalxBundle, isPretalxBundle } from './formats/pretalx/pretalxBundle.ts';
import { decodePretalxCsv } from './formats/pretalx/pretalxCsv.ts';
import { decodePretalxSlots, isPretalxSlots } from './formats/pretalx/pretalxSlots.ts';
import { decodeScheduleJson, isScheduleJson } from './formats/scheduleJson.ts';
import { decodeSessionizeAll, isSessionizeAll } from './formats/sessionize/sessionizeAll.ts';
import { decodeSessionizeGrid, isSessionizeGrid } from './formats/sessionize/sessionizeGrid.ts';
import {
  decodeSessionizeSessions,
  isSessionizeSessions,
} from './formats/sessionize/sessionizeSessions.ts';
import { decodeSymposion, isSymposion } from './formats/symposion.ts';
import { createFindings, type Findings, type ScheduleWarning } from './reading/findings.ts';
import { parseJson } from './reading/json.ts';
import { MAX_SCHEDULE_BYTES } from './reading/limits.ts';
import { isScript, type ScriptValue, valuesOfScript } from './reading/script.ts';
import { textOfBytes } from './reading/text.ts';
import { isWebPage } from './reading/webPage.ts';
import { parseXml } from './reading/xml.ts';
import { ScheduleFormatError } from './refusal.ts';
import type { Conference } from './schedule.ts';

export interface DecodedSchedule {
  readonly format: ScheduleFormat;
  readonly conference: Conference;
  /** One a code, in the order found. */
  readonly warnings: readonly ScheduleWarning[];
}

export interface DecodeOptions {
  /** IANA zone of the venue, used where the schedule names none; the schedule's own wins. */
  readonly timeZone?: string | undefined;
}

/**
 * Reads a schedule of any known format, told by its content. What is odd is read
 * and warned about; what cannot be read throws a {@link ScheduleFormatError}.
 */
export function decodeSchedule(bytes: Uint8Array, options: DecodeOptions = {}): DecodedSchedule {
  if (bytes.length > MAX_SCHEDULE_BYTES) {
    throw new ScheduleFormatError({ kind: 'tooLarge', facts: [bytes.length, MAX_SCHEDULE_BYTES] });
  }
  const findings = createFindings();
  const draft = draftOf(textOfBytes(bytes), options.timeZone, findings);
  const conference = assemble(draft, findings);
  refuseOversized(conference);
  return { format: draft.format, conference, warnings: findings.warnings() };
}

function draftOf(text: string, zone: string | undefined, findings: Findings): ConferenceDraft {
  const start = text.trimStart().slice(0, 2000);
  if (isWebPage(text)) {
    throw new ScheduleFormatError({ kind: 'webPage', facts: [] });
  }
  if (start.startsWith('<')) return draftOfXml(text.trim(), zone, findings);
  if (/^[[{]/.test(start)) return draftOfJson(parseJson(text), zone, findings);
  if (isScript(text)) return draftOfJson(dataOf(valuesOfScript(text)), zone, findings);
  if (/^BEGIN:VCALENDAR/i.test(start)) return decodeIcalendar(text, zone, findings);
  return decodePretalxCsv(text, zone, findings);
}

function draftOfXml(text: string, zone: string | undefined, findings: Findings): ConferenceDraft {
  const root = parseXml(text, findings);
  switch (root.name.toLowerCase().replace(/^xcal:/, '')) {
    case 'schedule':
      return decodePentabarfXml(root, zone, findings);
    case 'icalendar':
      return decodeXcal(root, zone, findings);
    case 'html':
      throw new ScheduleFormatError({ kind: 'webPage', facts: [] });
    default:
      throw new ScheduleFormatError({ kind: 'otherXml', facts: [root.name] });
  }
}

/** What a script hands on, or its variables by name. */
function dataOf(values: readonly ScriptValue[]): unknown {
  const [first] = values;
  if (values.length === 1 && first?.name === undefined) return first?.value;
  return Object.fromEntries(values.map(({ name, value }, at) => [name ?? `${at}`, value]));
}

type JsonDecoder = (
  value: unknown,
  zone: string | undefined,
  findings: Findings,
) => ConferenceDraft;

/** Each knows its own. */
const JSON_FORMATS: readonly (readonly [knows: (value: unknown) => boolean, read: JsonDecoder])[] =
  [
    [isScheduleJson, decodeScheduleJson],
    [isPretalxBundle, decodePretalxBundle],
    [isSessionizeAll, decodeSessionizeAll],
    [isSessionizeGrid, decodeSessionizeGrid],
    [isSessionizeSessions, decodeSessionizeSessions],
    [isSymposion, decodeSymposion],
    [isIndico, decodeIndico],
    [isPretalxSlots, decodePretalxSlots],
    [isConclar, decodeConclar],
  ];

function draftOfJson(
  value: unknown,
  zone: string | undefined,
  findings: Findings,
): ConferenceDraft {
  const known = JSON_FORMATS.find(([knows]) => knows(value));
  if (known !== undefined) return known[1](value, zone, findings);
  const isPeople = isPeopleList(value);
  throw new ScheduleFormatError({ kind: isPeople ? 'onlyPeople' : 'otherJson', facts: [] });
}
