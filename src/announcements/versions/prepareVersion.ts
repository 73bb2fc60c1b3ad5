import { inSlices, type Steps } from '../../clock/steps.ts';
import type { Instant } from '../../clock.ts';
import type { ChangeStep } from '../../outbox/changeLog.ts';
import { MAX_WRITTEN, refuseMore, refuseOversized } from '../../schedule/bounds.ts';
import { isSame } from '../../schedule/comparing/same.ts';
import { type Flaw, succeed } from '../../schedule/comparing/succession.ts';
import type { FreshVersion, Takeover } from '../../schedule/keeping/keeper.ts';
import { digestOf, type WrittenRefusal } from '../../schedule/refusedVersions.ts';
import type { TalkId } from '../../schedule/schedule.ts';
import { type Version, type WrittenVersion, writeVersion } from '../../schedule/versions.ts';
import { packText } from '../../schedule/written/packedText.ts';
import { toldChange } from './change.ts';
import { type Update, updateOf } from './update.ts';

export type Prepared = NotBelieved | Extract<Takeover, { readonly kind: 'unchanged' }> | Next;

export interface NotBelieved {
  readonly kind: 'refused';
  readonly refused: WrittenRefusal;
}

export interface Next {
  readonly kind: 'first' | 'taken';
  readonly version: Version;
  readonly written: WrittenVersion;
  /** What it changes; for a first version, nothing. */
  readonly update: Update;
  /** All that it changes, for who asks later. */
  readonly told: ChangeStep['changes'];
  /** Where each talk's id leads. */
  readonly ids: ReadonlyMap<TalkId, TalkId>;
}

/**
 * What becomes of a version that is shown at `at`, without the transaction in which it does: worked out
 * in slices, and packed apart from the thread.
 */
export async function prepareVersion(...shown: Parameters<typeof prepare>): Promise<Prepared> {
  const prepared = await inSlices(prepare(...shown));
  switch (prepared.kind) {
    case 'unchanged':
      return prepared;
    case 'refused':
      return { ...prepared, refused: await packed(prepared.refused) };
    case 'first':
    case 'taken':
      return { ...prepared, written: await packed(prepared.written) };
  }
}

async function packed<T extends Pick<WrittenVersion, 'text'>>(written: T): Promise<T> {
  return { ...written, text: await packText(written.text) };
}

function* prepare(
  fresh: FreshVersion,
  known: Version | undefined,
  at: Instant,
  believed?: { readonly isBelieved: true },
): Steps<Prepared> {
  const { key, conference: after } = fresh;
  if (known === undefined) {
    const version = { ...fresh, number: 1, takenAt: at };
    const written = yield* writeBounded(version);
    const update = { key, number: 1, at, before: after, after, changes: [], renames: [], news: [] };
    return { kind: 'first', version, written, update, told: [], ids: new Map() };
  }
  const succession = yield* succeed(known.conference, after, at, believed);
  if (succession.kind === 'refused') return yield* notBelieved(fresh, succession.flaw, at);
  const { before, conference, renames, changes, ids } = succession;
  const isQuiet = changes.length === 0 && renames.length === 0;
  if (isQuiet && (yield* isSame(known.conference, conference))) {
    return { kind: 'unchanged', version: known };
  }
  const version = { ...fresh, number: known.number + 1, takenAt: at, conference };
  const written = yield* writeBounded(version);
  const { number } = version;
  const { takenAt: knownSince } = known;
  const step = { key, number, at, knownSince, before, after: conference, renames, changes };
  const update = yield* updateOf(step);
  return { kind: 'taken', version, written, update, told: yield* toldChanges(changes), ids };
}

function* notBelieved(
  { conference, ...fresh }: FreshVersion,
  flaw: Flaw,
  since: Instant,
): Steps<NotBelieved> {
  const { text } = yield* writeBounded({ ...fresh, conference, number: 0, takenAt: since });
  return { kind: 'refused', refused: { ...fresh, digest: digestOf(text), flaw, since, text } };
}

function* toldChanges(changes: Update['changes']): Steps<Next['told']> {
  const all: (Next['told'][number] | undefined)[] = [];
  for (const change of changes) {
    all.push(toldChange(change));
    yield;
  }
  return all.filter((told) => told !== undefined);
}

/** Throws a `ScheduleFormatError` for one that has become too large, with the talks kept of earlier ones. */
function* writeBounded(version: Version): Steps<WrittenVersion> {
  refuseOversized(version.conference);
  const written = yield* writeVersion(version);
  refuseMore('characters', written.text.length, MAX_WRITTEN);
  return written;
}
