import {
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  type RESTPostAPIGuildScheduledEventJSONBody,
} from 'discord-api-types/v10';
import { shortRef } from '../../../src/cards/actions/reference.ts';
import { excerpt } from '../../../src/cards/markup/excerpt.ts';
import { plainMarkdown } from '../../../src/cards/plainInline.ts';
import { isoOf, MINUTE_MS } from '../../../src/clock.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import { cut, plain } from '../../../src/platform/text.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';
import { conferenceRef } from '../../../src/schedule/source.ts';
import { LIMITS } from '../rendering/limits.ts';
import { type Scope, writeMark } from './mark.ts';

export type EventBody = RESTPostAPIGuildScheduledEventJSONBody & {
  readonly description: string;
  readonly scheduled_end_time: string;
  readonly entity_metadata: { readonly location: string };
};

const ABSTRACT = 600;
const SPEAKERS = 200;
const SHORTEST_MS = MINUTE_MS;

/** A talk as an event of a server, whose last line tells which talk it is. */
export function eventOf(
  talk: Talk,
  { key, conference }: Pick<Programme, 'key' | 'conference'>,
  scope: Scope,
  messages: Messages,
): EventBody {
  const mark = writeMark({ conference: conferenceRef(key), talk: shortRef(talk.id), scope });
  const abstract = excerpt(talk.abstract, ABSTRACT);
  const lines = [
    cut(talk.speakers.map(({ name }) => name).join(', '), SPEAKERS),
    plainMarkdown(abstract.source) + (abstract.isCut ? ' …' : ''),
    talk.url ?? '',
    messages.events.kept(cut(conference.title, 100)),
  ];
  const text = plain(lines.filter((line) => line !== '').join('\n\n'));
  return {
    name: cut(plain(talk.title).trim(), LIMITS.eventName) || '…',
    description: `${cut(text, LIMITS.eventDescription - mark.length - 1)}\n${mark}`,
    scheduled_start_time: isoOf(talk.start),
    scheduled_end_time: isoOf(Math.max(talk.end, talk.start + SHORTEST_MS)),
    privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
    entity_type: GuildScheduledEventEntityType.External,
    entity_metadata: {
      location: cut(plain(talk.room ?? conference.title).trim(), LIMITS.eventLocation) || '…',
    },
  };
}
