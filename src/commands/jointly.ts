import { refOfPart, type ShortRef } from '../cards/actions/reference.ts';
import { joinProgrammes } from '../programme/joinedProgramme.ts';
import type { Talk } from '../schedule/schedule.ts';
import { conferenceRef } from '../schedule/source.ts';
import { type Context, everywhere } from './context.ts';

/**
 * The context in which all conferences of the community are asked as one: the one that it is in, and
 * those of the others that run or are to come.
 */
export function jointly(context: Context): Context {
  const { programme, starred, beside = [], now } = context;
  const isJoint = beside.some((one) => one.programme.key === programme.key);
  if (isJoint || beside.length === 0) return context;
  const isToCome = ({ programme: { conference } }: (typeof beside)[number]) =>
    conference.talks.some(({ end }) => end > now);
  const here = { programme, starred };
  const toCome = beside.filter(isToCome);
  const others = toCome.length === 0 && !isToCome(here) ? beside : toCome;
  return together(context, others);
}

/** The context in which its conference and those others are one. */
export function together(context: Context, others: NonNullable<Context['beside']>): Context {
  if (others.length === 0) return context;
  const { programme, starred } = context;
  const here = { programme, starred };
  const beside = [
    here,
    ...others.map((one) => ({ programme: one.programme, starred: one.starred })),
  ];
  return { ...context, programme: joinProgrammes(here, others), beside };
}

/** The context of the conference that the talk is of. */
export function contextOfTalk(talk: Talk, context: Context): Context {
  const has = ({ programme }: Pick<Context, 'programme'>) =>
    programme.conference.talks.includes(talk);
  return apart(context).find(has) ?? context;
}

/** Each conference by itself, the one that the context is in first. */
function apart(context: Context): readonly [Context, ...Context[]] {
  const { programme, beside = [] } = context;
  const here = beside.find((one) => one.programme.key === programme.key);
  if (here === undefined) return everywhere(context);
  return everywhere({ ...context, ...here, beside: beside.filter((one) => one !== here) });
}

/** A talk, in the context of its conference. */
export interface Placed {
  readonly talk: Talk;
  readonly context: Context;
}

/** The talk that `ref` names, beside those of the conference that the context is in. */
export function referred(ref: ShortRef, context: Context): Placed | undefined {
  const { own, of } = refOfPart(ref);
  const [here, ...others] = apart(context);
  const named =
    of === undefined
      ? here
      : [here, ...others].find(({ programme }) => conferenceRef(programme.key) === of);
  const talk = named?.programme.talkByRef(own);
  return named === undefined || talk === undefined ? undefined : { talk, context: named };
}
