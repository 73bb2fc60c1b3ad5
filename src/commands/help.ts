import type { Card } from '../cards/card.ts';
import type { CommandSpec } from '../platform/commandSpec.ts';
import { privately } from '../platform/replies.ts';
import type { Command } from './command.ts';
import { helpCard } from './helpCard.ts';
import { type Scene, setScene } from './scene.ts';

export const helpSpec: CommandSpec = {
  name: 'help',
  access: 'everyone',
  options: [],
  subcommands: [],
};

/** `/help`, over all the commands, itself among them. */
export function helpCommand(all: readonly CommandSpec[]): Command {
  return {
    spec: helpSpec,
    async run(request, asked) {
      return privately(drawHelp(all, await setScene(asked, request.caller)));
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
