import { acknowledge } from './answer.ts';
import type { Context } from './context.ts';
import { deliver } from './delivery.ts';
import { checkErrors, type Entry, isEmpty, stateOf } from './input-state.ts';
import { type Interaction, isEmptyAck, type Shown } from './interactions.ts';
import { isObject, type Json, objectOf, objectsOf, textOf } from './json.ts';
import { viewPayload } from './payloads.ts';
import { checkView } from './rules/blocks.ts';
import { type Control, seeView } from './seen.ts';
import { changeView, closeView, createView } from './views.ts';
import type { View } from './world.ts';

/** What a person entered into a view and what its external menus offered, by control. */
export interface Draft {
  readonly states: Map<string, Json>;
  readonly offered: Map<string, readonly Json[]>;
}

export function createDraft(): Draft {
  return { states: new Map(), offered: new Map() };
}

export function keyOf({ blockId, actionId }: Control): string {
  return `${blockId}/${actionId}`;
}

/** Enters something into a control, and returns its state. */
export function enter(draft: Draft, control: Control, entry: Entry): Json {
  const state = stateOf(control, entry, draft.offered.get(keyOf(control)) ?? []);
  draft.states.set(keyOf(control), state);
  return state;
}

const STATELESS = new Set(['button', 'overflow']);

/** `state.values` of a view: by block id, then by action id. */
export function valuesOf(controls: readonly Control[], draft: Draft): Json {
  const values: Record<string, Record<string, Json>> = {};
  for (const control of controls) {
    if (STATELESS.has(control.type)) continue;
    const state = draft.states.get(keyOf(control)) ?? stateOf(control, undefined, []);
    values[control.blockId] = { ...values[control.blockId], [control.actionId]: state };
  }
  return values;
}

/** Presses a modal's submit button; throws when a client would not let it be pressed. */
export async function submitView(
  context: Context,
  interaction: Interaction,
  view: View,
  draft: Draft,
): Promise<void> {
  const { controls } = seeView(view);
  const values = valuesOf(controls, draft);
  for (const control of controls) {
    const state = objectOf(objectOf(values[control.blockId])[control.actionId]);
    if (!control.optional && isEmpty(state)) throw new Error(`"${control.label}" is still empty.`);
  }
  const payload = viewPayload(context, interaction, 'view_submission', view, values);
  const delivered = await deliver(context, 'interactive', interaction.what, payload);
  follow(context, interaction, view, acknowledge(interaction, delivered));
}

/** Does what the acknowledgement of a submission says. */
function follow(context: Context, interaction: Interaction, view: View, ack: Json | string): void {
  const shown = obey(context, interaction, view, ack);
  context.interactions.show(interaction, shown);
}

function obey(context: Context, interaction: Interaction, view: View, ack: Json | string): Shown {
  const body = objectOf(ack);
  const action = isEmptyAck(ack) ? 'close' : body['response_action'];
  const next = objectOf(body['view']);
  switch (action) {
    case 'close':
    case 'clear':
      closeView(context, view, action === 'clear');
      return { kind: 'closed' };
    case 'errors':
      demand(context, body, checkErrors(body['errors'], objectsOf(view.definition['blocks'])));
      return { kind: 'errors', errors: texts(body['errors']) };
    case 'update':
      demand(context, body, checkView(context.specification, next, 'modal'));
      changeView(context, view, next);
      return { kind: 'view', view };
    case 'push': {
      demand(context, body, checkView(context.specification, next, 'modal'));
      const { workspace, user } = interaction;
      return { kind: 'view', view: createView(context, workspace, user, next, view) };
    }
    default: {
      const complaint = `There is no response_action "${String(action)}"`;
      demand(context, ack, [complaint]);
      throw new Error(complaint);
    }
  }
}

/** Records complaints of an acknowledgement, and throws what the person is told. */
export function demand(context: Context, body: unknown, complaints: readonly string[]): void {
  if (complaints.length === 0) return;
  context.violations.push({ in: 'acknowledgement', what: 'interactive', complaints, body });
  throw new Error(`We had some trouble connecting. Try again? (${complaints.join('; ')})`);
}

function texts(value: unknown): Readonly<Record<string, string>> {
  if (!isObject(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, textOf(each)]));
}
