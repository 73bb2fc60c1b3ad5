import { silentLog } from '../../src/log.ts';
import { NO_OVERLAY } from '../../src/programme/overlay.ts';
import type { Programme, Programmes } from '../../src/programme/programme.ts';
import { createProgramme } from '../../src/programme/programmes.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import type { IndexMaking } from '../../src/search/lazyIndex.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { keyOf } from './names.ts';

/** A conference as everybody sees it whose rooms are on time, indexed. */
export function programmeOf(key: string, conference: Conference): Programme {
  const index = createTalkIndex(conference);
  return createProgramme({
    key: keyOf(key),
    version: { number: 1, conference },
    overlay: NO_OVERLAY,
    index,
  });
}

/** Where nothing is ever searched for. */
export const noIndexing: IndexMaking = {
  makeIndex: () => {
    throw new Error('Nobody searches here');
  },
  signal: new AbortController().signal,
  log: silentLog,
};

/** Of communities with one conference. */
export const alone: Pick<Programmes, 'standing'> = { standing: async () => 'only' };
