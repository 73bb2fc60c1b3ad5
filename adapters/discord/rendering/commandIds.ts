import type { Block, Card, Inline } from '../../../src/cards/cards.ts';
import { withCards } from '../../../src/platform/replies.ts';
import type { CardReply, Hallway, Reply } from '../../../src/platform/requests.ts';

/** By a command's name, what Discord calls it; empty until the commands are registered. */
export type CommandIds = ReadonlyMap<string, string>;

/** The core's answers, in which commands can be pressed once Discord has told their ids. */
export function pressable(hallway: Hallway, ids: CommandIds): Hallway {
  const withNames = (reply: CardReply) => withCards(reply, (card) => withIds(card, ids));
  const named = (reply: Reply) => (reply.kind === 'card' ? withNames(reply) : reply);
  return {
    ...hallway,
    command: async (request) => named(await hallway.command(request)),
    ask: async (request) => {
      const reply = await hallway.ask(request);
      return reply && withNames(reply);
    },
    press: async (request) => named(await hallway.press(request)),
  };
}

function withIds(card: Card, ids: CommandIds): Card {
  const inlineOf = (inline: Inline): Inline => {
    if (typeof inline === 'string' || inline.kind !== 'command') return inline;
    const id = ids.get(inline.words.split(' ', 1)[0] ?? '');
    return id === undefined ? inline : { ...inline, id };
  };
  const blockOf = (block: Block): Block =>
    block.kind === 'text' ? { ...block, text: block.text.map(inlineOf) } : block;
  return { ...card, blocks: card.blocks.map(blockOf) };
}
