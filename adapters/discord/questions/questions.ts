import { type Client, Events, type Message, type PartialMessage } from 'discord.js';
import { LRUCache } from 'lru-cache';
import { systemClock } from '../../../src/clock.ts';
import { valuesUnder } from '../../../src/commands/remind.ts';
import type { Log } from '../../../src/log.ts';
import { type Messages, messagesFor } from '../../../src/messages/messages.ts';
import { CARRIED_ON_MS, FOLLOWED } from '../../../src/platform/conversation.ts';
import { refused } from '../../../src/platform/replies.ts';
import type { CardReply, Hallway, QuestionRequest } from '../../../src/platform/requests.ts';
import { createUnderWay } from '../../../src/platform/underWay.ts';
import { replyBody } from '../requests/answer.ts';
import type { Listener } from '../requests/interactions.ts';
import { removeRow } from '../requests/removal.ts';
import { wordsFor } from '../requests/words.ts';
import { callerOfMessage, type Heard, heardIn } from './heard.ts';

export interface QuestionParts {
  readonly hallway: Pick<Hallway, 'ask' | 'reader'>;
  readonly isOurs: () => boolean;
  readonly log: Log;
}

const LOOKED_BACK = 10;

/** The answer to a question; `undefined` while it is being made, or where there is none. */
type Answers = LRUCache<string, { answer: Message | undefined }>;

/** Answers what is said to Hallway in words, where it was said, pinging nobody. */
export function listenToQuestions(client: Client, parts: QuestionParts): Listener {
  const underWay = createUnderWay();
  const answers: Answers = new LRUCache(FOLLOWED);
  const quietly = (message: { readonly id: string }, work: () => Promise<void>) => {
    if (!parts.isOurs()) return;
    const failed = (err: unknown) =>
      parts.log.warn({ err, message: message.id }, 'A question was not answered');
    underWay.add(work().catch(failed));
  };
  const onCreate = (message: Message) => quietly(message, () => hear(message, answers, parts));
  const onUpdate = (_: unknown, message: Message | PartialMessage) =>
    quietly(message, () => hearAgain(message, answers, parts));
  const onDelete = (message: Message | PartialMessage) =>
    quietly(message, async () => {
      await answers.get(message.id)?.answer?.delete();
      answers.delete(message.id);
    });
  client.on(Events.MessageCreate, onCreate);
  client.on(Events.MessageUpdate, onUpdate);
  client.on(Events.MessageDelete, onDelete);
  return {
    close: async () => {
      client.off(Events.MessageCreate, onCreate);
      client.off(Events.MessageUpdate, onUpdate);
      client.off(Events.MessageDelete, onDelete);
      await underWay.settled();
    },
  };
}

/** A message that Discord tells of twice, as after a reconnection, is answered once. */
async function hear(message: Message, answers: Answers, parts: QuestionParts): Promise<void> {
  const heard = heardIn(message);
  if (heard === undefined || answers.has(message.id)) return;
  const place = { answer: undefined as Message | undefined };
  answers.set(message.id, place);
  const body = await bodyOf(message, heard, parts);
  if (body === undefined) return;
  place.answer = await message.reply({ ...body, failIfNotExists: false });
  // Deleted while it was being answered.
  if (!answers.has(message.id)) await place.answer.delete();
}

/** An edit may be one of Discord's own, such as a preview of a link: then the words are the same. */
async function hearAgain(
  changed: Message | PartialMessage,
  answers: Answers,
  parts: QuestionParts,
): Promise<void> {
  if (changed.editedTimestamp === null) return;
  if (systemClock.now() - changed.createdTimestamp > FOLLOWED.ttl) return;
  if (changed.partial && !answers.has(changed.id)) return;
  const message = changed.partial ? await changed.fetch() : changed;
  const heard = heardIn(message);
  const answer = answers.get(message.id)?.answer ?? (heard && (await answerTo(message)));
  if (heard === undefined) return;
  if (answer === undefined) return hear(message, answers, parts);
  answers.set(message.id, { answer });
  const body = await bodyOf(message, heard, parts);
  if (body !== undefined) await answer.edit(body);
}

/** As Discord tells it, where this process did not give it. */
async function answerTo({ id, channel, client }: Message): Promise<Message | undefined> {
  const later = await channel.messages.fetch({ after: id, limit: LOOKED_BACK, cache: false });
  return later.find(
    ({ author, reference }) => author.id === client.user.id && reference?.messageId === id,
  );
}

async function bodyOf(message: Message, heard: Heard, { hallway }: QuestionParts) {
  const caller = callerOfMessage(message);
  const isPublic = message.guildId !== null;
  const reply =
    heard.kind === 'wordless'
      ? mentionMe(await wordsFor(caller, hallway))
      : await hallway.ask({
          ...{ kind: 'question', text: heard.text, caller, isPublic },
          ...(await before(message)),
        });
  if (reply === undefined) return undefined;
  const { answers } = messagesFor(reply.card.reader?.locale ?? caller.locale);
  return answerBody(message, reply, isPublic ? answers.remove : undefined);
}

function mentionMe(messages: Messages): CardReply {
  return refused(messages, messages.answers.mentionMe);
}

function answerBody({ author }: Message, reply: CardReply, remove: string | undefined) {
  const { components, allowedMentions, ...body } = replyBody(reply, remove === undefined ? 0 : 2);
  const row = remove === undefined ? [] : [removeRow(author.id, remove)];
  return {
    ...body,
    components: [...components, ...row],
    allowedMentions: { ...allowedMentions, repliedUser: false },
  };
}

/**
 * What the question replies to, or what was last shown in a direct conversation, as the ids of its
 * buttons; and whether that conversation begins with it.
 */
async function before(message: Message): Promise<Pick<QuestionRequest, 'follows' | 'welcome'>> {
  const { follows, isFirst } = await history(message).catch(() => NOTHING_KNOWN);
  const ids = follows?.author.id === message.client.user.id ? buttonsOf(follows) : [];
  return { follows: ids, ...(isFirst ? { welcome: 'member' } : {}) };
}

interface History {
  readonly follows?: Message | undefined;
  readonly isFirst: boolean;
}

const NOTHING_KNOWN: History = { isFirst: false };

async function history(message: Message): Promise<History> {
  const { channel, client, createdTimestamp, guildId, id, reference } = message;
  if (reference?.messageId !== undefined) {
    return { follows: await message.fetchReference(), isFirst: false };
  }
  if (guildId !== null) return NOTHING_KNOWN;
  const said = await channel.messages.fetch({ before: id, limit: LOOKED_BACK, cache: false });
  const own = said.filter(({ author }) => author.id === client.user.id);
  return {
    follows: own.find(({ createdTimestamp: at }) => createdTimestamp - at < CARRIED_ON_MS),
    isFirst: own.size === 0 && said.size < LOOKED_BACK,
  };
}

function buttonsOf({ components }: Message): readonly string[] {
  return valuesUnder(
    ['custom_id', 'value'],
    components.map((each) => each.toJSON()),
  );
}
