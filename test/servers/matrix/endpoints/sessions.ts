import { ApiError, forbidden } from '../api-error.ts';
import type { Endpoint } from '../context.ts';
import { objectOf, present, textOf } from '../json.ts';

export const SESSIONS: readonly Endpoint[] = [
  {
    name: 'versions',
    method: 'GET',
    path: 'client/versions',
    isOpen: true,
    handle: () => ({ versions: ['v1.1', 'v1.5', 'v1.9', 'v1.11'], unstable_features: {} }),
  },
  {
    name: 'login',
    method: 'POST',
    path: 'client/v3/login',
    isOpen: true,
    handle: ({ world, sessions }, { body }) => {
      if (body['type'] !== 'm.login.password') {
        throw new ApiError(400, 'M_UNKNOWN', 'Unknown login type');
      }
      const who = textOf(objectOf(body['identifier'])['user']);
      const id = who.startsWith('@') ? who : `@${who}:${world.serverName}`;
      const account = world.accounts.get(id);
      if (account === undefined || account.password !== body['password']) {
        throw forbidden('Invalid username or password');
      }
      const opened = sessions.open(id, textOf(body['device_id']) || undefined);
      return { user_id: id, device_id: opened.device, access_token: opened.token };
    },
  },
  {
    name: 'whoami',
    method: 'GET',
    path: 'client/v3/account/whoami',
    handle: (_context, _call, { user, device }) => ({ user_id: user, device_id: device }),
  },
  {
    name: 'profile',
    method: 'GET',
    path: 'client/v3/profile/{userId}',
    isOpen: true,
    handle: ({ world }, { parts }) => {
      const account = world.accounts.get(parts['userId'] ?? '');
      if (account === undefined) throw new ApiError(404, 'M_NOT_FOUND', 'Profile was not found');
      return present({ displayname: account.name });
    },
  },
];
