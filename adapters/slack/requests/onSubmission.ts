import type { z } from 'zod';
import { within } from '../../../src/clock/deadline.ts';
import { systemClock } from '../../../src/clock.ts';
import type { Hallway, Reply } from '../../../src/platform/requests.ts';
import { cut } from '../../../src/platform/text.ts';
import { LIMITS } from '../rendering/limits.ts';
import type { submission } from '../surfaces/payloads.ts';
import { show } from '../surfaces/show.ts';
import { memoryOf, type Surface } from '../surfaces/surface.ts';
import { FORM_FIELD } from '../surfaces/views.ts';
import type { Asker } from '../workspaces/asker.ts';

/** The field that is wrong, and why: shown in the form, which stays open. */
export type SubmissionAck =
  | undefined
  | { response_action: 'errors'; errors: Record<string, string> };

export type Submission = z.infer<typeof submission>;

/** Slack waits three seconds; a form that takes longer closes, and its answer comes as a message. */
const ANSWERED_WITHIN_MS = 1_500;

/** Does what the sent view asks for; `ack` is called once, in time. */
export async function onSubmission(
  hallway: Hallway,
  sent: Submission,
  asker: Asker,
  ack: (answer?: SubmissionAck) => Promise<void>,
): Promise<void> {
  const memory = memoryOf(sent.view);
  if (memory?.press === undefined) return ack();
  const value = sent.view.state.values[FORM_FIELD]?.[FORM_FIELD]?.value ?? undefined;
  const press = { kind: 'press', id: memory.press, caller: asker.caller } as const;
  const work = hallway.press(value === undefined ? press : { ...press, value });
  const early = await within(systemClock, ANSWERED_WITHIN_MS, work);
  if (early !== undefined && value !== undefined && isProblem(early)) {
    return ack(wrongField(early));
  }
  await acknowledge(ack);
  const surface = surfaceFor(sent, memory.from);
  await show(closing(await work, surface), { ...asker, surface, triggerId: sent.trigger_id });
}

/** A conversation that was chosen comes with an address to post to. */
function surfaceFor({ response_urls: [chosen] }: Submission, from: Surface): Surface {
  return chosen === undefined
    ? from
    : { kind: 'message', responseUrl: chosen.response_url, isOwn: false, isDirect: false };
}

/** No window opens where one was just closed: its answer takes the place of what is beneath it. */
function closing(reply: Reply, { kind }: Surface): Reply {
  return reply.kind === 'card' && kind !== 'message' ? { ...reply, placement: 'replace' } : reply;
}

function isProblem(reply: Reply): reply is Reply & { readonly kind: 'card' } {
  return reply.kind === 'card' && reply.card.kind === 'problem';
}

function wrongField({ card }: Reply & { readonly kind: 'card' }): SubmissionAck {
  return {
    response_action: 'errors',
    errors: { [FORM_FIELD]: cut(card.summary, LIMITS.inputText) },
  };
}

/**
 * On a connection that is being renewed no acknowledgement goes out any more: what was asked is
 * answered all the same. The SDK logs it.
 */
export async function acknowledge(ack: () => Promise<void>): Promise<void> {
  await ack().catch(() => undefined);
}
