import type { Card } from '../../cards/cards.ts';
import { problemCard } from '../../cards/problem.ts';
import { readRef } from '../../cards/reference.ts';
import type { View } from '../../cards/view.ts';
import { privately } from '../../platform/replies.ts';
import type { Talk } from '../../schedule/schedule.ts';
import { parseTalkQuery, type TalkQuery } from '../../search/query/talkQuery.ts';
import type { Command } from '../command.ts';
import { drawNext } from '../next.ts';
import { type Scene, setScene } from '../scene.ts';
import { foundTalk, searchCard } from './searchCard.ts';
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
  async run(request, asked) {
    const scene = await setScene(asked, request.caller);
    const { query = '' } = request.args;
    return privately(await answer(query.trim(), scene));
  },
};

async function answer(query: string, scene: Scene): Promise<Card> {
  if (query === '') return drawNext({ kind: 'next', page: 1 }, scene);
  const picked = query.startsWith(PICKED)
    ? scene.programme.talkByRef(readRef(query.slice(PICKED.length)))
    : undefined;
  if (picked !== undefined) return showTalk(picked, false, scene);
  const view = { kind: 'search', query, page: 1 } as const;
  const { result } = search(view, scene);
  const [best] = result.hits;
  if (!result.clear || best === undefined) return drawSearch(view, scene);
  const { talk, match } = foundTalk(best, scene.messages);
  const others = result.total > 1 ? { view, count: result.total } : undefined;
  return showTalk(talk, false, scene, match, others);
}

export async function drawTalk(
  { talk: ref, whole }: Extract<View, { readonly kind: 'talk' }>,
  scene: Scene,
): Promise<Card> {
  const talk = scene.programme.talkByRef(ref);
  if (talk !== undefined) return showTalk(talk, whole, scene);
  return problemCard(scene.messages, scene.messages.errors.noSuchTalk);
}

function showTalk(
  talk: Talk,
  whole: boolean,
  scene: Scene,
  match?: string,
  others?: OtherMatches,
): Card {
  return talkCard(talk, { alongside: alongside(talk, scene), whole, match, others }, scene);
}

type SearchView = Extract<View, { readonly kind: 'search' }>;

export async function drawSearch(view: SearchView, scene: Scene): Promise<Card> {
  const { result, query } = search(view, scene);
  const pages = Math.max(1, Math.ceil(result.total / SHOWN));
  if (view.page > pages) return drawSearch({ ...view, page: pages }, scene);
  const { leftOut } = scene.messages.lists;
  return searchCard(
    {
      view,
      found: result.hits.map((hit) => foundTalk(hit, scene.messages)),
      total: result.total,
      pages,
      isConfident: result.confident,
      searched: result.searched,
      remarks: query.unresolved.map(({ name, value }) => leftOut(name, value)),
    },
    scene,
  );
}

function search({ query: text, page }: SearchView, { programme, now, starred }: Scene) {
  const { conference, index } = programme;
  const query: TalkQuery = parseTalkQuery(text, { conference, now });
  const result = index.search(query, { limit: SHOWN, offset: (page - 1) * SHOWN, starred });
  return { query, result };
}
