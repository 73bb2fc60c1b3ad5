/** pretalx's address of a talk holds its code: `…/talk/KEPZGG/`. */
export function codeIn(url: string | undefined): string | undefined {
  return /\/talk\/([A-Z0-9]{5,10})(?:\/|$)/.exec(url ?? '')?.[1];
}

/** …and the conference's acronym: `/democon/talk/KEPZGG/`. */
export function acronymIn(url: string | undefined): string | undefined {
  return /\/([a-z0-9._-]{1,80})\/talk\/[A-Z0-9]{5,10}(?:\/|$)/.exec(url ?? '')?.[1];
}

/** A slug that is nothing but a code, as some versions of pretalx write it. */
export function codeOfSlug(slug: string | undefined): string | undefined {
  return /^(?=.*[A-Z])[A-Z0-9]{6}$/.exec(slug ?? '')?.[0];
}

/** `pretalx-democon-KEPZGG@host` in iCalendar, `KEPZGG@@host` in xCal. */
export function codeOfUid(uid: string | undefined): string | undefined {
  return /^(?:pretalx-.{1,80}-)?([A-Z0-9]{5,10})@/.exec(uid ?? '')?.[1];
}

/** iCalendar's summary holds the speakers too: `Title - Ann, Bob`; the dash stands there even without any. */
export function splitSummary(summary: string): {
  readonly title: string;
  readonly speakers: readonly string[];
} {
  const dash = lastDash(`${summary} `);
  if (dash < 0) return { title: summary, speakers: [] };
  return { title: summary.slice(0, dash), speakers: splitNames(summary.slice(dash + 3)) };
}

/** Outside of brackets: an affiliation may hold dashes, as in `Ann Lee [CERN - IT]`. */
function lastDash(summary: string): number {
  let depth = 0;
  for (let at = summary.length - 1; at >= 0; at -= 1) {
    if (/[)\]]/.test(summary[at] ?? '')) depth += 1;
    else if (/[([]/.test(summary[at] ?? '')) depth = Math.max(0, depth - 1);
    else if (depth === 0 && summary.startsWith(' - ', at)) return at;
  }
  // Where brackets do not match, they are none.
  return depth === 0 ? -1 : summary.lastIndexOf(' - ');
}

/** Names in one field: one a line, or joined by commas or semicolons, but for those in brackets: `Ann Lee (CERN, Geneva)`. */
export function splitNames(names: string): readonly string[] {
  const separator = names.includes('\n') ? '\n' : names.includes(';') ? ';' : ',';
  const pieces =
    names.match(new RegExp(`(?:\\([^()\n]*\\)|\\[[^\\[\\]\n]*\\]|[^${separator}])+`, 'g')) ?? [];
  return pieces.flatMap((name) => name.trim() || []);
}
