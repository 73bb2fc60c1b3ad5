import { Locale } from 'discord-api-types/v10';
import { ApiError } from '../api-error.ts';
import type { Call, Context, Outcome, Route } from '../context.ts';
import { objectOf, textOf } from '../json.ts';
import { presentApplication, presentChannel, presentUser } from '../present.ts';
import { dmWith } from '../world.ts';

export const applicationRoutes: readonly Route[] = [
  { method: 'GET', template: '/gateway/bot', handle: gatewayBot },
  {
    method: 'GET',
    template: '/users/@me',
    handle: ({ world }) => ({
      status: 200,
      body: { ...presentUser(world.bot), mfa_enabled: false, locale: Locale.EnglishUS },
    }),
  },
  { method: 'GET', template: '/users/{user_id}', handle: getUser },
  { method: 'GET', template: '/applications/@me', handle: getApplication },
  { method: 'GET', template: '/oauth2/applications/@me', handle: getApplication },
  { method: 'POST', template: '/users/@me/channels', handle: openDm },
];

function gatewayBot({ origin, settings }: Context): Outcome {
  return {
    status: 200,
    body: {
      url: origin().replace('http', 'ws'),
      shards: settings.shards,
      session_start_limit: {
        total: 1_000,
        remaining: 1_000,
        reset_after: 86_400_000,
        // Generous, so that shards of a test need not wait 5 s for each other.
        max_concurrency: 16,
      },
    },
  };
}

function getApplication({ world }: Context): Outcome {
  return { status: 200, body: presentApplication(world) };
}

function getUser({ world }: Context, { params }: Call): Outcome {
  const user = world.users.get(params['user_id'] ?? '');
  if (user === undefined) throw new ApiError(404, 10013, 'Unknown User');
  return { status: 200, body: presentUser(user) };
}

function openDm({ world, limiter }: Context, { body }: Call): Outcome {
  const user = world.users.get(textOf(objectOf(body)['recipient_id']));
  if (user === undefined || user.bot) throw new ApiError(400, 50033, 'Invalid Recipient(s)');
  if (!world.dms.has(user.id) && !limiter.takeOpening()) {
    throw new ApiError(403, 40003, 'You are opening direct messages too fast');
  }
  return { status: 200, body: presentChannel(world, dmWith(world, user.id)) };
}
