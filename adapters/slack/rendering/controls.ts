import type { ActionsBlock, Overflow, PlainTextElement, Button as SlackButton } from '@slack/types';
import type { Button, Buttons, Menu, MenuOption } from '../../../src/cards/cards.ts';
import { cut, plain, webAddress } from '../../../src/platform/text.ts';
import { LIMITS } from './limits.ts';

const STYLES = {
  primary: { style: 'primary' },
  secondary: {},
  danger: { style: 'danger' },
} as const;

export function plainText(text: string, limit: number): PlainTextElement {
  return { type: 'plain_text', text: cut(plain(text).trim() || '–', limit), emoji: false };
}

/** What the ids of links begin with, which Slack follows by itself. */
export const LINK = 'link:';

/** What the ids of buttons begin with that give a command: `line:/mytalks digest on`. */
export const LINE = 'line:';

/** The action id behind an `action_id` that {@link uniqueIds} may have numbered. */
export function pressedId(actionId: string): string {
  return actionId.replace(/#\d+$/u, '');
}

/** Action ids hold all state and serve as `action_id`; links need one of their own, never acted on. */
export function button(button: Button): SlackButton {
  const text = plainText(button.label, LIMITS.buttonText);
  return button.kind === 'link'
    ? {
        type: 'button',
        text,
        url: webAddress(button.url, LIMITS.url) ?? '',
        action_id: `${LINK}${button.url}`.slice(0, LIMITS.actionId),
      }
    : {
        type: 'button',
        text,
        action_id: button.id,
        ...STYLES[button.style],
        ...(button.spoken === undefined
          ? {}
          : { accessibility_label: plainText(button.spoken, LIMITS.accessibilityLabel).text }),
      };
}

/** A list's rows are one set of buttons, and none of them stands out from the others. */
export function rowButton(each: Button): SlackButton {
  return button(isPrimary(each) ? { ...each, style: 'secondary' } : each);
}

/** Slack asks for at most one primary button in a set: the first one stays it. */
function withOnePrimary(buttons: readonly Button[]): readonly Button[] {
  const first = buttons.find(isPrimary);
  return buttons.map((each) =>
    isPrimary(each) && each !== first ? { ...each, style: 'secondary' } : each,
  );
}

function isPrimary(button: Button): button is Extract<Button, { readonly kind: 'action' }> {
  return button.kind === 'action' && button.style === 'primary';
}

/** Left out: links that are no web addresses, and what is more than 25 elements. */
export function actions({ buttons, more = [] }: Omit<Buttons, 'kind'>): ActionsBlock[] {
  const usable = buttons.filter(
    (each) => each.kind === 'action' || webAddress(each.url, LIMITS.url),
  );
  const menu = moreMenu(more);
  const most = LIMITS.actionsElements - menu.length;
  const elements = [...withOnePrimary(usable.slice(0, most)).map(button), ...menu];
  return elements.length === 0 ? [] : [{ type: 'actions', elements }];
}

const MENU = 'menu';
const MORE = 'more';

/** The “⋯” beside a talk, or a button where there is only one thing to choose. */
export function moreMenu(options: readonly MenuOption[]): readonly (Overflow | SlackButton)[] {
  const [first, ...others] = options.slice(0, LIMITS.overflowOptions);
  if (first === undefined) return [];
  return others.length === 0
    ? [button({ kind: 'action', id: first.id, label: first.label, style: 'secondary' })]
    : [{ type: 'overflow', action_id: MORE, options: [first, ...others].map(option) }];
}

/** The chosen option's value is the action id. */
function option({ label, id }: MenuOption) {
  return { text: plainText(label, LIMITS.optionText), value: id };
}

export function selectMenu(menu: Menu): ActionsBlock[] {
  const shown = menu.options.slice(0, LIMITS.options);
  const options = shown.map(option);
  const chosen = shown.find(({ isChosen }) => isChosen);
  if (options.length === 0) return [];
  return [
    {
      type: 'actions',
      elements: [
        {
          type: 'static_select',
          action_id: MENU,
          placeholder: plainText(menu.placeholder, LIMITS.placeholder),
          options,
          ...(chosen === undefined ? {} : { initial_option: option(chosen) }),
        },
      ],
    },
  ];
}
