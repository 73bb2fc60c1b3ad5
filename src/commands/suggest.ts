import type { Asked, Command } from './command.ts';
import type { Suggestion, SuggestRequest } from './request.ts';

/** Type-ahead for one option, by the kind of thing it holds; nothing for kinds the platform knows itself. */
export async function suggestionsFor(
  commands: readonly Command[],
  request: SuggestRequest,
  asked: Asked,
): Promise<readonly Suggestion[]> {
  void commands;
  void request;
  void asked;
  return [];
}
