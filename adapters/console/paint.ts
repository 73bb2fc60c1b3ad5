import { styleText } from 'node:util';
import { NO_PAINT, type Paint } from '../../src/cards/plainInline.ts';

const ANSI: Paint = {
  strong: (text) => always('bold', text),
  quiet: (text) => always('gray', text),
  struck: (text) => always('strikethrough', text),
};

/** Colours only where somebody sees them and nobody asked for none (https://no-color.org). */
export function paintFor(isTerminal: boolean, noColor: string | undefined): Paint {
  return isTerminal && (noColor === undefined || noColor === '') ? ANSI : NO_PAINT;
}

function always(format: 'bold' | 'gray' | 'strikethrough', text: string): string {
  return styleText(format, text, { validateStream: false });
}
