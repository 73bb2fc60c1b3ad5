import type { Context } from './context.ts';
import { type Json, objectsOf, textOf } from './json.ts';
import { withIds } from './posting.ts';
import type { User, View, Workspace } from './world.ts';

/** Opens a view before a person, on top of `previous` when there is one. */
export function createView(
  { world }: Pick<Context, 'world'>,
  workspace: Workspace,
  user: User,
  definition: Json,
  previous?: View,
): View {
  const id = world.mint('V');
  const view: View = {
    id,
    type: definition['type'] === 'home' ? 'home' : 'modal',
    workspace: workspace.id,
    user: user.id,
    rootId: previous?.rootId ?? id,
    previousId: previous?.id,
    definition: identified(world.mint, definition),
    hash: mintHash(world.mint),
    open: true,
    updates: 0,
  };
  world.views.set(id, view);
  return view;
}

export function changeView({ world }: Pick<Context, 'world'>, view: View, definition: Json): void {
  view.definition = identified(world.mint, definition);
  view.hash = mintHash(world.mint);
  view.updates += 1;
}

/** Closes a modal, and with `stack` the ones below it too. */
export function closeView({ world }: Pick<Context, 'world'>, view: View, stack: boolean): void {
  for (const each of world.views.values()) {
    if (each === view || (stack && each.rootId === view.rootId)) each.open = false;
  }
}

/** The modal a person has before them. */
export function topView(context: Pick<Context, 'world'>, user: User): View | undefined {
  return openModals(context, user).at(-1);
}

export function openModals({ world }: Pick<Context, 'world'>, user: User): readonly View[] {
  return [...world.views.values()].filter(
    (each) => each.user === user.id && each.type === 'modal' && each.open,
  );
}

function identified(mint: (prefix: string) => string, definition: Json): Json {
  return { ...definition, blocks: withIds(objectsOf(definition['blocks']), mint) };
}

function mintHash(mint: (prefix: string) => string): string {
  return `${Math.floor(Date.now() / 1_000)}.${textOf(mint('h')).toLowerCase()}`;
}
