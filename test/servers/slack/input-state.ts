import { type Json, objectOf, objectsOf, textOf } from './json.ts';
import { optionsOf } from './rules/limits.ts';
import type { Control } from './seen.ts';

/** What a person enters: a text, or the value (of several: values) of what they pick. */
export type Entry = string | number | readonly string[];

/** The property an element's state stands under. */
const STATE_KEYS: Readonly<Record<string, string>> = {
  plain_text_input: 'value',
  number_input: 'value',
  url_text_input: 'value',
  email_text_input: 'value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  overflow: 'selected_option',
  multi_static_select: 'selected_options',
  multi_external_select: 'selected_options',
  checkboxes: 'selected_options',
  datepicker: 'selected_date',
  timepicker: 'selected_time',
  datetimepicker: 'selected_date_time',
  users_select: 'selected_user',
  conversations_select: 'selected_conversation',
  channels_select: 'selected_channel',
  multi_users_select: 'selected_users',
  multi_conversations_select: 'selected_conversations',
  multi_channels_select: 'selected_channels',
};

const EMPTY_LISTS = /^selected_.*s$/;

/**
 * An element's state as payloads carry it, after an entry or before one. `offered` are the options that
 * an external menu showed last. Throws when a client would not let it be entered.
 */
export function stateOf(
  control: Control,
  entry: Entry | undefined,
  offered: readonly Json[],
): Json {
  const { type, element } = control;
  const key = STATE_KEYS[type];
  if (key === undefined) throw new Error(`A ${type} takes no entry.`);
  if (entry === undefined) return { type, [key]: initial(element, key) };
  const pick = (value: string) => {
    const option = [...optionsOf(element), ...offered].find((each) => each['value'] === value);
    if (option !== undefined) return option;
    throw new Error(`"${value}" is not offered by "${control.label || control.actionId}".`);
  };
  if (key === 'selected_option') return { type, [key]: pick(String(entry)) };
  if (key === 'selected_options') {
    const values = typeof entry === 'object' ? entry : [String(entry)];
    return { type, [key]: values.map(pick) };
  }
  return { type, [key]: key === 'value' ? String(entry) : entry };
}

function initial(element: Json, key: string): unknown {
  const given = element[key === 'value' ? 'initial_value' : key.replace('selected', 'initial')];
  return given ?? (EMPTY_LISTS.test(key) ? [] : null);
}

/** Whether an input would be refused for being empty. */
export function isEmpty(state: Json): boolean {
  const { type: _type, ...rest } = state;
  return Object.values(rest).every(
    (value) => value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

/** What a button press or a choice says of itself in a payload. */
export function actionOf(control: Control, state: Json | undefined): Json {
  const { element, type, actionId, blockId } = control;
  const ids = { type, action_id: actionId, block_id: blockId };
  if (type !== 'button') return { ...ids, ...state, ...pickOf(element, ['placeholder']) };
  return { ...ids, ...pickOf(element, ['text', 'value', 'style', 'url']) };
}

function pickOf(element: Json, keys: readonly string[]): Json {
  return Object.fromEntries(
    keys.filter((key) => element[key] !== undefined).map((key) => [key, element[key]]),
  );
}

/** Complaints of `errors` in an acknowledgement: each names an input block of the view. */
export function checkErrors(errors: unknown, blocks: readonly Json[]): readonly string[] {
  const inputs = objectsOf(blocks).filter((block) => block['type'] === 'input');
  const known = inputs.map((block) => textOf(block['block_id']));
  return Object.entries(objectOf(errors)).flatMap(([blockId, message]) => [
    ...(known.includes(blockId) ? [] : [`errors: "${blockId}" is no input block of the view`]),
    ...(typeof message === 'string' && message !== '' ? [] : [`errors: "${blockId}" has no text`]),
  ]);
}
