import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writeBundle } from '../../bin/bundling.ts';
import { freePort } from '../../test/support/freePort.ts';
import type { Chat } from '../chat.ts';
import { type Client, startClient } from '../client.ts';
import { every } from '../every.ts';
import { createAsking } from './asking.ts';
import { remindersSent, settle } from './database.ts';
import { passDay } from './passDay.ts';
import { BEGIN, type Extent, membersOf, starsIn, versionOf } from './plan.ts';

const HALLWAY = fileURLToPath(new URL('hallway.ts', import.meta.url));
/** Hallway is bundled, as the program that people start. */
const BUNDLE = fileURLToPath(new URL('../../dist/.footprint', import.meta.url));
/**
 * Long enough for V8 to see that a process is idle, as it does many times in a day of ten hours. Both
 * clients have it, and nothing to do; Hallway's clock goes at its own pace then, not at the day's.
 */
const SETTLE_MS = 30_000;
const REAL_PACE = 1;
/** As `bin/hallway.js` does: by Node's own option, the first that asks where it is called from would have all lines looked up. */
const NAMING_LINES = `data:text/javascript,import module from 'node:module';module.setSourceMapsSupport(true);`;

/** Of one client in megabytes: when it could be asked, the most that was seen, and at the end of the day. */
export interface Resident {
  readonly atStart: number;
  readonly most: number;
  readonly atEnd: number;
}

export interface Day {
  readonly hallway: Resident;
  readonly bare: Resident;
  readonly answered: number;
  readonly reminders: number;
  /** By Hallway, and by the SDK alone. */
  readonly said: readonly [number, number];
}

/**
 * A conference day, up to `speed` times as fast: Hallway, and beside it the SDK alone, which is asked
 * the same commands by as many members and says whatever Hallway says.
 */
export async function liveThroughDay(
  startChat: (members: readonly string[]) => Promise<Chat>,
  extent: Extent,
  speed: number,
): Promise<Day> {
  const members = membersOf(extent);
  const folder = await mkdtemp(join(tmpdir(), 'hallway-day-'));
  const schedule = join(folder, 'schedule.json');
  const databaseUrl = `sqlite:${join(folder, 'hallway.sqlite')}`;
  const { talks, json } = versionOf(1);
  await writeFile(schedule, json);
  const [ours, theirs] = [await startChat(members), await startChat(members)];
  await settle({ databaseUrl, schedule, now: BEGIN }, ours, members, starsIn(talks, extent));
  const healthAddress = `127.0.0.1:${await freePort()}`;
  await writeBundle({ main: HALLWAY }, BUNDLE);
  const hallway = startClient({
    args: [
      ...['--import', NAMING_LINES, join(BUNDLE, 'main.js')],
      ...['--schedule', schedule, '--from', String(BEGIN), '--speed', String(speed)],
    ],
    environment: {
      ...ours.environment,
      DATABASE_URL: databaseUrl,
      HEALTH_ADDRESS: healthAddress,
      // As an installation has it from its second start on.
      NODE_COMPILE_CACHE: join(tmpdir(), 'hallway-compiled'),
    },
  });
  const bare = startClient(theirs.bare);
  await becomeReady(hallway, bare, ours);
  const residents = [watchResident(hallway), watchResident(bare)] as const;
  const mirrored = mirror(ours, theirs, bare, members);
  const asking = createAsking([ours, theirs], members, talks);
  await passDay({
    ...{ hallway, asking, schedule, speed },
    commands: extent.commands,
    healthUrl: `http://${healthAddress}/health`,
  });
  await mirrored.end();
  hallway.tell(REAL_PACE);
  await delay(SETTLE_MS);
  const day = {
    hallway: await residents[0].end(),
    bare: await residents[1].end(),
    answered: asking.answered(),
    said: [ours.said().length, theirs.said().length],
  } as const;
  await Promise.all([hallway.stop(), bare.stop()]);
  const reminders = await remindersSent(databaseUrl);
  await Promise.all([ours.stop(), theirs.stop(), rm(folder, { recursive: true })]);
  return { ...day, reminders };
}

async function becomeReady(hallway: Client, bare: Client, ours: Chat): Promise<void> {
  await Promise.all([hallway.said(ours.readyWords), bare.said('ready')]);
  if (ours.offer === undefined) return;
  bare.tell(ours.offer());
  await bare.said('offered');
}

function watchResident(client: Client) {
  const seen: number[] = [];
  const watching = every(1_000, async () => void seen.push(await client.residentMb()));
  return {
    end: async (): Promise<Resident> => {
      await watching.end();
      return { atStart: seen[0] ?? 0, most: Math.max(...seen), atEnd: seen.at(-1) ?? 0 };
    },
  };
}

/** Each conversation of Hallway's is one of the bare client's. */
function mirror(ours: Chat, theirs: Chat, bare: Client, members: readonly string[]) {
  const partners = new Map<string, string | undefined>([[ours.channel.channel, undefined]]);
  let told = 0;
  return every(200, () => {
    for (const said of ours.said().slice(told)) {
      told += 1;
      if (!partners.has(said.where)) partners.set(said.where, members[partners.size - 1]);
      bare.tell(theirs.order(said, partners.get(said.where)));
    }
  });
}
