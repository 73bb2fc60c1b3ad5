import type { Break } from '../schedule.ts';
import { inProgrammeOrder } from '../timetable.ts';
import type { TalkDraft } from './draft.ts';
import { present } from './present.ts';
import { endWithin } from './talk.ts';

/** What organisers call the type of their breaks, where a source has no other mark for them. */
const TYPES: ReadonlySet<string> = new Set([
  'break',
  'breaks',
  'coffee break',
  'lunch break',
  'pause',
  'kaffeepause',
  'mittagspause',
  'pausa',
  'pauze',
]);

/** Whether the source says so, by a mark or by the type. What somebody gives is a talk all the same. */
export function isBreak({ isBreak: isMarked, type, speakers }: TalkDraft): boolean {
  return speakers.length === 0 && (isMarked === true || TYPES.has(type?.toLowerCase() ?? ''));
}

/** The breaks that such drafts are, each once: some sources repeat one in the column of each room. */
export function breaksOfDrafts(drafts: readonly TalkDraft[]): readonly Break[] {
  const once = new Map<string, Break>();
  for (const { title, start, end, room } of drafts) {
    if (title === undefined) continue;
    const one = { title, start, end: endWithin(start, end), ...present({ room }) };
    once.set(JSON.stringify(one), one);
  }
  return [...once.values()].sort((a, b) =>
    inProgrammeOrder({ ...a, id: a.title }, { ...b, id: b.title }),
  );
}
