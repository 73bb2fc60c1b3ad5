import type { Body, Feed } from '../feed.ts';
import { isGone, ScheduleFormatError } from '../refusal.ts';
import { isWebAddress, type Source } from '../source.ts';
import {
  type Glance,
  glanceOf,
  isPretalxExport,
  isSeen,
  releaseAt,
  withBeside,
} from './pretalx.ts';
import { shownSource } from './shownSource.ts';
import type { Walked, WalkPorts, Whole } from './walk.ts';

export interface FindPorts<T> extends Pick<WalkPorts<T>, 'stopwatch'> {
  readonly feed: Feed;
  /** Rejects with a `ScheduleFormatError` where the bytes are no schedule, or take longer to read. */
  readonly decode: (
    bytes: Uint8Array,
    timeZone: string | undefined,
    withinMs?: number,
  ) => Promise<T>;
}

export interface Read<T> extends Whole<T> {
  /** Where the schedule is from now on, and the page that led there; the key stays. */
  readonly source: Source;
}

/** What tells a schedule from others, as it was last seen. */
export interface Seen extends Pick<Body, 'fingerprint' | 'validators'> {
  readonly glance?: Glance | undefined;
}

/** What a source turned out to be. */
export type Found<T> = Read<T> & Pick<Walked<T>, 'system' | 'others' | 'steps'>;

/**
 * Reads a source for the first time, or anew: the schedule at its address, the one that the page there
 * leads to, or else the one that its page of origin does. Throws a `ScheduleFormatError`.
 */
export async function findSchedule<T>(source: Source, ports: FindPorts<T>): Promise<Found<T>> {
  const { address, origin } = source;
  // The feed refuses what nobody could ask for.
  if (!isWebAddress(source) || !URL.canParse(address)) return readFile(source, ports);
  try {
    return await from(address, source, ports);
  } catch (error) {
    if (origin === undefined || !(error instanceof ScheduleFormatError)) throw error;
    return from(origin, source, ports).catch(() => {
      throw error;
    });
  }
}

async function from<T>(page: string, source: Source, ports: FindPorts<T>): Promise<Found<T>> {
  const { trust } = source;
  // Reading pages takes much code, and once a schedule is known, nobody walks.
  const { walk } = await import('./walk.ts');
  const { address, ...walked } = await walk(
    { address: page, trust },
    { ...ports, read: (body, at, ms) => read(body, { ...source, address: at }, ports, ms) },
  );
  const origin = source.origin ?? source.address;
  const found = address === origin ? { address } : { address, origin };
  const { origin: _, ...rest } = source;
  return { ...walked, source: { ...rest, ...found } };
}

/** The schedule in what came from the address, with what pretalx tells beside it. */
async function read<T>(
  body: Body,
  source: Source,
  ports: FindPorts<T>,
  withinMs?: number,
): Promise<Whole<T>> {
  return decoded(await withBeside(source, body, ports), body, source, ports, withinMs);
}

/** What is beside it may be unreadable: the export alone counts then. */
async function decoded<T>(
  whole: Body,
  body: Body,
  { timeZone }: Source,
  { decode }: FindPorts<T>,
  withinMs?: number,
): Promise<Whole<T>> {
  const decodedFrom = async ({ bytes, fingerprint, validators }: Body) => {
    return { fingerprint, validators, schedule: await decode(bytes, timeZone, withinMs) };
  };
  return decodedFrom(whole).catch((error: unknown) => {
    if (whole === body || !(error instanceof ScheduleFormatError)) throw error;
    return decodedFrom(body);
  });
}

/** What a source was asked once more, and had. */
export type Again<T> =
  | (Read<T> & { readonly kind: 'read'; readonly glance?: Glance | undefined })
  /** The same, or what says the same, as it was seen now. */
  | { readonly kind: 'unchanged'; readonly seen: Seen };

/**
 * Reads a source once more, unless it has what is `known` of it. Where a page led to the schedule, and
 * that is not there any more, the page is asked again. Throws a `ScheduleFormatError`.
 */
export async function readAgain<T>(
  source: Source,
  known: Seen,
  ports: FindPorts<T>,
): Promise<Again<T>> {
  try {
    return await readThere(source, known, ports);
  } catch (error) {
    const { origin } = source;
    if (origin === undefined || !isGone(error)) throw error;
    const found = await from(origin, source, ports).catch(() => {
      throw error;
    });
    return { kind: 'read', ...found };
  }
}

async function readThere<T>(source: Source, known: Seen, ports: FindPorts<T>): Promise<Again<T>> {
  const release = await releaseAt(source, ports);
  const now = ports.stopwatch();
  if (isSeen(release, known.glance, now)) return { kind: 'unchanged', seen: known };
  // The export may be the same, and what is beside it not.
  const asked = isPretalxExport(source) ? {} : known.validators;
  const fetched = await ports.feed.fetch(source, asked);
  if (fetched.kind === 'unchanged') return { kind: 'unchanged', seen: known };
  const glance = glanceOf(release, fetched, now);
  const whole = await withBeside(source, fetched, ports);
  const { fingerprint, validators } = whole;
  if (fingerprint === known.fingerprint) {
    return { kind: 'unchanged', seen: { fingerprint, validators, glance } };
  }
  return { kind: 'read', source, glance, ...(await decoded(whole, fetched, source, ports)) };
}

async function readFile<T>(source: Source, { feed, decode }: FindPorts<T>): Promise<Found<T>> {
  const fetched = await feed.fetch(source, {});
  if (fetched.kind === 'unchanged') {
    throw new ScheduleFormatError({ kind: 'nothingSent', facts: [] }, shownSource(source.address));
  }
  const { bytes, fingerprint, validators } = fetched;
  const schedule = await decode(bytes, source.timeZone);
  return { source, schedule, fingerprint, validators, others: [], steps: [] };
}
