import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { serveWeb } from '../../src/main/web.ts';
import { containersDevroom } from '../../test/adapters/discord/program.ts';
import { at } from '../../test/support/instants.ts';
import { createWorld } from '../../test/support/world.ts';

const ROOM = 'ud2-208-decroly';
const NOW = at('2020-02-01T11:02+01:00');

/** The conference that comes with Hallway on the web, in the middle of its day, its room a little late. */
export async function servePages(): Promise<{
  /** The programme, and the door of a room. */
  readonly addresses: readonly [string, string];
  stop(): Promise<void>;
}> {
  const world = await createWorld(await containersDevroom(), NOW);
  await world.publish('fosdem-2020');
  await world.delay(ROOM, 5);
  const server = await serveWeb({
    ...{ host: '127.0.0.1', port: 0 },
    ...{ questions: world.web, meter: silentMeter, log: silentLog },
  });
  const programme = `http://127.0.0.1:${server.port}/c/fosdem-2020`;
  return { addresses: [programme, `${programme}/room/${ROOM}`], stop: server.stop };
}
