import { MINUTE_MS } from '../clock.ts';

/** So long a question that is edited or deleted takes its answer along (issue 16 §1), and as many at a time. */
export const FOLLOWED = { ttl: 5 * MINUTE_MS, max: 2_000 } as const;

/** So long what was shown is what the next words are about, where nothing else says so (issue 16 §2). */
export const CARRIED_ON_MS = 10 * MINUTE_MS;
