import { hash } from 'node:crypto';
import type { App, Context, ViewSubmitAction } from '@slack/bolt';
import { systemClock } from '../../src/clock.ts';
import type { Log } from '../../src/log.ts';
import type { LiveAnswers } from '../../src/platform/liveAnswers.ts';
import { createUnderWay, type UnderWay } from '../../src/platform/underWay.ts';
import type { NamedRoles } from '../../src/programme/namedRoles.ts';
import { type Counted, countedFor } from './connection/counted.ts';
import { type EventParts, listenToEvents } from './events.ts';
import { ORGANISERS } from './home/home.ts';
import type { Published } from './home/homes.ts';
import { chooseOrganisers } from './home/organisers.ts';
import { listenToQuestions } from './questions/questions.ts';
import { onAction } from './requests/onAction.ts';
import { onCommand } from './requests/onCommand.ts';
import { onShortcut } from './requests/onShortcut.ts';
import { acknowledge, onSubmission } from './requests/onSubmission.ts';
import { REMOVE, removeAnswer } from './requests/removal.ts';
import { type Failure, tellFailure } from './surfaces/failure.ts';
import {
  type ActedView,
  type BlockActions,
  blockActions,
  shortcut,
  submission,
} from './surfaces/payloads.ts';
import { memoryOf } from './surfaces/surface.ts';
import { onOptions } from './surfaces/typeAhead.ts';
import { type AskerOf, type AskerParts, askerOf } from './workspaces/asker.ts';

export interface Listening extends EventParts, Omit<AskerParts, 'hallway'> {
  readonly namedRoles: Pick<NamedRoles, 'of'>;
  readonly counted: Counted;
  readonly live: LiveAnswers;
  readonly log: Log;
}

/** Told of the requests under way. */
export type Listener = Pick<UnderWay, 'settled'>;

const ANYTHING = /^/u;

/** What is answered within the acknowledgement; all else is acknowledged at once, also what nobody knows. */
const ANSWERED_IN_ACK: readonly unknown[] = ['block_suggestion', 'view_submission'];

/** A second press that soon is the same press. */
const DOUBLE_CLICK_MS = 1_000;

/** Hands every request of Slack's to the core and its reply back. */
export function listen(app: App, listening: Listening): Listener {
  const { hallway, homes, log } = listening;
  const asker: AskerOf = (client, { teamId: team = '', userId: user = '' }, channel) =>
    askerOf({ client, team, user, channel }, listening);
  app.error(async (failure: Failure) => tellFailure(log, failure));
  const underWay = trackRequests(app);
  listenToEvents(app, listening, asker);
  listenToQuestions(app, listening, asker);
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
    await homes.refresh(caller, homeBehind(sent.view));
  });
  return underWay;
}

function listenToPresses(app: App, listening: Listening, askerOf: AskerOf): void {
  const isFirst = countedFor(listening.counted, systemClock, DOUBLE_CLICK_MS);
  app.action(ANYTHING, async ({ body, client, context }) => {
    const acted = blockActions.safeParse(body).data;
    if (acted === undefined) return;
    const press = pressOf(acted, context);
    if (press !== undefined && !(await isFirst(press))) return;
    const asker = await askerOf(client, context, acted.channel?.id);
    const { action_id: id } = acted.actions[0];
    if (id === ORGANISERS) {
      await chooseOrganisers(listening, acted.actions[0].selected_users ?? [], asker);
    } else if (id === REMOVE) await removeAnswer(acted, asker, listening.namedRoles);
    else await onAction(listening, acted, asker);
    await listening.homes.refresh(asker, homeBehind(acted.view));
  });
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

/** The Home that somebody acts in, or that lies beneath the window. */
function homeBehind(view: ActedView | null | undefined): Published | undefined {
  if (view?.type === 'home') return view;
  return view && memoryOf(view)?.from.kind === 'home' ? {} : undefined;
}

/** What is pressed, by whom and where. Menus are not clicked twice; what is chosen again is meant. */
function pressOf(acted: BlockActions, { teamId, userId }: Context): string | undefined {
  const { container, view, actions } = acted;
  const [{ type, action_id }] = actions;
  if (type !== 'button') return undefined;
  const place = view?.id ?? container.message_ts ?? '';
  return `slack press ${hash('sha256', [teamId, userId, place, action_id].join(' '))}`;
}
