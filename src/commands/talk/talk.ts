import { readRef } from '../../cards/actions/reference.ts';
import type { Card } from '../../cards/cards.ts';
import { problemCard } from '../../cards/problem.ts';
import type { View } from '../../cards/view.ts';
import type { CommandSpec } from '../../platform/commandSpec.ts';
import { answered } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { contextOfTalk, jointly, type Placed, referred } from '../jointly.ts';
import { drawNext } from '../next.ts';
import { type Found, find } from './find.ts';
import { foundTalk, meantWords, searchCard } from './searchCard.ts';
import { alongside } from './slot.ts';
import { type OtherMatches, talkCard } from './talkCard.ts';

const SHOWN = 5;

/** Talks picked from type-ahead arrive by reference. */
export const PICKED = '#';

export const talkSpec: CommandSpec = {
  name: 'talk',
  access: 'everyone',
  options: [{ name: 'query', kind: 'talk', required: false, rest: true }],
  subcommands: [],
};

/** Takes a question of any kind; without words, what is next. */
export function createTalkCommand(
  answer: (text: string, context: Context) => Promise<CardReply>,
): Command {
  return {
    spec: talkSpec,
    shows: 'programme',
    async run(request, readContext) {
      const context = await readContext();
      const { query = '' } = request.args;
      const text = query.trim();
      if (text !== '') return answer(text, context);
      return answered(await answerTalk(text, context), context);
    },
  };
}

/** One talk that clearly fits, a ranked list, or without words what is next. */
export async function answerTalk(query: string, context: Context): Promise<Card> {
  if (query === '') return drawNext({ kind: 'next', page: 1 }, context);
  const picked = query.startsWith(PICKED)
    ? referred(readRef(query.slice(PICKED.length)), context)
    : undefined;
  if (picked !== undefined) return showTalk(picked, false);
  const view = { kind: 'search', query, page: 1 } as const;
  const joint = jointly(context);
  const { result } = search(view, joint);
  const [best] = result.hits;
  if (!result.clear || best === undefined) return drawSearch(view, context);
  const { talk, match } = foundTalk(best, context.messages);
  const others = result.total > 1 ? { view, count: result.total, frame: joint } : undefined;
  const [meant = match] = meantWords(result, context.messages);
  return showTalk({ talk, context: contextOfTalk(talk, joint) }, false, meant, others);
}

export async function drawTalk(
  { talk: ref, whole }: Extract<View, { readonly kind: 'talk' }>,
  context: Context,
): Promise<Card> {
  const placed = referred(ref, context);
  if (placed !== undefined) return showTalk(placed, whole);
  return problemCard(context.messages, context.messages.errors.noSuchTalk);
}

function showTalk(
  { talk, context }: Placed,
  whole: boolean,
  match?: string,
  others?: OtherMatches,
): Card {
  const beside = alongside(talk, jointly(context));
  return talkCard(talk, { alongside: beside, whole, match, others }, context);
}

type SearchView = Extract<View, { readonly kind: 'search' }>;

export async function drawSearch(view: SearchView, context: Context): Promise<Card> {
  return drawFound(view, false, jointly(context));
}

/** What comes nearest to a question that no talk answers. */
export async function drawNearest(view: SearchView, context: Context): Promise<Card> {
  return drawFound(view, true, jointly(context));
}

async function drawFound(view: SearchView, isNearest: boolean, context: Context): Promise<Card> {
  const { result, query, isAllOver } = search(view, context);
  const pages = Math.max(1, Math.ceil(result.total / SHOWN));
  if (view.page > pages) return drawFound({ ...view, page: pages }, isNearest, context);
  const { asking, lists } = context.messages;
  const { leftOut } = lists;
  return searchCard(
    {
      view,
      query,
      found: result.hits.map((hit) => foundTalk(hit, context.messages)),
      total: result.total,
      pages,
      isConfident: result.confident && !isNearest,
      searched: result.searched,
      remarks: [
        ...query.unresolved.map(({ name, value }) => leftOut(name, value)),
        ...meantWords(result, context.messages),
        ...(isAllOver ? [asking.allOver(result.total)] : []),
        ...(query.filters.starred === true && hasNoStars(context) ? [asking.noStars] : []),
      ],
    },
    context,
  );
}

function hasNoStars({ starred, beside = [] }: Context): boolean {
  return [{ starred }, ...beside].every((one) => one.starred.size === 0);
}

function search({ query, page }: SearchView, context: Context): Found {
  return find(query, { limit: SHOWN, offset: (page - 1) * SHOWN }, context);
}
