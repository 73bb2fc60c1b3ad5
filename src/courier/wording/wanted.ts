import type { Member } from '../../agenda/member.ts';
import type { Subject } from '../../outbox/delivery.ts';

/** What a member is sent at full volume alone, and what unless they are silent; the rest at any. */
const VOLUMES: Readonly<Partial<Record<Subject['kind'], 'full' | 'quiet'>>> = {
  ...{ reminder: 'full', followNews: 'full', followDigest: 'full', digest: 'full' },
  ...{ feedback: 'full', notice: 'quiet', changes: 'quiet', renamed: 'quiet', recording: 'quiet' },
  roomFull: 'quiet',
};

/** What is a speaker's own is sent at any volume but none, and of that their card warns. */
const UNLESS_SILENT: readonly Subject['kind'][] = [
  ...(['claimDecided', 'onStage', 'ownChange', 'ownRecording'] as const),
];

/** Whether a member who has turned the volume down since is still to be sent it; channels are. */
export function isWanted(kind: Subject['kind'], member: Member | undefined): boolean {
  const volume = member?.volume ?? 'full';
  if (UNLESS_SILENT.includes(kind)) return volume !== 'silent';
  const least = VOLUMES[kind];
  return least === undefined || volume === 'full' || volume === least;
}
