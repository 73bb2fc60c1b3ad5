import {
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import type { Block, Card, CardKind } from '../../src/cards/card.ts';
import { renderAbstract } from './abstract.ts';
import { actionRow, linkOrAction, selectMenu } from './controls.ts';
import { escapeMarkup } from './escape.ts';
import { cut, LIMITS } from './limits.ts';
import { renderText } from './text.ts';

const ACCENTS: Readonly<Record<CardKind, number>> = {
  talk: 0x5865f2,
  talks: 0x5865f2,
  agenda: 0xfee75c,
  announcement: 0x57f287,
  reminder: 0xfee75c,
  notice: 0xed4245,
  digest: 0x57f287,
  help: 0x99aab5,
  organiser: 0x99aab5,
  confirmation: 0x57f287,
  problem: 0xed4245,
};

/** What is left of a message's limits while a card is laid out. */
interface Room {
  readonly components: number;
  readonly text: number;
}

/**
 * A card as one Components V2 container within {@link LIMITS}. Controls are kept whole; when room
 * runs out, rows lose their buttons first, then texts are cut with "…".
 */
export function renderCard(card: Card): APIContainerComponent {
  const title = heading(cut(escapeMarkup(card.title), 400), 2);
  const controls = card.blocks.filter(isControl).reduce((sum, block) => sum + cost(block), 0);
  let room: Room = {
    components: LIMITS.components - 2 - controls,
    text: LIMITS.text - title.length,
  };
  const components: APIComponentInContainer[] = [textDisplay(title)];
  for (const block of card.blocks) {
    if (isControl(block)) {
      components.push(...renderControl(block));
      continue;
    }
    const laid = layOut(block, room, components);
    room = laid;
  }
  return { type: ComponentType.Container, accent_color: ACCENTS[card.kind], components };
}

type ControlBlock = Extract<Block, { kind: 'buttons' | 'menu' }>;
type BodyBlock = Exclude<Block, ControlBlock>;

function isControl(block: Block): block is ControlBlock {
  return block.kind === 'buttons' || block.kind === 'menu';
}

function cost(block: ControlBlock): number {
  if (block.kind === 'menu') return 2;
  return block.buttons.length + Math.ceil(block.buttons.length / LIMITS.buttonsPerRow);
}

function renderControl(block: ControlBlock): APIComponentInContainer[] {
  return block.kind === 'menu' ? selectMenu(block) : actionRow(block.buttons);
}

/** Appends the block to `components` as far as there is room, and returns the room that is left. */
function layOut(block: BodyBlock, room: Room, components: APIComponentInContainer[]): Room {
  if (block.kind === 'divider') {
    if (room.components < 1) return room;
    components.push({
      type: ComponentType.Separator,
      divider: true,
      spacing: SeparatorSpacingSize.Small,
    });
    return { ...room, components: room.components - 1 };
  }
  const text = cut(bodyText(block), room.text);
  if (text.length <= 1) return room;
  if (block.kind === 'row' && block.button !== undefined && room.components >= 3) {
    components.push({
      type: ComponentType.Section,
      components: [textDisplay(text)],
      accessory: linkOrAction(block.button),
    });
    return { components: room.components - 3, text: room.text - text.length };
  }
  const last = components.at(-1);
  if (last?.type === ComponentType.TextDisplay && text.length + 1 <= room.text) {
    components[components.length - 1] = textDisplay(`${last.content}\n${text}`);
    return { ...room, text: room.text - text.length - 1 };
  }
  if (room.components < 1) return room;
  components.push(textDisplay(text));
  return { components: room.components - 1, text: room.text - text.length };
}

function bodyText(block: Exclude<BodyBlock, { kind: 'divider' }>): string {
  switch (block.kind) {
    case 'heading':
      return heading(escapeMarkup(block.text), 3);
    case 'text':
      return block.tone === 'quiet' ? quiet(renderText(block.text)) : renderText(block.text);
    case 'facts':
      return block.facts
        .map((fact) => `**${escapeMarkup(fact.label)}** ${renderText(fact.value)}`)
        .join('\n');
    case 'markdown':
      return renderAbstract(block.source);
    case 'row': {
      const title = `**${escapeMarkup(block.title)}**`;
      const details = block.details.map(renderText).filter((line) => line !== '');
      return [block.struck ? `~~${title}~~` : title, ...details.map(quiet)].join('\n');
    }
    default:
      return block satisfies never;
  }
}

function heading(text: string, level: 2 | 3): string {
  return `${'#'.repeat(level)} ${text.replaceAll('\n', ' ')}`;
}

function quiet(text: string): string {
  return text.replace(/^(?=.)/gmu, '-# ');
}

function textDisplay(content: string) {
  return { type: ComponentType.TextDisplay, content } as const;
}
