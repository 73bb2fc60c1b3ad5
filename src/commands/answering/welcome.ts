import { type Card, quiet } from '../../cards/cards.ts';
import { button } from '../../cards/controls.ts';
import type { Welcomed } from '../../platform/requests.ts';
import type { Context } from '../context.ts';
import { askWords } from '../help.ts';
import { withButtons } from './rows.ts';

/**
 * The answer with a welcome: how to ask, and a button that opens the rest privately, for organisers
 * with the steps to a running conference, which are nobody else's business.
 */
export function withWelcome(card: Card, welcomed: Welcomed, context: Context): Card {
  const { help } = context.messages;
  const openHelp = (label: string) =>
    button(context, { kind: 'open', view: { kind: 'help' } }, label);
  switch (welcomed) {
    case 'community':
      return { ...card, blocks: withButtons(card.blocks, [openHelp(help.organisersStart)]) };
    case 'member': {
      const hello = quiet(help.hello(context.programme.conference.title, askWords(context)));
      const more = openHelp(help.more);
      return {
        ...card,
        blocks: [...card.blocks, hello, { kind: 'buttons', buttons: [more] }],
      };
    }
  }
}
