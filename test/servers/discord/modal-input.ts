import { ComponentType as Kind } from 'discord-api-types/v10';
import { fillComponents } from './components.ts';
import { type Json, lengthOf, listOf, numberOf, objectOf, objectsOf, textOf } from './json.ts';
import type { SeenModal } from './seen.ts';

/** Typed text and picked values by custom id; what is left out stays as it was opened. */
export type Entries = Readonly<Record<string, string | readonly string[]>>;

/** What the client sends when a modal is submitted; throws where the client would not let it go. */
export function modalSubmitData(modal: SeenModal, entries: Entries): Json {
  const known = new Set(modal.fields.map((field) => field.customId));
  for (const id of Object.keys(entries)) if (!known.has(id)) throw new Error(`No field "${id}".`);
  const components = fillComponents(listOf(modal.raw['components']), () => '0');
  return {
    custom_id: modal.customId,
    components: components.map((each) => submitted(each, entries)),
  };
}

function submitted(component: Json, entries: Entries): Json {
  const { type, id } = component;
  if (type === Kind.Label) {
    return { type, id, component: submitted(objectOf(component['component']), entries) };
  }
  if (type === Kind.ActionRow) {
    return {
      type,
      id,
      components: objectsOf(component['components']).map((each) => submitted(each, entries)),
    };
  }
  if (type === Kind.TextDisplay) return { type, id };
  const customId = textOf(component['custom_id']);
  const entry = entries[customId];
  if (type === Kind.TextInput) {
    return {
      type,
      id,
      custom_id: customId,
      value: typed(component, textOf(entry ?? component['value'])),
    };
  }
  return {
    type,
    id,
    custom_id: customId,
    values: typeof entry === 'string' ? [entry] : (entry ?? []),
  };
}

function typed(input: Json, value: string): string {
  const length = lengthOf(value);
  const min = Math.max(numberOf(input['min_length']), input['required'] === false ? 0 : 1);
  const max = numberOf(input['max_length'], 4_000);
  const mayBeEmpty = length === 0 && input['required'] === false;
  if (!mayBeEmpty && (length < min || length > max)) {
    throw new Error(`"${value}" is not between ${min} and ${max} characters long.`);
  }
  return value;
}
