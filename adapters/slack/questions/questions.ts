import type { App } from '@slack/bolt';
import type { ChatPostMessageArguments, KnownBlock, WebClient } from '@slack/web-api';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import { MINUTE_MS, systemClock } from '../../../src/clock.ts';
import { valuesUnder } from '../../../src/commands/remind.ts';
import type { Log } from '../../../src/log.ts';
import { CARRIED_ON_MS, FOLLOWED } from '../../../src/platform/conversation.ts';
import type { Hallway, QuestionRequest } from '../../../src/platform/requests.ts';
import { type Counted, countedFor } from '../connection/counted.ts';
import { plainText, pressedId } from '../rendering/controls.ts';
import { LIMITS } from '../rendering/limits.ts';
import { REMOVE } from '../requests/removal.ts';
import { typedWords } from '../requests/typed.ts';
import { messageOf } from '../surfaces/show.ts';
import type { Asker, AskerOf } from '../workspaces/asker.ts';
import { directMessage, mention, type Said } from './said.ts';

export interface QuestionParts {
  readonly hallway: Pick<Hallway, 'ask'>;
  readonly counted: Counted;
  readonly log: Log;
}

/** Slack tells an event again for so long while it is not acknowledged. */
const REPEATED_MS = 10 * MINUTE_MS;
const LOOKED_BACK = 15;

/** Where and to whom something was said. */
interface Place {
  readonly client: WebClient;
  readonly asker: Asker;
  readonly channel: string;
  readonly isPublic: boolean;
  /** Hallway's own user in the workspace. */
  readonly self: string | undefined;
}

/** By channel and time of the question: the time of its answer. */
type Answers = LRUCache<string, string>;

/**
 * Answers what is said to Hallway in words: mentions in their thread, direct messages in place. Slack
 * tells of an edited or deleted message in direct conversations alone, and of no other messages.
 */
export function listenToQuestions(app: App, parts: QuestionParts, askerOf: AskerOf): void {
  const isFirst = countedFor(parts.counted, systemClock, REPEATED_MS);
  const answers: Answers = new LRUCache(FOLLOWED);
  app.event('app_mention', async ({ event, client, context }) => {
    const { channel, ...said } = mention.parse(event);
    // Where one talks to Hallway alone, the message itself is told of, too.
    if (channel.startsWith('D') || !isPersons(said)) return;
    if (!(await isFirst(`question ${context.teamId} ${channel} ${said.ts}`))) return;
    const asker = await askerOf(client, context, channel);
    const place = { client, asker, channel, isPublic: true, self: context.botUserId };
    await answer(said, place, answers, parts);
  });
  app.event('message', async ({ event, client, context }) => {
    const told = directMessage.safeParse(event).data;
    if (told?.channel_type !== 'im') return;
    const { channel } = told;
    // Of an edit, Slack tells who wrote within the message alone.
    const placeOf = async ({ user }: Said) => {
      const by = user === undefined ? context : { ...context, userId: user };
      const asker = await askerOf(client, by, channel);
      return { client, asker, channel, isPublic: false, self: context.botUserId };
    };
    if (told.subtype === 'message_deleted') {
      await takeBack(answers, client, channel, told.deleted_ts);
    } else if (told.subtype === 'message_changed') {
      const { message: now, previous_message: before } = told;
      if (!isPersons(now) || now.text === before?.text) return;
      await answerAgain(now, await placeOf(now), answers, parts);
    } else if (isPersons(told)) {
      if (!(await isFirst(`question ${context.teamId} ${channel} ${told.ts}`))) return;
      await answer(told, await placeOf(told), answers, parts);
    }
  });
}

function isPersons({ user, bot_id }: Said): boolean {
  return user !== undefined && (bot_id === undefined || bot_id === null);
}

