import type { Card } from '../../cards/cards.ts';
import { problemCard } from '../../cards/problem.ts';
import { readRef } from '../../cards/reference.ts';
import type { View } from '../../cards/view.ts';
import { privately } from '../../platform/replies.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { parseTalkQuery, type TalkQuery } from '../../search/query/talkQuery.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { drawNext } from '../next.ts';
import { foundTalk, meantWords, searchCard } from './searchCard.ts';
import { alongside } from './slot.ts';
import { type OtherMatches, talkCard } from './talkCard.ts';

const SHOWN = 5;

/** Talks picked from type-ahead arrive by reference. */
export const PICKED = '#';

/** One talk as a card when one clearly fits, else a ranked list; without words, what is next. */
export const talkCommand: Command = {
  spec: {
    name: 'talk',
    access: 'everyone',
    options: [{ name: 'query', kind: 'talk', required: false, rest: true }],
    subcommands: [],
  },
  async run(request, readContext) {
    const context = await readContext();
    const { query = '' } = request.args;
    return privately(await answerTalk(query.trim(), context));
  },
};

/** One talk that clearly fits, a ranked list, or without words what is next. */
export async function answerTalk(query: string, context: Context): Promise<Card> {
  if (query === '') return drawNext({ kind: 'next', page: 1 }, context);
  const picked = query.startsWith(PICKED)
    ? context.programme.talkByRef(readRef(query.slice(PICKED.length)))
    : undefined;
  if (picked !== undefined) return showTalk(picked, false, context);
  const view = { kind: 'search', query, page: 1 } as const;
  const { result } = search(view, context);
  const [best] = result.hits;
  if (!result.clear || best === undefined) return drawSearch(view, context);
  const { talk, match } = foundTalk(best, context.messages);
  const others = result.total > 1 ? { view, count: result.total } : undefined;
  const [meant = match] = meantWords(result, context.messages);
  return showTalk(talk, false, context, meant, others);
}

export async function drawTalk(
  { talk: ref, whole }: Extract<View, { readonly kind: 'talk' }>,
  context: Context,
): Promise<Card> {
  const talk = context.programme.talkByRef(ref);
  if (talk !== undefined) return showTalk(talk, whole, context);
  return problemCard(context.messages, context.messages.errors.noSuchTalk);
}

function showTalk(
  talk: Talk,
  whole: boolean,
  context: Context,
  match?: string,
  others?: OtherMatches,
): Card {
  return talkCard(talk, { alongside: alongside(talk, context), whole, match, others }, context);
}

type SearchView = Extract<View, { readonly kind: 'search' }>;

export async function drawSearch(view: SearchView, context: Context): Promise<Card> {
  const { result, query } = search(view, context);
  const pages = Math.max(1, Math.ceil(result.total / SHOWN));
  if (view.page > pages) return drawSearch({ ...view, page: pages }, context);
  const { leftOut } = context.messages.lists;
  return searchCard(
    {
      view,
      found: result.hits.map((hit) => foundTalk(hit, context.messages)),
      total: result.total,
      pages,
      isConfident: result.confident,
      searched: result.searched,
      remarks: [
        ...query.unresolved.map(({ name, value }) => leftOut(name, value)),
        ...meantWords(result, context.messages),
      ],
    },
    context,
  );
}

function search({ query: text, page }: SearchView, { programme, now, starred, messages }: Context) {
  const { conference, index } = programme;
  const query: TalkQuery = parseTalkQuery(text, {
    conference,
    now,
    localNames: messages.names.filters,
  });
  const result = index.search(query, { limit: SHOWN, offset: (page - 1) * SHOWN, starred });
  return { query, result };
}
