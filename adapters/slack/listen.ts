import type { App, Context, ViewSubmitAction } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { systemClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { type Asker, askerOf } from './asker.ts';
import type { CommandParts } from './commands.ts';
import { onAction } from './onAction.ts';
import { onCommand } from './onCommand.ts';
import { onOptions } from './onOptions.ts';
import { onSubmission } from './onSubmission.ts';
import { type BlockActions, blockActions, submission } from './payloads.ts';
import type { People } from './people.ts';
import { createRecently, type Recently } from './recently.ts';

export interface Listening extends CommandParts {
  readonly people: People;
  readonly log: Log;
}

export interface Listener {
  /** Resolves when the requests under way are answered. */
  settled(): Promise<void>;
}

const ANYTHING = /^/u;

/** What is answered within the acknowledgement; all else is acknowledged at once, also what nobody knows. */
const ANSWERED_IN_ACK: readonly unknown[] = ['block_suggestion', 'view_submission'];

/** A second press that soon is the same press. */
const DOUBLE_CLICK = { spanMs: 1_000, most: 1_000 };

/** Hands every request of Slack's to the core and its reply back. */
export function listen(app: App, listening: Listening): Listener {
  const { hallway, people, log } = listening;
  const presses = createRecently(systemClock, DOUBLE_CLICK);
  const asker = (client: WebClient, context: Context, channel?: string): Promise<Asker> => {
    const { teamId: team = '', userId: user = '' } = context;
    return askerOf({ client, team, user, channel }, people);
  };
  app.error(async (error) => log.error({ err: error }, 'A request of Slack’s was not answered'));
  const underWay = trackRequests(app);
  app.command(ANYTHING, async ({ command, client, context }) =>
    onCommand(listening, command, await asker(client, context, command.channel_id)),
  );
  app.action(ANYTHING, async ({ body, client, context }) => {
    const acted = blockActions.safeParse(body).data;
    if (acted === undefined || !isFirst(presses, acted, context)) return;
    await onAction(hallway, acted, await asker(client, context, acted.channel?.id));
  });
  app.options(ANYTHING, async ({ options, ack, client, context }) => {
    await ack(await onOptions(hallway, options, await asker(client, context)));
  });
  app.view<ViewSubmitAction>(ANYTHING, async ({ body, ack, client, context }) => {
    const sent = submission.safeParse(body).data;
    if (sent === undefined) return ack();
    await onSubmission(hallway, sent, await asker(client, context), ack);
  });
  return { settled: async () => void (await Promise.allSettled(underWay)) };
}

/** Acknowledges, and remembers what is being answered. */
function trackRequests(app: App): ReadonlySet<Promise<unknown>> {
  const underWay = new Set<Promise<unknown>>();
  app.use(async (request) => {
    const { body, next } = request;
    const isWaiting = ANSWERED_IN_ACK.includes('type' in body ? body.type : undefined);
    if (!isWaiting && 'ack' in request && request.ack !== undefined) await request.ack();
    const work = next();
    underWay.add(work);
    await work.finally(() => underWay.delete(work));
  });
  return underWay;
}

function isFirst(presses: Recently, acted: BlockActions, { teamId, userId }: Context): boolean {
  const { container, view, actions } = acted;
  const [{ action_id, selected_option }] = actions;
  const place = view?.id ?? container.message_ts ?? '';
  return presses.isFirst([teamId, userId, place, action_id, selected_option?.value].join(' '));
}