async function answer(said: Said, place: Place, answers: Answers, parts: QuestionParts) {
  const message = await messageFor(said, place, parts);
  if (message === undefined) return;
  const { client, channel, isPublic, asker } = place;
  const { audience, ...content } = message;
  if (isPublic && audience === 'caller') {
    // Where no thread is open yet, what one alone can see would open none.
    const within = said.thread_ts === undefined ? {} : { thread_ts: said.thread_ts };
    await client.chat.postEphemeral({ channel, user: asker.user, ...content, ...within });
    return;
  }
  const thread = said.thread_ts ?? (isPublic ? said.ts : undefined);
  const args: ChatPostMessageArguments = {
    ...{ channel, ...content, unfurl_links: false, unfurl_media: false },
    ...(thread === undefined ? {} : { thread_ts: thread }),
  };
  const { ts } = await client.chat.postMessage(args);
  if (ts !== undefined) answers.set(`${channel} ${said.ts}`, ts);
}

/** An edit that comes too late, or to what was not answered, is a question like any other no more. */
async function answerAgain(said: Said, place: Place, answers: Answers, parts: QuestionParts) {
  const ts = answers.get(`${place.channel} ${said.ts}`);
  if (ts === undefined) return;
  const message = await messageFor(said, place, parts);
  if (message === undefined) return;
  const { text, blocks } = message;
  await place.client.chat.update({ channel: place.channel, ts, text, blocks });
}

async function takeBack(answers: Answers, client: WebClient, channel: string, question: string) {
  const ts = answers.get(`${channel} ${question}`);
  answers.delete(`${channel} ${question}`);
  if (ts !== undefined) await client.chat.delete({ channel, ts });
}

async function messageFor(said: Said, place: Place, { hallway, log }: QuestionParts) {
  const { asker, isPublic, self } = place;
  const text = typedWords(said.text, self).replaceAll(/\s+/gu, ' ').trim();
  // A picture alone asks nothing.
  if (text === '' && said.files !== undefined) return undefined;
  const earlier = await before(said, place).catch((err: unknown) => {
    log.info({ err, team: asker.team }, 'What a question carries on from could not be read');
    return { follows: [] };
  });
  const asked = {
    kind: 'question',
    text,
    caller: asker.caller,
    isPublic,
    canWhisper: isPublic,
  } as const;
  const reply = await hallway.ask({ ...asked, ...earlier });
  if (reply === undefined) return undefined;
  const { audience } = reply;
  const { blocks, text: fallback } = messageOf(reply.card);
  const isRead = isPublic && audience === 'everyone';
  return { audience, text: fallback, blocks: isRead ? [...blocks, removeRow(asker)] : [...blocks] };
}

function removeRow({ user, messages }: Asker): KnownBlock {
  return {
    type: 'actions',
    elements: [
      {
        type: 'button',
        action_id: REMOVE,
        value: user,
        text: plainText(messages.answers.remove, LIMITS.buttonText),
      },
    ],
  };
}

const shown = z.object({
  messages: z
    .array(
      z.object({
        user: z.string().optional(),
        ts: z.string(),
        blocks: z.array(z.unknown()).default([]),
      }),
    )
    .default([]),
});

/**
 * Ids of the buttons of what Hallway last said in the thread, or lately in the direct conversation; and
 * whether that conversation begins with the question.
 */
async function before(
  said: Said,
  place: Place,
): Promise<Pick<QuestionRequest, 'follows' | 'welcome'>> {
  const { client, channel, isPublic, self } = place;
  const { thread_ts: thread, ts } = said;
  if (thread === undefined && isPublic) return { follows: [] };
  const asked = { channel, latest: ts, limit: LOOKED_BACK };
  const answered = await (thread === undefined
    ? client.conversations.history(asked)
    : client.conversations.replies({ ...asked, ts: thread }));
  const earlier = shown.parse(answered).messages.filter((each) => Number(each.ts) < Number(ts));
  const own = earlier
    .filter(({ user }) => user === self)
    .toSorted((one, other) => Number(other.ts) - Number(one.ts));
  const isFirst = thread === undefined && own.length === 0 && earlier.length < LOOKED_BACK - 1;
  const lastSince = thread === undefined ? Number(ts) - CARRIED_ON_MS / 1_000 : 0;
  const last = own.find((each) => Number(each.ts) >= lastSince);
  return {
    follows: last === undefined ? [] : buttonsOf(last),
    ...(isFirst ? { welcome: 'member' } : {}),
  };
}

function buttonsOf({ blocks }: { readonly blocks: readonly unknown[] }): readonly string[] {
  return valuesUnder(['action_id', 'value'], blocks).map(pressedId);
}
