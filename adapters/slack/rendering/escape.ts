import { plain } from '../../../src/platform/text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Slack's mrkdwn has no escape for its marks, so those that could open or close one are shown as their likes. */
const LIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** A mark between two letters or digits (`io_uring`) formats nothing and stays as it is. */
const MARK = /(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu;

/** Emoji names: `:tada:` stays seven letters. */
const EMOJI = /:(?=[\w+'-]+:)/gu;

/** Slack links bare addresses by itself; a word joiner keeps them words. */
const ADDRESS = /:(?=\/\/)|(?<=\b(?:www|[\w-]{2,}))\.(?=[a-z]{2,}\/)/giu;

/** Untrusted text as Slack's mrkdwn shows it letter by letter. */
export function escapeMarkup(text: string): string {
  return plain(text)
    .replace(/[&<>]/gu, (sign) => ENTITIES[sign] ?? sign)
    .replace(MARK, (mark) => LIKES[mark] ?? mark)
    .replace(EMOJI, ':\u2060')
    .replace(ADDRESS, '\u2060$&');
}
