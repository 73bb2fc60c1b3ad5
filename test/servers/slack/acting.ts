import { type Answer, acknowledge, awaitAnswer, type Patience } from './answer.ts';
import { ApiError } from './api-error.ts';
import { deliver } from './delivery.ts';
import { actionOf, type Entry } from './input-state.ts';
import { type Interaction, isEmptyAck } from './interactions.ts';
import { type Json, objectOf } from './json.ts';
import {
  actionPayload,
  globalShortcutPayload,
  messageShortcutPayload,
  type Surface,
  slashPayload,
  suggestionPayload,
  viewPayload,
} from './payloads.ts';
import { channelFor, controlOf, type Person, type Place, surfaceOf } from './person.ts';
import { checkSuggestions } from './rules/blocks.ts';
import { optionsOf } from './rules/limits.ts';
import {
  type Control,
  type Seen,
  type SeenOption,
  type SeenView,
  seeMessage,
  seeOptions,
  seeView,
} from './seen.ts';
import { demand, enter, keyOf, submitView, valuesOf } from './submitting.ts';
import { closeView } from './views.ts';
import type { Channel } from './world.ts';

export async function slash(
  person: Person,
  command: string,
  text: string,
  place: Place,
): Promise<Answer> {
  const { context } = person;
  requireCommands(person);
  const channel = channelFor(person, place);
  const interaction = person.start(command, { channel });
  const payload = slashPayload(context, interaction, channel, command, text);
  const delivered = await deliver(context, 'slash_commands', command, payload);
  const ack = acknowledge(interaction, delivered);
  if (!isEmptyAck(ack)) sayAck(person, interaction, channel, ack);
  return awaitAnswer(context, interaction, place);
}

/** Commands and shortcuts come with the `commands` scope. */
function requireCommands({ context, workspace }: Person): void {
  const token = context.tokens.latest(workspace.id);
  if (!workspace.installed) throw new Error(`The app is not installed in ${workspace.name}.`);
  if (token?.scopes.includes('commands') === false) {
    throw new Error('Slack offers no commands and shortcuts of an app without the commands scope.');
  }
}

function sayAck(person: Person, interaction: Interaction, channel: Channel, ack: Json | string) {
  const { context } = person;
  const body = typeof ack === 'string' ? { text: ack } : ack;
  try {
    context.responseUrls.say(context, interaction, channel, body);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new Error(`${interaction.what} failed with the error "${error.code}".`);
  }
}

export async function act(
  person: Person,
  on: Seen | SeenView,
  which: string | RegExp,
  entry: Entry | undefined,
  patience: Patience,
): Promise<Answer> {
  const { context } = person;
  const surface = surfaceOf(person, on);
  const { controls, id } = current(surface);
  const control =
    patience.forged === true && typeof which === 'string'
      ? forgedButton(which)
      : controlOf(controls, which);
  const draft = person.draftOf(id);
  const state = entry === undefined ? undefined : enter(draft, control, entry);
  if (control.type !== 'button' && state === undefined) {
    throw new Error(`Something has to be entered into the ${control.type} "${control.label}".`);
  }
  const what = `"${control.label || control.actionId}"`;
  const interaction = person.start(what, { surface });
  const values = valuesOf(controls, draft);
  const action = actionOf(control, state);
  const payload = actionPayload(context, interaction, surface, action, values);
  const delivered = await deliver(context, 'interactive', what, payload);
  acknowledge(interaction, delivered);
  return awaitAnswer(context, interaction, patience);
}

function forgedButton(actionId: string): Control {
  const text = { type: 'plain_text', text: 'Forged', emoji: true };
  const element = { type: 'button', action_id: actionId, text };
  const nothing = { value: '', url: '', style: '', options: [], optional: true };
  return { ...nothing, actionId, blockId: 'forged', type: 'button', label: actionId, element };
}

function current(surface: Surface): Pick<SeenView, 'controls' | 'id'> {
  if (surface.kind === 'view') return seeView(surface.view);
  const { controls, ts } = seeMessage(surface.message);
  return { controls, id: ts };
}

const DEFAULT_MIN_QUERY = 3;

export async function suggest(
  person: Person,
  on: Seen | SeenView,
  which: string | RegExp,
  text: string,
): Promise<readonly SeenOption[]> {
  const { context } = person;
  const surface = surfaceOf(person, on);
  const { controls, id } = current(surface);
  const control = controlOf(controls, which);
  const minimum = Number(control.element['min_query_length'] ?? DEFAULT_MIN_QUERY);
  if (text.length < minimum) {
    throw new Error(`Slack asks for options from ${minimum} characters on, not for "${text}".`);
  }
  const what = `options of "${control.label || control.actionId}"`;
  const interaction = person.start(what, { surface });
  const ids = { action_id: control.actionId, block_id: control.blockId };
  const payload = suggestionPayload(context, interaction, surface, ids, text);
  const delivered = await deliver(context, 'interactive', what, payload);
  const ack = objectOf(acknowledge(interaction, delivered));
  demand(context, ack, checkSuggestions(context.specification, ack));
  person.draftOf(id).offered.set(keyOf(control), optionsOf(ack));
  return seeOptions(ack);
}

export async function submit(
  person: Person,
  seen: SeenView,
  entries: Readonly<Record<string, Entry>>,
  patience: Patience,
): Promise<Answer> {
  const { context } = person;
  const surface = surfaceOf(person, seen);
  if (surface.kind !== 'view') throw new Error('Only views are submitted.');
  const { controls } = seeView(surface.view);
  const draft = person.draftOf(seen.id);
  for (const [name, entry] of Object.entries(entries)) {
    const control = controls.find((each) => each.blockId === name) ?? controlOf(controls, name);
    enter(draft, control, entry);
  }
  const interaction = person.start(`the view "${seen.title}"`, { surface });
  await submitView(context, interaction, surface.view, draft);
  return awaitAnswer(context, interaction, patience);
}

export async function close(person: Person, seen: SeenView): Promise<void> {
  const { context } = person;
  const surface = surfaceOf(person, seen);
  if (surface.kind !== 'view') return;
  const { view } = surface;
  closeView(context, view, view.definition['clear_on_close'] === true);
  if (view.definition['notify_on_close'] !== true) return;
  const interaction = person.start(`closing "${seen.title}"`, { surface });
  const payload = viewPayload(context, interaction, 'view_closed', view, {});
  // Nobody is told when this goes wrong.
  await deliver(context, 'interactive', interaction.what, payload);
}

export async function shortcut(
  person: Person,
  callbackId: string,
  on: Seen | undefined,
  patience: Patience,
): Promise<Answer> {
  const { context } = person;
  requireCommands(person);
  const what = `the shortcut "${callbackId}"`;
  const surface = on === undefined ? undefined : surfaceOf(person, on);
  const interaction = person.start(what, surface === undefined ? {} : { surface });
  const payload =
    surface?.kind === 'message'
      ? messageShortcutPayload(context, interaction, callbackId, surface.message, surface.channel)
      : globalShortcutPayload(context, interaction, callbackId);
  acknowledge(interaction, await deliver(context, 'interactive', what, payload));
  return awaitAnswer(context, interaction, patience);
}
