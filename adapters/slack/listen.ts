import type { App, Context, ViewSubmitAction } from '@slack/bolt';
import { systemClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import { createUnderWay, type UnderWay } from '../../src/platform/underWay.ts';
import { createRecently, type Recently } from './connection/recently.ts';
import { type EventParts, listenToEvents } from './events.ts';
import { ORGANISERS } from './home/home.ts';
import { onAction } from './requests/onAction.ts';
import { onCommand } from './requests/onCommand.ts';
import { onShortcut } from './requests/onShortcut.ts';
import { acknowledge, onSubmission } from './requests/onSubmission.ts';
import { type Failure, tellFailure } from './surfaces/failure.ts';
import { type BlockActions, blockActions, shortcut, submission } from './surfaces/payloads.ts';
import { onOptions } from './surfaces/typeAhead.ts';
import { type Asker, type AskerOf, type AskerParts, askerOf } from './workspaces/asker.ts';
import type { Workspaces } from './workspaces/workspaces.ts';

export interface Listening extends EventParts, AskerParts {
  readonly workspaces: Workspaces;
  readonly log: Log;
}

/** Told of the requests under way. */
export type Listener = Pick<UnderWay, 'settled'>;

const ANYTHING = /^/u;

/** What is answered within the acknowledgement; all else is acknowledged at once, also what nobody knows. */
const ANSWERED_IN_ACK: readonly unknown[] = ['block_suggestion', 'view_submission'];

/** A second press that soon is the same press. */
const DOUBLE_CLICK = { spanMs: 1_000, most: 1_000 };

/** Hands every request of Slack's to the core and its reply back. */
export function listen(app: App, listening: Listening): Listener {
  const { hallway, homes, log } = listening;
  const asker: AskerOf = (client, { teamId: team = '', userId: user = '' }, channel) =>
    askerOf({ client, team, user, channel }, listening);
  app.error(async (failure: Failure) => tellFailure(log, failure));
  const underWay = trackRequests(app);
  listenToEvents(app, listening, asker);
  listenToPresses(app, listening, asker);
  app.command(ANYTHING, async ({ command, client, context }) => {
    const caller = await asker(client, context, command.channel_id);
    await onCommand(listening, command, caller);
    await homes.refresh(caller);
  });
  app.shortcut(ANYTHING, async ({ body, client, context }) => {
    const used = shortcut.safeParse(body).data;
    if (used === undefined) return;
    await onShortcut(listening, used, await asker(client, context));
  });
  app.options(ANYTHING, async ({ options, ack, client, context }) => {
    await ack(await onOptions(hallway, options, await asker(client, context)));
  });
  app.view<ViewSubmitAction>(ANYTHING, async ({ body, ack, client, context }) => {
    const sent = submission.safeParse(body).data;
    if (sent === undefined) return ack();
    const caller = await asker(client, context);
    await onSubmission(hallway, sent, caller, ack);
    await homes.refresh(caller);
  });
  return underWay;
}

function listenToPresses(app: App, listening: Listening, askerOf: AskerOf): void {
  const presses = createRecently(systemClock, DOUBLE_CLICK);
  app.action(ANYTHING, async ({ body, client, context }) => {
    const acted = blockActions.safeParse(body).data;
    if (acted === undefined || !isFirst(presses, acted, context)) return;
    const asker = await askerOf(client, context, acted.channel?.id);
    const isNaming = acted.actions[0].action_id === ORGANISERS;
    await (isNaming ? nameOrganisers(listening, acted, asker) : onAction(listening, acted, asker));
    await listening.homes.refresh(asker);
  });
}

async function nameOrganisers(
  { workspaces }: Pick<Listening, 'workspaces'>,
  { actions: [{ selected_users = [] }] }: BlockActions,
  { team, isAdmin }: Asker,
): Promise<void> {
  if (isAdmin) await workspaces.nameOrganisers(team, selected_users);
}

/** Acknowledges, and remembers what is being answered. */
function trackRequests(app: App): UnderWay {
  const underWay = createUnderWay();
  app.use(async (request) => {
    const { body, next } = request;
    const isWaiting = ANSWERED_IN_ACK.includes('type' in body ? body.type : undefined);
    if (!isWaiting && 'ack' in request && request.ack !== undefined) {
      await acknowledge(request.ack);
    }
    const work = next();
    underWay.add(work);
    await work;
  });
  return underWay;
}

/** Menus are not clicked twice; what is chosen again is meant. */
function isFirst(presses: Recently, acted: BlockActions, { teamId, userId }: Context): boolean {
  const { container, view, actions } = acted;
  const [{ type, action_id }] = actions;
  if (type !== 'button') return true;
  const place = view?.id ?? container.message_ts ?? '';
  return presses.isFirst([teamId, userId, place, action_id].join(' '));
}
