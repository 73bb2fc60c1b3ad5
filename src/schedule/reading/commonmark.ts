import type { Element } from 'hast';
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast';
import type { PhrasingContent, RootContent } from 'mdast';

/** Tables and lines through words are GitHub's Markdown: a row becomes a line, its cells parted by bars. */
const row: Handle = (state, element) => {
  const cells = element.children.flatMap((cell) =>
    cell.type === 'element' ? [contentOf(state, cell)] : [],
  );
  const line: PhrasingContent[] = [];
  for (const [first, ...more] of cells) {
    if (first === undefined) continue;
    if (first.type !== 'paragraph' || more.length > 0) return cells.flat();
    if (line.length > 0) line.push({ type: 'text', value: ' | ' });
    line.push(...first.children);
  }
  return line.length === 0 ? [] : { type: 'paragraph', children: line };
};

const content: Handle = (state, element) => contentOf(state, element);
const words: Handle = (state, element) => state.all(element);

function contentOf(state: State, element: Element): RootContent[] {
  return state.toFlow(state.all(element));
}

/** What leads nowhere from a chat keeps its words alone; a picture may hold megabytes in its address. */
const link: Handle = (state, element) =>
  leadsSomewhere(element.properties['href'])
    ? defaultHandlers.a(state, element)
    : state.all(element);
const picture: Handle = (state, element) =>
  leadsSomewhere(element.properties['src'])
    ? defaultHandlers.img(state, element)
    : { type: 'text', value: String(element.properties['alt'] ?? '') };

function leadsSomewhere(address: unknown): boolean {
  return typeof address === 'string' && /^(?:https?:|mailto:)/i.test(address.trim());
}

/** How elements become CommonMark where the library does something else. */
export const COMMONMARK: Readonly<Record<string, Handle>> = {
  table: content,
  caption: content,
  thead: content,
  tbody: content,
  tfoot: content,
  tr: row,
  td: content,
  th: content,
  del: words,
  s: words,
  strike: words,
  a: link,
  img: picture,
};
