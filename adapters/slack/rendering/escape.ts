/** Marks that turn the direction of what follows, or hide letters. */
const INVISIBLE = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\u200B\uFEFF]/gu;

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

/** Untrusted text for `plain_text` objects (sent with `emoji: false`). */
export function plain(text: string): string {
  return text
    .toWellFormed()
    .replace(INVISIBLE, '')
    .replace(/[\u2028\u2029]/gu, '\n')
    .replace(/[\p{Cc}--[\n\t]]/gv, ' ');
}

/** The address as a link may carry it; undefined for anything but the web's. */
export function webAddress(url: string): string | undefined {
  const parsed = URL.parse(url);
  const isWeb = parsed?.protocol === 'https:' || parsed?.protocol === 'http:';
  return parsed !== null && isWeb && parsed.href.length <= LONGEST_ADDRESS
    ? parsed.href
    : undefined;
}

/** Slack's limit for the address of a button. */
const LONGEST_ADDRESS = 3_000;
