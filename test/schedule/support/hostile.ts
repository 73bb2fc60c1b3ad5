/** Inputs meant to hurt, by name. Run as a program with such names, this file reads them and prints what each cost. */
import { decodeSchedule } from '../../../src/schedule/decode.ts';

const MB = 2 ** 20;
const HEAD =
  '<schedule><conference><title>T</title><time_zone_name>UTC</time_zone_name></conference><day date="2031-03-29"><room name="R">';
const TAIL = '</room></day></schedule>';
const talk = (text: string) =>
  `<event id="1"><title>T</title><start>10:00</start><duration>00:10</duration><abstract>${text}</abstract></event>`;
const rich = '&lt;p&gt;*a* &lt;b&gt;x_y&lt;/b&gt; [z]&lt;/p&gt;';

const texts: Readonly<Record<string, () => string>> = {
  empty: () => '',
  blank: () => ' \r\n\t ',
  'XML cut off': () => `${HEAD}<event id="1"><title>T`,
  'JSON cut off': () => '{"schedule":{"conference":{"title":"T","days":[{',
  'iCalendar cut off': () => 'BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:T\r\n',
  'iCalendar out of order': () => 'BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\nSUMMARY:T\r\n',
  'CSV cut off in a quote': () => `ID,Title,Start\n1,"${'a'.repeat(MB)}`,
  'error page': () => '<!DOCTYPE html>\n<html><body><h1>502 Bad Gateway</h1></body></html>',
  'error page as XHTML': () =>
    '<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html><body/></html>',
  'other XML': () => '<rss version="2.0"><channel/></rss>',
  'other JSON': () => '{"name":"hallway","version":"0.1.0"}',
  'JSON of half a schedule': () => '{"schedule":{"conference":{"title":"T","days":7}}}',
  'other CSV': () => 'name,age\nAnn,7\n',
  'CSV without a start': () => 'ID,Title\n1,T\n',
  prose: () => 'The schedule will be published soon.',
  'no talks': () => `${HEAD}${TAIL}`,
  'entity bomb': () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) => `<!ENTITY b${level + 1} "${`&b${level};`.repeat(10)}">`,
    );
    return `<!DOCTYPE schedule [<!ENTITY b0 "bomb">${levels.join('')}]>${HEAD}${talk('&b30;')}${TAIL}`;
  },
  'external entity': () =>
    `<!DOCTYPE schedule [<!ENTITY x SYSTEM "file:///etc/passwd">]>${HEAD}${talk('&x;')}${TAIL}`,
  'external document type': () =>
    `<!DOCTYPE schedule SYSTEM "http://127.0.0.1:9/x.dtd">${HEAD}${talk('&x;')}${TAIL}`,
  'XML 200 levels deep': () => `<schedule>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</schedule>`,
  'JSON 200 levels deep': () => `${'{"schedule":'.repeat(200)}1${'}'.repeat(200)}`,
  'JSON millions of levels deep': () => '['.repeat(2 * MB),
  'millions of elements': () => `<schedule>${'<a/>'.repeat(600_000)}</schedule>`,
  'millions of values': () => `{"schedule":{"conference":{"days":[${'{},'.repeat(1_100_000)}{}]}}}`,
  'millions of lines': () => `BEGIN:VCALENDAR\n${'X-A;B=C:d\n'.repeat(450_000)}END:VCALENDAR`,
  'a string without end': () => `{"${'\\"'.repeat(2 * MB)}`,
  'more talks than a conference has': () =>
    `ID,Title,Start\n${'1,T,2031-03-29T10:00:00Z\n'.repeat(30_000)}`,
};

const readable: Readonly<Record<string, () => string>> = {
  'rich abstracts without end': () =>
    `${HEAD}${Array.from({ length: 60 }, () => talk(rich.repeat(1000))).join('')}${TAIL}`,
  'abstracts nested without end': () => `${HEAD}${talk('&lt;p&gt;&lt;div&gt;'.repeat(2e5))}${TAIL}`,
  'blanks and marks without end': () =>
    `${HEAD}${talk(`${'[`*_'.repeat(MB / 2)}&lt;a href=x ${'href=https:'.repeat(3e5)}\n${' '.repeat(MB)}x`)}${TAIL}`,
  'ten thousand talks of one id': () => `${HEAD}${talk('').repeat(10_000)}${TAIL}`,
};

/** Those whose cost is measured, in a process of their own. */
export const costly: readonly string[] = [
  'entity bomb',
  'a hundred megabytes',
  'JSON millions of levels deep',
  'millions of elements',
  'millions of values',
  'millions of lines',
  'more talks than a conference has',
];
export const refused: readonly string[] = [
  ...Object.keys(texts),
  'not UTF-8',
  'not text',
  'unknown encoding',
].filter((name) => !costly.includes(name));
export const heavy: readonly string[] = Object.keys(readable);

export function hostileBytes(name: string): Uint8Array {
  switch (name) {
    case 'a hundred megabytes':
      return new Uint8Array(100 * MB);
    case 'not UTF-8':
      return Uint8Array.from([...new TextEncoder().encode('<schedule>'), 0xe9, 0x20, 0xff]);
    case 'not text':
      return Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);
    case 'unknown encoding':
      return new TextEncoder().encode('<?xml version="1.0" encoding="ebcdic-klingon"?><schedule/>');
    default:
      return new TextEncoder().encode((texts[name] ?? readable[name])?.());
  }
}

export interface Cost {
  readonly name: string;
  readonly outcome: string;
  /** Of computing, on all cores; what other programs do meanwhile does not count. */
  readonly cpuMs: number;
  /** The most the process has held so far. */
  readonly megabytes: number;
}

function costOf(name: string): Cost {
  const bytes = hostileBytes(name);
  const begin = process.cpuUsage();
  let outcome: string;
  try {
    outcome = `${decodeSchedule(bytes).conference.talks.length} talks`;
  } catch (error) {
    outcome = String(error);
  }
  const { user, system } = process.cpuUsage(begin);
  const cpuMs = (user + system) / 1_000;
  return { name, outcome, cpuMs, megabytes: process.resourceUsage().maxRSS / 1024 };
}

const [, program, ...names] = process.argv;
if (program === import.meta.filename) process.stdout.write(JSON.stringify(names.map(costOf)));
