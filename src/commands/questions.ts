import type { Card } from '../cards/cards.ts';
import type { View } from '../cards/view.ts';
import type { CommandSpec } from '../platform/commandSpec.ts';
import { drawSuggestions } from './answering/suggestions.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';
import { drawNext, nextCommand } from './next.ts';
import { drawNow, nowCommand } from './now.ts';
import { drawSchedule, scheduleCommand } from './schedule.ts';
import { drawSlot } from './talk/slot.ts';
import { drawSearch, drawTalk, talkSpec } from './talk/talk.ts';

/** What anybody may ask about a conference; nothing is kept of it. */
export function createQuestions(talk: Command): readonly Command[] {
  return [talk, nowCommand, nextCommand, scheduleCommand];
}

export const questionSpecs: readonly CommandSpec[] = [
  talkSpec,
  ...[nowCommand, nextCommand, scheduleCommand].map(({ spec }) => spec),
];

export type QuestionView = Extract<
  View,
  { readonly kind: 'talk' | 'slot' | 'search' | 'now' | 'next' | 'schedule' | 'suggest' }
>;

export async function drawQuestion(view: QuestionView, context: Context): Promise<Card> {
  switch (view.kind) {
    case 'talk':
      return drawTalk(view, context);
    case 'slot':
      return drawSlot(view, context);
    case 'search':
      return drawSearch(view, context);
    case 'now':
      return drawNow(view, context);
    case 'next':
      return drawNext(view, context);
    case 'schedule':
      return drawSchedule(view, context);
    case 'suggest':
      return drawSuggestions(view, context);
  }
}
