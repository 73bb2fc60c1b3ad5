import type { CommunityPage } from '../../../src/app/web.ts';
import type { Context } from '../../../src/commands/context.ts';
import { jointly } from '../../../src/commands/jointly.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';

/** What every page of a community is made from: pages are pure functions of it. */
export interface PageFrame extends Context {
  /** Below it are the community's pages. */
  readonly base: string;
}

/** All that run or are to come as one, for somebody who is nobody: no star shows, and nothing is theirs. */
export function pageFrame(
  base: string,
  page: Pick<CommunityPage, 'programmes' | 'now'>,
  messages: Messages,
): PageFrame {
  return { ...jointly(apartFrame(base, page, messages)), base };
}

/** The same with each conference by itself, those that are over as well. */
export function apartFrame(
  base: string,
  { programmes: [programme, ...others], now }: Pick<CommunityPage, 'programmes' | 'now'>,
  messages: Messages,
): PageFrame {
  const beside = others.map((one) => ({ programme: one, starred: new Set<string>() }));
  return {
    ...{ base, messages, programme, now, audience: 'everyone', starred: new Set() },
    ...(beside.length === 0 ? {} : { beside }),
    caller: { platform: 'web', member: '', locale: messages.time.locale, isOrganiser: false },
    member: { platform: 'web', id: '' },
  };
}

export function talkPath({ base, programme }: PageFrame, talk: Talk): string {
  return `${base}/talk/${encodeURIComponent(programme.refOf(talk))}`;
}
