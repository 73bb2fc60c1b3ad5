import type { KnownBlock } from '@slack/types';

export interface Response {
  readonly blocks: readonly KnownBlock[];
  readonly text: string;
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly replace_original?: boolean;
}

const WITHIN_MS = 10_000;

/** Answers through an interaction's response_url, good for five answers within half an hour. Throws when Slack refuses. */
export async function respondTo(responseUrl: string, response: Response): Promise<void> {
  const answer = await fetch(responseUrl, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    // Said outright: what is not said means yes for some messages, and no for others.
    body: JSON.stringify({ replace_original: false, ...response }),
    signal: AbortSignal.timeout(WITHIN_MS),
  });
  const said = await answer.text();
  if (!answer.ok) throw new Error(`Slack refused the answer (${answer.status}: ${said})`);
}
