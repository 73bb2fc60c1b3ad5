import type { Question } from '../asking/question.ts';
import type { Context } from '../context.ts';
import { answersSentence, fits, isFound } from '../talk/answersSentence.ts';
import { find } from '../talk/find.ts';
import { PICKED } from '../talk/talk.ts';

/** Whether talks answer it at all; where they do not, they are but the nearest. */
export function settled(question: Question, context: Context): Question {
  const { doubt, place, venue, ...rest } = question;
  const { outcome, remarks } = rest;
  if (outcome.kind !== 'view' || outcome.view.kind !== 'search') return rest;
  if (outcome.view.query.startsWith(PICKED)) return rest;
  const { result } = find(outcome.view.query, { limit: 1, offset: 0 }, context);
  if (place !== undefined && (place.isCertain || !isFound(result))) {
    return { ...rest, intent: 'unknown', outcome: { kind: 'noRoom', name: place.name } };
  }
  const isMeant = (telling: readonly string[]) =>
    isFound(result) && answersSentence({ isElsewhere: false, telling }, result, context.programme);
  if (venue !== undefined && !isMeant(venue)) {
    return { ...rest, intent: 'unknown', outcome: { kind: 'unknown', why: 'venue' } };
  }
  if (doubt === undefined || answersSentence(doubt, result, context.programme)) {
    return fits(result) ? rest : { ...rest, isNearest: true };
  }
  const said = doubt.isElsewhere ? [{ kind: 'talksAlone' } as const] : [];
  return { ...rest, isNearest: true, remarks: [...remarks, ...said] };
}
