import { type Block, type Card, type Inline, quiet } from '../../../cards/cards.ts';
import { viewButton } from '../../../cards/controls.ts';
import type { Frame } from '../../../cards/frame.ts';
import { conferenceLabel } from '../../../cards/wording/conferenceWords.ts';
import { languageWords } from '../../../cards/wording/talkWords.ts';
import { clockWords, dateWords, instantTime } from '../../../cards/wording/time.ts';
import type { Instant } from '../../../clock.ts';
import { languageOf } from '../../../messages/messages.ts';
import type { AlertChannel } from '../../../outbox/kinds/alert.ts';
import type { Talk } from '../../../schedule/schedule.ts';
import { streamOf } from '../../../schedule/talkLinks.ts';
import { channelInline, crowdFacts } from '../organiserWords.ts';
import type { PreviewedPost } from './preview.ts';
import { DIRECT_KINDS, type DirectPreview } from './previewDirect.ts';

const MOST_POSTS = 20;
const MOST_TALKS = 4;

/** What comes beside the posts. */
export interface Unlisted {
  readonly alerts: AlertChannel | undefined;
  readonly direct: DirectPreview;
  /** Direct messages to speakers who are on soon; of whom organisers know. */
  readonly toSpeakers: number;
}

/** `/conference preview`: when, where and what, one line a post. */
export function organiserPreviewCard(
  posts: readonly PreviewedPost[],
  hours: number,
  { alerts, direct, toSpeakers }: Unlisted,
  frame: Frame,
): Card {
  const { organiser, speaking } = frame.messages;
  const summary = organiser.previewSummary(posts.length);
  const rest = posts.length - MOST_POSTS;
  return {
    kind: 'organiser',
    title: organiser.preview(hours),
    summary,
    blocks: [
      quiet(summary),
      ...posts.slice(0, MOST_POSTS).map((post) => postLine(post, frame)),
      ...(rest > 0 ? [quiet(organiser.morePosts(rest))] : []),
      ...directLines(direct, frame),
      ...(toSpeakers === 0 ? [] : [quiet(speaking.previewed(toSpeakers))]),
      ...(alerts === undefined
        ? []
        : [quiet(`${organiser.alertsBeside} `, channelInline(alerts.target))]),
      ...crowdFacts(frame).map(({ label, value }) =>
        quiet(label + frame.messages.marks.colon, ...value),
      ),
      {
        kind: 'buttons',
        buttons: [viewButton(frame, { kind: 'preview', hours }, organiser.again)],
      },
    ],
  };
}

/** What members get for themselves is no post, and nobody's business but in numbers. */
function directLines(direct: DirectPreview, { messages }: Frame): readonly Block[] {
  const { direct: words, notListed } = messages.organiser;
  const counted = DIRECT_KINDS.flatMap((kind) => {
    const count = direct[kind];
    return count === undefined ? [] : [words[kind](count)];
  });
  return counted.length === 0 ? [] : [quiet(notListed(counted.join(', ')))];
}

function postLine(post: PreviewedPost, frame: Frame): Block {
  const { at, target, kind, language, talks, of } = post;
  const { messages, now, programme } = frame;
  const conference = of ?? programme.conference;
  const { timeZone } = conference;
  const date = (instant: Instant) => dateWords(instant, timeZone, messages);
  const isToday = date(at) === date(now);
  const named = (talk: Talk, index: number): readonly Inline[] => [
    index === 0 ? `${clockWords(talk.start, timeZone, messages)} ` : messages.marks.semicolon,
    { kind: 'strong', text: talk.title },
    ...(talk.room === undefined ? [] : [`, ${talk.room}`]),
    ...(streamOf(talk, conference) === undefined ? [] : [`, ${messages.organiser.withStream}`]),
  ];
  const unsaid = talks.length - MOST_TALKS;
  const rest = unsaid > 0 ? [` ${messages.announcements.andMoreTalks(unsaid)}`] : [];
  const what: readonly Inline[] =
    kind === 'digest'
      ? [messages.organiser.digest]
      : [...talks.slice(0, MOST_TALKS).flatMap(named), ...rest];
  const isOwn = language === languageOf(messages.time.locale);
  return {
    kind: 'text',
    text: [
      ...(isToday ? [] : [`${messages.organiser.tomorrow} `]),
      instantTime(at, timeZone, 'time', messages),
      ' ',
      channelInline(target),
      ' · ',
      ...what,
      ...(of === undefined ? [] : [` · ${conferenceLabel(of)}`]),
      ...(isOwn ? [] : [` (${languageWords(language, messages)})`]),
    ],
    tone: 'normal',
  };
}
