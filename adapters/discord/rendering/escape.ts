/**
 * Everything that Discord's markdown could bring alive gets a backslash: emphasis, spoilers, links,
 * mentions, timestamps, command links, emoji names, and (by the colon of `://`) bare addresses.
 */
const ANYWHERE = /[\\*_~`|<>[\]()@#]|:(?=\/\/)|:(?=\w+:)/gu;

/** Discord makes invitations out of these even without a scheme before them. */
const INVITE = /(discord(?:app)?)\.(?=gg\/|me\/|com\/|link\/)/giu;

/** Lists and quotes begin at the head of a line. */
const LINE_HEAD = /^([ \t]*)([-+])/gmu;
const NUMBERED_HEAD = /^([ \t]*\d+)\./gmu;

/** Marks that turn the direction of what follows, or hide letters. */
const INVISIBLE = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/gu;

/** Untrusted text as Discord shows it letter by letter. */
export function escapeMarkup(text: string): string {
  return plain(text)
    .replace(ANYWHERE, '\\$&')
    .replace(INVITE, '$1\\.')
    .replace(LINE_HEAD, '$1\\$2')
    .replace(NUMBERED_HEAD, '$1\\.');
}

/** Untrusted text for labels, where Discord knows no markdown. */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(/[\u2028\u2029]/gu, '\n')
    .replace(/[\p{Cc}--[\n\t]]/gv, ' ');
}
