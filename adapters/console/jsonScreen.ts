import { numberedText, type PlainStyle } from '../../src/cards/plainText.ts';
import type { Picture } from '../../src/platform/requests.ts';
import type { Screen } from './screen.ts';

export interface JsonScreenOptions {
  write(text: string): void;
  /** The terminal's own words are no replies: they go beside the objects. */
  note(text: string): void;
  readonly style: PlainStyle;
}

/** One JSON object a line for each reply or post; `actions[0]` is what `!1` presses, or `!a1` of a post with the letter a. */
export function jsonScreen({ write, note, style }: JsonScreenOptions): Screen {
  const print = (value: unknown) => write(`${JSON.stringify(value)}\n`);
  return {
    reply(asked, { card, audience, placement, attachments, picture }) {
      const { text, actions } = numberedText(card, style);
      const files = { attachments, ...(picture && { picture: inBase64(picture) }) };
      print({ kind: 'reply', asked, audience, placement, card, text, actions, ...files });
      return actions;
    },
    goesOn: (card) => print({ kind: 'goesOn', card, text: numberedText(card, style).text }),
    form: (asked, form) => print({ ...form, asked }),
    post({ id, isEdit, letter, target, mention, card }) {
      const { text, actions } = numberedText(card, style, letter);
      print({
        kind: isEdit ? 'edit' : 'post',
        id,
        target,
        ...(mention === undefined ? {} : { mention }),
        card,
        text,
        ...(actions.length === 0 ? {} : { letter, actions }),
      });
      return actions;
    },
    removed: (id, target) => print({ kind: 'removal', id, target }),
    note,
  };
}

function inBase64({ name, png, alt }: Picture) {
  return { name, alt, png: Buffer.from(png).toString('base64') };
}
