import {
  type APIComponentInContainer,
  type APIContainerComponent,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/v10';
import type { Card, CardKind } from '../../../src/cards/cards.ts';
import { between, componentCount, isRunningText, layOut, type Room } from './layout.ts';
import { LIMITS } from './limits.ts';
import { type Piece, piecesOf, titleOf } from './pieces.ts';

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

/** The container and its title. */
const FRAME_COMPONENTS = 2;

/**
 * A card as one Components V2 container within Discord's limits for a message, less what the
 * message holds beside it. Rows that could share a text display have their own where it has fewer than
 * `leastComponents` otherwise, itself included, as far as there is room.
 */
export function renderCard(
  card: Card,
  beside: Room = { components: 0, text: 0 },
  leastComponents = 0,
): APIContainerComponent {
  const title = titleOf(card);
  const pieces = layOut(piecesOf(card), {
    components: LIMITS.components - FRAME_COMPONENTS - beside.components,
    text: LIMITS.text - title.length - beside.text,
  });
  const count = FRAME_COMPONENTS + componentCount(pieces);
  const splits = Math.min(leastComponents, LIMITS.components - beside.components) - count;
  return {
    type: ComponentType.Container,
    accent_color: ACCENTS[card.kind],
    components: [textDisplay(title), ...components(pieces, splits)],
  };
}

/** `splits`: how many rows do not share a text display, though they could. */
function components(pieces: readonly Piece[], splits: number): readonly APIComponentInContainer[] {
  const laid: APIComponentInContainer[] = [];
  let left = splits;
  const isOwn = ({ kind }: Piece) => {
    if (kind !== 'row' || left <= 0) return false;
    left -= 1;
    return true;
  };
  pieces.forEach((piece, at) => {
    const last = laid.at(-1);
    const text = 'text' in piece ? piece.text : '';
    if (
      last?.type === ComponentType.TextDisplay &&
      isRunningText(piece) &&
      isRunningText(pieces[at - 1]) &&
      !isOwn(piece)
    ) {
      laid[laid.length - 1] = textDisplay(last.content + between(pieces[at - 1], piece) + text);
    } else {
      laid.push(component(piece));
    }
  });
  return laid;
}

function component(piece: Piece): APIComponentInContainer {
  switch (piece.kind) {
    case 'controls':
      return piece.row;
    case 'divider':
      return { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small };
    case 'row':
      if (piece.button === undefined) return textDisplay(piece.text);
      return {
        type: ComponentType.Section,
        components: [textDisplay(piece.text)],
        accessory: piece.button,
      };
    case 'text':
    case 'abstract':
      return textDisplay(piece.text);
  }
}

function textDisplay(content: string) {
  return { type: ComponentType.TextDisplay, content } as const;
}
