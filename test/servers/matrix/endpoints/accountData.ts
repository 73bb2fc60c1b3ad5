import { forbidden, missing } from '../api-error.ts';
import type { Call, Context, Endpoint } from '../context.ts';
import type { Reader } from '../present.ts';

const PATH = 'client/v3/user/{userId}/account_data/{type}';

function dataOf({ world }: Context, { parts }: Call, by: Reader) {
  const account = world.accounts.get(parts['userId'] ?? '');
  if (account === undefined || account.id !== by.user) {
    throw forbidden('Cannot get account data for other users.');
  }
  return account.data;
}

export const ACCOUNT_DATA: readonly Endpoint[] = [
  {
    name: 'accountData',
    method: 'GET',
    path: PATH,
    handle: (context, call, by) => {
      const kept = dataOf(context, call, by).get(call.parts['type'] ?? '');
      if (kept === undefined) throw missing('Account data not found');
      return kept.content;
    },
  },
  {
    name: 'setAccountData',
    method: 'PUT',
    path: PATH,
    handle: (context, call, by) => {
      const at = context.world.next();
      dataOf(context, call, by).set(call.parts['type'] ?? '', { at, content: call.body });
      context.world.waiting.wake();
      return {};
    },
  },
];
