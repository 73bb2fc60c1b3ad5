import { LRUCache } from 'lru-cache';
import pLimit from 'p-limit';
import { z } from 'zod';
import {
  type Block,
  type Card,
  type Inline,
  linesIn,
  type Text,
} from '../../../src/cards/cards.ts';
import { MINUTE_MS } from '../../../src/clock.ts';
import type { MatrixApi } from '../connection/api.ts';
import type { RoomBook } from './book.ts';

/** What people call rooms: an id such as `!kWcFzhQmVqXyRtLp:example.org` says nothing to them. */
export interface RoomNames {
  /** The card, its rooms with their names. */
  in(card: Card): Promise<Card>;
}

const called = z.object({ name: z.string().min(1) });
const alias = z.object({ alias: z.string().min(1) });
const KNOWN_MS = 5 * MINUTE_MS;
const MOST_ROOMS = 2_000;
const AT_ONCE = 8;

/** Its name, else its address, else its id. */
export async function nameOf(api: Pick<MatrixApi, 'state'>, room: string): Promise<string> {
  const { name } = called.safeParse(await api.state(room, 'm.room.name')).data ?? {};
  if (name !== undefined) return name;
  const address = alias.safeParse(await api.state(room, 'm.room.canonical_alias')).data;
  return address?.alias ?? room;
}

export interface RoomNamesParts {
  readonly api: Pick<MatrixApi, 'state'>;
  readonly book: Pick<RoomBook, 'currentOf'>;
}

export function createRoomNames({ api, book }: RoomNamesParts): RoomNames {
  const known = new LRUCache<string, string>({ max: MOST_ROOMS, ttl: KNOWN_MS });
  const limit = pLimit(AT_ONCE);
  const learn = async (room: string) => {
    // Where it cannot be learned, what is said names it by its id rather than not at all.
    const current = book.currentOf(room);
    const name = await current.then((id) => nameOf(api, id)).catch(() => undefined);
    if (name !== undefined) known.set(room, name);
  };
  return {
    in: async (card) => {
      const rooms = new Set(card.blocks.flatMap(linesIn).flat().flatMap(roomsOf));
      if (rooms.size === 0) return card;
      await limit.map(
        [...rooms].filter((room) => !known.has(room)),
        learn,
      );
      return { ...card, blocks: card.blocks.map((block) => withNames(block, known)) };
    },
  };
}

function roomsOf(inline: Inline): readonly string[] {
  return typeof inline !== 'string' && inline.kind === 'channel' ? [inline.id] : [];
}

function withNames(block: Block, known: Pick<LRUCache<string, string>, 'get'>): Block {
  const named = (text: Text): Text =>
    text.map((inline) => {
      if (typeof inline === 'string' || inline.kind !== 'channel') return inline;
      const name = known.get(inline.id);
      // An address has the mark that plain words put before a name.
      return name === undefined ? inline : { ...inline, name: name.replace(/^#/u, '') };
    });
  switch (block.kind) {
    case 'text':
      return { ...block, text: named(block.text) };
    case 'facts':
      return {
        ...block,
        facts: block.facts.map((fact) => ({ ...fact, value: named(fact.value) })),
      };
    case 'row':
      return { ...block, details: block.details.map(named) };
    default:
      return block;
  }
}
