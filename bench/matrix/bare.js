/**
 * What Hallway is held against: a client that answers every command with the same text, below it in a
 * thread. It keeps nothing, and looks nothing up.
 */
const { MATRIX_HOMESERVER = '', MATRIX_ACCESS_TOKEN = '' } = process.env;
const ANSWER = 'An answer. '.repeat(90);

async function call(method, path, body) {
  const response = await fetch(`${MATRIX_HOMESERVER}/_matrix/client/v3/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${MATRIX_ACCESS_TOKEN}`,
      'content-type': 'application/json',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return response.json();
}

async function answer(room, { event_id, content: { body } }) {
  if (!body.startsWith('!')) return;
  const path = `rooms/${encodeURIComponent(room)}/send/m.room.message/${encodeURIComponent(event_id)}`;
  await call('PUT', path, {
    ...{ msgtype: 'm.text', body: ANSWER, 'm.mentions': {} },
    'm.relates_to': {
      ...{ rel_type: 'm.thread', event_id, is_falling_back: true },
      'm.in_reply_to': { event_id },
    },
  });
}

let { next_batch: since, rooms = {} } = await call('GET', 'sync?timeout=0');
for (const room of Object.keys(rooms.invite ?? {})) {
  await call('POST', `join/${encodeURIComponent(room)}`, {});
}
const { user_id: self } = await call('GET', 'account/whoami');
console.log('ready');
for (;;) {
  const news = await call('GET', `sync?timeout=25000&since=${since}`);
  for (const [room, { timeline }] of Object.entries(news.rooms?.join ?? {})) {
    for (const event of timeline.events) {
      if (event.type === 'm.room.message' && event.sender !== self) void answer(room, event);
    }
  }
  since = news.next_batch;
}
