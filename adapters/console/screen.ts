import type { Card } from '../../src/cards/cards.ts';
import { numberedText, type PlainStyle } from '../../src/cards/plainText.ts';
import type { ConsoleMessages } from '../../src/messages/en/cli.ts';
import type { CardReply, Form } from '../../src/platform/requests.ts';
import type { File, Saved } from './downloads.ts';

/** Where replies and posts are written; one implementation for people, one for programs. */
export interface Screen {
  /** Writes what Hallway answered, and returns the action ids behind the numbers that it shows. */
  reply(asked: string, reply: CardReply): readonly string[];
  /** What was answered last is so by now; its numbers go on meaning what they meant. */
  goesOn(card: Card): void;
  form(asked: string, form: Form): void;
  /** A message by Hallway's own doing; returns as `reply`, the numbers being behind its letter. */
  post(post: Post): readonly string[];
  /** Such a message was taken away. */
  removed(id: string, target: string): void;
  /** A word of the terminal's own. */
  note(text: string): void;
}

export interface Post {
  readonly id: string;
  readonly isEdit: boolean;
  /** Before the numbers of its buttons. */
  readonly letter: string;
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
  save(file: File): Saved;
}

export function textScreen({ write, style, channel, save }: TextScreenOptions): Screen {
  let shown: Shown = { lines: [], buttons: 0 };
  const prefixed = (prefix: string, render: (narrower: PlainStyle) => string) => {
    const { width, ...rest } = style();
    return render({ ...rest, width: width - prefix.length })
      .split('\n')
      .map((line) => `${prefix}${line}`.trimEnd())
      .join('\n');
  };
  return {
    reply(_asked, { card, audience, placement, attachments, picture }) {
      let actions: readonly string[] = [];
      const text = prefixed(audience === 'everyone' ? `${channel} | ` : '', (narrower) => {
        const numbered = numberedText(card, narrower);
        actions = numbered.actions;
        return numbered.text;
      });
      const { console: words } = style().messages;
      const images = picture === undefined ? [] : [{ name: picture.name, content: picture.png }];
      const files = [...attachments, ...images].map((file) => fileWords(file, save(file), words));
      const showing = { lines: text.split('\n'), buttons: actions.length };
      const told = placement === 'replace' ? (news(shown, showing) ?? text) : text;
      shown = showing;
      write(`${[told, ...files].join('\n')}\n\n`);
      return actions;
    },
    goesOn(card) {
      const lines = numberedText(card, style()).text.split('\n');
      const fresh = lines.filter((line) => !shown.lines.includes(line) && !/^ *!\d/.test(line));
      shown = { ...shown, lines };
      if (fresh.length > 0) write(`${fresh.join('\n')}\n\n`);
    },
    form(_asked, form) {
      const now = form.value === '' ? '' : ` [${form.value}]`;
      const end = form.long === undefined ? '' : `\n  ${style().messages.console.untilDot}`;
      write(`${form.title}\n  ${form.label}${now}\n  ${form.hint}${end}\n\n`);
    },
    post({ target, letter, isEdit, mention, card }) {
      const { messages } = style();
      const head = [
        ...(isEdit ? [`(${messages.console.edited})`] : []),
        ...(mention === undefined ? [] : [`@${mention}`]),
      ].join(' ');
      let actions: readonly string[] = [];
      const text = prefixed(`${target} | `, (narrower) => {
        const numbered = numberedText(card, narrower, letter);
        actions = numbered.actions;
        return head === '' ? numbered.text : `${head}\n${numbered.text}`;
      });
      write(`${text}\n\n`);
      return actions;
    },
    removed: (_id, target) => write(`${target} | (${style().messages.console.removed})\n\n`),
    note: (text) => write(`${text}\n`),
  };
}

/** What a screen shows of a card, and how many buttons it numbers. */
interface Shown {
  readonly lines: readonly string[];
  readonly buttons: number;
}

/** A row of a list, or a line of buttons that became two. */
const FEW_LINES = 3;

/** The new lines, when they are few, in one place, and all buttons are still there: nobody reads a whole card again for a star. */
function news(before: Shown, { lines, buttons }: Shown): string | undefined {
  const isNew = (line: string) => !before.lines.includes(line);
  const fresh = lines.slice(lines.findIndex(isNew), lines.findLastIndex(isNew) + 1);
  const isSmall = fresh.length > 0 && fresh.length <= FEW_LINES && fresh.length < lines.length;
  return isSmall && buttons === before.buttons ? fresh.join('\n') : undefined;
}

/** Words that cannot be saved are not lost: they are shown. */
function fileWords({ name, content }: File, saved: Saved, words: ConsoleMessages): string {
  if (saved.kind === 'saved') return `  ${words.saved(saved.path)}`;
  const shown = typeof content === 'string' ? `\n${content.trimEnd()}` : '';
  return `  ${words.unsaved(name, saved.code)}${shown}`;
}
