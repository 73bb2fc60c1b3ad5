import type { Instant } from '../../clock.ts';
import type { Placing, ToldChange } from '../../outbox/delivery.ts';
import { type Change, type TalkField, talkOf } from '../../schedule/comparing/changes.ts';
import type { Talk } from '../../schedule/schedule.ts';

/** Edits worth a message; a mended typo in an abstract is not. */
const TOLD_FIELDS: ReadonlySet<TalkField> = new Set(['title', 'speakers', 'end']);

/** The change in as few words as it can be told by later; undefined when it is not worth telling. */
export function toldChange(change: Change): ToldChange | undefined {
  const { id, title } = talkOf(change);
  switch (change.kind) {
    case 'new':
      return { kind: 'new', talk: id, title, after: placing(change.after), fields: [] };
    case 'canceled':
      return { kind: 'canceled', talk: id, title, before: placing(change.before), fields: [] };
    case 'reinstated':
    case 'moved':
    case 'edited': {
      const { kind, before, after } = change;
      const fields = change.fields.filter((field) => TOLD_FIELDS.has(field));
      if (kind === 'edited' && fields.length === 0) return undefined;
      const former = before.title === title ? {} : { formerTitle: before.title };
      const places = { before: placing(before), after: placing(after) };
      const who = fields.includes('speakers') ? { speakers: bothSpeakers(before, after) } : {};
      return { kind, talk: id, title, ...former, ...places, fields, ...who };
    }
  }
}

/** When news of it is of no use any more: the end of the talk, wherever it ends later. */
export function newsExpireAt({ before, after }: ToldChange): Instant {
  return Math.max(before?.end ?? 0, after?.end ?? 0);
}

/** The talk as it was, or as it began. */
export function formerTalk(change: Change): Talk {
  return change.kind === 'new' ? change.after : change.before;
}

/** Whether the talk takes place at a start that was not known before. */
export function hasNewStart(change: Change): boolean {
  switch (change.kind) {
    case 'new':
    case 'reinstated':
      return true;
    case 'canceled':
      return false;
    case 'moved':
    case 'edited':
      return change.before.start !== change.after.start;
  }
}

function bothSpeakers(before: Talk, after: Talk): NonNullable<ToldChange['speakers']> {
  const names = ({ speakers }: Talk) => speakers.map(({ name }) => name);
  return { before: names(before), after: names(after) };
}

function placing({ start, end, room }: Talk): Placing {
  return { start, end, ...(room === undefined ? {} : { room }) };
}
