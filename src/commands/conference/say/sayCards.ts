import { FEWEST, rounded } from '../../../agenda/interest.ts';
import type { SayAct } from '../../../cards/actions/organiserDeeds.ts';
import {
  type Block,
  type Button,
  type Card,
  paragraph,
  quiet,
  type Text,
} from '../../../cards/cards.ts';
import { button, viewButton } from '../../../cards/controls.ts';
import { saidBlocks } from '../../../courier/wording/sayCard.ts';
import type { SayMessages } from '../../../messages/en/say.ts';
import type { Say, SayProgress } from '../../../outbox/kinds/say.ts';
import { cut, oneLine } from '../../../platform/text.ts';
import type { Context } from '../../context.ts';
import { momentWords } from '../organiserWords.ts';
import { audienceText } from './audience.ts';

export interface SayFacts {
  readonly say: Say;
  readonly progress: SayProgress;
  /** About how many have the talk on their list, absent where they are few; or how many speakers there are. */
  readonly people: number | undefined;
  /** About how many of those it reaches, absent where they are few or nobody counts. */
  readonly reached: number | undefined;
}

/** What is about to be said as it will look, or how far it has come; with what can be done about it. */
export function sayView(
  { say, progress, people, reached }: SayFacts,
  note: string | undefined,
  context: Context,
): Card {
  const { messages } = context;
  const words = messages.say;
  const whom = audienceText(say.audience, people, context);
  return {
    kind: 'organiser',
    title: words.title,
    summary: words.title,
    blocks: [
      ...(note === undefined ? [] : [paragraph(note)]),
      paragraph(...whom),
      ...reachWords(say, people, reached, context),
      ...(say.state === 'draft' ? [] : [paragraph(progressWords(say, progress, context))]),
      ...shown(say, context),
      { kind: 'buttons', buttons: buttonsOf(say, progress, context) },
    ],
  };
}

/** Before it leaves; of few people that is said with whom it is to. */
function reachWords(
  { state, audience }: Say,
  people: number | undefined,
  reached: number | undefined,
  { messages }: Context,
): readonly Block[] {
  if (state !== 'draft' || audience.kind !== 'starred' || people === undefined) return [];
  return [paragraph(messages.say.reach(reached))];
}

function shown({ state, text, draft }: Say, { messages }: Context): readonly Block[] {
  const { again, preview } = messages.say;
  if (draft !== undefined) {
    const intro = state === 'draft' ? preview : again;
    return [quiet(intro), { kind: 'divider' }, ...saidBlocks(draft), { kind: 'divider' }];
  }
  return state === 'removed' || text === ''
    ? []
    : [{ kind: 'divider' }, ...saidBlocks(text), { kind: 'divider' }];
}

/** How many it has reached; and of those, how many as it is now. */
function progressWords(say: Say, progress: SayProgress, { messages }: Context): string {
  const words = messages.say;
  const edited = editedWords(say, progress, words);
  if (say.state === 'removed') return [words.removed, ...edited].join(' ');
  const stopped = say.state === 'stopped' ? [words.stopped] : [];
  return [...stopped, reachedWords(say, progress, words), ...edited].join(' ');
}

function reachedWords(
  { audience, state }: Say,
  { waiting, sent, failed }: SayProgress,
  words: SayMessages,
): string {
  const of = waiting + sent + failed;
  // What was stopped could have been sent.
  const lost = state === 'stopped' ? 0 : failed;
  if (of === 0) return words.toNobody;
  if (audience.kind === 'channels') return words.progress(sent, of, lost);
  if (of < FEWEST) return words.progressFew;
  return words.progress(byFive(sent), rounded(of), byFive(lost));
}

function editedWords(
  { audience, state }: Say,
  { sent, behind }: SayProgress,
  words: SayMessages,
): readonly string[] {
  const told = state === 'removed' ? words.progressRemoved : words.progressEdited;
  if (behind === 0) return [];
  if (audience.kind === 'channels') return [told(sent - behind, sent)];
  return sent < FEWEST ? [] : [told(byFive(sent - behind), rounded(sent))];
}

/** Whom direct messages reach is nobody's business one by one. */
function byFive(people: number): number {
  return Math.floor(people / FEWEST) * FEWEST;
}

function buttonsOf(say: Say, { waiting }: SayProgress, context: Context): readonly Button[] {
  const words = context.messages.say;
  const act = (kind: SayAct, label: string, style?: 'primary' | 'danger') =>
    button(context, { kind: 'say', act: kind, say: say.id, edition: say.edition }, label, style);
  const look = act('look', words.look);
  const all = viewButton(context, { kind: 'says' }, words.list);
  if (say.state === 'removed') return [look, all];
  const isDraft = say.state === 'draft';
  return [
    ...(say.draft === undefined
      ? []
      : [act('send', isDraft ? words.send : words.sendAgain, 'primary')]),
    act('write', isDraft || say.draft !== undefined ? words.write : words.edit),
    ...(isDraft ? [] : [look, act('remove', words.remove, 'danger')]),
    all,
    // Last, so that no other button moves under a finger once there is nothing left to stop.
    ...(say.state === 'sent' && waiting > 0 ? [act('stop', words.stop, 'danger')] : []),
  ];
}

const LONGEST_LABEL = 60;

/** The latest that were sent, each behind a button. */
export function saysView(says: readonly Say[], context: Context): Card {
  const { marks, say } = context.messages;
  const { list, listNone, removed } = say;
  const line = ({ madeAt, state, text, audience }: Say): Text => [
    `${momentWords(madeAt, context)} · `,
    ...audienceText(audience, undefined, context),
    marks.colon + (state === 'removed' ? removed : cut(oneLine(text), LONGEST_LABEL)),
  ];
  return {
    kind: 'organiser',
    title: list,
    summary: says.length === 0 ? listNone : list,
    blocks: [
      ...(says.length === 0 ? [paragraph(listNone)] : []),
      ...says.flatMap((say): readonly Block[] => [
        paragraph(...line(say)),
        {
          kind: 'buttons',
          buttons: [viewButton(context, { kind: 'say', say: say.id }, context.messages.say.look)],
        },
      ]),
    ],
  };
}
