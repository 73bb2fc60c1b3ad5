import { setTimeout as delay } from 'node:timers/promises';
import type { Answer } from '../../servers/slack/answer.ts';
import { choiceOf } from '../../servers/slack/answer.ts';
import type { Seen, SeenView } from '../../servers/slack/seen.ts';
import type { Slack } from '../../servers/slack/server.ts';
import type { SlackUser } from '../../servers/slack/user.ts';
import { comes, until } from '../story/until.ts';
import { said } from '../talking.ts';
import { type Change, isDone, refOf } from './change.ts';
import { type KeptAbout, keptAbout } from './keptAbout.ts';
import { calendarTitles, inOrder, type Outcome, shownBy, type Use } from './outcome.ts';

const PLACES = [
  {
    workspace: 'conference',
    channels: ['general', 'announcements'],
    people: ['alan', 'ada', 'noor', 'grace'],
    reader: 'alan',
  },
  { workspace: 'harbour', channels: ['quay'], people: ['igor', 'hana'], reader: 'igor' },
] as const;

const STEP_MS = 50;
const LONGEST_MS = 5_000;

type Shown = Pick<Outcome, 'shows' | 'shared' | 'form'>;

/** In which something is typed or a conversation is chosen. */
const FIELDS = ['plain_text_input', 'conversations_select'];

export interface KeptHere extends Use {
  readonly user: SlackUser;
  readonly on: Seen | SeenView;
  /** Of the element; the id is one of its options where they differ. */
  readonly action: string;
}

/** Every button and every choice of every menu that stands in Slack, used by somebody who sees it. */
export function keptOnSlack(slack: Slack): readonly KeptHere[] {
  return inOrder(
    PLACES.flatMap(({ workspace, channels, people, reader }) => {
      const own = people.flatMap((name) => ownOf(slack.user(name, workspace), channels));
      const shared = channels.flatMap((channel) =>
        slack
          .messages(channel, workspace)
          .flatMap((message) => controlsOf(message, 'channel', slack.user(reader, workspace))),
      );
      return [...own, ...shared];
    }),
  );
}

function ownOf(user: SlackUser, channels: readonly string[]): readonly KeptHere[] {
  const answers = channels.flatMap((channel) =>
    user.sees(channel).filter(({ ephemeralFor }) => ephemeralFor !== undefined),
  );
  const home = user.home();
  return [
    ...answers.flatMap((message) => controlsOf(message, 'answer', user)),
    ...user.dms().flatMap((message) => controlsOf(message, 'direct messages', user)),
    ...(home === undefined ? [] : controlsOf(home, 'Home', user)),
    ...user.modals().flatMap((view) => controlsOf(view, 'window', user)),
  ];
}

/** Links, type-ahead and what is typed or chosen by hand are tests of their own. */
function controlsOf(on: Seen | SeenView, at: Use['at'], user: SlackUser): readonly KeptHere[] {
  return on.controls.flatMap(({ type, actionId: action, options }) => {
    const common = { at, by: user.name, user, on, action };
    const ids = type === 'button' ? [nameOf(action)] : options.map(({ value }) => value);
    return ids.filter((id) => /^(h\d+|line):/.test(id)).map((id) => ({ ...common, id }));
  });
}

/** Uses it as it stood, and tells what it shows. */
export async function useOnSlack(slack: Slack, kept: KeptHere): Promise<Outcome> {
  const { at, by, id, user, on, action } = kept;
  const [messages, files] = [user.dms().length, filesOf(user).length];
  slack.rewind();
  const answer = await user.action(on, action, entryOf(kept));
  const outcome = { at, by, id, ...(await comesTo(slack, id, on, answer)) };
  if (id.endsWith(':sendList')) {
    return { ...outcome, sent: await comes(() => user.dms().length > messages) };
  }
  if (!/:exportCalendar|\/mytalks export/.test(id)) return outcome;
  await until(() => filesOf(user).length > files, `${by} has a file`);
  return { ...outcome, file: calendarTitles(filesOf(user).at(-1) ?? '') };
}

