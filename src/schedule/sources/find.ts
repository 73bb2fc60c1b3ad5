import type { Body, Feed } from '../feed.ts';
import { isGone, ScheduleFormatError } from '../refusal.ts';
import { isWebAddress, type Source } from '../source.ts';
import { shownSource } from './shownSource.ts';
import type { Walked, WalkPorts } from './walk.ts';

export interface FindPorts<T> extends Pick<WalkPorts<T>, 'stopwatch'> {
  readonly feed: Feed;
  /** Rejects with a `ScheduleFormatError` where the bytes are no schedule, or take longer to read. */
  readonly decode: (
    bytes: Uint8Array,
    timeZone: string | undefined,
    withinMs?: number,
  ) => Promise<T>;
}

export interface Read<T> extends Pick<Body, 'fingerprint' | 'validators'> {
  /** Where the schedule is from now on, and the page that led there; the key stays. */
  readonly source: Source;
  readonly schedule: T;
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
  const { timeZone, trust } = source;
  // Reading pages takes much code, and once a schedule is known, nobody walks.
  const { walk } = await import('./walk.ts');
  const { address, ...walked } = await walk(
    { address: page, trust },
    { ...ports, decode: (bytes, withinMs) => ports.decode(bytes, timeZone, withinMs) },
  );
  const origin = source.origin ?? source.address;
  const found = address === origin ? { address } : { address, origin };
  const { origin: _, ...rest } = source;
  return { ...walked, source: { ...rest, ...found } };
}

/**
 * Reads a source once more, unless it has what is `known` of it. Where a page led to the schedule, and
 * that is not there any more, the page is asked again. Throws a `ScheduleFormatError`.
 */
export async function readAgain<T>(
  source: Source,
  known: Pick<Body, 'fingerprint' | 'validators'>,
  ports: FindPorts<T>,
): Promise<(Read<T> & { kind: 'read' }) | (Pick<Body, 'validators'> & { kind: 'unchanged' })> {
  try {
    const fetched = await ports.feed.fetch(source, known.validators);
    if (fetched.kind === 'unchanged') return { kind: 'unchanged', validators: known.validators };
    const { bytes, fingerprint, validators } = fetched;
    if (fingerprint === known.fingerprint) return { kind: 'unchanged', validators };
    const schedule = await ports.decode(bytes, source.timeZone);
    return { kind: 'read', source, schedule, fingerprint, validators };
  } catch (error) {
    const { origin } = source;
    if (origin === undefined || !isGone(error)) throw error;
    const found = await from(origin, source, ports).catch(() => {
      throw error;
    });
    return { kind: 'read', ...found };
  }
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
