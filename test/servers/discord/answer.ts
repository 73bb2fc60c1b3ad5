import { InteractionResponseType as Type } from 'discord-api-types/v10';
import type { Context } from './context.ts';
import type { Interaction } from './interactions.ts';
import { type Seen, type SeenModal, see, seeModal } from './seen.ts';

/** All that a user gets to see of what the bot did with one interaction. */
export type Answer = {
  readonly interactionId: string;
  /** From the user's action to the first answer. */
  readonly afterMs: number;
  readonly deferred: boolean;
  readonly followUps: readonly Seen[];
} & (
  | { readonly kind: 'message'; readonly message: Seen }
  /** The message whose component was used, as it is now. */
  | { readonly kind: 'update'; readonly message: Seen }
  | { readonly kind: 'modal'; readonly modal: SeenModal }
);

const DEFERRED_WITHIN_MS = 60_000;

/** Waits for an answer; rejects with what the user would read when there is none. */
export async function awaitAnswer(
  context: Context,
  interaction: Interaction,
  what: string,
  acknowledged: boolean,
): Promise<Answer> {
  const { interactions, settings } = context;
  const limit = settings.answerWithinMs;
  const silence = `The application did not respond to ${what} within ${limit} ms.`;
  await interactions.until(interaction, () => interaction.answer !== undefined, limit, silence);
  if (!acknowledged) {
    const thinking = `The application is still thinking about ${what} after ${DEFERRED_WITHIN_MS} ms.`;
    await interactions.until(interaction, () => !interaction.loading, DEFERRED_WITHIN_MS, thinking);
  }
  return toAnswer(interaction);
}

export function toAnswer(interaction: Interaction): Answer {
  const { answer, original, modal } = interaction;
  if (answer === undefined) throw new Error('Not answered yet.');
  const common = {
    interactionId: interaction.id,
    afterMs: answer.afterMs,
    deferred:
      answer.type === Type.DeferredChannelMessageWithSource ||
      answer.type === Type.DeferredMessageUpdate,
    followUps: interaction.followUps.map(see),
  };
  if (modal !== undefined) {
    return { ...common, kind: 'modal', modal: seeModal(modal, interaction.id) };
  }
  if (original === undefined) throw new Error('The answer has no message.');
  const isUpdate = answer.type === Type.DeferredMessageUpdate || answer.type === Type.UpdateMessage;
  return { ...common, kind: isUpdate ? 'update' : 'message', message: see(original) };
}

/** The message of an answer that must be one; a late one to a press may stand below what was pressed. */
export function messageOf(answer: Answer): Seen {
  if (answer.kind === 'modal') throw new Error(`A modal came: "${answer.modal.title}".`);
  const [late] = answer.kind === 'update' && answer.deferred ? answer.followUps : [];
  return late ?? answer.message;
}

/** The modal of an answer that must be one. */
export function modalOf(answer: Answer): SeenModal {
  if (answer.kind !== 'modal') throw new Error(`A message came: "${answer.message.text}".`);
  return answer.modal;
}

/** The menu of a message that offers what is so called, and what is to be chosen of it. */
export function choiceOf(
  { menus }: Pick<Seen, 'menus'>,
  label: string,
): readonly [menu: string, values: readonly string[]] {
  for (const { customId, options } of menus) {
    const option = options.find((each) => each.label === label);
    if (option !== undefined) return [customId, [option.value]];
  }
  throw new Error(`No menu offers "${label}".`);
}
