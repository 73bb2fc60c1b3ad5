import { ScheduleFormatError } from '../refusal.ts';

/**
 * The text of a schedule: UTF-8, UTF-16 with or without a byte order mark, or the encoding
 * that an XML declaration names. Throws {@link ScheduleFormatError}.
 */
export function textOfBytes(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? 'utf-8';
  const text = decoderFor(encoding)(isCalendar(bytes) ? unfold(bytes) : bytes);
  if (text.includes('\0')) throw new ScheduleFormatError({ kind: 'notText', facts: [] });
  if (text.trim() === '') throw new ScheduleFormatError({ kind: 'empty', facts: [] });
  return text;
}

/** Every format begins with a letter or a sign of ASCII; in UTF-16 a zero stands beside it. */
const MARKS: readonly (readonly [encoding: string, mark: RegExp])[] = [
  ['utf-16le', /^(?:\xff\xfe|[^\0]\0)/],
  ['utf-16be', /^(?:\xfe\xff|\0[^\0])/],
  ['utf-8', /^\xef\xbb\xbf/],
];

function markedEncoding(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 3));
  return MARKS.find(([, mark]) => mark.test(start))?.[0];
}

function declaredEncoding(bytes: Uint8Array): string | undefined {
  const declared = /^\s*<\?xml[^>]{0,80}?\sencoding\s*=\s*["']([^"'>]{1,40})["']/.exec(head(bytes));
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says; .NET writes such.
  return /^utf-?16/i.test(declared?.[1] ?? '') ? undefined : declared?.[1];
}

function decoderFor(encoding: string): (bytes: Uint8Array) => string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding, { fatal: true });
  } catch {
    throw new ScheduleFormatError({ kind: 'unknownEncoding', facts: [encoding] });
  }
  return (bytes) => {
    try {
      return decoder.decode(bytes);
    } catch {
      throw new ScheduleFormatError({ kind: 'notText', facts: [] });
    }
  };
}

function isCalendar(bytes: Uint8Array): boolean {
  return /^\s*BEGIN:VCALENDAR/i.test(head(bytes));
}

/** The first bytes as Latin-1, without a UTF-8 byte order mark. */
function head(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 200)).replace(/^\u{ef}\u{bb}\u{bf}/u, '');
}

const [TAB, LF, CR, SPACE] = [9, 10, 13, 32] as const;

/** iCalendar folds lines by bytes, also in the middle of a character (RFC 5545, 3.1): they are joined before decoding. */
function unfold(bytes: Uint8Array): Uint8Array {
  const unfolded = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lineEnd = bytes[at] === CR && bytes[at + 1] === LF ? 2 : bytes[at] === LF ? 1 : 0;
    const next = bytes[at + lineEnd];
    if (lineEnd > 0 && (next === SPACE || next === TAB)) at += lineEnd;
    else unfolded[length++] = bytes[at] ?? 0;
  }
  return unfolded.subarray(0, length);
}
