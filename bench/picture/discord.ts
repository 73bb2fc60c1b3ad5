import {
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { html } from './discordMarkup.ts';
import { escapeHtml } from './html.ts';

/** A message of Components V2 as HTML: the kinds that Hallway sends. */
export function drawMessage(
  components: readonly APIMessageTopLevelComponent[],
  timeZone: string,
): string {
  return components.map((component) => draw(component, timeZone)).join('');
}

type Drawn = APIMessageTopLevelComponent | APIComponentInContainer;

function draw(component: Drawn, timeZone: string): string {
  switch (component.type) {
    case ComponentType.Container: {
      const colour = (component.accent_color ?? 0).toString(16).padStart(6, '0');
      const inner = component.components.map((each) => draw(each, timeZone)).join('');
      return `<div class="container" style="border-left-color: #${colour}">${inner}</div>`;
    }
    case ComponentType.TextDisplay:
      return `<div class="text">${html(component.content, timeZone)}</div>`;
    case ComponentType.Section: {
      const texts = component.components.map(({ content }) => html(content, timeZone)).join('');
      return `<div class="section"><div class="text">${texts}</div>${control(component.accessory)}</div>`;
    }
    case ComponentType.Separator:
      return '<hr>';
    case ComponentType.ActionRow:
      return `<div class="row">${component.components.map(control).join('')}</div>`;
    default:
      return '';
  }
}

interface Control {
  readonly type: ComponentType;
  readonly style?: number;
  readonly label?: string;
  readonly placeholder?: string;
}

function control({ type, style = 2, label = '', placeholder = '' }: Control): string {
  if (type === ComponentType.StringSelect) {
    const words = escapeHtml(placeholder || 'Make a selection');
    return `<div class="menu"><span class="words">${words}</span><span>⌄</span></div>`;
  }
  const arrow = style === ButtonStyle.Link ? ' ↗' : '';
  return `<span class="button style${style}">${escapeHtml(label)}${arrow}</span>`;
}
