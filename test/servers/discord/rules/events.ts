import {
  GuildScheduledEventEntityType as Entity,
  GuildScheduledEventStatus as Status,
} from 'discord-api-types/v10';
import { type Json, lengthOf, objectOf, textOf } from '../json.ts';
import { type Complaint, must, within } from './complaint.ts';

/** What Discord requires of a scheduled event, given whole (an edit is laid over what it edits). */
export function checkEvent(event: Json, edit: Json, now: number): readonly Complaint[] {
  const start = Date.parse(textOf(event['scheduled_start_time']));
  const end = Date.parse(textOf(event['scheduled_end_time']));
  const touchesStart = edit['scheduled_start_time'] != null;
  return [
    ...within(lengthOf(event['name']), [1, 100], ['name']),
    ...within(lengthOf(event['description']), [0, 1_000], ['description']),
    ...must(
      !touchesStart || start > now,
      ['scheduled_start_time'],
      'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      'Cannot schedule event in the past.',
    ),
    ...must(
      Number.isNaN(end) || end > start,
      ['scheduled_end_time'],
      'GUILD_SCHEDULED_EVENT_SCHEDULE_INVALID',
      'Cannot schedule an event that ends before it starts.',
    ),
    ...(event['entity_type'] === Entity.External ? checkExternal(event, end) : checkHosted(event)),
  ];
}

function checkExternal(event: Json, end: number): readonly Complaint[] {
  const location = lengthOf(objectOf(event['entity_metadata'])['location']);
  return [
    ...within(location, [1, 100], ['entity_metadata', 'location']),
    ...must(
      !Number.isNaN(end),
      ['scheduled_end_time'],
      'BASE_TYPE_REQUIRED',
      'This field is required.',
    ),
    ...must(event['channel_id'] == null, ['channel_id'], 'BASE_TYPE_BAD', 'Must be null.'),
  ];
}

function checkHosted(event: Json): readonly Complaint[] {
  return must(event['channel_id'] != null, ['channel_id'], 'BASE_TYPE_REQUIRED', 'Required.');
}

export function checkTransition(from: number, to: unknown): readonly Complaint[] {
  if (to === undefined || to === from) return [];
  const allowed =
    (from === Status.Scheduled && (to === Status.Active || to === Status.Canceled)) ||
    (from === Status.Active && to === Status.Completed);
  return must(allowed, ['status'], 'TRANSITION_INVALID', `From ${from} to ${String(to)}?`);
}
