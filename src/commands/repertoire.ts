import type { Deed, ShowingKind } from '../cards/actions/action.ts';
import type { Card } from '../cards/cards.ts';
import type { View } from '../cards/view.ts';
import type { PressRequest, QuestionRequest, Reply } from '../platform/requests.ts';
import type { Command } from './command.ts';
import type { Context } from './context.ts';

/** All that Hallway can do; `commands.ts` writes it out. */
export interface Repertoire {
  readonly commands: readonly Command[];
  /** Of a question whose text is trimmed and visible; nothing of an organiser's is done for it. */
  answer(question: QuestionRequest, context: Context): Promise<Answer>;
  draw(view: View, context: Context): Promise<Card>;
  /** Does what changes or asks something; what only shows is the router's. */
  perform(deed: ChangingDeed, context: Context, request: PressRequest): Promise<Reply>;
}

export interface Answer {
  readonly card: Card;
  /** For the asker alone, where the card may say less than that. */
  readonly own?: Card | undefined;
}

export type ChangingDeed = Exclude<Deed, { readonly kind: ShowingKind }>;