/** Whether that use, as it stood, brings about what it says before long; the opposite is seen to first. */
export async function changesOnSlack(
  slack: Slack,
  kept: KeptHere,
  change: Change,
): Promise<boolean> {
  const { by, id, user, on, action } = kept;
  const isSo = async () => isDone(change, 'slack', await keptAboutOnSlack(user));
  if (await isSo()) {
    await undo(slack, user, change);
    await until(async () => !(await isSo()), `${id} has something to change for ${by}`);
  }
  slack.rewind();
  // What appears may be somebody else's doing, and on a Home nothing need appear.
  await user.action(on, action, entryOf(kept), { acknowledged: true });
  return comes(isSo);
}

/** By what the program of today offers. */
async function undo(slack: Slack, user: SlackUser, change: Change): Promise<void> {
  if (change.kind === 'muted') {
    const settings = await said(slack, await user.slash('/mytalks', 'settings'));
    await user.action(settings, ...choiceOf(settings, change.on ? 'Everything' : 'Quiet'));
  } else if (change.kind === 'starred') {
    const card = await said(slack, await user.slash('/talk', `#${refOf(change.talk)}`));
    await user.action(card, change.on ? /^★/ : /^☆/);
  } else {
    await user.slash('/mytalks', change.on ? 'digest off' : 'digest on');
  }
}

/** A button is pressed; of a menu something is chosen. */
export function entryOf({ action, id }: KeptHere): string | undefined {
  return nameOf(action) === id ? undefined : id;
}

/** Elements with the same id are numbered. */
function nameOf(action: string): string {
  return action.replace(/#\d+$/, '');
}

/** What others do may appear at the same moment, or before: what was asked for is waited for. */
async function comesTo(slack: Slack, id: string, on: Seen | SeenView, answer: Answer) {
  const isTold = /:(sendList|exportCalendar)|\/mytalks export/.test(id);
  const isElsewhere = on.kind === 'message' || /:(open|askLead|share)/.test(id);
  for (let waitedMs = 0; ; waitedMs += STEP_MS) {
    const now = await slack.later(answer, 0);
    // A Home that was used a moment ago is drawn anew beneath what is asked for.
    const isBeneath = now.view?.type === 'home' && (isTold || isElsewhere);
    const shown = shownIn(id, on, isBeneath ? { ...now, view: undefined } : now);
    const isThere = shown.shows.length > 0 || shown.form !== undefined;
    if (isThere || isTold || waitedMs >= LONGEST_MS) return shown;
    await delay(STEP_MS);
  }
}

function shownIn(id: string, on: Seen | SeenView, { view, messages }: Answer): Shown {
  const field = view?.controls.find(({ type }) => FIELDS.includes(type));
  if (field !== undefined) {
    return { shows: [], form: String(field.element['initial_value'] ?? field.type) };
  }
  const isShare = id.includes(':share:');
  const isMeant = ({ ephemeralFor, channelId, ts }: Seen) => {
    if (ephemeralFor !== undefined) return true;
    const isSame = on.kind === 'message' && ts === on.ts;
    return isShare ? channelId.startsWith('C') && !isSame : isSame;
  };
  const said = messages.findLast(isMeant);
  const text = said?.text ?? view?.text ?? '';
  const isShared = isShare && said !== undefined && said.ephemeralFor === undefined;
  return { shows: shownBy(id, text), ...(isShared ? { shared: true } : {}) };
}

/** What is kept about that person. */
export async function keptAboutOnSlack(user: SlackUser): Promise<KeptAbout> {
  const before = filesOf(user).length;
  await user.slash('/mytalks', 'export');
  await until(() => filesOf(user).length > before, `${user.name} has a file`);
  return keptAbout(filesOf(user).at(-1) ?? '');
}

function filesOf(user: SlackUser): readonly string[] {
  return user.dms().flatMap(({ files }) => files.map(({ content }) => content.toString('utf8')));
}
