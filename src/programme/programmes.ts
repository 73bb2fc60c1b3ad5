import type { Log } from '../log.ts';
import type { CommunityRef } from '../platform/target.ts';
import type { Source } from '../schedule/feed.ts';
import type { Keeper } from '../schedule/keeper.ts';
import type { Conference, Talk } from '../schedule/model.ts';
import { createTimetable } from '../schedule/timetable.ts';
import type { Choice, Communities } from './communities.ts';
import { applyDelays, type RoomDelay } from './delays.ts';
import { createProgramme, type Programme, type Programmes } from './programme.ts';

export interface ProgrammesParts {
  readonly keeper: Pick<Keeper, 'open' | 'get'>;
  readonly communities: Pick<Communities, 'choiceOf' | 'choices' | 'delaysOf'>;
  /** For communities that chose none. */
  readonly defaultSource: Source;
  readonly log: Log;
}

export interface ProgrammeShelf extends Programmes {
  /** A conference as a community sees it; undefined when it is in use nowhere. */
  get(key: string, community: CommunityRef | undefined): Promise<Programme | undefined>;
  /** Opens every conference in use, so that a tick finds them. */
  openAll(): Promise<void>;
}

/**
 * One programme for each version of a conference, whatever the number of
 * communities; a community whose rooms run late has one of its own beside it.
 */
export function createProgrammes(parts: ProgrammesParts): ProgrammeShelf {
  const { keeper, communities, defaultSource, log } = parts;
  const shared = new WeakMap<Conference, Map<string, Programme>>();
  const programmeOf = (key: string, conference: Conference, delays: readonly RoomDelay[]) => {
    const variants = shared.get(conference) ?? new Map<string, Programme>();
    shared.set(conference, variants);
    const base = variants.get('') ?? createProgramme(key, conference);
    variants.set('', base);
    const name = delays.length === 0 ? '' : JSON.stringify(delays);
    const programme = variants.get(name) ?? delayedProgramme(base, delays);
    variants.set(name, programme);
    return programme;
  };
  const seenBy = async (community: CommunityRef | undefined, key: string, conference: Conference) =>
    programmeOf(
      key,
      conference,
      community === undefined ? [] : await communities.delaysOf(community, key),
    );

  return {
    of: async (community) => {
      const choice = community && (await communities.choiceOf(community));
      const source = choice === undefined ? defaultSource : sourceOf(choice);
      return seenBy(community, source.key, await keeper.open(source));
    },
    get: async (key, community) => {
      const conference = keeper.get(key);
      return conference && (await seenBy(community, key, conference));
    },
    openAll: async () => {
      const sources = (await communities.choices()).map(sourceOf);
      for (const source of new Map(sources.map((one) => [one.key, one])).values()) {
        if (keeper.get(source.key) !== undefined) continue;
        await keeper.open(source).catch((error: unknown) => {
          log.warn({ err: error, source: source.address }, 'A schedule could not be opened');
        });
      }
    },
  };
}

/** Delays shift talks and change no word of them: the index stays the one of all. */
function delayedProgramme(base: Programme, delays: readonly RoomDelay[]): Programme {
  const conference = applyDelays(base.conference, delays);
  const timetable = createTimetable(conference);
  const late = (talk: Talk) => timetable.talk(talk.id) ?? talk;
  return {
    key: base.key,
    conference,
    timetable,
    index: {
      search: (query, options) => {
        const result = base.index.search(query, options);
        return { ...result, hits: result.hits.map((hit) => ({ ...hit, talk: late(hit.talk) })) };
      },
      suggest: (text, options) => base.index.suggest(text, options).map(late),
    },
  };
}

function sourceOf({ conference, source, timeZone }: Choice): Source {
  return {
    key: conference,
    address: source,
    ...(timeZone === undefined ? {} : { timeZone }),
    trust: 'chat',
  };
}
