import type { ModalView } from '@slack/types';
import type { Messages } from '../../../src/messages/catalogue.ts';
import { plainText } from '../rendering/controls.ts';
import { LIMITS } from '../rendering/limits.ts';
import { rememberIn, type Surface } from './surface.ts';

export const SHARE = 'share';

/** Asks for a conversation to share into; Slack hands over a response_url for the one chosen. */
export function shareView(press: string, from: Surface, { home }: Messages): ModalView {
  return {
    type: 'modal',
    callback_id: SHARE,
    private_metadata: rememberIn({ press, from }),
    title: plainText(home.shareTitle, LIMITS.viewTitle),
    submit: plainText(home.shareTitle, LIMITS.viewTitle),
    blocks: [
      {
        type: 'input',
        block_id: SHARE,
        label: plainText(home.shareWhere, LIMITS.inputText),
        element: {
          type: 'conversations_select',
          action_id: SHARE,
          response_url_enabled: true,
          default_to_current_conversation: true,
        },
      },
    ],
  };
}
