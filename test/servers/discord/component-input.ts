import { ComponentType as Kind } from 'discord-api-types/v10';
import { type Json, numberOf, objectsOf, textOf } from './json.ts';
import { walk } from './rules/components.ts';
import type { StoredMessage } from './world.ts';

export type ComponentKind = Kind.Button | Kind.StringSelect;

/** The custom id of the one component meant; throws where a client would not let it be used. */
export function usableComponent(
  source: StoredMessage,
  which: string | RegExp,
  kind: ComponentKind,
  values: readonly string[],
): string {
  const all = walk(source.api.components).map(({ component }) => component);
  const candidates = all.filter((each) => each['type'] === kind && each['custom_id'] !== undefined);
  const fits = (text: unknown) =>
    typeof which === 'string' ? text === which : which.test(textOf(text));
  const component =
    candidates.find((each) => fits(each['custom_id'])) ??
    candidates.find((each) => fits(each['label'] ?? each['placeholder']));
  if (component === undefined) {
    const ids = candidates.map((each) => `${textOf(each['label'])} (${textOf(each['custom_id'])})`);
    throw new Error(`No ${Kind[kind]} ${which}; there are: ${ids.join(', ') || 'none'}.`);
  }
  if (component['disabled'] === true) throw new Error(`${which} is disabled.`);
  if (kind === Kind.StringSelect) checkPicked(component, values);
  return textOf(component['custom_id']);
}

function checkPicked(select: Json, values: readonly string[]): void {
  const offered = objectsOf(select['options']).map((each) => each['value']);
  const min = numberOf(select['min_values'], 1);
  const max = numberOf(select['max_values'], 1);
  const stranger = values.find((value) => !offered.includes(value));
  if (stranger !== undefined) throw new Error(`"${stranger}" is not on the menu.`);
  if (values.length < min || values.length > max) {
    throw new Error(`Pick between ${min} and ${max}, not ${values.length}.`);
  }
}
