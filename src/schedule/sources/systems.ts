/**
 * What is known of the systems that conferences have their schedules in: which of their addresses lead
 * to which export. A row is a fact, and where it comes from; what is made of it is in `candidates.ts`.
 */

/** A system whose exports can be told from the addresses of its pages. */
export interface System {
  /** As it is called wherever people read of it. */
  readonly name: string;
  /** What organisers have at hand, by way of example; the first of them leads to `found`. */
  readonly pasted: readonly string[];
  readonly found: string;
  /** What comes along beside titles, times, rooms and speakers, in English: `docs/sources.md` has it. */
  readonly brings: string;
  readonly rules: readonly ExportRule[];
  /** What its pages call themselves in `<meta name="generator">`. */
  readonly generator?: RegExp;
  /** Where the script of its pages names the data that it shows: the first group. */
  readonly script?: RegExp;
}

export interface ExportRule {
  /** Hosts of the system; without it the path alone tells, on whatever host, and may be wrong. */
  readonly host?: RegExp;
  /** From the beginning of path and query; what it leaves of them is of no account. */
  readonly path: RegExp;
  /** Best first: paths on the same host, or addresses, with what the path's groups caught. */
  readonly exports: readonly string[];
}

const PRETALX_EXPORTS = ['/$1/schedule/export/schedule.json', '/$1/schedule/export/schedule.xml'];
const INDICO_EXPORTS = [
  '$1/export/timetable/$2.json',
  '$1/event/$2/event.ics?detail=contributions&scope=contribution',
];
const SESSIONIZE_EXPORTS = ['/api/v2/$1/view/All', '/api/v2/$1/view/GridSmart'];

export const SYSTEMS: readonly System[] = [
  {
    name: 'FOSDEM',
    pasted: ['https://fosdem.org/2026/schedule/', 'https://fosdem.org/2026/schedule/event/abc/'],
    found: 'https://fosdem.org/2026/schedule/xml',
    brings: 'tracks, types, abstracts, links, the pages of talks',
    rules: [
      {
        host: /^(?:www\.|archive\.)?fosdem\.org$/,
        path: /^\/(\d{4})(?:\/|$)/,
        exports: ['/$1/schedule/xml'],
      },
    ],
  },
  {
    name: 'PyCon US',
    pasted: ['https://us.pycon.org/2026/schedule/', 'https://us.pycon.org/2026/'],
    found: 'https://us.pycon.org/2026/schedule/conference.json',
    brings:
      'kinds as types, breaks, abstracts, posters as a list, the pages of talks, cancellations',
    rules: [
      {
        host: /^us\.pycon\.org$/,
        path: /^\/(\d{4})(?:\/|$)/,
        exports: ['/$1/schedule/conference.json'],
      },
    ],
  },
  {
    // Static copies of frab, then the hub, whose schedule is served beside it.
    name: 'c3voc',
    pasted: [
      'https://fahrplan.events.ccc.de/congress/2023/fahrplan/schedule/1.html',
      'https://events.ccc.de/congress/2025/hub/en/schedule',
    ],
    found: 'https://fahrplan.events.ccc.de/congress/2023/fahrplan/schedule.json',
    brings: 'tracks, types, languages, abstracts, links, what is not recorded',
    rules: [
      {
        host: /^fahrplan\.events\.ccc\.de$/,
        path: /^\/(.+?\/[Ff]ahrplan)(?:\/|$)/,
        exports: ['/$1/schedule.json', '/$1/schedule.xml'],
      },
      {
        host: /^events\.ccc\.de$/,
        path: /^\/(congress|camp)\/(\d{4})(?:\/|$)/,
        exports: ['https://api.events.ccc.de/$1/$2/schedule.json'],
      },
    ],
  },
  {
    name: 'Sched',
    pasted: ['https://democon2026.sched.com/', 'https://democon2026.sched.com/event/1abc/keynote'],
    found: 'https://democon2026.sched.com/all.ics',
    brings: 'abstracts, the pages of talks; no zone, so name the venue’s',
    rules: [
      {
        host: /^(?!www\.|support\.|help\.)[\w-]+\.sched\.(?:com|org)$/,
        path: /^\//,
        exports: ['/all.ics'],
      },
    ],
  },
  {
    name: 'Sessionize',
    pasted: [
      'https://sessionize.com/api/v2/abcd1234/view/GridSmart?under=True',
      'https://sessionize.com/api/v2/abcd1234/view/Sessions',
    ],
    found: 'https://sessionize.com/api/v2/abcd1234/view/All',
    brings:
      'tracks, formats, languages, abstracts, breaks, cancellations, live and recorded video; no zone, so name the venue’s',
    rules: [
      {
        host: /^(?:www\.)?sessionize\.com$/,
        path: /^\/api\/v2\/(\w+)(?:$|\/(?!view\/(?:All|GridSmart)$))/,
        exports: SESSIONIZE_EXPORTS,
      },
    ],
  },
  {
    // The path before `/event/` is there where Indico shares its host.
    name: 'Indico',
    pasted: ['https://indico.example.org/event/1234/timetable/'],
    found: 'https://indico.example.org/export/timetable/1234.json',
    brings: 'sessions as tracks, breaks, abstracts, attached files, the zone',
    generator: /\bindico\b/i,
    rules: [{ path: /^(.*)\/event\/(\d+)(?:\/|$)/, exports: INDICO_EXPORTS }],
  },
  {
    name: 'pretalx',
    pasted: [
      'https://pretalx.com/democon/schedule/',
      'https://pretalx.com/democon/',
      'https://pretalx.com/democon/talk/ABCDEF/',
    ],
    found: 'https://pretalx.com/democon/schedule/export/schedule.json',
    brings:
      'tracks, types, languages, abstracts, links, what is not recorded; by its API, or else its widget, also breaks, public answers, the comment of a release, names in several languages',
    generator: /\bpretalx\b/i,
    rules: [
      {
        host: /\bpretalx\b/,
        path: /^\/(?!api\/|orga\/|static\/|media\/|redirect\/|p\/|$)([\w.-]+)(?:\/|$)/,
        exports: PRETALX_EXPORTS,
      },
      {
        path: /^\/([\w.-]+)\/(?:schedule|talk|speaker|featured|sneak)(?:\/|$)/,
        exports: PRETALX_EXPORTS,
      },
      { path: /^\/api\/events\/([\w.-]+)(?:\/|$)/, exports: PRETALX_EXPORTS },
    ],
  },
  {
    // The guide is a script on a page of its own; where its data lie is in that script.
    name: 'ConClár',
    pasted: ['https://guide.example.org/'],
    found: 'https://guide.example.org/schedule.json',
    brings:
      'areas as tracks, formats as types, other tags at the end of the abstract, links; no zone, so name the venue’s',
    rules: [],
    script:
      /\b(?:PROGRAM_DATA_URL|COMBINED|SCHEDULE)["']?\s{0,9}:\s{0,9}["'`]([^"'`\s]{1,500})["'`]/,
  },
];
