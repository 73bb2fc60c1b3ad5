import { plainText } from '../cards/plainText.ts';
import { type Instant, isoOf } from '../clock.ts';
import { type DeliveryRecord, lateMs, type Traces } from '../outbox/record.ts';
import { shortId, shortKey } from '../outbox/shortKey.ts';
import type { Target } from '../platform/target.ts';
import { fold } from '../schedule/naming/slug.ts';
import type { Conference, Talk } from '../schedule/schedule.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import type { Versions } from '../schedule/versions.ts';
import { EXIT, type Surroundings } from './surroundings.ts';
import { traceCard, traceListCard } from './traceCard.ts';

export interface TraceOptions {
  /** A delivery's key or how it begins; or a talk's id, code or words of its title. */
  readonly about: string;
  /** One object a line for each delivery. */
  readonly json: boolean;
}

export interface TraceStores {
  readonly traces: Traces;
  readonly versions: Pick<Versions, 'latest' | 'numbers'>;
}

interface FoundTalk {
  /** Key of its conference. */
  readonly key: ConferenceKey;
  readonly talk: Talk;
}

type Conferences = ReadonlyMap<ConferenceKey, Conference>;

/** More titles than these are none that somebody asked for. */
const MOST_TALKS = 5;

/** `trace`: the life of one delivery, or a line for each of several. */
export async function trace(
  { about, json }: TraceOptions,
  stores: TraceStores,
  around: Surroundings,
): Promise<number> {
  const conferences = await knownConferences(stores.versions);
  const tell = (records: readonly DeliveryRecord[], title: string): number => {
    if (json) for (const record of records) around.write(`${JSON.stringify(traceJson(record))}\n`);
    else around.write(`${prose(records, title, conferences, around)}\n\n`);
    return EXIT.done;
  };
  if (/^(channel|member):/.test(about)) {
    const records = await stores.traces.byKey(about);
    if (records.length > 0) return tell(records, about);
    return nothing(around.messages.cli.trace.noSuchKey(about), around);
  }
  const found = talksNamed(about, conferences);
  const { cli } = around.messages;
  if (found.length === 0) return nothing(cli.trace.noSuchTalk(about), around);
  if (found.length > MOST_TALKS) {
    const some = found.slice(0, MOST_TALKS).map(({ talk }) => `${talk.id} “${talk.title}”`);
    around.complain(cli.trace.whichTalk(about, found.length, some.join(', ')));
    return EXIT.misused;
  }
  let code: number = EXIT.done;
  for (const { key, talk } of found) {
    const records = await stores.traces.about(key, talk.id);
    if (records.length > 0) tell(records, talk.title);
    else code = nothing(cli.trace.nothingPlanned(talk.title), around);
  }
  return code;
}

function nothing(sentence: string, { complain }: Surroundings): number {
  complain(sentence);
  return EXIT.unreadable;
}

async function knownConferences(versions: TraceStores['versions']): Promise<Conferences> {
  const keys = [...(await versions.numbers()).keys()];
  const latest = await Promise.all(keys.map((key) => versions.latest(key)));
  return new Map(latest.flatMap((version) => (version ? [[version.key, version.conference]] : [])));
}

/** By id or code; where nothing has that, all whose title has these words or how they begin. */
function talksNamed(about: string, conferences: Conferences): readonly FoundTalk[] {
  const all = [...conferences].flatMap(([key, { talks }]) => talks.map((talk) => ({ key, talk })));
  const name = about.toLowerCase();
  const named = all.filter(({ talk }) => talk.id === about || talk.code?.toLowerCase() === name);
  if (named.length > 0) return named;
  const words = wordsOf(about);
  return all.filter(({ talk }) => {
    const title = wordsOf(talk.title);
    return words.every((word) => title.some((one) => one.startsWith(word)));
  });
}

function wordsOf(text: string): readonly string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

function prose(
  records: readonly DeliveryRecord[],
  title: string,
  conferences: Conferences,
  { messages, width }: Surroundings,
): string {
  const [first, ...others] = records;
  if (first === undefined) return '';
  const card =
    others.length === 0
      ? traceCard(first, conferences.get(first.delivery.conference), messages)
      : traceListCard(title, records, conferences, messages);
  return plainText(card, { width: Math.max(width, widthOf(records)), messages });
}

/** Beside a key, which is to be copied in one piece. */
const LABELS = 20;

function widthOf(records: readonly DeliveryRecord[]): number {
  return LABELS + Math.max(...records.map(({ delivery }) => shortKey(delivery.key).length));
}

/** The life of a delivery, for programs: instants in ISO 8601, `null` for what did not happen (yet). */
function traceJson(record: DeliveryRecord) {
  const { delivery, state, attempts, waits, messageId = null, reason = null } = record;
  const { key, target, conference, subject } = delivery;
  return {
    key: shortKey(key),
    kind: subject.kind,
    target: shortTarget(target),
    conference,
    state,
    due: iso(record.dueAt),
    planned: iso(delivery.plannedLate?.until ?? record.dueAt),
    claimed: iso(record.firstClaimedAt),
    ready: iso(record.readyAt),
    settled: iso(record.settledAt),
    sent: iso(record.sentAt),
    lateMs: lateMs(record) ?? null,
    attempts,
    waits: waits.map(({ from, until, ...why }) => ({ ...why, from: iso(from), until: iso(until) })),
    messageId,
    reason,
  };
}

function shortTarget(target: Target) {
  const { kind, platform } = target;
  return target.kind === 'channel'
    ? { kind, platform, community: target.community, channel: target.channel }
    : { kind, platform, member: shortId(target.member) };
}

function iso(at: Instant | undefined): string | null {
  return at === undefined ? null : isoOf(at);
}
