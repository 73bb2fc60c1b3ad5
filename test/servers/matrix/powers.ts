import { forbidden } from './api-error.ts';
import { numberOf, objectOf, textsOf } from './json.ts';
import { type Room, stateOf } from './world.ts';

const CREATORS_LEVEL = 100;

/** Of one person in a room; creators of version 12 stand above every number. */
export function levelOf(room: Room, user: string): number {
  const isCreator = creatorsOf(room).includes(user);
  if (areCreatorsAboveAll(room) && isCreator) return Number.POSITIVE_INFINITY;
  const levels = stateOf(room, 'm.room.power_levels');
  if (levels === undefined) return isCreator ? CREATORS_LEVEL : 0;
  return numberOf(objectOf(levels['users'])[user], numberOf(levels['users_default'], 0));
}

export function areCreatorsAboveAll({ version }: Pick<Room, 'version'>): boolean {
  return Number(version) >= 12;
}

export function creatorsOf(room: Room): readonly string[] {
  const created = room.timeline[0]?.event;
  if (created === undefined) return [];
  return [created.sender, ...textsOf(created.content['additional_creators'])];
}

type Deed = 'invite' | 'kick' | 'ban' | 'redact';
const DEEDS: Readonly<Record<Deed, number>> = { invite: 0, kick: 50, ban: 50, redact: 50 };

export function requireDeed(room: Room, user: string, deed: Deed): void {
  const levels = objectOf(stateOf(room, 'm.room.power_levels'));
  const needed = numberOf(levels[deed], DEEDS[deed]);
  if (levelOf(room, user) < needed) throw forbidden(`You don't have permission to ${deed}`);
}

export function requireSend(room: Room, user: string, type: string, isState: boolean): void {
  const levels = objectOf(stateOf(room, 'm.room.power_levels'));
  const usual = isState
    ? numberOf(levels['state_default'], 50)
    : numberOf(levels['events_default'], 0);
  const needed = numberOf(objectOf(levels['events'])[type], usual);
  const level = levelOf(room, user);
  if (level < needed) {
    const words = "You don't have permission to post that to the room.";
    throw forbidden(`${words} user_level (${level}) < send_level (${needed})`);
  }
}
