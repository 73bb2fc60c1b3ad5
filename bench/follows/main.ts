import { parseArgs } from 'node:util';
import { openDatabase } from '../../adapters/storage/database/database.ts';
import { createStores } from '../../adapters/storage/stores.ts';
import type { FoundTalk } from '../../src/agenda/following/follow.ts';
import { seekFollowed } from '../../src/announcements/following/seek.ts';
import { takeOver } from '../../src/announcements/versions/takeover.ts';
import { silentLog } from '../../src/log.ts';
import type { FollowSubject } from '../../src/programme/following.ts';
import { NO_OVERLAY } from '../../src/programme/overlay.ts';
import { createViews } from '../../src/programme/programmes.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import type { Version } from '../../src/schedule/versions.ts';
import { createTalkIndex } from '../../src/search/talkIndex.ts';
import { createChance } from '../../test/crash/chance.ts';
import { keyOf } from '../../test/support/names.ts';
import { type Databases, withDatabases } from '../delivery/databases.ts';
import { thousandTalks } from '../thousand/talks.ts';
import { judge, median, type Verdict } from '../verdict.ts';

/** What follows of words cost when a version comes: `npm run bench -- follows [takeover]`. */
const { positionals } = parseArgs({
  args: process.argv.slice(2).filter((word) => word !== 'follows'),
  allowPositionals: true,
});

const KEY = keyOf('follows');
const NOW = Date.UTC(2030, 0, 1);
const FEW = 100;
const MANY = 10_000;
const PROMISED_RATIO = 3;
const ROUNDS = 5;
const FOLLOWS_A_MEMBER = 5;
const MOST_TOPICS = 1_000;
/** Who follows a word that is in every tenth talk has the programme. */
const MOST_OF_TALKS = 0.05;

await withDatabases((databases) =>
  judge(
    {
      takeover: async () => [
        ...(await benchTakeover(databases[0])),
        ...(await benchTakeover(databases[1])),
      ],
    },
    positionals,
  ),
);

/** Versions that change ten of a thousand talks: taken over, indexed and looked through, for few follows and for many. */
async function benchTakeover({ name, createUrl }: Databases): Promise<readonly Verdict[]> {
  const halls = [await openHall(await createUrl(), FEW), await openHall(await createUrl(), MANY)];
  for (let round = 0; round < ROUNDS; round += 1) for (const hall of halls) await hall.take(round);
  for (const hall of halls) await hall.close();
  const [few = Number.NaN, many = Number.NaN] = halls.map(({ whole }) => median(whole));
  const [fewSought, manySought] = halls.map(({ sought }) => median(sought).toFixed(0));
  return [
    {
      promise: `${name}: a version with ${MANY} follows of words at most ${PROMISED_RATIO} × one with ${FEW}`,
      measured: `${(many / few).toFixed(2)} × (${many.toFixed(0)} ms against ${few.toFixed(0)} ms; of these for follows ${manySought} and ${fewSought} ms, in slices; ${halls[1]?.texts} texts)`,
      isKept: many / few <= PROMISED_RATIO,
    },
  ];
}

async function openHall(url: string, follows: number) {
  const database = await openDatabase(url, silentLog);
  const clock = { now: () => NOW, sleep: async () => undefined };
  const stores = createStores(database, clock);
  let known: Version | undefined;
  const signal = new AbortController().signal;
  const view = createViews(() => known, { makeIndex: createTalkIndex, signal, log: silentLog });
  const setting = { clock, defaultConference: KEY };
  const show = async (conference: Conference, fingerprint: string) => {
    const fresh = { key: KEY, fingerprint, validators: {}, conference };
    const taken = await takeOver(stores.announcerWork, fresh, known, setting);
    if (taken.kind === 'refused') throw new Error('The version was refused');
    known = taken.version;
  };
  const seek = () =>
    seekFollowed({ announcerWork: stores.announcerWork, programmes: { view }, setting }, KEY);
  const talks = later(thousandTalks());
  await show(talks, 'first');
  const texts = await sow(stores, talks, follows);
  await seek();
  const whole: number[] = [];
  const sought: number[] = [];
  return {
    ...{ texts, whole, sought },
    take: async (round: number) => {
      const began = performance.now();
      await show(changed(talks, round), `round ${round}`);
      view(KEY, NO_OVERLAY)?.index.suggest('', { limit: 0 });
      const indexed = performance.now();
      await seek();
      whole.push(performance.now() - began);
      sought.push(performance.now() - indexed);
    },
    close: () => database.close(),
  };
}

/** All that is to come, so that everything may be told. */
function later({ talks, ...rest }: Conference): Conference {
  const shift = NOW + 86_400_000 - Math.min(...talks.map(({ start }) => start));
  const move = <T extends { readonly start: number; readonly end: number }>(one: T): T => ({
    ...one,
    start: one.start + shift,
    end: one.end + shift,
  });
  return { ...rest, talks: talks.map(move), days: rest.days.map(move) };
}

/** Ten other talks each time have the title of a neighbour, which some follow and some followed. */
function changed(conference: Conference, round: number): Conference {
  const { talks } = conference;
  return {
    ...conference,
    talks: talks.map((talk, at) =>
      at % 100 === round ? { ...talk, title: talks[at + 50]?.title ?? talk.title } : talk,
    ),
  };
}

/** A twentieth of the texts that there are have half of the follows. */
async function sow(
  { memberWork }: ReturnType<typeof createStores>,
  conference: Conference,
  follows: number,
): Promise<number> {
  const chance = createChance(7);
  const texts = topics(conference);
  const names = new Set<string>();
  await memberWork.transaction(async (all, at) => {
    for (let index = 0; index < follows; index += 1) {
      const id = `m${Math.floor(index / FOLLOWS_A_MEMBER)}`;
      const ref = { platform: 'chat', id };
      if (index % FOLLOWS_A_MEMBER === 0)
        await all.members.see({ ref, locale: 'en', seenAt: at }, id);
      const [name, talks] = texts[Math.floor(chance() ** 4 * texts.length)] ?? ['talk', []];
      names.add(name);
      const subject: FollowSubject = { kind: 'words', name };
      await all.follows.add(ref, { conference: KEY, subject, found: { version: 1, talks } }, at);
    }
  });
  return names.size;
}

/** Words of titles that some of the talks are about, with these. */
function topics(conference: Conference): readonly (readonly [string, readonly FoundTalk[]])[] {
  const index = createTalkIndex(conference);
  const words = new Set(
    conference.talks.flatMap(({ title }) => title.toLowerCase().match(/\p{L}{4,}/gu) ?? []),
  );
  return [...words]
    .map((word) => [word, index.about(word) ?? []] as const)
    .filter(([, talks]) => talks.length <= conference.talks.length * MOST_OF_TALKS)
    .slice(0, MOST_TOPICS)
    .map(([word, talks]) => [word, talks.map(({ id, start }) => ({ talk: id, start }))]);
}
