import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { everyMinute } from '../../adapters/cron/everyMinute.ts';
import { createDrawing } from '../../adapters/picture/picture.ts';
import { type Database, openDatabase } from '../../adapters/storage/database/database.ts';
import { diskOf } from '../../adapters/storage/database/disk.ts';
import { createSealing, type Sealing } from '../../adapters/storage/sealing.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import { type App, type AppParts, createApp } from '../app/app.ts';
import type { OperatorPorts } from '../app/watch.ts';
import { EXIT } from '../cli/surroundings.ts';
import { atOnce } from '../clock/steps.ts';
import { type Clock, stopwatch, systemClock } from '../clock.ts';
import type { Config } from '../config/config.ts';
import { type Meter, silentMeter } from '../log/meter.ts';
import type { Log } from '../log.ts';
import { languageOf } from '../messages/messages.ts';
import type { Platform } from '../platform/platform.ts';
import { createPlatforms } from '../platform/platforms.ts';
import type { KnownSources } from '../programme/knownSources.ts';
import type { DecodedSchedule } from '../schedule/decode.ts';
import type { Source } from '../schedule/source.ts';
import { type Version, writeVersion } from '../schedule/versions.ts';
import { DEFAULT_DATABASE, feed as ownFeed } from './surroundings.ts';

export interface Running extends Pick<AppParts, 'clock' | 'speed' | 'log' | 'makeIndex' | 'found'> {
  /** Need not come to its end once `signal` aborts. */
  readonly decode: (
    bytes: Uint8Array,
    timeZone: string | undefined,
    signal: AbortSignal,
    bounds?: { readonly ms?: number },
  ) => Promise<DecodedSchedule>;
  readonly config: Config;
  /** BCP 47: of whoever runs Hallway. */
  readonly locale: string;
  readonly source: Source;
  /** Default: files and the web. */
  readonly feed?: AppParts['feed'] | undefined;
  /** Default: by the machine's minutes. */
  readonly everyMinute?: typeof everyMinute | undefined;
  /** Begun with where the database knows no version of the conference. */
  readonly known?: Version | undefined;
}

export interface Base extends Pick<App, 'commands' | 'programmes'> {
  readonly kysely: Database['kysely'];
  readonly communities: ReturnType<typeof createStores>['communities'];
  readonly namedRoles: ReturnType<typeof createStores>['namedRoles'];
  readonly connectionLeases: ReturnType<typeof createStores>['connectionLeases'];
  /** Of what is leased by this start of the program. */
  readonly owner: string;
}

/** Runs Hallway on the platforms until it is interrupted, or `ended` resolves once it has begun. */
export async function run(
  { config, known, decode, source: named, feed = ownFeed, ...parts }: Running,
  load: (base: Base) => Promise<readonly Platform[]>,
  ended: () => Promise<unknown> = forever,
): Promise<number> {
  const ending = new AbortController();
  const interruption = interrupted(ending.signal);
  const heard = hearStrays(parts.log);
  const url = databaseFor(config, parts.clock);
  const database = await openDatabase(url, parts.log);
  const platforms = createPlatforms(parts.log);
  const stores = createStores(database, parts.clock, platforms.laneOf, sealingOf(config));
  await stores.inheritShortKeys(named.key);
  const source = await remembered(named, stores.knownSources);
  if (known !== undefined && (await stores.versions.head(known.key)) === undefined) {
    await stores.versions.keep(atOnce(writeVersion(known)));
  }
  const watched = await watchedBy(config, { ...parts, database });
  const meter = watched?.meter ?? silentMeter;
  const owner = randomUUID();
  const app = createApp({
    ...stores,
    ...parts,
    meter,
    operator: operatorOf(
      { config, ...parts },
      { work: stores.operatorWork, check: database.check, disk: () => diskOf(url) },
    ),
    platforms,
    feed,
    stopwatch,
    decode: async (bytes, timeZone, ms) => {
      const bounds = ms === undefined ? {} : { ms };
      return (await decode(bytes, timeZone, ending.signal, bounds)).conference;
    },
    chance: { id: randomUUID, bytes: randomBytes, fraction: Math.random },
    defaultSource: source,
    refreshMinutes: config.schedule.refreshMinutes,
    retentionDays: config.retentionDays,
    ...{ pages: config.pages, webUrl: config.web?.url, drawDay: createDrawing() },
    commandPrefixes: commandPrefixes(config),
    owner,
    everyMinute: (turn) => (parts.everyMinute ?? everyMinute)(turn, parts.speed, parts.log),
  });
  const served: Served[] = [];
  try {
    if (watched !== undefined) served.push(await watched.serve(app));
    served.push(...(await serveForAll(config, app, { ...parts, meter })));
    const started = app.start(() => load({ ...app, ...stores, owner, kysely: database.kysely }));
    await Promise.race([started.then(ended), interruption, app.broken]);
  } finally {
    ending.abort();
    await app
      .stop()
      .finally(() => Promise.all(served.map((one) => one.stop())))
      .finally(() => database.close())
      .finally(heard);
  }
  return EXIT.done;
}

