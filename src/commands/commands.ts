/**
 * The floor `commands`: what people can ask for. A command is a spec and a function from a request
 * to a reply; a view is drawn again whenever its button is pressed; the router catches what goes
 * wrong. It sends nothing by itself. Start here: everything is listed.
 */

import type { Card } from '../cards/cards.ts';
import { problemCard } from '../cards/problem.ts';
import type { View } from '../cards/view.ts';
import { isOrganiserView } from '../cards/viewAccess.ts';
import type { Clock } from '../clock.ts';
import type { CommandSpec } from '../platform/commandSpec.ts';
import { answered, privately } from '../platform/replies.ts';
import { hindranceToSee } from './access.ts';
import { createAnswerer } from './answering/answer.ts';
import { type ChangedPorts, drawChanged } from './changes/changed.ts';
import { changesSpec, createChangesCommand } from './changes/changes.ts';
import { drawToldChanges, type ToldChangesPorts } from './changes/told.ts';
import { conferenceSpec, createConferenceCommand } from './conference/conference.ts';
import { performOrganiser } from './conference/perform.ts';
import type { OrganiserPorts } from './conference/ports.ts';
import { performTalkDeed } from './conference/programme/changeTalk.ts';
import { useOffered } from './conference/programme/use.ts';
import { drawOrganiser } from './conference/views/draw.ts';
import type { Context } from './context.ts';
import {
  createFollowCommand,
  drawFollows,
  type FollowingParts,
  followSpec,
  followWhat,
  performFollow,
  unfollowWhat,
} from './following/following.ts';
import { drawHelp, type HelpPages, helpCommand, helpSpec } from './help.ts';
import {
  createMyTalksCommand,
  drawMyTalks,
  drawSharedList,
  type MyTalksCommandParts,
  myTalksSpec,
} from './mytalks/mytalks.ts';
import { performAct, performDeed } from './mytalks/perform.ts';
import { drawSettings } from './mytalks/settings.ts';
import { createQuestions, drawQuestion, questionSpecs } from './questions.ts';
import type { Repertoire } from './repertoire.ts';
import { createRoomCommand, performRoomDeed, type RoomPorts, roomSpec } from './room/room.ts';
import { drawRoom } from './room/roomCard.ts';
import {
  createSpeakerCommand,
  drawSpeaker,
  performSpeakerDeed,
  type SpeakerParts,
  speakerSpec,
} from './speaker/speaker.ts';
import { createTalkCommand } from './talk/talk.ts';

export interface RepertoireParts
  extends MyTalksCommandParts,
    OrganiserPorts,
    ToldChangesPorts,
    ChangedPorts,
    Pick<FollowingParts, 'following'>,
    Pick<SpeakerParts, 'speaking'>,
    RoomPorts {
  readonly communities: OrganiserPorts['communities'];
  readonly clock: Pick<Clock, 'now' | 'sleep'>;
  readonly web?: MyTalksCommandParts['web'];
  readonly pages?: HelpPages | undefined;
}

/** What people can ask for, on every platform, in the order in which it is shown. */
export const commandSpecs: readonly CommandSpec[] = [
  ...questionSpecs,
  roomSpec,
  changesSpec,
  followSpec,
  myTalksSpec,
  speakerSpec,
  conferenceSpec,
  helpSpec,
];

/** Everything Hallway can do, written out. */
export function createRepertoire(parts: RepertoireParts): Repertoire {
  const draw = (view: View, context: Context) => drawView(view, context, parts);
  const performing = { ...parts, draw };
  const answerer = createAnswerer({
    draw,
    clock: parts.clock,
    act: (act, context) => performAct(performing, act, context),
    follow: async (query, isEnd, context) =>
      (await (isEnd ? unfollowWhat : followWhat)(performing, query, context)).card,
  });
  const talk = createTalkCommand(async (text, context) => {
    const { card, own } = await answerer.answer({ text }, context);
    return own === undefined ? answered(card, context) : privately(own);
  });
  return {
    commands: [
      ...createQuestions(talk),
      createRoomCommand(parts),
      createChangesCommand(parts),
      createFollowCommand(performing),
      createMyTalksCommand(parts),
      createSpeakerCommand(parts),
      createConferenceCommand(parts),
      helpCommand(commandSpecs, parts.pages),
    ],
    draw,
    answer: ({ text, follows, welcome }, context) =>
      answerer.answer({ text, follows, welcome }, context),
    perform: async (deed, context, request) => {
      switch (deed.kind) {
        case 'use':
          return useOffered(parts, deed, context);
        case 'changeTalk':
        case 'askTitle':
          return performTalkDeed(parts, deed, context, request);
        case 'accept':
        case 'announceGroup':
        case 'exportInterest':
        case 'drop':
        case 'say':
          return performOrganiser(parts, deed, context, request);
        case 'roomState':
        case 'late':
          return performRoomDeed(parts, deed, context);
        case 'claimSpeaker':
        case 'dropClaim':
        case 'confirmClaim':
        case 'refuseClaim':
          return performSpeakerDeed(parts, deed, context);
        case 'follow':
        case 'unfollow':
          return performFollow(performing, deed, context);
        default:
          return performDeed(performing, deed, context, request);
      }
    },
  };
}

/** Whatever led here, who may see the view is asked where it is drawn. */
async function drawView(view: View, context: Context, parts: RepertoireParts): Promise<Card> {
  const hindrance = hindranceToSee(view, context);
  if (hindrance !== undefined) return problemCard(context.messages, hindrance);
  if (isOrganiserView(view)) return drawOrganiser(parts, view, context);
  switch (view.kind) {
    case 'mytalks':
      return drawMyTalks(parts, view, context);
    case 'sharedList':
      return drawSharedList(parts, context);
    case 'settings':
      return drawSettings(parts, context);
    case 'follows':
    case 'followed':
    case 'follow':
      return drawFollows(parts, view, context);
    case 'claims':
    case 'speaker':
      return drawSpeaker(parts, view, context);
    case 'changes':
      return drawToldChanges(parts, view, context);
    case 'changed':
      return drawChanged(parts, view, context);
    case 'room':
      return drawRoom(parts, view, context);
    case 'help':
      return drawHelp(commandSpecs, view, context, parts.pages);
    default:
      return drawQuestion(view, context);
  }
}
