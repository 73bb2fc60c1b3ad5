import type ICAL from 'ical.js';
import { textOf } from './icalValues.ts';
import { isFullName, isPersonName } from './personNames.ts';

/** The words of a Sched summary: `Title - Ann Lee & Bo Ruiz, Red Hat; Cy Young, IBM`. */
export interface SchedSummary {
  readonly title: string;
  readonly names: readonly string[];
  /** People and companies as they are written. */
  readonly people: string;
}

export type SchedReader = (summary: string) => SchedSummary;

/** Reads the summaries of Sched's calendars; `undefined` where the calendars are none of its. */
export function schedReader(
  calendars: readonly ICAL.Component[],
  events: readonly ICAL.Component[],
): SchedReader | undefined {
  const isSched = calendars.some((one) => /\bSched\.com\b/i.test(textOf(one, 'prodid') ?? ''));
  if (!isSched) return undefined;
  const companies = new Set(
    events.flatMap((event) => {
      const tail = tailsOf(textOf(event, 'summary') ?? '')[0]?.people ?? '';
      return tail.split(';').flatMap((group) => /,\s*([^,&]+)$/.exec(group.trim())?.[1] ?? []);
    }),
  );
  return (summary) => {
    for (const { title, people } of tailsOf(summary)) {
      const names = namesIn(people, companies);
      if (names.length > 0) return { title, names, people };
    }
    return { title: summary, names: [], people: '' };
  };
}

const LONGEST = 1_000;

/** Where people may begin: behind the last dash, which some write without a blank before it. */
function tailsOf(summary: string): readonly { readonly title: string; readonly people: string }[] {
  if (summary.length > LONGEST) return [];
  const dash = /^(?<title>.*\S)\s*(?:\s[-–—]\s*|-\s+)(?<people>\S.*)$/s.exec(summary);
  const { title = '', people = '' } = dash?.groups ?? {};
  return title === '' ? [] : [{ title, people }];
}

/** None where the text does not look like people: a title may hold dashes too. */
function namesIn(people: string, companies: ReadonlySet<string>): readonly string[] {
  const groups = people.split(/\s*;\s*/).filter((group) => group !== '');
  const names = groups.flatMap((group) => namesInGroup(group, companies));
  const hasCompany = /[,&;]/.test(people);
  const isPeople = hasCompany ? isPersonName(names[0] ?? '') : names.every(isFullName);
  return isPeople ? names.filter((name) => isPersonName(name)) : [];
}

const COMPANY =
  /\b(?:corp(?:oration)?|co|consulting|developer|engineer(?:ing)?|foundation|gmbh|inc|international|labs?|lead|ltd|manager|officer|president|solutions|systems|technolog(?:y|ies)|university)\b/i;

/** Whether what stands between commas is one more person, and no company or profession. */
function isAnother(part: string, companies: ReadonlySet<string>): boolean {
  return isFullName(part) && !companies.has(part) && !COMPANY.test(part);
}

/** `Ann Lee, Bo Ruiz & Cy Young, Solo.io`: the last comma is before the company that they share. */
function namesInGroup(group: string, companies: ReadonlySet<string>): readonly string[] {
  return group.split(/\s+(?:&|and|\+)\s+(?=\p{L})/u).flatMap((piece) => {
    const [first = '', ...rest] = piece.split(/,\s*/).map((part) => part.trim());
    // Before the company of the last there may be what they do: `Ann Lee, Lead Engineer, IBM`.
    if (group.endsWith(piece)) return [first];
    return [first, ...rest.filter((part) => isAnother(part, companies))];
  });
}
