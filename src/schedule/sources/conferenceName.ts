import { UNTITLED_CONFERENCE } from '../reading/findings.ts';
import type { Conference } from '../schedule.ts';
import type { Source } from '../source.ts';
import type { Version } from '../versions.ts';
import { shownSource } from './shownSource.ts';

/** Under the operator's title, where there is one; one without a name of its own by its source's address. */
export function named(
  conference: Conference,
  { address, title }: Pick<Source, 'address' | 'title'>,
): Conference {
  const { title: own } = conference;
  const name = title ?? (own === UNTITLED_CONFERENCE ? (nameIn(address) ?? own) : own);
  return name === own ? conference : { ...conference, title: name };
}

/**
 * The same of a version of the source that was `asked`, as the operator calls it whoever named it. The
 * name is no part of what is kept: another may be chosen for the versions there are.
 */
export function versionNamed(operators: Source, version: Version, asked: Source): Version {
  const source = asked.key === operators.key ? operators : asked;
  return { ...version, conference: named(version.conference, source) };
}

/** What names no conference but what is to be had there, on the sites of many. */
const COMMON =
  /^(?:all|calendar|conferences?|csv|current|data|events?|exports?|files?|grid|gridsmart|home|ical|json|latest|programm?e?|public|sample|schedules?|sessions?|speakers|static|srv|talks?|timetable|tmp|v\d+|view|www|xml)$/i;

/** `rustfest-2026`, `PyCon DE`, not an id such as `jl4ktls0`. */
const WORDS = /^\p{L}{2,}(?:[-_ .+]+(?:\p{L}+|\d{1,4})|\d{2}|\d{4})*$/u;

/** The last words of the path that are a name: `/democon-26/schedule.csv` gives "democon 26"; else the host. */
function nameIn(address: string): string | undefined {
  // Keys in an address are nobody's to read.
  const url = URL.parse(shownSource(address));
  const isWeb = url !== null && url.host !== '';
  const host = isWeb ? url.hostname.replace(/^www\./, '') : undefined;
  const parts = (isWeb ? url.pathname : address).split(/[/\\]/).map(decoded);
  // Paths of APIs are made of ids.
  if (host !== undefined && parts.some((part) => /^api$/i.test(part))) return host;
  const name = parts
    .map((part) => part.replace(/(?:\.(?:conference|csv|ics|ical|js|jsonp?|xml|xcal|xcs))+$/i, ''))
    .findLast((part) => WORDS.test(part) && !COMMON.test(part));
  return name?.replace(/[-_+]+/g, ' ') ?? host;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
