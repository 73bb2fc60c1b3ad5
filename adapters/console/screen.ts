import type { Card } from '../../src/cards/card.ts';
import { numberedText, type PlainStyle, plainText } from '../../src/cards/plainText.ts';
import type { Attachment, CardReply, Form } from '../../src/commands/request.ts';
import type { ConsoleMessages } from '../../src/messages/en/console.ts';
import type { Saved } from './downloads.ts';

/** Where replies and posts are written; one implementation for people, one for programs. */
export interface Screen {
  /** Writes what Hallway answered, and returns the action ids behind the numbers that it shows. */
  reply(asked: string, reply: CardReply): readonly string[];
  form(asked: string, form: Form): void;
  /** A message by Hallway's own doing. */
  post(post: Post): void;
  /** A word of the terminal's own. */
  note(text: string): void;
}

export interface Post {
  readonly id: string;
  readonly isEdit: boolean;
  /** `#general` or `DM`. */
  readonly target: string;
  readonly mention?: string;
  readonly card: Card;
}

export interface TextScreenOptions {
  write(text: string): void;
  /** Asked anew for each card: windows change their size. */
  style(): PlainStyle;
  /** The channel that shared cards appear in. */
  readonly channel: string;
  save(file: Attachment): Saved;
}

export function textScreen({ write, style, channel, save }: TextScreenOptions): Screen {
  let shown: readonly string[] = [];
  const prefixed = (prefix: string, render: (narrower: PlainStyle) => string) => {
    const { width, ...rest } = style();
    return render({ ...rest, width: width - prefix.length })
      .split('\n')
      .map((line) => `${prefix}${line}`.trimEnd())
      .join('\n');
  };
  return {
    reply(_asked, { card, audience, placement, attachments }) {
      let actions: readonly string[] = [];
      const text = prefixed(audience === 'everyone' ? `${channel} | ` : '', (narrower) => {
        const numbered = numberedText(card, narrower);
        actions = numbered.actions;
        return numbered.text;
      });
      const { console: words } = style().messages;
      const files = attachments.map((file) => fileWords(file, save(file), words));
      const lines = text.split('\n');
      const told = placement === 'replace' ? (onlyChange(shown, lines) ?? text) : text;
      shown = lines;
      write(`${[told, ...files].join('\n')}\n\n`);
      return actions;
    },
    form(_asked, form) {
      const now = form.value === '' ? '' : ` [${form.value}]`;
      write(`${form.title}\n  ${form.label}${now}\n  ${form.hint}\n\n`);
    },
    post({ target, isEdit, mention, card }) {
      const { messages } = style();
      const head = [
        ...(isEdit ? [`(${messages.console.edited})`] : []),
        ...(mention === undefined ? [] : [`@${mention}`]),
      ].join(' ');
      const text = prefixed(`${target} | `, (narrower) => {
        const body = plainText(card, narrower);
        return head === '' ? body : `${head}\n${body}`;
      });
      write(`${text}\n\n`);
    },
    note: (text) => write(`${text}\n`),
  };
}

/** A row of a list, or a line of buttons that became two. */
const FEW_LINES = 3;

/** What differs, when it is a few lines in one place: nobody reads a whole card again for a star. */
function onlyChange(before: readonly string[], after: readonly string[]): string | undefined {
  const head = before.findIndex((line, index) => line !== after[index]);
  const tail = before.findLastIndex((line, index) => line !== after.at(index - before.length));
  const changed = after.slice(head, tail + 1 + after.length - before.length);
  const isSmall = (count: number) => count > 0 && count <= FEW_LINES;
  return isSmall(tail + 1 - head) && isSmall(changed.length) ? changed.join('\n') : undefined;
}

/** What cannot be saved is not lost: it is shown. */
function fileWords(file: Attachment, saved: Saved, words: ConsoleMessages): string {
  return saved.kind === 'saved'
    ? `  ${words.saved(saved.path)}`
    : `  ${words.unsaved(file.name, saved.code)}\n${file.content.trimEnd()}`;
}