async function watchedBy(
  { health }: Config,
  parts: { readonly database: Database; readonly log: Log },
) {
  return health && (await import('./watched.ts')).watchedAt(health, parts);
}

interface Served {
  stop(): Promise<void>;
}

/** For the public, where there is an address; else nothing of it is loaded. */
async function serveForAll(
  { web }: Config,
  app: App,
  parts: { readonly meter: Meter; readonly log: Log },
): Promise<readonly Served[]> {
  return web === undefined ? [] : [await (await import('./web.ts')).serveWebAt(web, app, parts)];
}

/** Of what members are shown again; without a key, they are shown it once. */
function sealingOf({ web }: Config): Sealing | undefined {
  const key = web?.encryptionKey;
  return key && createSealing(Buffer.from(key.reveal(), 'base64'));
}

/** The operator's source, where its schedule was last. What somebody named in chat may lead elsewhere. */
async function remembered(named: Source, sources: KnownSources): Promise<Source> {
  await sources.note(named);
  if (named.origin !== undefined) await sources.move(named);
  const known = await sources.find(named.key);
  if (known?.origin === undefined || known.trust === 'chat') return named;
  return { ...named, address: known.address, origin: known.origin };
}

/** By platform, of those that have one. */
function commandPrefixes({ slack, matrix }: Config): Readonly<Record<string, string>> {
  return {
    ...(slack && { slack: slack.commandPrefix }),
    ...(matrix && { matrix: matrix.prefix }),
  };
}

/** A rehearsal's clock makes minutes of seconds: what takes long in it has taken no time. */
function operatorOf(
  { config: { operator: target }, clock, locale }: Pick<Running, 'config' | 'clock' | 'locale'>,
  ports: Omit<OperatorPorts, 'target' | 'language'>,
): OperatorPorts | undefined {
  if (target === undefined || clock !== systemClock) return undefined;
  return { ...ports, target, language: languageOf(locale) };
}

/**
 * A clock that does not tell the real time must leave no trace in the database of one that does: what
 * it has sent would never be sent again. So a rehearsal remembers nothing, unless told where to.
 */
function databaseFor({ databaseUrl }: Config, clock: Clock): string {
  const isRehearsal = clock !== systemClock;
  return databaseUrl?.reveal() ?? (isRehearsal ? 'sqlite::memory:' : DEFAULT_DATABASE);
}

/** The first wish to stop is granted in peace; from then on, or once it is over, one ends the process as usual. */
function interrupted(over: AbortSignal): Promise<unknown> {
  return Promise.race(
    (['SIGINT', 'SIGTERM'] as const).map((signal) => once(process, signal, { signal: over })),
  );
}

/**
 * A fault in an SDK's own handler (a frame, a payload or an event that it did not expect) ends
 * neither the process nor the other platform. Hallway's own loops hand their faults to whoever began
 * them. Returns what ends the hearing.
 */
function hearStrays(log: Log): () => void {
  const hear = (error: unknown) => log.error({ err: error }, 'A fault that nothing caught');
  process.on('uncaughtException', hear);
  return () => void process.off('uncaughtException', hear);
}

function forever(): Promise<never> {
  return new Promise(() => undefined);
}
