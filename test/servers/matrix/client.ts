import { isObject, type Json, objectOf, textOf } from './json.ts';

/** Plain calls of the client-server API, for tests and for what is measured against. */
export interface PlainClient {
  /** The answer whatever its status; `path` below `/_matrix/client/v3`. */
  call(method: string, path: readonly string[], body?: Json): Promise<PlainAnswer>;
  sync(since?: string, query?: Readonly<Record<string, string>>): Promise<Json>;
  /** Sends a text, and returns the event's id. */
  say(room: string, txnId: string, body: string): Promise<string>;
}

export interface PlainAnswer {
  readonly status: number;
  readonly body: Json;
  readonly headers: Headers;
}

export function plainClient(url: string, token: string): PlainClient {
  const call: PlainClient['call'] = async (method, path, body) => {
    return ask(`${url}/_matrix/client/v3/${path.map(encodeURIComponent).join('/')}`, method, body);
  };
  const ask = async (address: string, method: string, body?: Json): Promise<PlainAnswer> => {
    const response = await fetch(address, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer: unknown = await response.json().catch(() => undefined);
    const { status, headers } = response;
    return { status, headers, body: objectOf(answer) };
  };
  return {
    call,
    sync: async (since, query = {}) => {
      const all = new URLSearchParams({ ...(since === undefined ? {} : { since }), ...query });
      return (await ask(`${url}/_matrix/client/v3/sync?${all}`, 'GET')).body;
    },
    say: async (room, txnId, body) => {
      const path = ['rooms', room, 'send', 'm.room.message', txnId];
      const said = await call('PUT', path, { msgtype: 'm.text', body });
      return textOf(said.body['event_id']);
    },
  };
}

/** The bodies of a room's messages in a sync's answer, and whether there were more. */
export function toldIn(answer: Json, room: string) {
  const joined = objectOf(objectOf(objectOf(answer['rooms'])['join'])[room]);
  const { events, limited, prev_batch } = objectOf(joined['timeline']);
  const all = Array.isArray(events) ? events.filter(isObject) : [];
  return {
    isLimited: limited === true,
    before: textOf(prev_batch),
    events: all,
    texts: all
      .filter(({ type }) => type === 'm.room.message')
      .map(({ content }) => textOf(objectOf(content)['body'])),
  };
}
