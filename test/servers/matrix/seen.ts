import { type Json, objectOf, textOf, textsOf } from './json.ts';
import { reactionsTo } from './sending.ts';
import type { Room, StoredEvent } from './world.ts';

/** A message as those in its room see it, at one moment. */
export interface Seen {
  readonly id: string;
  readonly room: string;
  readonly sender: string;
  /** The plain body. */
  readonly text: string;
  /** The formatted body; empty without. */
  readonly html: string;
  readonly msgtype: string;
  /** As it is after its edits. */
  readonly content: Json;
  readonly edits: number;
  /** First message of its thread. */
  readonly thread: string | undefined;
  readonly replyTo: string | undefined;
  readonly mentions: readonly string[];
  /** Keys of the reactions, by whom they are, in their order. */
  readonly reactions: readonly {
    readonly key: string;
    readonly sender: string;
    readonly id: string;
  }[];
}

/** Every message of a room that was not taken back, oldest first. */
export function messagesIn(room: Room): readonly Seen[] {
  const said = [...new Set(room.timeline.map(({ event }) => event))].filter(
    ({ type, redactedBy }) => type === 'm.room.message' && redactedBy === undefined,
  );
  return said
    .filter(({ content }) => relationOf(content)['rel_type'] !== 'm.replace')
    .map((event) => see(room, event, said));
}

function see(room: Room, event: StoredEvent, said: readonly StoredEvent[]): Seen {
  const edits = said.filter(({ sender, content }) => {
    const { rel_type, event_id } = relationOf(content);
    // Only whoever said it may say it anew.
    return rel_type === 'm.replace' && event_id === event.id && sender === event.sender;
  });
  const newest = edits.at(-1);
  const content = newest === undefined ? event.content : objectOf(newest.content['m.new_content']);
  const relation = relationOf(event.content);
  return {
    id: event.id,
    room: room.id,
    sender: event.sender,
    text: textOf(content['body']),
    html: textOf(content['formatted_body']),
    msgtype: textOf(content['msgtype']),
    content,
    edits: edits.length,
    thread: relation['rel_type'] === 'm.thread' ? textOf(relation['event_id']) : undefined,
    replyTo: textOf(objectOf(relation['m.in_reply_to'])['event_id']) || undefined,
    mentions: textsOf(objectOf(content['m.mentions'])['user_ids']),
    reactions: reactionsTo(room, event.id).map(({ id, sender, content: reaction }) => ({
      ...{ id, sender },
      key: textOf(relationOf(reaction)['key']),
    })),
  };
}

function relationOf(content: Json): Json {
  return objectOf(content['m.relates_to']);
}
