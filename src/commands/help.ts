import type { Card } from '../cards/card.ts';
import { helpCard } from '../cards/helpCard.ts';
import type { Command, CommandSpec } from './command.ts';
import { privately } from './reply.ts';
import { type Scene, setScene } from './scene.ts';

/** `/help`, over the commands that stand beside it in the list. */
export function helpCommand(others: readonly CommandSpec[]): Command {
  const spec: CommandSpec = { name: 'help', access: 'everyone', options: [], subcommands: [] };
  return {
    spec,
    async run(request, asked) {
      return privately(drawHelp([...others, spec], await setScene(asked, request.caller)));
    },
  };
}

export function drawHelp(commands: readonly CommandSpec[], scene: Scene): Card {
  const shown = commands.filter(
    ({ access }) =>
      access === 'everyone' || (scene.caller.isOrganiser && scene.audience === 'caller'),
  );
  return helpCard(shown, scene);
}
