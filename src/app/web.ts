import type { OwnAddresses } from '../agenda/calendar/address.ts';
import type { CalendarFeed } from '../agenda/calendar/calendar.ts';
import { type OwnFeedPorts, ownFeed } from '../agenda/calendar/ownFeed.ts';
import type { Clock } from '../clock.ts';
import type { ConferenceKey } from '../schedule/source.ts';
import { unlessUnreadable } from './own.ts';

export interface WebParts extends Omit<OwnFeedPorts, 'open'> {
  readonly addresses: Pick<OwnAddresses, 'ownerOf'>;
  readonly openKnown: (key: ConferenceKey) => Promise<void>;
  readonly clock: Pick<Clock, 'now'>;
}

/** What is told on the web; undefined where nothing is found. */
export interface WebQuestions {
  /** The list of whoever has that secret. */
  calendar(secret: string): Promise<CalendarFeed | undefined>;
}

export function createWebQuestions(parts: WebParts): WebQuestions {
  const { addresses, clock } = parts;
  const open = (key: ConferenceKey) => parts.openKnown(key).catch(unlessUnreadable);
  return {
    calendar: async (secret) => {
      const owner = await addresses.ownerOf(secret);
      return owner && ownFeed({ ...parts, open }, owner, clock.now());
    },
  };
}
