import type { Break } from '../schedule.ts';
import { inProgrammeOrder } from '../timetable.ts';
import type { TalkDraft } from './draft.ts';
import { present } from './present.ts';
import { endWithin } from './talk.ts';

/** Those of the drafts that are breaks, each once: some sources repeat one in the column of each room. */
export function breaksOfDrafts(drafts: readonly TalkDraft[]): readonly Break[] {
  const once = new Map<string, Break>();
  for (const { title, start, end, room, isBreak } of drafts) {
    if (isBreak !== true || title === undefined) continue;
    const one = { title, start, end: endWithin(start, end), ...present({ room }) };
    once.set(JSON.stringify(one), one);
  }
  return [...once.values()].sort((a, b) =>
    inProgrammeOrder({ ...a, id: a.title }, { ...b, id: b.title }),
  );
}
