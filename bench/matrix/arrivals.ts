import { type PlainClient, toldIn } from '../../test/servers/matrix/client.ts';
import { numberOf, textOf } from '../../test/servers/matrix/json.ts';

/** Messages that came into rooms while something was done. */
export interface Arrived {
  readonly count: number;
  /** A second, from the first to the last, by the homeserver's clock. */
  readonly rate: number;
}

/** Looks before and after, and never while it is measured: to be told costs the homeserver, too. */
export async function countArrivals(client: PlainClient) {
  let since = textOf((await client.sync())['next_batch']);
  return async (rooms: readonly string[], work: () => Promise<unknown>): Promise<Arrived> => {
    await work();
    const answer = await client.sync(since);
    since = textOf(answer['next_batch']);
    const times = rooms.flatMap((room) =>
      toldIn(answer, room)
        .events.filter(({ type }) => type === 'm.room.message')
        .map(({ origin_server_ts: at }) => numberOf(at, 0)),
    );
    const spanS = (Math.max(...times) - Math.min(...times)) / 1_000;
    return { count: times.length, rate: (times.length - 1) / spanS };
  };
}
