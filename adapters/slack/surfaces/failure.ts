import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { problemCard } from '../../../src/cards/problem.ts';
import type { Log } from '../../../src/log.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { respondTo } from './respond.ts';
import { messageOf, ToldError } from './show.ts';

const answerable = z.object({ response_url: z.string() });

/** As Bolt hands it over. */
export interface Failure {
  readonly error: Error;
  readonly body: unknown;
}

/**
 * Logs what kept a request from being answered, and tells whoever waits for the answer. Not in
 * their language: it may be that nobody could be asked for it.
 */
export function tellFailure(log: Log, { error, body }: Failure): void {
  const reference = randomUUID().slice(0, 8);
  log.error({ err: error, reference }, 'A request of Slack’s was not answered');
  const asked = answerable.safeParse(body).data;
  if (asked === undefined || causeOf(error) instanceof ToldError) return;
  const messages = messagesFor('en');
  const told = messageOf(problemCard(messages, messages.errors.bug(reference)));
  // Not waited for: where nobody could be authorised, Slack waits for the acknowledgement.
  respondTo(asked.response_url, { ...told, response_type: 'ephemeral' }).catch((err: unknown) =>
    log.warn({ err, reference }, 'Nor could that be told'),
  );
}

/** Bolt wraps errors that have no code of their own. */
function causeOf(error: Error): unknown {
  return 'original' in error ? error.original : error;
}
