import type { Context } from './context.ts';
import type { Delivered } from './delivery.ts';
import type { Interaction } from './interactions.ts';
import type { Json } from './json.ts';
import { type Seen, type SeenView, seeMessage, seeView } from './seen.ts';
import type { Message, View } from './world.ts';

/** What a person sees after they did something, at one moment. */
export interface Answer {
  readonly interactionId: string;
  readonly acknowledgedAfterMs: number;
  /** The acknowledgement's body. */
  readonly ack: Json | string;
  /** What was said to them or changed before them, in order of first appearance; deleted messages are gone. */
  readonly messages: readonly Seen[];
  /** The modal that opened or changed, or the Home tab that was published. */
  readonly view: SeenView | undefined;
  /** Of a submission, by block id. */
  readonly errors: Readonly<Record<string, string>>;
  /** The modal closed. */
  readonly closed: boolean;
}

export interface Patience {
  /** Return at the acknowledgement, without waiting for anything to appear. */
  readonly acknowledged?: boolean;
  /** A button that need not be there, as somebody sends who made its action id up. */
  readonly forged?: boolean;
}

/** Waits for what follows the acknowledgement; throws when it failed or when nothing appears. */
export async function awaitAnswer(
  context: Context,
  interaction: Interaction,
  { acknowledged = false }: Patience,
): Promise<Answer> {
  const { answerWithinMs } = context.settings;
  if (!acknowledged) {
    await context.interactions.until(
      () => interaction.shown.length > 0,
      answerWithinMs,
      () => `${interaction.what} was acknowledged; nothing appeared within ${answerWithinMs} ms.`,
    );
  }
  return toAnswer(interaction);
}

/** Takes an acknowledgement; throws what the person is told when there is none. */
export function acknowledge(interaction: Interaction, delivered: Delivered): Json | string {
  if (delivered.kind === 'failed') {
    throw new Error(`${interaction.what} failed with the error "${delivered.reason}".`);
  }
  interaction.ack = delivered.body;
  interaction.acknowledgedAfterMs = delivered.ms;
  return delivered.body;
}

export function toAnswer(interaction: Interaction): Answer {
  const messages = new Map<string, Message>();
  const errors: Record<string, string> = {};
  let view: View | undefined;
  let closed = false;
  for (const shown of interaction.shown) {
    if (shown.kind === 'message') messages.set(shown.message.ts, shown.message);
    // A modal stands above the Home tab, whatever becomes of that.
    if (shown.kind === 'view' && !(view?.type === 'modal' && shown.view.type === 'home'))
      view = shown.view;
    if (shown.kind === 'closed') closed = true;
    if (shown.kind === 'errors') Object.assign(errors, shown.errors);
  }
  return {
    interactionId: interaction.id,
    acknowledgedAfterMs: interaction.acknowledgedAfterMs ?? Number.NaN,
    ack: interaction.ack ?? '',
    messages: [...messages.values()].filter((each) => !each.deleted).map(seeMessage),
    view: view === undefined ? undefined : seeView(view),
    errors,
    closed,
  };
}

/** The one message of an answer; throws when there is none or more. */
export function messageOf({ messages }: Answer): Seen {
  const [only, second] = messages;
  if (only === undefined || second !== undefined) {
    throw new Error(`The answer has ${messages.length} messages, not one.`);
  }
  return only;
}

export function viewOf({ view }: Answer): SeenView {
  if (view === undefined) throw new Error('The answer opened no view.');
  return view;
}

/** The menu that offers what is so called, and what is to be chosen of it. */
export function choiceOf(
  { controls }: Pick<Seen | SeenView, 'controls'>,
  label: string,
): readonly [menu: string, value: string] {
  for (const { actionId, options } of controls) {
    const option = options.find(({ text }) => text === label);
    if (option !== undefined) return [actionId, option.value];
  }
  throw new Error(`No menu offers "${label}".`);
}
