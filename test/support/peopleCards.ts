import type { MemberStores } from '../../src/agenda/memberWork.ts';
import type { Card } from '../../src/cards/cards.ts';
import type { Context } from '../../src/commands/context.ts';
import { answerTalk } from '../../src/commands/talk/talk.ts';
import { createCompose } from '../../src/courier/wording/compose.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import {
  type Addressee,
  type Delivery,
  delivery,
  type Subject,
} from '../../src/outbox/delivery.ts';
import { alertDelivery } from '../../src/outbox/kinds/alert.ts';
import { claimDecidedDelivery, speakerAddressee } from '../../src/outbox/kinds/speaking.ts';
import type { NewClaim } from '../../src/programme/speakerClaims.ts';
import type { Talk } from '../../src/schedule/schedule.ts';
import { bundled } from '../commands/support/corridor.ts';
import { programmeOf } from './programmes.ts';
import { openRehearsalStores } from './rehearsalStores.ts';

const MINUTE_MS = 60_000;
const COMMUNITY = { platform: 'chat', id: 'fosdem' } as const;
const CHANNEL = { kind: 'channel', platform: 'chat', community: 'fosdem' } as const;
const ADA = { platform: 'chat', id: 'ada' } as const;

const programme = await bundled();
const { conference } = programme;

/** Of the same hours, with a title that is too long to stand beside its talks. */
const fringe = programmeOf('fringe', {
  ...conference,
  ...{ title: 'The Fringe of Unconferences & Barns', acronym: 'FUB *2020*' },
  talks: conference.talks.slice(0, 2).map((talk) => ({ ...talk, room: 'Cellar' })),
  rooms: conference.rooms.slice(0, 1).map((room) => ({ ...room, name: 'Cellar' })),
});

/**
 * What speakers and those who decide about them are told, and how talks of two conferences are told
 * apart; by the names of their goldens.
 */
export async function peopleCardsIn(locale: string): Promise<Readonly<Record<string, Card>>> {
  const [talk] = conference.talks;
  const [speaker] = talk?.speakers ?? [];
  if (talk === undefined || speaker === undefined)
    throw new Error('Somebody gives the first talk.');
  return { ...(await told(locale, talk, speaker)), ...(await answers(locale, talk)) };
}

/** By the courier, of the speaker of a talk that eight starred. */
async function told(locale: string, talk: Talk, { id, name }: Talk['speakers'][number]) {
  const now = talk.start - 30 * MINUTE_MS;
  const stores = await openRehearsalStores();
  const speaker = { kind: 'speaker', name, ...(id === undefined ? {} : { id }) } as const;
  const claimOf = (member: string): NewClaim => ({
    ...{ id: `claim-${member}`, community: COMMUNITY, conference: programme.key, speaker },
    ...{ member: { ...ADA, id: member }, leadMinutes: 30 },
  });
  const write = (work: (all: MemberStores) => Promise<unknown>) =>
    stores.memberWork({ now: () => now, sleep: async () => {} }).transaction(work);
  await write(async ({ members, stars, speakerClaims }) => {
    const people = ['ada', 'bo', 'cy', 'di', 'ed', 'flo', 'gus', 'hal'];
    for (const one of people) {
      const ref = { ...ADA, id: one };
      await members.see({ ref, locale, community: COMMUNITY.id, seenAt: now }, one);
      await stars.add(ref, { conference: programme.key, talk: talk.id, community: COMMUNITY }, now);
    }
    for (const one of ['ada', 'bo', 'cy']) await speakerClaims.add(claimOf(one), now);
    await speakerClaims.confirm('claim-ada', now);
  });
  await stores.subscriptions.put({
    target: { ...CHANNEL, channel: 'C024BE91L' },
    ...{ leadMinutes: 10, language: locale, rooms: [], tracks: [], since: 0 },
    kinds: ['announcements', 'notices'],
  });
  const alerts = { ...CHANNEL, channel: 'C024ALERT' };
  const toDecide = ['bo', 'cy'].map((one) => ({
    ...{ community: COMMUNITY, conference: programme.key, episode: now },
    ...{ since: now, seenAt: now, returns: 0 },
    trouble: { kind: 'claim', claim: `claim-${one}`, name } as const,
  }));
  const word = async (one: Delivery, isOneOfSeveral = false, at = now): Promise<Card> => {
    const compose = createCompose({
      ...stores,
      alertChannels: { of: async () => ({ target: alerts, language: locale }) },
      alerts: { told: async () => toDecide },
      programmes: {
        standing: async () => (isOneOfSeveral ? 'oneOfSeveral' : 'only'),
        get: async (key) => [programme, fringe].find((any) => any.key === key),
      },
    });
    const worded = await compose([one], at, false);
    if (worded === undefined) throw new Error(`There are no words for ${one.key}.`);
    return worded.card;
  };
  const span = { dueAt: now, expiresAt: talk.start };
  const toSpeaker = (subject: Subject) =>
    delivery(speakerAddressee({ ...claimOf('ada') }), subject, span, 1);
  const onStage = toSpeaker({ kind: 'onStage', talk: talk.id, start: talk.start });
  const moved = {
    kind: 'moved',
    ...{ talk: talk.id, title: talk.title, fields: [] },
    before: { start: talk.start - 40 * MINUTE_MS, end: talk.end - 40 * MINUTE_MS, room: 'K.1.105' },
    after: { start: talk.start, end: talk.end, room: talk.room ?? '' },
  } as const;
  const toChannel: Addressee = {
    ...{ target: { ...CHANNEL, channel: 'C024BE91L' }, conference: fringe.key, language: locale },
  };
  const announced = { kind: 'announcement', talk: talk.id, start: talk.start } as const;
  const decided = (member: string, isConfirmed: boolean) => {
    const claim = { ...claimOf(member), state: 'open', claimedAt: now } as const;
    return claimDecidedDelivery(claim, isConfirmed, now);
  };
  const toOrganisers = { target: alerts, conference: programme.key, language: locale };
  return {
    'you-are-on': await word(onStage),
    'you-are-on-now': await word(onStage, false, talk.start + MINUTE_MS),
    'your-talk-moved': await word(toSpeaker({ kind: 'ownChange', change: moved })),
    'claim-to-decide': await word(alertDelivery(toOrganisers, { episode: now }, now)),
    'claim-confirmed': await word(decided('ada', true)),
    'claim-refused': await word(decided('bo', false)),
    'announcement-of-fringe': await word(delivery(toChannel, announced, span), true),
    'you-are-on-at-one-of-two': await word(onStage, true),
  };
}

/** To whoever asks in a community that has both, and starred the fringe's. */
async function answers(locale: string, { id, start, title }: Talk) {
  const caller = { platform: 'chat', community: 'fosdem', member: 'ada', locale } as const;
  const context: Context = {
    ...{ messages: messagesFor(locale), programme, now: start - 30 * MINUTE_MS, member: ADA },
    ...{ caller: { ...caller, isOrganiser: false }, audience: 'caller', starred: new Set() },
    beside: [{ programme: fringe, starred: new Set([id]) }],
  };
  return {
    'talks-of-two-conferences': await answerTalk(title, context),
    'talk-of-fringe': await answerTalk(`${title} conf:fub`, context),
  };
}
