/** What somebody typed. */
export type Line =
  | { readonly kind: 'empty' }
  | { readonly kind: 'command'; readonly name: string; readonly rest: string }
  /** `!2`, or `!2 15` where the button opens a form. */
  | { readonly kind: 'press'; readonly number: number; readonly value?: string }
  /** Words without a command: a search, or the value of a form that was just asked for. */
  | { readonly kind: 'words'; readonly text: string };

export function readLine(line: string): Line {
  const text = line.trim();
  if (text === '') return { kind: 'empty' };
  const command = /^\/(\S+)\s*(.*)$/s.exec(text);
  if (command?.[1] !== undefined) {
    return { kind: 'command', name: command[1].toLowerCase(), rest: command[2] ?? '' };
  }
  const press = /^!(\d{1,9})(?:\s+(.+))?$/s.exec(text);
  if (press?.[1] !== undefined) {
    const value = press[2] === undefined ? {} : { value: press[2] };
    return { kind: 'press', number: Number(press[1]), ...value };
  }
  return { kind: 'words', text };
}
