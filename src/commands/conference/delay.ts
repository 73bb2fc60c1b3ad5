import { bySlugRef } from '../../cards/reference.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply, CommandRequest } from '../../platform/requests.ts';
import type { CommunityRef } from '../../platform/target.ts';
import { seekRoom } from '../places.ts';
import type { Scene } from '../scene.ts';
import { organiserConfirmation } from './confirmation.ts';
import type { OrganiserPorts } from './ports.ts';

/** `delay`: a room runs late for the rest of the day, or is on time again. */
export async function delay(
  { delays }: OrganiserPorts,
  community: CommunityRef,
  { room: text = '', minutes: typed = '' }: CommandRequest['args'],
  scene: Scene,
): Promise<CardReply> {
  const { messages, programme } = scene;
  const sought = seekRoom(text, scene);
  if (sought.kind === 'refused') return refused(messages, sought.sentence);
  const room = bySlugRef(programme.conference.rooms, sought.value ?? '');
  if (room === undefined) return refused(messages, messages.errors.noSuchRoom(text));
  const minutes = Number(typed);
  const held = await delays.set(community, programme, { room: room.slug, minutes });
  const sentence = messages.organiser.delayed(room.name, minutes, held);
  return privately(organiserConfirmation(sentence, scene));
}
