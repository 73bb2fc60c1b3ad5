import type { ApplicationCommandOptionChoiceData, AutocompleteInteraction } from 'discord.js';
import type { Log } from '../../../src/log.ts';
import type { Hallway, Suggestion } from '../../../src/platform/requests.ts';
import { plain } from '../rendering/escape.ts';
import { cut, LIMITS } from '../rendering/limits.ts';
import { isTooLate } from './answer.ts';
import { suggestRequest } from './requests.ts';

/** Never deferred: Discord allows no second try, and a failure shows nothing rather than an error. */
export async function complete(
  interaction: AutocompleteInteraction,
  hallway: Pick<Hallway, 'suggest'>,
  log: Log,
): Promise<void> {
  const suggest = async () => hallway.suggest(suggestRequest(interaction));
  const suggestions = await suggest().catch((error: unknown) => {
    log.error({ err: error, interaction: interaction.id }, 'Type-ahead failed');
    return [];
  });
  try {
    await interaction.respond(choicesOf(suggestions));
  } catch (error) {
    if (!isTooLate(error)) throw error;
    log.info({ interaction: interaction.id }, 'Type-ahead came too late');
  }
}

/** As many as Discord takes, without those whose value it would refuse. */
export function choicesOf(
  suggestions: readonly Suggestion[],
): readonly ApplicationCommandOptionChoiceData<string>[] {
  return suggestions
    .filter(({ value }) => value.length > 0 && value.length <= LIMITS.choice)
    .slice(0, LIMITS.choices)
    .map(({ label, value }) => ({ name: cut(plain(label), LIMITS.choice) || value, value }));
}
