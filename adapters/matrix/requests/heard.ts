import { z } from 'zod';
import type { MatrixEvent } from '../connection/events.ts';

/** What a message says to Hallway. */
export type Heard =
  /** `!talk crfs`: a word after the prefix. */
  | { readonly kind: 'command'; readonly name: string; readonly rest: string }
  /** `2`, or `2 15` where the choice asks for a value; in plain text cards show `!2`, whatever the prefix is. */
  | {
      readonly kind: 'choice';
      readonly number: number;
      readonly value?: string;
      /** All of it, should it be no choice. */
      readonly text: string;
    }
  | { readonly kind: 'question'; readonly text: string };

/** A message of a person's, with what it belongs to. */
export interface Said {
  readonly body: string;
  /** The same as HTML, where the client sent that, too. */
  readonly html: string;
  /** Whether it mentions Hallway. */
  readonly isMeant: boolean;
  /** The message that it comes after: the one that it answers, or the last one of its thread. */
  readonly after: string | undefined;
  /** Whether it was written as an answer to that one; else it merely stands in the same thread. */
  readonly isReply: boolean;
  /** The first message of its thread. */
  readonly thread: string | undefined;
  /** The message whose words it replaces. */
  readonly replaces: string | undefined;
}

const relation = z
  .object({
    rel_type: z.string().optional(),
    event_id: z.string().optional(),
    is_falling_back: z.boolean().optional(),
    'm.in_reply_to': z.object({ event_id: z.string() }).optional(),
  })
  .catch({});

const words = z.object({
  msgtype: z.literal('m.text'),
  body: z.string(),
  formatted_body: z.string().optional().catch(undefined),
  'm.mentions': z
    .object({ user_ids: z.array(z.string()).catch([]) })
    .optional()
    .catch(undefined),
});

const message = words.extend({
  'm.new_content': words.optional().catch(undefined),
  'm.relates_to': relation.optional(),
});

/**
 * What was said, where it is for a reader at all: notices are of programs, and a program that answers
 * them answers for ever (client-server API, "m.notice").
 */
export function saidIn({ content }: MatrixEvent, self: string): Said | undefined {
  const read = message.safeParse(content).data;
  if (read === undefined) return undefined;
  const relatesTo = read['m.relates_to'] ?? {};
  const isEdit = relatesTo.rel_type === 'm.replace';
  const now = isEdit ? read['m.new_content'] : read;
  if (now === undefined) return undefined;
  return {
    body: withoutFallback(now.body),
    html: now.formatted_body ?? '',
    isMeant: isMeant(now, self),
    after: relatesTo['m.in_reply_to']?.event_id,
    isReply: relatesTo.is_falling_back !== true,
    thread: relatesTo.rel_type === 'm.thread' ? relatesTo.event_id : undefined,
    replaces: isEdit ? relatesTo.event_id : undefined,
  };
}

/** Clients that know of `m.mentions` say whom they mean; older ones show a link to the person. */
function isMeant(now: z.infer<typeof words>, self: string): boolean {
  const told = now['m.mentions'];
  if (told !== undefined) return told.user_ids.includes(self);
  return now.formatted_body?.includes(`https://matrix.to/#/${self}"`) === true;
}

/** Older clients quote what they reply to, in lines of its own before the words. */
function withoutFallback(body: string): string {
  return body.replace(/^(?:> .*\n)+\n?/u, '');
}

/** How Hallway is called in a room, so that its name is not taken for one of the words. */
export interface Names {
  readonly prefix: string;
  readonly self: string;
  readonly displayName: string;
}

/** What a message stands in: alone with Hallway, as a reply to it, in a thread where it spoke, or among others. */
export type Standing = 'direct' | 'reply' | 'thread' | 'room';

/**
 * `undefined`: said to others. Alone with Hallway and as a reply to it everything is for it, in a thread
 * a bare number is.
 */
export function heardIn(
  { body, isMeant: isMentioned }: Said,
  standing: Standing,
  names: Names,
): Heard | undefined {
  const text = body.trim();
  const after = text.startsWith(names.prefix) ? text.slice(names.prefix.length) : undefined;
  const command = /^([a-z]+)(?:\s+(.*))?$/isu.exec(after ?? '');
  if (command?.[1] !== undefined) {
    return { kind: 'command', name: command[1].toLowerCase(), rest: command[2] ?? '' };
  }
  const words = withoutName(after ?? text, isMentioned, names);
  const choice = /^!?(\d{1,3})\.?(?:\s+(.+))?$/su.exec(words);
  const isWhole = standing === 'direct' || standing === 'reply';
  const isChoice = isWhole || (standing === 'thread' && choice?.[2] === undefined);
  if (choice?.[1] !== undefined && isChoice) {
    const value = choice[2] === undefined ? {} : { value: choice[2] };
    return { kind: 'choice', number: Number(choice[1]), text: words, ...value };
  }
  return isWhole || isMentioned ? { kind: 'question', text: words } : undefined;
}

/** What somebody wrote where that was asked for, whole: it may be passed on to others. */
export function writtenIn({ body }: Pick<Said, 'body'>, names: Names): string {
  return withoutName(body.trim(), false, names);
}

/**
 * A mention stands in the words as a name: `Hallway: what is next?`. Without one only who is spoken to
 * is a name: “what is in the hallway track?” is no mention.
 */
function withoutName(text: string, isMentioned: boolean, { self, displayName }: Names): string {
  const [before, behind] = isMentioned ? ['(?:^|\\s)', '[:,]?'] : ['^', '[:,]'];
  for (const name of [self, displayName, self.slice(1).split(':')[0] ?? '']) {
    if (name === '') continue;
    const word = `@?${RegExp.escape(name)}(?=[\\s:,?!.]|$)`;
    const called = new RegExp(before + word + behind, 'iu');
    if (!called.test(text)) continue;
    const without = text.replace(called, ' ');
    return (isMentioned ? without.replaceAll(/ {2,}/gu, ' ') : without).trim();
  }
  return text;
}
