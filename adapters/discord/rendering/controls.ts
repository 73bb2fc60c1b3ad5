import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import type { Button, Menu } from '../../../src/cards/cards.ts';
import { cut, oneLine, webAddress } from '../../../src/platform/text.ts';
import { LIMITS } from './limits.ts';

export type ControlRow = APIActionRowComponent<APIComponentInMessageActionRow>;

const STYLES = {
  primary: ButtonStyle.Primary,
  secondary: ButtonStyle.Secondary,
  danger: ButtonStyle.Danger,
} as const;

/** Undefined for what Discord would refuse: empty or overlong ids, addresses too long or not of the web. */
export function buttonComponent(button: Button): APIButtonComponent | undefined {
  const label = cut(oneLine(button.label), LIMITS.buttonLabel) || '…';
  if (button.kind === 'link') {
    const url = webAddress(button.url, LIMITS.url);
    if (url === undefined) return undefined;
    return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
  }
  if (!isCustomId(button.id)) return undefined;
  return { type: ComponentType.Button, style: STYLES[button.style], label, custom_id: button.id };
}

/** Discord takes five, which labels like ours make wider than a message is shown. */
const BUTTONS_PER_ROW = 4;

/** As few rows as the buttons need, of about the same length. */
export function buttonRows(buttons: readonly APIButtonComponent[]): ControlRow[] {
  const rows = Math.ceil(buttons.length / BUTTONS_PER_ROW);
  const perRow = Math.ceil(buttons.length / rows);
  return Array.from({ length: rows }, (_, row) => ({
    type: ComponentType.ActionRow,
    components: buttons.slice(row * perRow, (row + 1) * perRow),
  }));
}

/** Options are actions: the picked value is the action id, the menu's own id only has to be one of a kind. */
export function menuRow(menu: Omit<Menu, 'kind'>, customId: string): ControlRow | undefined {
  const usable = menu.options.filter(
    ({ id }, index, all) => isCustomId(id) && all.findIndex((other) => other.id === id) === index,
  );
  const options = usable.slice(0, LIMITS.selectOptions).map((option) => ({
    label: cut(oneLine(option.label), LIMITS.optionLabel) || '…',
    value: option.id,
    ...(option.isChosen ? { default: true } : {}),
    ...describedAs(option.description),
  }));
  if (options.length === 0) return undefined;
  const placeholder = cut(oneLine(menu.placeholder), LIMITS.placeholder);
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId,
        ...(placeholder === '' ? {} : { placeholder }),
        options,
      },
    ],
  };
}

function describedAs(description: string | undefined): { readonly description?: string } {
  const line = cut(oneLine(description ?? ''), LIMITS.optionDescription);
  return line === '' ? {} : { description: line };
}

function isCustomId(id: string): boolean {
  return id.length > 0 && id.length <= LIMITS.customId;
}
