import type { PlainClient } from '../../test/servers/matrix/client.ts';

/** As many bytes as a reminder of Hallway's: its words twice, and what can be chosen. */
const CONTENT = {
  msgtype: 'm.text',
  body: 'On your list: Lazy distribution of container images, in 10 minutes. '.repeat(4),
  format: 'org.matrix.custom.html',
  formatted_body: '<p><strong>Lazy distribution of container images</strong></p>'.repeat(8),
  'm.mentions': {},
};

let last = 0;

/** A client that does nothing but send: one message into each room, with that many under way. */
export async function sendBare(
  client: PlainClient,
  rooms: readonly string[],
  atOnce: number,
): Promise<void> {
  const left = rooms.values();
  const send = async () => {
    for (const room of left) {
      last += 1;
      const path = ['rooms', room, 'send', 'm.room.message', `bare-${last}`];
      const { status } = await client.call('PUT', path, CONTENT);
      if (status !== 200) throw new Error(`The homeserver answered a bare client ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, send));
}
