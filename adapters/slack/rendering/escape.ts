import { plain } from '../../../src/platform/text.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * Slack's mrkdwn has no escape for its marks, so those that could open or close one are shown as
 * their likes, which are seen for what they are: nothing invisible goes into what people copy.
 */
const LIKES: Readonly<Record<string, string>> = { '*': '∗', _: 'ˍ', '~': '∼', '`': 'ˋ' };

/** A mark between two letters or digits (`io_uring`) formats nothing and stays as it is. */
const MARK = /(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu;

/** Emoji names: `:tada:` stays six letters, and a time of day is none. */
const EMOJI = /:(?=(?:100|1234|[+-]1|[\w+'-]*[a-z][\w+'-]*):)/giu;
const COLON = '∶';

/**
 * Untrusted text as Slack's mrkdwn shows it letter by letter. Bare addresses stay words where the
 * text is `verbatim`.
 */
export function escapeMarkup(text: string): string {
  return escapeEntities(text)
    .replace(MARK, (mark) => LIKES[mark] ?? mark)
    .replace(EMOJI, COLON);
}

/** What stands between code marks, where nothing else comes alive; it is there to be copied. */
export function escapeCode(text: string): string {
  return escapeEntities(text).replaceAll('`', 'ˋ');
}

function escapeEntities(text: string): string {
  return plain(text).replace(/[&<>]/gu, (sign) => ENTITIES[sign] ?? sign);
}

/** What Slack escapes in what people write. */
export function unescapeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
