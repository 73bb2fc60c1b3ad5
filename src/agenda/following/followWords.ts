import { shortRef } from '../../cards/actions/reference.ts';
import type { Button } from '../../cards/cards.ts';
import { button } from '../../cards/controls.ts';
import type { Frame } from '../../cards/frame.ts';
import type { View } from '../../cards/view.ts';
import { currentName, type FollowSubject, type SubjectKey } from '../../programme/following.ts';
import type { TalkId } from '../../schedule/schedule.ts';
import type { Follow, FollowedTalk } from './follow.ts';

/** What is followed as people call it: words stand in quotation marks. */
export function followName(
  subject: FollowSubject,
  { messages, programme }: Pick<Frame, 'messages' | 'programme'>,
): string {
  const name = currentName(subject, programme.conference);
  return subject.kind === 'words' ? messages.agenda.quoted(name) : name;
}

/** All talks of what is followed, as a search finds them. */
export function followedView(
  subject: FollowSubject,
  { programme }: Pick<Frame, 'programme'>,
): View {
  const name = currentName(subject, programme.conference);
  const filter = subject.kind === 'speaker' ? 'by' : subject.kind;
  const query = filter === 'words' ? name : `${filter}:"${name.replaceAll('"', '')}"`;
  return { kind: 'search', query, page: 1 };
}

/** Why a member hears of talks, by the talk. */
export interface Reasons {
  readonly follows: readonly Follow[];
  readonly talks: readonly FollowedTalk[];
}

export const NO_REASONS: Reasons = { follows: [], talks: [] };

/** Those of a member's follows that found the talk. */
export function followsOf(talk: TalkId, { follows, talks }: Reasons): readonly Follow[] {
  const keys = new Set(talks.filter((one) => one.talk === talk).map(({ key }) => key));
  return follows.filter(({ key }) => keys.has(key));
}

/** `because you follow Daniel Borkmann`; undefined where nothing that is followed found it. */
export function becauseWords(talk: TalkId, reasons: Reasons, frame: Frame): string | undefined {
  const names = followsOf(talk, reasons).map(({ subject }) => followName(subject, frame));
  return names.length === 0 ? undefined : frame.messages.following.because(names.join(', '));
}

const MOST_BUTTONS = 5;

/** One for each follow that found one of the talks, as far as a row holds them. */
export function unfollowButtons(
  talks: readonly TalkId[],
  reasons: Reasons,
  frame: Frame,
): readonly Button[] {
  const follows = new Map<SubjectKey, Follow>(
    talks.flatMap((talk) => followsOf(talk, reasons).map((one) => [one.key, one] as const)),
  );
  const { unfollow } = frame.messages.following;
  return [...follows.values()]
    .slice(0, MOST_BUTTONS)
    .map(({ key, subject }) =>
      button(
        frame,
        { kind: 'unfollow', follow: shortRef(key) },
        unfollow(followName(subject, frame)),
      ),
    );
}
