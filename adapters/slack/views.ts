import type { ModalView } from '@slack/types';
import type { Card } from '../../src/cards/card.ts';
import type { Form } from '../../src/commands/request.ts';
import { renderCard } from './card.ts';
import { plainText } from './controls.ts';
import { LIMITS } from './limits.ts';

export const FORM = 'form';
export const FORM_FIELD = 'value';

/** A card in a modal, where there is no message to put it into. */
export function cardView(card: Card): ModalView {
  return {
    type: 'modal',
    callback_id: 'card',
    title: plainText(card.title, LIMITS.viewTitle),
    blocks: renderCard(card, 'view'),
  };
}

/** A form as a modal with one field; its action id waits in the private metadata. */
export function formView(form: Form): ModalView {
  return {
    type: 'modal',
    callback_id: FORM,
    private_metadata: form.id,
    title: plainText(form.title, LIMITS.viewTitle),
    submit: plainText(form.title, LIMITS.viewTitle),
    blocks: [
      {
        type: 'input',
        block_id: FORM_FIELD,
        label: plainText(form.label, 2000),
        hint: plainText(form.hint, 2000),
        element: {
          type: 'plain_text_input',
          action_id: FORM_FIELD,
          ...(form.value === '' ? {} : { initial_value: form.value }),
        },
      },
    ],
  };
}
