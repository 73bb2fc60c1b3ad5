import { performSay, say } from '../../src/commands/conference/say/say.ts';
import type { Context } from '../../src/commands/context.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { UNLIMITED } from '../../src/platform/platform.ts';
import type { ConferenceKey } from '../../src/schedule/source.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';
import { programmeOf } from '../support/programmes.ts';
import { at, type Stores } from './around.ts';
import { PLATFORMS } from './wire.ts';

/** One on each platform, in which Olga organises: what is done, is done in all of them. */
export const COMMUNITIES = PLATFORMS.map((platform) => ({ platform, id: 'us' }));

/** `id` names it on every platform. */
export async function sayTo(stores: Stores, text: string, id: string, now: number): Promise<void> {
  for (const community of COMMUNITIES) {
    const ports = sayPorts(stores, `${id}${community.platform}`);
    const context = organising(community, now);
    await say(ports, community, { text }, context);
    await performSay(
      ports,
      community,
      { ...deedOf(id, community), edition: 2, act: 'send' },
      context,
      PRESS,
    );
  }
}

export async function takeBack(stores: Stores, id: string, now: number): Promise<void> {
  for (const community of COMMUNITIES) {
    const ports = sayPorts(stores, id);
    const context = organising(community, now);
    await performSay(
      ports,
      community,
      { ...deedOf(id, community), edition: 3, act: 'remove' },
      context,
      PRESS,
    );
  }
}

const deedOf = (id: string, { platform }: (typeof COMMUNITIES)[number]) =>
  ({ kind: 'say', say: `${id}${platform}` }) as const;
const PRESS = { kind: 'press', id: '' } as unknown as Parameters<typeof performSay>[4];

function sayPorts({ organiserWork, subscriptions, speakerClaims }: Stores, id: string) {
  return {
    ...{ organiserWork, subscriptions, speakerClaims, random: { id: () => id } },
    channelsOf: () => ({
      inspect: async () => ({ kind: 'writable', name: '' }) as const,
      ungranted: async () => [],
      measuredSpacing: async () => 0,
      measuredLimit: async () => UNLIMITED,
    }),
  };
}

export function organising({ platform, id }: (typeof COMMUNITIES)[number], now: number): Context {
  const caller = { platform, community: id, member: 'olga', locale: 'en', isOrganiser: true };
  return {
    ...{ caller, member: { platform, id: 'olga' }, now, messages: messagesFor('en') },
    programme: PROGRAMME,
    ...{ starred: new Set(), audience: 'caller' },
  };
}

const PROGRAMME = {
  ...programmeOf('crash', conferenceOf([talkAt('1', at('08:40:00'))])),
  key: keyOf('crash') as ConferenceKey,
};
