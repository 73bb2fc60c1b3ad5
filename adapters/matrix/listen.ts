import { z } from 'zod';
import { DAY_MS } from '../../src/clock.ts';
import { FOLLOWED } from '../../src/platform/conversation.ts';
import type { MatrixApi } from './connection/api.ts';
import type { MatrixEvent } from './connection/events.ts';
import type { Outcome } from './connection/inbox.ts';
import type { News } from './connection/news.ts';
import { cannotRead, invited, type LifeParts, left, replaced } from './life.ts';
import type { Given } from './requests/answers.ts';
import { heardIn, saidIn } from './requests/heard.ts';
import { hear, type MessageParts } from './requests/messages.ts';
import { isReaction, react, type Undo, unreact } from './requests/reactions.ts';
import { isThereAs } from './rooms/direct.ts';
import { transactionOf } from './sending/content.ts';

export interface ListenParts
  extends Omit<MessageParts, 'givenTo' | 'api' | 'direct' | 'book' | 'hallway'>,
    Omit<LifeParts, 'api' | 'hallway'> {
  readonly hallway: MessageParts['hallway'];
  readonly api: MessageParts['api'] & LifeParts['api'] & Pick<MatrixApi, 'redact'>;
  /** What became of an earlier event, as JSON. */
  readonly outcomeOf: (key: string) => Promise<string | undefined>;
}

/** What came of something, for whoever takes it back: an answer, or a star. */
const outcome = z.union([
  z.object({ given: z.object({ room: z.string(), event: z.string(), at: z.number() }) }),
  z.object({ undo: z.object({ by: z.string(), undo: z.string() }) }),
]);

/** A reaction can be taken away for as long as talks are to come. */
const UNDONE_MS = 30 * DAY_MS;
const NOTHING: Outcome = { outcome: undefined, keptMs: 0 };

/** Does what follows from something that happened; done once more, it comes to the same. */
export async function handle(parts: ListenParts, news: News, key: string): Promise<Outcome> {
  switch (news.kind) {
    case 'invited':
      await invited(parts, { ...news, key });
      return NOTHING;
    case 'left':
      await left(parts, news.room);
      return NOTHING;
    case 'event':
      return handleEvent(parts, news.room, news.event);
  }
}

async function handleEvent(parts: ListenParts, room: string, event: MatrixEvent): Promise<Outcome> {
  switch (event.type) {
    case 'm.room.message':
      return kept('given', await hear({ ...parts, givenTo: givenTo(parts) }, room, event), DAY_MS);
    case 'm.reaction':
      return kept(
        'undo',
        await react({ ...parts, givenTo: givenTo(parts) }, room, event),
        UNDONE_MS,
      );
    case 'm.room.redaction':
      await takeBack(parts, room, event);
      return NOTHING;
    case 'm.room.tombstone':
      await replaced(parts, room, event);
      return NOTHING;
    case 'm.room.member':
      await parts.direct.moved(room, event.state_key ?? '', isThereAs(event.content['membership']));
      return NOTHING;
    case 'm.room.encryption':
    case 'm.room.encrypted':
      await cannotRead(parts, room, await personIn(parts, room, event.sender));
      return NOTHING;
    default:
      return NOTHING;
  }
}

function kept(kind: 'given' | 'undo', what: Given | Undo | undefined, keptMs: number): Outcome {
  return what === undefined ? NOTHING : { outcome: JSON.stringify({ [kind]: what }), keptMs };
}

function givenTo({ outcomeOf }: ListenParts): MessageParts['givenTo'] {
  return async (question) => {
    const read = outcome.safeParse(JSON.parse((await outcomeOf(question)) ?? 'null')).data;
    return read !== undefined && 'given' in read ? read.given : undefined;
  };
}

async function personIn({ direct }: ListenParts, room: string, sender: string) {
  return (await direct.isAloneWith(room, sender)) ? sender : undefined;
}

/** A question that was deleted takes its answer along; a reaction that was, its star. */
async function takeBack(parts: ListenParts, room: string, event: MatrixEvent): Promise<void> {
  const { redacts: inContent } = event.content;
  const id = event.redacts ?? (typeof inContent === 'string' ? inContent : '');
  const read = outcome.safeParse(JSON.parse((await parts.outcomeOf(id)) ?? 'null')).data;
  if (read === undefined) return;
  if ('undo' in read) {
    return unreact({ ...parts, givenTo: givenTo(parts) }, room, event, id, read.undo);
  }
  const { given } = read;
  if (event.origin_server_ts - given.at > FOLLOWED.ttl) return;
  await parts.api.redact(given.room, given.event, transactionOf('take back', given.event));
}

/**
 * Whether something is kept until it is handled: nothing that people say to each other is. Where one
 * cannot read, that somebody spoke.
 */
export async function isMeant(
  { names, direct }: Pick<ListenParts, 'names' | 'direct'>,
  news: News,
): Promise<boolean> {
  if (news.kind !== 'event') return true;
  const { event, room } = news;
  if (event.sender === names.self) return false;
  switch (event.type) {
    case 'm.room.message': {
      const said = saidIn(event, names.self);
      if (said === undefined) return false;
      const isDirect = await direct.isAloneWith(room, event.sender);
      const isAfter = said.after !== undefined && said.isReply;
      const standing = isDirect ? 'direct' : isAfter ? 'reply' : 'thread';
      return heardIn(said, standing, names) !== undefined;
    }
    case 'm.reaction':
      return isReaction(event);
    case 'm.room.redaction':
    case 'm.room.tombstone':
    case 'm.room.encryption':
      return true;
    case 'm.room.encrypted':
      return direct.isAloneWith(room, event.sender);
    case 'm.room.member':
      return direct.isRoomOf(room, event.state_key ?? '');
    default:
      return false;
  }
}
