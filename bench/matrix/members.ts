import pLimit from 'p-limit';
import { type PlainClient, plainClient } from '../../test/servers/matrix/client.ts';
import { textOf } from '../../test/servers/matrix/json.ts';
import type { Synapse } from '../../test/servers/synapse/server.ts';

/** An account on a homeserver, with people in whose rooms it may speak. */
export interface Prepared {
  readonly token: string;
  readonly client: PlainClient;
  /** Their ids, in the order of the rooms. */
  readonly members: readonly string[];
  readonly rooms: readonly string[];
}

/** More would not be quicker: the homeserver does one thing at a time. */
const AT_ONCE = 8;

/** People who have talked to Hallway before: each has a room for two, and is in it. About 0.4 s for each. */
export async function prepareMembers(synapse: Synapse, count: number): Promise<Prepared> {
  const { id, token } = await synapse.register('hallway', 'password of hallway');
  const client = plainClient(synapse.url, token);
  const limit = pLimit(AT_ONCE);
  const indices = Array.from({ length: count }, (_, index) => index);
  const all = await limit.map(indices, async (index) => {
    const member = await synapse.register(`member${index}`, 'password');
    const how = { preset: 'trusted_private_chat', is_direct: true, invite: [member.id] };
    const { body } = await client.call('POST', ['createRoom'], how);
    const room = textOf(body['room_id']);
    await plainClient(synapse.url, member.token).call('POST', ['join', room], {});
    return { member: member.id, room };
  });
  const direct = Object.fromEntries(all.map(({ member, room }) => [member, [room]]));
  await client.call('PUT', ['user', id, 'account_data', 'm.direct'], direct);
  return {
    ...{ token, client },
    members: all.map(({ member }) => member),
    rooms: all.map(({ room }) => room),
  };
}
