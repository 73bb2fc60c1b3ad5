import type { TalkDraft } from '../../assembling/draft.ts';
import { splitNames } from '../pretalx/pretalx.ts';

/** `indico-contribution-7@host`, or a session's, or the whole event's. */
export function isIndicoUid(uid: string | undefined): boolean {
  return /^indico-[a-z]{1,20}-[\d-]{1,40}@/.test(uid ?? '');
}

/** What Indico writes into one description: who speaks, the text, and the page's address. */
export interface IndicoDescription {
  readonly names: readonly string[];
  readonly text: string;
}

/** Names have affiliations behind them: `Ann Lee (Harbour Institute, Kiel)`. */
export function readIndicoDescription(description: string, url = ''): IndicoDescription {
  const [line, written] = /^Speakers: ([^\n]*)(?:\n\s*|$)/.exec(description) ?? [''];
  const rest = description.slice(line.length).trimEnd();
  const text = url !== '' && rest.endsWith(url) ? rest.slice(0, -url.length) : rest;
  const names = splitNames(written ?? '').map((name) => name.replace(/\s*\([^()]*\)\s*$/, ''));
  return { names: names.filter((name) => name !== ''), text: text.trim() };
}

/** Drops the venue that stands behind every room: `Main Hall (Harbour Institute)` is Main Hall. */
export function withoutVenue(talks: readonly TalkDraft[]): readonly TalkDraft[] {
  const rooms = talks.flatMap(({ room }) => room ?? []);
  const venue = / \([^()]+\)$/.exec(rooms[0] ?? '')?.[0];
  const isShared = venue !== undefined && rooms.every((room) => room.endsWith(venue));
  if (!isShared || !talks.every(({ id }) => isIndicoUid(id))) return talks;
  return talks.map((talk) => ({ ...talk, room: talk.room?.slice(0, -venue.length) }));
}
