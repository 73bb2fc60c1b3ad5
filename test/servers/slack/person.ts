import type { Patience } from './answer.ts';
import type { Context } from './context.ts';
import type { Interaction } from './interactions.ts';
import type { Surface } from './payloads.ts';
import { messageAt } from './posting.ts';
import type { Control, Seen, SeenView } from './seen.ts';
import { createDraft, type Draft } from './submitting.ts';
import { type Channel, channelNamed, dmWith, type User, type Workspace } from './world.ts';

/** Where something is done. Default: the first channel the person is in. */
export interface Place extends Patience {
  /** A name or an id. */
  readonly channel?: string;
  /** In the conversation with the app. */
  readonly dm?: boolean;
  /** In the thread that the message begins or is in. */
  readonly thread?: Pick<Seen, 'ts' | 'threadTs'> | undefined;
}

/** A person with what they have entered and not yet sent. */
export interface Person {
  readonly context: Context;
  readonly workspace: Workspace;
  readonly user: User;
  /** By the id of the message or view. */
  draftOf(id: string): Draft;
  start(what: string, where?: { surface?: Surface; channel?: Channel }): Interaction;
}

export function createPerson(context: Context, workspace: Workspace, user: User): Person {
  const drafts = new Map<string, Draft>();
  return {
    context,
    workspace,
    user,
    draftOf(id) {
      const draft = drafts.get(id) ?? createDraft();
      drafts.set(id, draft);
      return draft;
    },
    start(what, { surface, channel } = {}) {
      const onMessage = surface?.kind === 'message' ? surface : undefined;
      return context.interactions.start({
        ...{ what, workspace, user },
        channel: onMessage?.channel ?? channel,
        message: onMessage?.message,
        view: surface?.kind === 'view' ? surface.view : undefined,
      });
    },
  };
}

export function channelFor({ context, workspace, user }: Person, place: Place): Channel {
  if (place.dm) return dmWith(context.world, workspace, user.id);
  const channels = [...workspace.channels.values()];
  const channel =
    place.channel === undefined
      ? channels.find((each) => each.kind !== 'im' && each.members.has(user.id))
      : channelNamed(workspace, place.channel);
  if (!channel?.members.has(user.id)) {
    throw new Error(`${user.name} is not in ${channel?.name ?? 'any channel'}.`);
  }
  return channel;
}

/** The message or view as it is now; throws when the person does not see it any more. */
export function surfaceOf({ context, workspace, user }: Person, on: Seen | SeenView): Surface {
  if (on.kind === 'view') {
    const view = context.world.views.get(on.id);
    if (view?.user !== user.id || !view.open) {
      throw new Error(`${user.name} does not see that view.`);
    }
    return { kind: 'view', view };
  }
  const channel = workspace.channels.get(on.channelId);
  const message = channel === undefined ? undefined : messageAt(channel, on.ts);
  const hidden = message?.ephemeralFor !== undefined && message.ephemeralFor !== user.id;
  if (channel === undefined || message === undefined || hidden || !channel.members.has(user.id)) {
    throw new Error(`${user.name} does not see that message.`);
  }
  return { kind: 'message', message, channel };
}

/** The control meant, by action id or else by label. */
export function controlOf(controls: readonly Control[], which: string | RegExp): Control {
  const fits = (text: string) => (typeof which === 'string' ? text === which : which.test(text));
  const found =
    controls.find((each) => fits(each.actionId)) ?? controls.find((each) => fits(each.label));
  if (found !== undefined) return found;
  const names = controls.map((each) => `${each.label} (${each.actionId})`);
  throw new Error(`There is no ${String(which)}, only: ${names.join(', ') || 'nothing'}.`);
}
