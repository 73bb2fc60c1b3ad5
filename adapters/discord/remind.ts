import type { MessageContextMenuCommandInteraction } from 'discord.js';
import { type Action, decodeAction, encodeAction } from '../../src/commands/action.ts';
import type { Hallway, Reply } from '../../src/commands/request.ts';
import { callerOf } from './caller.ts';

/** The context-menu command on a message: reminds of the first talk that its buttons speak of. */
export function remindFrom(
  interaction: MessageContextMenuCommandInteraction,
  hallway: Hallway,
): Promise<Reply> {
  const ids = customIds(
    interaction.targetMessage.components.map((component) => component.toJSON()),
  );
  const [first] = ids.flatMap((id) => talkOf(decodeAction(id)));
  return hallway.press({ kind: 'press', id: first ?? 'none', caller: callerOf(interaction) });
}

function talkOf(action: Action | undefined): readonly string[] {
  if (action === undefined || !('talk' in action.deed)) return [];
  return [
    encodeAction({
      conference: action.conference,
      deed: { kind: 'remind', talk: action.deed.talk },
    }),
  ];
}

/** Every custom id within components, in their order. */
function customIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(customIds);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'custom_id' && typeof inner === 'string' ? [inner] : customIds(inner),
  );
}
