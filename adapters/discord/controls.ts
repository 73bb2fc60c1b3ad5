import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Button, Menu } from '../../src/cards/card.ts';
import { plain } from './escape.ts';
import { cut, LIMITS } from './limits.ts';

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

export function linkOrAction(button: Button): APIButtonComponent {
  const label = cut(plain(button.label), LIMITS.buttonLabel);
  return button.kind === 'link'
    ? { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url }
    : { type: ComponentType.Button, style: STYLES[button.style], label, custom_id: button.id };
}

/** As many rows as the buttons need; addresses too long for Discord's buttons are left out. */
export function actionRow(buttons: readonly Button[]): Row[] {
  const usable = buttons.filter(
    (button) => button.kind === 'action' || button.url.length <= LIMITS.url,
  );
  const rows = Math.ceil(usable.length / LIMITS.buttonsPerRow);
  return Array.from({ length: rows }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: usable
      .slice(row * LIMITS.buttonsPerRow, (row + 1) * LIMITS.buttonsPerRow)
      .map(linkOrAction),
  }));
}

/** Options are actions: the pressed value is the action id, the menu's own id only has to be one of a kind. */
export function selectMenu(menu: Menu): Row[] {
  const options = menu.options.slice(0, LIMITS.selectOptions).map((option) => ({
    label: cut(plain(option.label), LIMITS.optionLabel),
    value: option.id,
    ...(option.description === undefined
      ? {}
      : { description: cut(plain(option.description), LIMITS.optionDescription) }),
  }));
  if (options.length === 0) return [];
  return [
    {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: `menu:${menu.options[0]?.id ?? ''}`.slice(0, LIMITS.customId),
          placeholder: cut(plain(menu.placeholder), LIMITS.placeholder),
          options,
        },
      ],
    },
  ];
}
