import { hash } from 'node:crypto';
import { type REST, Routes } from 'discord.js';
import {
  AllowedMentionsTypes,
  type APIContainerComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Clock } from '../../../src/clock.ts';
import type { Attempt, Dispatch, Fate, Messenger } from '../../../src/platform/messenger.ts';
import type { Target } from '../../../src/platform/target.ts';
import { renderCard } from '../rendering/card.ts';
import { EVERYONE, PLATFORM } from '../rendering/identity.ts';
import { findInHistory } from './fate.ts';
import { withLastLook } from './lastLook.ts';
import { isTooFast, refusalOf, SLOW_DOWN_MS, slowDown } from './refusal.ts';

/** How long Discord surely remembers a nonce: "the past few minutes" (discord-api-docs, resources/message). */
const NONCE_MEMORY_MS = 120_000;

/** Whether the server still has such a role. */
type IsRole = (community: string, mention: string) => boolean;

/** Of the day: Discord's word does not run by Hallway's clock. */
type DayClock = Pick<Clock, 'now'>;

/** 50 requests a second over all routes (discord-api-docs, topics/rate-limits). */
const REQUEST_MS = 1_000 / 50;

/**
 * What Hallway sends by itself. Message ids are `channel/message`, since a direct message's channel
 * is Discord's own. Every send carries the attempt key as an enforced nonce.
 */
export function createMessenger(
  line: REST,
  dayClock: DayClock,
  isRole: IsRole = () => true,
): Messenger {
  const { channelOf, isOpened } = channelFinder(line, dayClock);
  const refusing = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw refusalOf(error);
    }
  };
  const found: Messenger['find'] = async (target, keys, sinceMsAgo, signal) => {
    const channel = await channelOf(target, signal);
    const since = dayClock.now() - sinceMsAgo;
    const numbers = new Map(keys.map((key) => [numberOf(key), key]));
    return findInHistory(line, { channel, numbers, since }, signal);
  };
  return {
    // The limit over all channels is the application's.
    lane: () => PLATFORM,
    spacing: (target) => (isOpened(target) ? REQUEST_MS : 2 * REQUEST_MS),
    send: (dispatch, signal, isOurs) =>
      refusing(() =>
        withLastLook(isOurs, async () => {
          const channel = await channelOf(dispatch.target, signal);
          const body = {
            ...messageBody(dispatch, isRole),
            nonce: dispatch.attemptKey,
            enforce_nonce: true,
          };
          const sent = await line.post(Routes.channelMessages(channel), { body, signal });
          return `${channel}/${identified.parse(sent).id}`;
        }),
      ),
    edit: (messageId, dispatch, signal, isOurs) =>
      refusing(() =>
        withLastLook(isOurs, async () => {
          const body = messageBody(dispatch, isRole);
          await line.patch(routeOf(messageId), { body, signal });
        }),
      ),
    remove: (messageId, _target, signal, isOurs) =>
      refusing(() =>
        withLastLook(isOurs, async () => {
          await line.delete(routeOf(messageId), { signal });
        }),
      ),
    fate: ({ target, attemptKey }: Attempt, triedMsAgo, signal) =>
      refusing(async (): Promise<Fate> => {
        const { messages, isWhole } = await found(target, [attemptKey], triedMsAgo, signal);
        const messageId = messages.get(attemptKey);
        if (messageId !== undefined) return { kind: 'arrived', messageId };
        const isRemembered = triedMsAgo < NONCE_MEMORY_MS;
        return { kind: isWhole || isRemembered ? 'resend' : 'lost' };
      }),
    find: (...sought) => refusing(() => found(...sought)),
  };
}

function routeOf(messageId: string) {
  const [channel = '', message = ''] = messageId.split('/');
  return Routes.channelMessage(channel, message);
}

const identified = z.object({ id: z.string() });

const MOST_REMEMBERED = 20_000;

/**
 * Opens each member's direct messages once. Told that it opens too many, it opens none for a
 * while: Discord locks out bots that go on.
 */
function channelFinder(line: REST, dayClock: DayClock) {
  const opened = new LRUCache<string, string>({ max: MOST_REMEMBERED });
  let restsUntil = Number.NEGATIVE_INFINITY;
  const channelOf = async (target: Target, signal: AbortSignal): Promise<string> => {
    if (target.kind === 'channel') return target.channel;
    const known = opened.get(target.member);
    if (known !== undefined) return known;
    const restMs = restsUntil - dayClock.now();
    if (restMs > 0) throw slowDown(restMs, undefined);
    const body = { recipient_id: target.member };
    const answer = await line
      .post(Routes.userChannels(), { body, signal })
      .catch((error: unknown) => {
        if (isTooFast(error)) restsUntil = dayClock.now() + SLOW_DOWN_MS;
        throw error;
      });
    const { id } = identified.parse(answer);
    opened.set(target.member, id);
    return id;
  };
  return {
    channelOf,
    isOpened: (target: Target) => target.kind === 'channel' || opened.has(target.member),
  };
}

/** The body of a message by Hallway's own doing; only the role that an organiser chose is pinged. */
export function messageBody(dispatch: Dispatch, isRole: IsRole = () => true) {
  const ping = pingFor(dispatch, isRole);
  const beside = {
    components: ping.displays.length,
    text: ping.displays.reduce((sum, { content }) => sum + content.length, 0),
  };
  const card = marked(renderCard(dispatch.card, beside, 1 + dispatch.marks.length), dispatch);
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...ping.displays, card] satisfies APIMessageTopLevelComponent[],
    allowed_mentions: ping.allowed,
  };
}

/** Of a role that was deleted since, nothing is said. */
function pingFor({ mention, target }: Dispatch, isRole: IsRole) {
  const community = target.kind === 'channel' ? target.community : '';
  if (mention === undefined || !isRole(community, mention)) {
    return { displays: [], allowed: { parse: [] } };
  }
  return mention === EVERYONE
    ? {
        displays: [mentionDisplay(`@${EVERYONE}`)],
        allowed: { parse: [AllowedMentionsTypes.Everyone] },
      }
    : { displays: [mentionDisplay(`<@&${mention}>`)], allowed: { parse: [], roles: [mention] } };
}

function mentionDisplay(content: string) {
  return { type: ComponentType.TextDisplay, content } as const;
}

/**
 * The container bears the attempt key and its parts the marks, by which they are found again in a
 * channel's history: Discord keeps a component's id as it was sent, and shows it to nobody.
 */
function marked(
  container: APIContainerComponent,
  { attemptKey, marks }: Dispatch,
): APIContainerComponent {
  const ids = [attemptKey, ...marks].map(numberOf).values();
  const mark = ({ components, accessory, ...part }: Part): Part => {
    const { value: id } = ids.next();
    return {
      ...part,
      ...(id === undefined ? {} : { id }),
      ...(components === undefined ? {} : { components: components.map(mark) }),
      ...(accessory === undefined ? {} : { accessory: mark(accessory) }),
    };
  };
  // Nothing but numbers is added.
  return mark(container) as APIContainerComponent;
}

interface Part {
  readonly type: ComponentType;
  readonly components?: readonly Part[] | undefined;
  readonly accessory?: Part | undefined;
}

function numberOf(key: string): number {
  return (Number.parseInt(hash('sha256', key, 'hex').slice(0, 8), 16) >>> 1) | LEAST_MARK;
}

/** Far from the small numbers that Discord gives to components without an id. */
const LEAST_MARK = 0x4000_0000;
