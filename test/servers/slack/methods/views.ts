import { ApiError } from '../api-error.ts';
import type { ApiCall, Context, Methods } from '../context.ts';
import type { Interaction } from '../interactions.ts';
import { type Json, objectOf, textOf } from '../json.ts';
import { refuse } from '../posting.ts';
import { presentView } from '../present.ts';
import { checkView } from '../rules/blocks.ts';
import { changeView, createView } from '../views.ts';
import type { View } from '../world.ts';

export const viewMethods: Methods = {
  'views.open': { kind: 'bot', handle: open },
  'views.push': { kind: 'bot', handle: push },
  'views.update': { kind: 'bot', handle: update },
  'views.publish': { kind: 'bot', handle: publish },
};

const LARGEST_VIEW = 250_000;
/** A modal's stack holds so many views. */
const DEEPEST_STACK = 3;

function open(context: Context, call: ApiCall): Json {
  const interaction = takeTrigger(context, call);
  const definition = readView(context, call, 'modal');
  const view = createView(context, interaction.workspace, interaction.user, definition);
  return shown(context, call, view, interaction);
}

function push(context: Context, call: ApiCall): Json {
  const interaction = takeTrigger(context, call);
  const previous = interaction.view;
  if (previous === undefined || previous.type !== 'modal') throw new ApiError('invalid_trigger_id');
  if (depth(context, previous) >= DEEPEST_STACK) throw new ApiError('push_limit_reached');
  const definition = readView(context, call, 'modal');
  const view = createView(context, interaction.workspace, interaction.user, definition, previous);
  return shown(context, call, view, interaction);
}

function update(context: Context, call: ApiCall): Json {
  const { args } = call;
  const view = openView(context, call);
  if (view === undefined) throw new ApiError('not_found');
  if (args['hash'] !== undefined && args['hash'] !== view.hash) throw new ApiError('hash_conflict');
  changeView(context, view, readView(context, call, view.type));
  return shown(context, call, view);
}

function openView({ world }: Context, { args, workspace }: ApiCall): View | undefined {
  const { view_id, external_id } = args;
  const byId = world.views.get(textOf(view_id));
  const view =
    byId ??
    [...world.views.values()].find(
      (each) => external_id !== undefined && each.definition['external_id'] === external_id,
    );
  return view?.open && view.workspace === workspace.id ? view : undefined;
}

function publish(context: Context, call: ApiCall): Json {
  const { args, workspace } = call;
  const user = workspace.users.get(textOf(args['user_id']));
  if (user === undefined) throw new ApiError('user_not_found');
  const home = workspace.homes.get(user.id);
  if (args['hash'] !== undefined && args['hash'] !== home?.hash)
    throw new ApiError('hash_conflict');
  const definition = readView(context, call, 'home');
  if (home !== undefined) changeView(context, home, definition);
  const view = home ?? createView(context, workspace, user, definition);
  workspace.homes.set(user.id, view);
  return shown(context, call, view);
}

function shown(context: Context, call: ApiCall, view: View, by?: Interaction): Json {
  if (by === undefined) context.interactions.showView(view);
  else context.interactions.show(by, { kind: 'view', view });
  return { view: presentView(view, call.workspace, context.world) };
}

/** A trigger is good for one view, and for 3 seconds. */
function takeTrigger({ interactions }: Context, { args, workspace }: ApiCall): Interaction {
  const interaction = interactions.byTrigger(textOf(args['trigger_id']));
  if (interaction?.workspace !== workspace) throw new ApiError('invalid_trigger_id');
  if (interaction.triggerUsed) throw new ApiError('exchanged_trigger_id');
  if (interaction.triggerExpiresAt <= Date.now()) throw new ApiError('expired_trigger_id');
  interaction.triggerUsed = true;
  return interaction;
}

function readView(context: Context, call: ApiCall, type: View['type']): Json {
  const { method, args } = call;
  const { view } = args;
  if (JSON.stringify(view ?? null).length > LARGEST_VIEW) throw new ApiError('view_too_large');
  const complaints = checkView(context.specification, view, type);
  refuse(context, method, 'invalid_arguments', args, complaints);
  return objectOf(view);
}

function depth(context: Context, view: View): number {
  const previous = context.world.views.get(view.previousId ?? '');
  return previous === undefined ? 1 : 1 + depth(context, previous);
}
