import { visibleChannel } from '../access.ts';
import { ApiError } from '../api-error.ts';
import type { ApiCall, Context, Methods } from '../context.ts';
import { type Json, textOf } from '../json.ts';
import { messageAt } from '../posting.ts';
import { presentUser } from '../present.ts';

export const peopleMethods: Methods = {
  'auth.test': { kind: 'bot', handle: authTest },
  'auth.revoke': { kind: 'bot', handle: authRevoke },
  'users.info': { kind: 'bot', scopes: ['users:read'], handle: usersInfo },
  'bots.info': { kind: 'bot', scopes: ['users:read'], handle: botsInfo },
  'team.info': { kind: 'bot', scopes: ['team:read'], handle: teamInfo },
  'reactions.add': { kind: 'bot', scopes: ['reactions:write'], handle: react },
};

function authTest(_context: Context, { workspace }: ApiCall): Json {
  return {
    url: `https://${workspace.name}.slack.example/`,
    team: workspace.name,
    team_id: workspace.id,
    user: 'hallway',
    user_id: workspace.bot.userId,
    bot_id: workspace.bot.id,
    is_enterprise_install: false,
  };
}

function authRevoke(_context: Context, { token, args }: ApiCall): Json {
  if (args['test'] === undefined || args['test'] === 'false') token.refusal = 'token_revoked';
  return { revoked: token.refusal !== undefined };
}

function usersInfo(_context: Context, { workspace, args }: ApiCall): Json {
  const user = workspace.users.get(textOf(args['user']));
  if (user === undefined) throw new ApiError('user_not_found');
  const withLocale = ['true', '1', true].some((yes) => yes === args['include_locale']);
  return { user: presentUser(user, workspace, withLocale) };
}

function botsInfo({ world }: Context, { workspace, args }: ApiCall): Json {
  const { id, userId } = workspace.bot;
  if ((args['bot'] ?? id) !== id) throw new ApiError('bot_not_found');
  const bot = { id, deleted: false, name: 'hallway', updated: 1_700_000_000 };
  return { bot: { ...bot, app_id: world.appId, user_id: userId } };
}

function teamInfo(_context: Context, { workspace }: ApiCall): Json {
  return {
    team: {
      id: workspace.id,
      name: workspace.name,
      domain: workspace.name,
      url: `https://${workspace.name}.slack.example/`,
    },
  };
}

function react(_context: Context, call: ApiCall): Json {
  const message = messageAt(visibleChannel(call), call.args['timestamp']);
  if (message === undefined) throw new ApiError('message_not_found');
  const name = textOf(call.args['name']);
  if (name === '') throw new ApiError('invalid_name');
  if (message.reactions.includes(name)) throw new ApiError('already_reacted');
  message.reactions.push(name);
  return {};
}
