import { hash } from 'node:crypto';
import {
  AllowedMentionsTypes,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Dispatch } from '../../../src/platform/messenger.ts';
import { renderCard } from '../rendering/card.ts';

/** The body of a message by Hallway's own doing; only the role that an organiser chose is pinged. */
export function messageBody(dispatch: Dispatch) {
  const ping = pingFor(dispatch);
  const beside = {
    components: ping.displays.length,
    text: ping.displays.reduce((sum, { content }) => sum + content.length, 0),
  };
  const card = { ...renderCard(dispatch.card, beside), id: markOf(dispatch.attemptKey) };
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...ping.displays, card] satisfies APIMessageTopLevelComponent[],
    allowed_mentions: ping.allowed,
  };
}

/** The role that holds everybody bears the id of the server, and is pinged in a way of its own. */
function pingFor({ mention, target }: Dispatch) {
  if (mention === undefined) return { displays: [], allowed: { parse: [] } };
  return target.kind === 'channel' && mention === target.community
    ? {
        displays: [mentionDisplay('@everyone')],
        allowed: { parse: [AllowedMentionsTypes.Everyone] },
      }
    : { displays: [mentionDisplay(`<@&${mention}>`)], allowed: { parse: [], roles: [mention] } };
}

function mentionDisplay(content: string) {
  return { type: ComponentType.TextDisplay, content } as const;
}

/**
 * The number that the message's container bears, by which it is found again in a channel's history:
 * Discord keeps a component's id as it was sent, and shows it to nobody.
 */
export function markOf(attemptKey: string): number {
  return (Number.parseInt(hash('sha256', attemptKey, 'hex').slice(0, 8), 16) >>> 1) | LEAST_MARK;
}

/** Far from the small numbers that Discord gives to components without an id. */
const LEAST_MARK = 0x4000_0000;
