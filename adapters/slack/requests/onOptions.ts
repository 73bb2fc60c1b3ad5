import type { BlockSuggestion } from '@slack/bolt';
import type { Hallway } from '../../../src/platform/requests.ts';
import { type OptionsAnswer, optionsOf, suggestedBy } from '../surfaces/typeAhead.ts';
import type { Asker } from '../workspaces/asker.ts';

export async function onOptions(
  hallway: Hallway,
  { action_id, value: text }: Pick<BlockSuggestion, 'action_id' | 'value'>,
  { caller }: Asker,
): Promise<OptionsAnswer> {
  const suggested = suggestedBy(action_id);
  if (suggested === undefined) return { options: [] };
  return optionsOf(await hallway.suggest({ kind: 'suggest', ...suggested, text, caller }));
}
