import { fromText, toText } from '../memory.ts';
import type { Context } from './context.ts';
import { createIds } from './ids.ts';
import type { Token } from './tokens.ts';
import { type View, type Workspace, type World, worldOf } from './world.ts';

/** All of a Slack that outlives the program: who is where, what was said, which windows stand open. */
interface Memory {
  readonly appId: string;
  /** What further ids come after. */
  readonly lastId: number;
  readonly workspaces: readonly KeptWorkspace[];
  readonly views: readonly View[];
  readonly tokens: readonly Token[];
  readonly responseUrls: readonly KeptResponseUrl[];
}

/** Conversations and Homes by their ids: they stand elsewhere too, and are the same ones. */
interface KeptWorkspace extends Omit<Workspace, 'dms' | 'homes'> {
  readonly dms: ReadonlyMap<string, string>;
  readonly homes: ReadonlyMap<string, string>;
}

/** One that an open window will be answered through. */
interface KeptResponseUrl {
  readonly path: string;
  readonly workspace: string;
  readonly user: string;
  readonly channel: string;
}

/** Stands in what apps keep for where this server listens, which is elsewhere the next time. */
const ORIGIN = 'http://slack.invalid';

/** Everything but what only a running program knows: connections, deliveries, triggers. */
export function remember(context: Context): string {
  const { world, tokens } = context;
  const views = [...world.views.values()].filter(({ open }) => open);
  const memory: Memory = {
    appId: world.appId,
    lastId: world.ids.last(),
    workspaces: [...world.workspaces.values()].map(keepWorkspace),
    views,
    tokens: tokens.all(),
    responseUrls: responseUrlsIn(JSON.stringify(views), context),
  };
  return toText(memory).replaceAll(context.origin(), ORIGIN);
}

function keepWorkspace(workspace: Workspace): KeptWorkspace {
  const { dms, homes } = workspace;
  return {
    ...workspace,
    dms: new Map([...dms].map(([user, { id }]) => [user, id])),
    homes: new Map([...homes].map(([user, { id }]) => [user, id])),
  };
}

function responseUrlsIn(text: string, { responseUrls }: Context): readonly KeptResponseUrl[] {
  const paths = new Set(text.match(/\/response\/\w+\/[0-9a-f]+/g));
  return [...paths].flatMap((path) => {
    const issued = responseUrls.find(path);
    if (issued === undefined) return [];
    const { interaction, channel } = issued;
    const { workspace, user } = interaction;
    return [{ path, workspace: workspace.id, user: user.id, channel: channel.id }];
  });
}

/** The world of a memory. */
export function recallWorld(text: string): World {
  const { appId, lastId, workspaces, views } = read(text);
  const byId = new Map(views.map((view) => [view.id, view]));
  const recalled = workspaces.map((kept): Workspace => {
    const named = <T>(ids: ReadonlyMap<string, string>, all: ReadonlyMap<string, T>) =>
      new Map(
        [...ids].flatMap(([user, id]) => {
          const found = all.get(id);
          return found === undefined ? [] : [[user, found] as const];
        }),
      );
    return { ...kept, dms: named(kept.dms, kept.channels), homes: named(kept.homes, byId) };
  });
  const world = worldOf(appId, recalled, createIds(lastId));
  for (const view of views) world.views.set(view.id, view);
  return world;
}

/** The tokens of a memory, and what its windows are answered through. */
export function recall(text: string, context: Context): void {
  const { world, tokens, responseUrls, interactions, origin } = context;
  const memory = read(text);
  for (const token of memory.tokens) tokens.keep(token);
  for (const { path, ...kept } of memory.responseUrls) {
    const workspace = world.workspaces.get(kept.workspace);
    const user = workspace?.users.get(kept.user);
    const channel = workspace?.channels.get(kept.channel);
    if (workspace === undefined || user === undefined || channel === undefined) continue;
    const interaction = interactions.start({ what: 'earlier', workspace, user, channel });
    responseUrls.keep(path, { interaction, channel });
  }
  for (const view of world.views.values()) view.definition = moved(view.definition, origin());
}

function moved(definition: View['definition'], origin: string): View['definition'] {
  return JSON.parse(JSON.stringify(definition).replaceAll(ORIGIN, origin));
}

/** Has what was remembered say what it said then; what is newer stays. */
export function rewinding(text: string, { world, origin }: Context): () => void {
  const { workspaces, views } = read(text);
  for (const view of views) view.definition = moved(view.definition, origin());
  return () => {
    for (const { id, channels } of workspaces) {
      for (const kept of [...channels.values()].flatMap(({ messages }) => messages)) {
        const channel = world.workspaces.get(id)?.channels.get(kept.channel);
        const present = channel?.messages.find(({ ts }) => ts === kept.ts);
        if (present === undefined) channel?.messages.push({ ...kept });
        else Object.assign(present, kept);
      }
    }
    for (const kept of views) {
      const present = world.views.get(kept.id);
      if (present !== undefined) Object.assign(present, kept);
    }
  };
}

function read(text: string): Memory {
  // Written by `remember` above.
  return fromText(text) as Memory;
}
