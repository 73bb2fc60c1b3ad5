import { NO_REASONS } from '../../src/agenda/following/followWords.ts';
import { memberListOf } from '../../src/agenda/list/memberList.ts';
import { memberListCard } from '../../src/agenda/list/memberListCard.ts';
import { settingsCard } from '../../src/agenda/settingsCard.ts';
import { shortRef } from '../../src/cards/actions/reference.ts';
import type { Card } from '../../src/cards/cards.ts';
import type { Frame } from '../../src/cards/frame.ts';
import { problemCard } from '../../src/cards/problem.ts';
import { drawChanged } from '../../src/commands/changes/changed.ts';
import { drawToldChanges } from '../../src/commands/changes/told.ts';
import { drawRoom } from '../../src/commands/room/roomCard.ts';
import { feedbackCard, recordingCard } from '../../src/courier/wording/afterwardsCards.ts';
import {
  announcementCard,
  correctedCard,
  reminderCard,
} from '../../src/courier/wording/announcementCard.ts';
import { noticedOf } from '../../src/courier/wording/news/changeRow.ts';
import { delayCard } from '../../src/courier/wording/news/delayCard.ts';
import { digestCard } from '../../src/courier/wording/news/digestCard.ts';
import { noticeCard } from '../../src/courier/wording/news/noticeCard.ts';
import { roomFullCard } from '../../src/courier/wording/news/roomFullCard.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { recordingsOf } from '../../src/schedule/talkLinks.ts';
import { bundled } from '../commands/support/corridor.ts';
import { followedCardsIn } from './followedCards.ts';
import { roomSlug } from './names.ts';
import { peopleCardsIn } from './peopleCards.ts';

const MINUTE_MS = 60_000;

