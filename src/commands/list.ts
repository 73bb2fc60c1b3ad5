import type { Card } from '../cards/card.ts';
import { problemCard } from '../cards/problem.ts';
import type { Command } from './command.ts';
import { drawHelp, helpCommand } from './help.ts';
import { drawNext, nextCommand } from './next.ts';
import { drawNow, nowCommand } from './now.ts';
import type { ChangingDeed, Repertoire } from './repertoire.ts';
import { refused } from './reply.ts';
import type { PressRequest, Reply } from './request.ts';
import type { Scene } from './scene.ts';
import { drawSchedule, scheduleCommand } from './schedule.ts';
import { drawSlot } from './slot.ts';
import { drawSearch, drawTalk, talkCommand } from './talk.ts';
import type { View } from './view.ts';

const others: readonly Command[] = [talkCommand, nowCommand, nextCommand, scheduleCommand];
const help = helpCommand(others.map(({ spec }) => spec));

/** Everything Hallway can do, written out. */
export const repertoire: Repertoire = { commands: [...others, help], draw, perform };

async function draw(view: View, scene: Scene): Promise<Card> {
  switch (view.kind) {
    case 'talk':
      return drawTalk(view, scene);
    case 'slot':
      return drawSlot(view, scene);
    case 'search':
      return drawSearch(view, scene);
    case 'now':
      return drawNow(view, scene);
    case 'next':
      return drawNext(view, scene);
    case 'schedule':
      return drawSchedule(view, scene);
    case 'help':
      return drawHelp(
        repertoire.commands.map(({ spec }) => spec),
        scene,
      );
    default:
      return problemCard(scene.messages, scene.messages.errors.oldButton);
  }
}

async function perform(_deed: ChangingDeed, scene: Scene, _request: PressRequest): Promise<Reply> {
  return refused(scene.messages, scene.messages.errors.oldButton);
}
