import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { Form } from '../../../src/platform/requests.ts';
import { cut, plain } from '../../../src/platform/text.ts';
import { LIMITS } from '../rendering/limits.ts';

export const FORM_FIELD = 'value';

/** A form as a modal with one labelled field. */
export function modalOf(form: Form): APIModalInteractionResponseCallbackData {
  return {
    custom_id: form.id,
    title: cut(plain(form.title), LIMITS.modalTitle),
    components: [
      {
        type: ComponentType.Label,
        label: cut(plain(form.label), LIMITS.label),
        description: cut(plain(form.hint), LIMITS.labelDescription),
        component: {
          type: ComponentType.TextInput,
          custom_id: FORM_FIELD,
          style: form.long === undefined ? TextInputStyle.Short : TextInputStyle.Paragraph,
          ...(form.long === undefined ? {} : { max_length: form.long }),
          required: true,
          ...(form.value === '' ? {} : { value: cut(form.value, LIMITS.modalInput) }),
        },
      },
    ],
  };
}
