import { plain } from '../../../src/platform/text.ts';

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

/** Untrusted text as Discord shows it letter by letter. */
export function escapeMarkup(text: string): string {
  return plain(text)
    .replace(ANYWHERE, '\\$&')
    .replace(INVITE, '$1\\.')
    .replace(LINE_HEAD, '$1\\$2')
    .replace(NUMBERED_HEAD, '$1\\.');
}
