import { type REST, Routes } from 'discord.js';
import { z } from 'zod';
import type { Clock } from '../../src/clock.ts';
import type { Dispatch, Messenger, Target } from '../../src/platform.ts';
import { fateInHistory } from './fate.ts';
import { PLATFORM } from './identity.ts';
import { markOf, messageBody } from './message.ts';
import { refusalOf } from './refusal.ts';

/** How long Discord surely remembers a nonce: "the past few minutes" (discord-api-docs, resources/message). */
const NONCE_MEMORY_MS = 120_000;

/**
 * What Hallway sends by itself. Message ids are `channel/message`, since a direct message's channel
 * is Discord's own. Every send carries the attempt key as an enforced nonce.
 */
export function createMessenger(line: REST, clock: Clock): Messenger {
  const channelOf = channelFinder(line);
  const refusing = async <T>(call: () => Promise<T>): Promise<T> => {
    try {
      return await call();
    } catch (error) {
      throw refusalOf(error, clock.now());
    }
  };
  return {
    // The limit over all channels is the application's.
    lane: () => PLATFORM,
    send: (dispatch, signal) =>
      refusing(async () => {
        const channel = await channelOf(dispatch.target, signal);
        const body = { ...messageBody(dispatch), nonce: dispatch.attemptKey, enforce_nonce: true };
        const sent = await line.post(Routes.channelMessages(channel), { body, signal });
        return `${channel}/${identified.parse(sent).id}`;
      }),
    edit: (messageId, dispatch, signal) =>
      refusing(async () => {
        const [channel = '', message = ''] = messageId.split('/');
        const body = messageBody(dispatch);
        await line.patch(Routes.channelMessage(channel, message), { body, signal });
      }),
    fate: (dispatch: Dispatch, triedAt, signal) =>
      refusing(async () => {
        if (clock.now() - triedAt < NONCE_MEMORY_MS) return { kind: 'resend' };
        const channel = await channelOf(dispatch.target, signal);
        const mark = markOf(dispatch.attemptKey);
        return fateInHistory(line, { channel, mark, since: triedAt }, signal);
      }),
  };
}

const identified = z.object({ id: z.string() });

const MOST_REMEMBERED = 20_000;

/** Opens each member's direct messages once; Discord slows down whoever opens many. */
function channelFinder(line: REST) {
  const opened = new Map<string, string>();
  return async (target: Target, signal: AbortSignal): Promise<string> => {
    if (target.kind === 'channel') return target.channel;
    const known = opened.get(target.member);
    if (known !== undefined) return known;
    const body = { recipient_id: target.member };
    const { id } = identified.parse(await line.post(Routes.userChannels(), { body, signal }));
    const [oldest] = opened.keys();
    if (opened.size >= MOST_REMEMBERED && oldest !== undefined) opened.delete(oldest);
    opened.set(target.member, id);
    return id;
  };
}
