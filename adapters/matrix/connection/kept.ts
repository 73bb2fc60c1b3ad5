import type { InboxStore, Waiting } from './inbox.ts';
import type { News } from './news.ts';
import type { SyncStore } from './sync.ts';

/** What is kept of an account, with all that happened as JSON. */
export interface MatrixStore extends InboxStore {
  since(device: string): Promise<string | undefined>;
  keep(device: string, since: string, news: readonly Waiting[]): Promise<void>;
  outcomeOf(key: string): Promise<string | undefined>;
}

export interface KeptParts {
  readonly store: Pick<MatrixStore, 'since' | 'keep'>;
  readonly device: string;
  /** What is for others is kept by nobody. */
  readonly isMeant: (news: News) => Promise<boolean>;
  /** Before anything is kept for the first time: what happened earlier was heard by nobody. */
  readonly atFirst: () => Promise<void>;
  /** Somebody came into a room, or went. */
  readonly onMember: (room: string) => void;
}

/** The sync token, and what came with it as far as it may be for Hallway. */
export function keptNews(parts: KeptParts): SyncStore {
  const { store, device, isMeant, atFirst, onMember } = parts;
  let isFirst = false;
  return {
    since: async () => {
      const since = await store.since(device);
      isFirst = since === undefined;
      return since;
    },
    keep: async (nextBatch, news) => {
      if (isFirst) await atFirst();
      isFirst = false;
      const meant: Waiting[] = [];
      for (const one of news) {
        if (one.kind === 'event' && one.event.type === 'm.room.member') onMember(one.room);
        if (await isMeant(one)) meant.push(keyed(one, nextBatch));
      }
      await store.keep(device, nextBatch, meant);
    },
  };
}

/** What happens twice under one key happened once; that one is invited or left can happen again. */
function keyed(news: News, nextBatch: string): Waiting {
  const { room } = news;
  if (news.kind !== 'event') {
    return { key: `${news.kind} ${room} ${nextBatch}`, room, news: JSON.stringify(news) };
  }
  return { key: news.event.event_id, room, news: JSON.stringify(news) };
}
