import type { MemberWork } from '../../agenda/memberWork.ts';
import { snooze } from '../../agenda/snooze.ts';
import type { SnoozeMinutes } from '../../cards/actions/snoozeDeed.ts';
import type { Post } from './recording.ts';

/** As if whoever is reminded pressed the button below that comes again after so many minutes; of what came again, none. */
export async function snoozeOnce(
  { deliveries: [first] }: Post,
  minutes: SnoozeMinutes | undefined,
  memberWork: MemberWork,
): Promise<void> {
  if (minutes === undefined || first?.subject.kind !== 'reminder') return;
  const { start, again } = first.subject;
  if (again !== undefined) return;
  await memberWork.transaction(({ outbox }, at) =>
    snooze(outbox, first, { minutes, start, again: 1 }, at),
  );
}
