import { readRef, refOfPart, type ShortRef } from '../../../cards/actions/reference.ts';
import { fold } from '../../../schedule/naming/slug.ts';
import type { Talk } from '../../../schedule/schedule.ts';
import { conferenceRef } from '../../../schedule/source.ts';
import type { Context } from '../../context.ts';
import { find } from '../../talk/find.ts';
import { PICKED } from '../../talk/talk.ts';

export type SoughtTalk =
  | { readonly kind: 'found'; readonly value: Talk }
  | { readonly kind: 'refused'; readonly sentence: string };

const SHOWN = 5;

/** The one that is called so, by the source or by its organisers; an index may yet have to be made. */
function titled(text: string, { programme }: Context): Talk | undefined {
  const { published, conference, timetable } = programme;
  const called = [...conference.talks, ...published.talks].filter(
    ({ title }) => fold(title) === fold(text),
  );
  const [id, ...others] = new Set(called.map((talk) => talk.id));
  return id === undefined || others.length > 0 ? undefined : timetable.talk(id);
}

/** By a reference of this conference's own, or one that says so. */
function picked(ref: ShortRef, { key, talkByRef }: Context['programme']): Talk | undefined {
  const { own, of = conferenceRef(key) } = refOfPart(ref);
  return of === conferenceRef(key) ? talkByRef(own) : undefined;
}

/** The one talk that is meant: picked, by one of its own names, or the one that words clearly find. */
export function seekTalk(typed: string, context: Context): SoughtTalk {
  const { programme, messages } = context;
  const text = typed.trim();
  const named = text.startsWith(PICKED)
    ? picked(readRef(text.slice(PICKED.length)), programme)
    : (programme.conference.talks.find(({ id, code, slug }) => [id, code, slug].includes(text)) ??
      titled(text, context));
  if (named !== undefined) return { kind: 'found', value: named };
  const { result } = find(text, { limit: SHOWN, offset: 0 }, context);
  const [best] = result.hits;
  if (best !== undefined && result.clear) return { kind: 'found', value: best.talk };
  const near = result.confident ? result.hits : [];
  const titles = near.map(({ talk }) => messages.agenda.quoted(talk.title)).join(', ');
  const { noTalk, whichTalk } = messages.byHand;
  return { kind: 'refused', sentence: titles === '' ? noTalk(text) : whichTalk(text, titles) };
}
