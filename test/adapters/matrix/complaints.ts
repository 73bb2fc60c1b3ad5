import { randomBytes } from 'node:crypto';
import { parse } from 'parse5';
import { ACTIONS_KEY } from '../../../adapters/matrix/rendering/card.ts';
import { editOf, messageOf } from '../../../adapters/matrix/sending/content.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { loadSpecification } from '../../servers/matrix/rules/specification.ts';

/** Client-server API, "Size limits"; what a server adds to an edit beside its content is less than this. */
const EVENT_BYTES = 65_536;
const ENVELOPE_BYTES = 2_000;
const LONGEST_ID = 100;

/** Client-server API, "m.room.message msgtypes": what clients show, by tag with its attributes. */
const TAGS: Readonly<Record<string, readonly string[]>> = {
  a: ['href'],
  blockquote: [],
  br: [],
  code: ['class'],
  del: [],
  details: [],
  em: [],
  h1: [],
  h2: [],
  h3: [],
  h4: [],
  h5: [],
  h6: [],
  hr: [],
  li: [],
  ol: ['start'],
  p: [],
  pre: [],
  s: [],
  span: [],
  strong: [],
  summary: [],
  table: [],
  tbody: [],
  td: [],
  th: [],
  thead: [],
  tr: [],
  u: [],
  ul: [],
};
const SHELL = new Set(['html', 'head', 'body']);
const SEND = { method: 'PUT', path: 'client/v3/rooms/{roomId}/send/{eventType}/{txnId}' };

/** What a homeserver, the specification or a client would have against a card, sent and edited. */
export function complaintsAbout(card: Card): readonly string[] {
  const content = messageOf(card);
  const edit = editOf(`$${randomBytes(33).toString('base64url')}`, content);
  const html = String(content['formatted_body']);
  const actions = content[ACTIONS_KEY];
  const text = JSON.stringify(edit);
  return [
    ...(Buffer.byteLength(text) + ENVELOPE_BYTES > EVENT_BYTES ? ['An edit is too large'] : []),
    ...(/\\ud[89a-f][0-9a-f]{2}/i.test(text) ? ['It holds half a letter'] : []),
    ...(Array.isArray(actions) && actions.some((id) => String(id).length > LONGEST_ID)
      ? ['An action id is too long']
      : []),
    ...againstSpecification(content),
    ...againstSpecification(edit),
    ...unknownIn(parse(html)),
  ];
}

function againstSpecification(content: Readonly<Record<string, unknown>>): readonly string[] {
  const parts = { eventType: 'm.room.message' };
  return loadSpecification()?.request(SEND, { body: content, parts }) ?? [];
}

interface Node {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly Node[];
}

/** Tags, attributes and links that no client shows. */
function unknownIn({ nodeName, attrs = [], childNodes = [] }: Node): readonly string[] {
  const isMarkup = /^[a-z]/.test(nodeName) && !SHELL.has(nodeName);
  const known = TAGS[nodeName];
  return [
    ...(isMarkup && known === undefined ? [`<${nodeName}> is shown by no client`] : []),
    ...attrs.flatMap(({ name, value }) => {
      if (known?.includes(name) !== true) return [`${nodeName} has ${name}`];
      return name === 'href' && !/^https?:\/\//.test(value) ? [`A link leads to ${value}`] : [];
    }),
    ...childNodes.flatMap(unknownIn),
  ];
}
