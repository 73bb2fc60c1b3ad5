import type { Access } from './roles.ts';

/** What an option holds; platforms map it to their own kind of option or to words in a line of text. */
export type OptionKind =
  | 'text'
  | 'talk'
  | 'room'
  | 'track'
  /** Several names, with commas between them. */
  | 'rooms'
  | 'tracks'
  /** A speaker, a track, a room, a kind of talk, or words. */
  | 'follow'
  | 'day'
  | 'zone'
  /** Of what a channel hears; several, with commas between them. */
  | 'kinds'
  | 'channel'
  | 'mention'
  /** Of the platform's roles or members, by id, members' after an `@`; several, with commas between them. */
  | 'who'
  | 'integer'
  | 'choice';

export interface OptionSpec {
  /** Lower case, the same on every platform; described by `messages.commands`. */
  readonly name: string;
  readonly kind: OptionKind;
  readonly required: boolean;
  /** `integer` only. */
  readonly range?: { readonly min: number; readonly max: number };
  /** `choice` only. */
  readonly choices?: readonly string[];
  /** Takes the rest of the line where arguments are typed as text (`/talk live migration`). */
  readonly rest?: true;
}

export interface SubcommandSpec {
  readonly name: string;
  readonly options: readonly OptionSpec[];
}

export interface CommandSpec {
  readonly name: string;
  /** `organiser` commands are refused to everybody else. */
  readonly access: Exclude<Access, 'self'>;
  readonly options: readonly OptionSpec[];
  /** Where there are any, the command has no options of its own. */
  readonly subcommands: readonly SubcommandSpec[];
}
