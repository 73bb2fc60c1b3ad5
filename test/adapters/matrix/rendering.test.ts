import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS_KEY, renderCard } from '../../../adapters/matrix/rendering/card.ts';
import { escaped } from '../../../adapters/matrix/rendering/html.ts';
import { CARD_BYTES } from '../../../adapters/matrix/rendering/limits.ts';
import {
  actionFor,
  offeredFor,
  reactionOf,
  undoOf,
} from '../../../adapters/matrix/rendering/reactions.ts';
import { editOf, messageOf, transactionOf } from '../../../adapters/matrix/sending/content.ts';
import { encodeAction } from '../../../src/cards/actions/action.ts';
import { type Card, paragraph } from '../../../src/cards/cards.ts';
import { anyCard } from '../../support/anyCard.ts';
import { keyOf, refOf } from '../../support/names.ts';
import { runs } from '../../support/thorough.ts';

/** Of a whole event, the server's own fields included (client-server API, "Size limits"). */
const LARGEST_EVENT = 65_536;
/** What a server adds: ids, hashes, signatures. */
const ENVELOPE = 2_000;
/** Elements of Matrix's subset that cards use; nothing else may come out. */
const KNOWN =
  /<\/?(?:h4|h5|p|br|hr|strong|em|del|code|details|summary|a)(?: href="https?:\/\/[^"<>\s]*")?>/gu;

const card = (title: string, ...blocks: Card['blocks']): Card => ({
  kind: 'talk',
  title,
  summary: title,
  blocks,
});

describe('a card on Matrix', () => {
  it('fits into an event, and into the edit of one, whatever it holds', () => {
    fc.assert(
      fc.property(anyCard(['<script>', '&amp;', '"', '<img src=x onerror=1>']), (any) => {
        const content = messageOf(any);
        const edit = editOf(`$${'e'.repeat(60)}`, content);
        expect(Buffer.byteLength(JSON.stringify(renderCard(any)))).toBeLessThanOrEqual(CARD_BYTES);
        expect(Buffer.byteLength(JSON.stringify(edit))).toBeLessThan(LARGEST_EVENT - ENVELOPE);
      }),
      { numRuns: runs(100) },
    );
  });

  it('has no element of others, no half letter, and none that rings, whatever it holds', () => {
    fc.assert(
      fc.property(
        anyCard(['<script>alert(1)</script>', '@room', '<a href="javascript:1">']),
        (any) => {
          const { formatted_body: html, body } = renderCard(any);
          expect(html.replaceAll(KNOWN, '')).not.toMatch(/[<>]/u);
          expect([html.isWellFormed(), body.isWellFormed()]).toEqual([true, true]);
          expect(messageOf(any)['m.mentions']).toEqual({});
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('cuts an abstract that is too long, and keeps its choices', () => {
    const button = { kind: 'action', id: 'one', label: 'One', style: 'secondary' } as const;
    const source = 'A sentence of an abstract. '.repeat(1_000);
    const { body, [ACTIONS_KEY]: actions } = renderCard(
      card('Talk', { kind: 'markdown', source }, { kind: 'buttons', buttons: [button] }),
    );
    expect(body).toContain('A sentence of an abstract.');
    expect(body).toContain('…');
    expect(actions).toEqual(['one']);
  });

  it('escapes what others wrote', () => {
    expect(escaped(`<b onclick="x">'&`)).toBe('&lt;b onclick=&quot;x&quot;&gt;&#39;&amp;');
  });

  it('says the same choices in both texts, in one order', () => {
    const buttons = ['one', 'two'].map(
      (id) => ({ kind: 'action', id, label: id.toUpperCase(), style: 'secondary' }) as const,
    );
    const rendered = renderCard(card('Talk', paragraph('Words'), { kind: 'buttons', buttons }));

    expect(rendered[ACTIONS_KEY]).toEqual(['one', 'two']);
    expect(rendered.body).toContain('!1 ONE   !2 TWO');
    expect(rendered.formatted_body).toContain('<code>1</code> ONE · <code>2</code> TWO');
  });

  it('links to a room by its id, and shows nobody as a pill', () => {
    const { formatted_body: html, body } = renderCard(
      card(
        'Where',
        paragraph({ kind: 'channel', id: '!a:mx.test' }, ' ', {
          kind: 'member',
          id: '@ada:mx.test',
        }),
      ),
    );
    expect(html).toContain(
      '<a href="https://matrix.to/#/!a%3Amx.test">!a:mx.test</a> @ada:mx.test',
    );
    expect(body).toContain('!a:mx.test');
    expect(body).not.toContain('#!a');
  });
});

describe('a reaction', () => {
  const conference = keyOf('fosdem20');
  const star = (talk: string) =>
    encodeAction({ conference, deed: { kind: 'star', talk: refOf(talk) } });
  const view = { kind: 'search', query: 'q', page: 2 } as const;
  const next = encodeAction({ conference, deed: { kind: 'open', view } });

  it('is the same with and without the sign that a picture is meant', () => {
    expect([reactionOf('⭐️'), reactionOf('⭐'), reactionOf('▶️'), reactionOf('👍')]).toEqual([
      '⭐',
      '⭐',
      '▶',
      undefined,
    ]);
  });

  it('stars the one talk that a card is about, and none of several', () => {
    expect(actionFor('⭐', [next, star('7')])).toBe(star('7'));
    expect(actionFor('⭐', [star('7'), star('8')])).toBeUndefined();
  });

  it('turns to the next page, and to no page before', () => {
    expect(actionFor('▶', [star('7'), next])).toBe(next);
    const first = encodeAction({ conference, deed: { kind: 'open', view: { ...view, page: 1 } } });
    expect(actionFor('▶', [first])).toBeUndefined();
  });

  it('asks for the calendar of the list, or of the talk', () => {
    const list = encodeAction({ conference, deed: { kind: 'exportCalendar' } });
    const talk = encodeAction({ conference, deed: { kind: 'exportCalendar', talk: refOf('7') } });
    expect([actionFor('📅', [star('7'), list]), actionFor('📅', [star('7')])]).toEqual([
      list,
      talk,
    ]);
  });

  it('is offered where it does something, and nothing that is done already', () => {
    const unstar = encodeAction({ conference, deed: { kind: 'unstar', talk: refOf('7') } });
    expect(offeredFor([star('7'), next])).toEqual(['⭐', '▶']);
    expect(offeredFor([unstar])).toEqual([]);
    const talk = refOf('7');
    const below = (['exportCalendar', 'askLead'] as const).map((kind) =>
      encodeAction({ conference, deed: { kind, talk } }),
    );
    expect(offeredFor([star('7'), ...below])).toEqual(['⭐', '📅', '🔔']);
    expect(offeredFor([unstar, ...below])).toEqual(['📅']);
    expect(offeredFor(['nobody:wrote:this'])).toEqual([]);
  });

  it('is taken back by what it set', () => {
    expect(undoOf(star('7'))).toBe(
      encodeAction({ conference, deed: { kind: 'unstar', talk: refOf('7') } }),
    );
    expect(undoOf(next)).toBeUndefined();
  });
});

describe('a transaction', () => {
  it('is one for each purpose, and the same for each try', () => {
    const [send, again, offer] = [
      transactionOf('send', 'k'),
      transactionOf('send', 'k'),
      transactionOf('offer', 'k'),
    ];
    expect(send).toBe(again);
    expect(send).not.toBe(offer);
  });
});
