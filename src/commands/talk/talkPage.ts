import type { Instant } from '../../clock.ts';
import type { Talk } from '../../schedule/schedule.ts';

/**
 * Whose page the address is of, whatever follows its path; of the times that a talk is held, the next.
 * Where one page tells of many talks, the rest of the address has to say of which.
 */
export function talkOfPage(
  address: string,
  talks: readonly Talk[],
  now: Instant,
): Talk | undefined {
  const asked = pageOf(address);
  if (asked === undefined) return undefined;
  const there = talks.flatMap((talk) => {
    const own = talk.url === undefined ? undefined : pageOf(talk.url);
    return own?.page === asked.page ? [{ talk, rest: own.rest }] : [];
  });
  const isWhole = new Set(there.map(({ rest }) => rest)).size === 1;
  const fitting = isWhole ? there : there.filter(({ rest }) => rest === asked.rest);
  const isOneTalk = new Set(fitting.map(({ talk }) => talk.title)).size === 1;
  const next = fitting.find(({ talk }) => talk.end > now) ?? fitting[0];
  return isOneTalk ? next?.talk : undefined;
}

/** More addresses, or longer ones, are nobody's question. */
const MOST_ADDRESSES = 3;
const LONGEST_ADDRESS = 1_000;

/** The talk whose page somebody pastes, with or without words around it. */
export function talkOfPageIn(text: string, talks: readonly Talk[], now: Instant): Talk | undefined {
  return text
    .split(/\s+/u)
    .filter((word) => word.length <= LONGEST_ADDRESS && /\..*\//u.test(word))
    .slice(0, MOST_ADDRESSES)
    .map((word) => talkOfPage(word, talks, now))
    .find((talk) => talk !== undefined);
}

/** What people and chats put around an address, as `<…>` for one without a preview. */
const AROUND = /^[<("'“„]+|[>)"'”“.,;:!?…]+$/gu;

interface Page {
  readonly page: string;
  readonly rest: string;
}

/** Of the web's; people leave `https://` out, and `www.` is the same place. */
function pageOf(address: string): Page | undefined {
  const bare = address.replace(AROUND, '');
  const parsed = URL.parse(/^https?:\/\//iu.test(bare) ? bare : `https://${bare}`);
  if (parsed === null) return undefined;
  const { host, pathname, search, hash } = parsed;
  const path = pathname.replace(/\/+$/u, '');
  return path === '' && search + hash === ''
    ? undefined
    : { page: host.replace(/^www\./u, '') + path, rest: search + hash };
}
