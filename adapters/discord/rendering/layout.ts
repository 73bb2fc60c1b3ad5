import { abstractPiece, type Piece } from './pieces.ts';

/** What a message has left for its card. */
export interface Room {
  readonly components: number;
  readonly text: number;
}

/**
 * The pieces as far as there is room. Rows lose their buttons first (the last one first), then
 * dividers go; abstracts are cut before anything else is; what is left out altogether is counted.
 */
export function layOut(pieces: readonly Piece[], room: Room): readonly Piece[] {
  return fitText(fitComponents(pieces, room.components), room.text);
}

function fitComponents(pieces: readonly Piece[], limit: number): readonly Piece[] {
  const fitting = [...pieces];
  const shrink: readonly ((piece: Piece) => Piece | undefined)[] = [
    (piece) =>
      piece.kind === 'row' && piece.button !== undefined
        ? { kind: 'row', text: piece.text }
        : piece,
    (piece) => (piece.kind === 'divider' ? undefined : piece),
    (piece) => (piece.kind === 'controls' ? undefined : piece),
  ];
  for (const step of shrink) {
    for (let at = fitting.length - 1; at >= 0 && componentCount(fitting) > limit; at -= 1) {
      const piece = fitting[at];
      const smaller = piece === undefined ? undefined : step(piece);
      fitting.splice(at, 1, ...(smaller === undefined ? [] : [smaller]));
    }
  }
  return fitting;
}

/** Neighbouring texts share one text display; a row with a button is a section with a text and the button. */
export function componentCount(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece, at) => {
    if (piece.kind === 'controls') return sum + 1 + piece.row.components.length;
    if (piece.kind === 'divider') return sum + 1;
    if (piece.kind === 'row' && piece.button !== undefined) return sum + 3;
    return isRunningText(pieces[at - 1]) ? sum : sum + 1;
  }, 0);
}

export function isRunningText(piece: Piece | undefined): boolean {
  if (piece === undefined) return false;
  return (
    piece.kind === 'text' ||
    piece.kind === 'abstract' ||
    (piece.kind === 'row' && piece.button === undefined)
  );
}

const COUNT_LENGTH = 12;

function fitText(pieces: readonly Piece[], limit: number): readonly Piece[] {
  const abstracts = pieces.filter(({ kind }) => kind === 'abstract');
  const fixed = textLength(pieces) - textLength(abstracts);
  const share = Math.max(0, limit - fixed) / Math.max(1, abstracts.length) - 4;
  const shortened = pieces
    .map((piece) =>
      piece.kind === 'abstract' && textLength(pieces) > limit
        ? abstractPiece(piece.source, share)
        : piece,
    )
    .filter((piece) => !('text' in piece) || piece.text !== '');
  return textLength(shortened) <= limit ? shortened : leaveOut(shortened, limit - COUNT_LENGTH);
}

/** Leaves out texts and rows from the end and says how many. */
function leaveOut(pieces: readonly Piece[], limit: number): readonly Piece[] {
  let left = textLength(pieces);
  let count = 0;
  const kept = pieces.toReversed().filter((piece) => {
    if (!('text' in piece) || left <= limit) return true;
    left -= piece.text.length + 1;
    count += 1;
    return false;
  });
  const shown = kept.toReversed();
  const at = shown.findLastIndex((piece) => 'text' in piece) + 1;
  return shown.toSpliced(at, 0, { kind: 'text', text: `-# … +${count}` });
}

/** Counts the line breaks that may part the texts, too; see {@link between}. */
function textLength(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => {
    if (!('text' in piece)) return sum;
    return sum + piece.text.length + (piece.kind === 'abstract' ? 4 : 1);
  }, 0);
}

/** What parts two texts in one text display: an abstract stands by itself. */
export function between(above: Piece | undefined, below: Piece): string {
  return above?.kind === 'abstract' || below.kind === 'abstract' ? '\n\n' : '\n';
}
