import type { Card } from '../cards/card.ts';
import type { Command } from './command.ts';
import { drawOrganiser } from './conference/draw.ts';
import type { OrganiserPorts } from './conference/ports.ts';
import { createConferenceCommand } from './conference.ts';
import { drawHelp, helpCommand } from './help.ts';
import { drawMyTalks } from './mytalks/draw.ts';
import { performDeed } from './mytalks/perform.ts';
import { createMyTalksCommand, type MyTalksCommandParts } from './mytalks.ts';
import { drawQuestion, questions } from './questions.ts';
import type { Repertoire } from './repertoire.ts';
import type { Scene } from './scene.ts';
import type { View } from './view.ts';

export type RepertoireParts = MyTalksCommandParts & OrganiserPorts;

/** Everything Hallway can do, written out. */
export function createRepertoire(parts: RepertoireParts): Repertoire {
  const others: readonly Command[] = [
    ...questions,
    createMyTalksCommand(parts),
    createConferenceCommand(parts),
  ];
  const specs = others.map(({ spec }) => spec);
  const help = helpCommand(specs);
  const commands = [...others, help];
  const draw = (view: View, scene: Scene) => drawView(view, scene, parts, commands);
  return {
    commands,
    draw,
    perform: (deed, scene, request) => performDeed({ ...parts, draw }, deed, scene, request),
  };
}

async function drawView(
  view: View,
  scene: Scene,
  parts: RepertoireParts,
  commands: readonly Command[],
): Promise<Card> {
  switch (view.kind) {
    case 'mytalks':
      return drawMyTalks(parts, view, scene);
    case 'help':
      return drawHelp(
        commands.map(({ spec }) => spec),
        scene,
      );
    case 'status':
    case 'preview':
    case 'doctor':
      return drawOrganiser(parts, view, scene);
    default:
      return drawQuestion(view, scene);
  }
}
