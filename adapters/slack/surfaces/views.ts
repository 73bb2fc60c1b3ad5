import type { ActionsBlock, KnownBlock, ModalView } from '@slack/types';
import type { Card } from '../../../src/cards/cards.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import type { Form } from '../../../src/platform/requests.ts';
import { renderCard, VIEW } from '../rendering/card.ts';
import { plainText } from '../rendering/controls.ts';
import { LIMITS } from '../rendering/limits.ts';
import { FINDER, rememberIn, type Surface } from './surface.ts';
import { suggestId } from './typeAhead.ts';

export const CARD = 'card';
export const FORM = 'form';
export const FORM_FIELD = 'value';

/** A card in a modal, where there is no message to put it into. */
export function cardView(card: Card, from: Surface): ModalView {
  return {
    type: 'modal',
    callback_id: CARD,
    private_metadata: rememberIn({ from }),
    title: plainText(card.title, LIMITS.viewTitle),
    blocks: renderCard(card, VIEW),
  };
}

/** Type-ahead for talks, above a card: what is next, or the talk that was picked. */
export function finderView(card: Card | undefined, from: Surface, { home }: Messages): ModalView {
  return {
    type: 'modal',
    callback_id: FINDER,
    private_metadata: rememberIn({ from }),
    title: plainText(home.findTitle, LIMITS.viewTitle),
    blocks: [
      finder(home.findPlaceholder),
      ...(card === undefined ? [] : renderCard(card, { ...VIEW, blocks: VIEW.blocks - 1 })),
    ],
  };
}

export function finder(placeholder: string): ActionsBlock {
  return {
    type: 'actions',
    block_id: FINDER,
    elements: [
      {
        type: 'external_select',
        action_id: suggestId({ command: 'talk', option: 'query' }),
        placeholder: plainText(placeholder, LIMITS.placeholder),
        min_query_length: 0,
      },
    ],
  };
}

/** A form as a modal with one field. */
export function formView(form: Form, from: Surface): ModalView {
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: rememberIn({ press: form.id, from }),
    title: plainText(form.title, LIMITS.viewTitle),
    submit: plainText(form.title, LIMITS.viewTitle),
    blocks: [field(form)],
  };
}

function field({ label, hint, value, long }: Form): KnownBlock {
  return {
    type: 'input',
    block_id: FORM_FIELD,
    label: plainText(label, LIMITS.inputText),
    hint: plainText(hint, LIMITS.inputText),
    element: {
      type: 'plain_text_input',
      action_id: FORM_FIELD,
      ...(long === undefined ? {} : { multiline: true, max_length: long }),
      ...(value === '' ? {} : { initial_value: value }),
    },
  };
}
