import type { BlockSuggestion } from '@slack/bolt';
import type { Option, OptionGroup } from '@slack/types';
import type { Hallway, Suggestion } from '../../../src/platform/requests.ts';
import { plainText } from '../rendering/controls.ts';
import { LIMITS } from '../rendering/limits.ts';
import type { Asker } from '../workspaces/asker.ts';

/** The option of a command that a type-ahead menu fills in. */
export interface Suggested {
  readonly command: string;
  readonly option: string;
}

const PREFIX = 'suggest:';

export function suggestId({ command, option }: Suggested): string {
  return `${PREFIX}${command}:${option}`;
}

/** Undefined for the ids of everything else. */
export function suggestedBy(actionId: string): Suggested | undefined {
  if (!actionId.startsWith(PREFIX)) return undefined;
  const [command = '', option = ''] = actionId.slice(PREFIX.length).split(':');
  return { command, option };
}

export type OptionsAnswer =
  | { readonly options: Option[] }
  | { readonly option_groups: OptionGroup[] };

/** Suggestions as Slack lists them: under headings where they have any, each heading once. */
export function optionsOf(suggestions: readonly Suggestion[]): OptionsAnswer {
  const usable = suggestions
    .filter(({ value }) => value.length > 0 && value.length <= LIMITS.optionValue)
    .slice(0, LIMITS.options);
  if (usable.every(({ group }) => group === undefined)) return { options: usable.map(optionOf) };
  const groups = Map.groupBy(usable, ({ group }) => group ?? '');
  return {
    option_groups: [...groups].map(([label, within]) => ({
      label: plainText(label, LIMITS.optionText),
      options: within.map(optionOf),
    })),
  };
}

function optionOf({ label, value }: Suggestion): Option {
  return { text: plainText(label, LIMITS.optionText), value };
}

export async function onOptions(
  hallway: Hallway,
  { action_id, value: text }: Pick<BlockSuggestion, 'action_id' | 'value'>,
  { caller }: Asker,
): Promise<OptionsAnswer> {
  const suggested = suggestedBy(action_id);
  if (suggested === undefined) return { options: [] };
  return optionsOf(await hallway.suggest({ kind: 'suggest', ...suggested, text, caller }));
}
