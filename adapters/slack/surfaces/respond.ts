import type { KnownBlock } from '@slack/types';
import { getGlobalDispatcher } from 'undici';
import { post } from '../connection/post.ts';

export interface Response {
  readonly blocks: readonly KnownBlock[];
  readonly text: string;
  readonly response_type: 'ephemeral' | 'in_channel';
  readonly replace_original?: boolean;
}

const SILENCE_MS = 10_000;

/** Answers through an interaction's response_url, good for five answers within half an hour. Throws when Slack refuses. */
export async function respondTo(responseUrl: string, response: Response): Promise<void> {
  // Said outright: what is not said means yes for some messages, and no for others.
  const body = JSON.stringify({ replace_original: false, ...response });
  const { status, text } = await post(
    responseUrl,
    {
      headers: { 'content-type': 'application/json' },
      body,
      silenceMs: SILENCE_MS,
    },
    getGlobalDispatcher(),
  );
  if (status >= 200 && status < 300) return;
  throw new Error(`Slack refused the answer (${status}: ${text})`);
}