const programme = await bundled();
const { conference } = programme;
/** What Hallway says by itself, and what is no answer to a question; by the names of their goldens. */
export async function ownCardsIn(locale: string): Promise<Readonly<Record<string, Card>>> {
  const [first, second, third] = conference.talks;
  const [day] = conference.days;
  if (!first || !second || !third || !day) throw new Error('The devroom has talks.');
  const messages = messagesFor(locale);
  const now = first.start - 10 * MINUTE_MS;
  const frame: Omit<Frame, 'beside'> = {
    messages,
    programme,
    now,
    starred: new Set(),
    audience: 'everyone',
  };
  const mine: Omit<Frame, 'beside'> = {
    ...frame,
    starred: new Set([first.id, second.id]),
    audience: 'caller',
  };
  const moved = {
    talk: second,
    change: {
      kind: 'moved',
      talk: second.id,
      title: second.title,
      before: {
        start: second.start - 30 * MINUTE_MS,
        end: second.end - 30 * MINUTE_MS,
        room: 'K.1.105',
      },
      after: { start: second.start, end: second.end, room: second.room ?? '' },
      fields: [],
    },
  } as const;
  const canceled = {
    talk: { ...third, status: 'canceled' },
    change: { kind: 'canceled', talk: third.id, title: third.title, fields: [] },
  } as const;

  /** More than a channel is told of one by one: each talk ends later, and others, since gone, were renamed. */
  const flood = conference.talks.flatMap(({ id, title, start, end, room = '' }) => [
    {
      kind: 'moved' as const,
      ...{ talk: id, title, fields: [] },
      before: { start, end: end - 5 * MINUTE_MS, room },
      after: { start, end, room },
    },
    {
      kind: 'edited' as const,
      ...{ talk: `gone-${id}`, title: `${title}, again`, formerTitle: title, fields: ['title'] },
      after: { start, end, room },
    },
  ]);
  const floodView = { kind: 'changes', update: 7, page: 3, channel: 'C024BE91L' } as const;

  const changesPage = await drawToldChanges(
    {
      members: { find: async () => undefined },
      stars: { of: async () => [] },
      follows: { of: async () => [] },
      told: { changes: async () => flood },
    },
    floodView,
    {
      ...mine,
      ...{ programme, member: { platform: 'chat', id: 'ada' } },
      caller: {
        ...{ platform: 'chat', community: 'fosdem', member: 'ada' },
        ...{ locale, isOrganiser: false },
      },
    },
  );

  /** The room of the first is watched at the organisers' address, that of the second where its source says. */
  const streamed: Frame = {
    ...frame,
    programme: {
      ...programme,
      conference: {
        ...conference,
        rooms: conference.rooms.map((room) =>
          room.name === first.room
            ? { ...room, stream: 'https://live.example/decroly?a=1&b=2' }
            : room,
        ),
      },
    },
  };
  const elsewhere = {
    ...second,
    ...{ room: 'K.1.105', start: first.start },
    links: [{ title: 'Live video stream', url: 'https://live.fosdem.org/watch/k1105' }],
  };

  /** As much as one page can have: a star, a clash-free mark, other names and rooms that run late. */
  const changedPage = await drawChanged(
    {
      members: { find: async () => undefined },
      stars: { of: async () => [] },
      follows: { of: async () => [] },
      communities: {
        byHandOf: async () => [],
        delaysOf: async () => [
          { room: roomSlug('ud2-208-decroly'), minutes: 15, since: first.start - 10 * MINUTE_MS },
        ],
      },
      changeLog: {
        since: async () => ({
          knownFrom: first.start - 300 * MINUTE_MS,
          steps: [
            {
              number: 2,
              at: now - 60 * MINUTE_MS,
              changes: flood,
              ids: new Map(),
              renames: [{ kind: 'track' as const, before: 'Docker', after: 'Containers' }],
            },
            { number: 3, at: now, changes: [moved.change], ids: new Map(), renames: [] },
          ],
        }),
      },
      lastRead: () => now,
    },
    { kind: 'changed', since: now - 400 * MINUTE_MS, page: 1 },
    {
      ...mine,
      ...{ programme, member: { platform: 'chat', id: 'ada' } },
      caller: {
        ...{ platform: 'chat', community: 'fosdem', member: 'ada' },
        ...{ locale, isOrganiser: false },
      },
    },
  );

  /** The first is over, and both are, with what comes then. */
  const afterwards: Frame = { ...mine, now: conference.talks.at(-1)?.end ?? 0 };

  /** The room of the second is full since five minutes before the first began, and it is seen a moment later. */
  const crowded: Omit<Frame, 'beside'> = {
    ...mine,
    programme: {
      ...programme,
      conference: {
        ...conference,
        rooms: conference.rooms.map((room) =>
          room.name === second.room
            ? { ...room, crowd: { kind: 'full', saidAt: now + 5 * MINUTE_MS, until: first.end } }
            : room,
        ),
      },
    },
    now: now + 6 * MINUTE_MS,
  };
  const isFull = roomFullCard(
    second,
    slugOf(second.room),
    { ...programme, ...crowded.programme },
    crowded,
  );
  const helpersRoom = await drawRoom(
    {
      communities: {
        delaysOf: async () => [],
        byHandOf: async () => [],
        streamsOf: async () => [],
        roomFeedOf: async () => undefined,
        pageOf: async () => undefined,
      },
    },
    { kind: 'room', room: shortRef(slugOf(second.room)) },
    {
      ...crowded,
      programme: { ...programme, ...crowded.programme },
      member: { platform: 'chat', id: 'hedy' },
      caller: {
        ...{ platform: 'chat', community: 'fosdem', member: 'hedy' },
        ...{ locale, isOrganiser: false, named: 'helper' },
      },
    },
  );
  if (isFull === undefined) throw new Error('The room of the second talk is full.');

  return {
    announcement: announcementCard([first], first.start, frame),
    'announcement-of-several': announcementCard([first, second, third], first.start, frame),
    'announcement-with-streams': announcementCard([first, elsewhere], first.start, streamed),
    'corrected-announcement': correctedCard([first, canceled.talk], first.start, frame),
    'announcement-of-full-room': announcementCard([second], second.start, {
      ...crowded,
      audience: 'everyone',
    }),
    'room-is-full': isFull,
    'room-for-helper': helpersRoom,
    reminder: reminderCard([first], first.start, mine),
    'recording-is-there': recordingCard([first], NO_REASONS, afterwards),
    'recordings-are-there': recordingCard(
      conference.talks.filter((talk) => recordingsOf(talk, afterwards.now).length > 0),
      NO_REASONS,
      afterwards,
    ),
    'how-was-it': feedbackCard([first, second], afterwards),
    'notice-moved': noticeCard([moved], frame),
    'notice-canceled': noticeCard([canceled], frame),
    'notice-of-several': noticeCard([moved, canceled], frame),
    'notice-of-many': noticeCard(noticedOf(flood, programme.timetable, new Map()), frame, {
      ...{ kind: 'changed', since: now, page: 1 },
    }),
    'all-changes': changesPage,
    'what-changed': changedPage,
    'room-runs-late': delayCard(
      {
        room: roomSlug('ud2-208-decroly'),
        name: 'UD2.208 (Decroly)',
        minutes: 15,
        since: first.start,
      },
      conference.talks.filter(({ room }) => room === 'UD2.208 (Decroly)'),
      frame,
    ),
    digest: digestCard(day, conference.talks, frame),
    mytalks: memberListCard(
      memberListOf(undefined, [{ talk: first.id }, { talk: second.id }], programme.timetable),
      1,
      'answer',
      mine,
    ),
    'mytalks-empty': memberListCard(
      memberListOf(undefined, [], programme.timetable),
      1,
      'answer',
      mine,
    ),
    ...followedCardsIn(locale),
    ...(await peopleCardsIn(locale)),
    settings: settingsCard(undefined, { locale }, mine),
    problem: problemCard(messages, messages.errors.noSuchTalk),
  };
}

/** In English. */
export const ownCards = await ownCardsIn('en');

function slugOf(name: string | undefined) {
  const room = conference.rooms.find((one) => one.name === name);
  if (room === undefined) throw new Error(`There is no room ${name}.`);
  return room.slug;
}
