import type { SlashCommand } from '@slack/bolt';
import type { Messages } from '../../../src/messages/messages.ts';
import type { CommandSpec } from '../../../src/platform/commandSpec.ts';
import { parseReferences } from '../../../src/platform/grammar.ts';
import { refused } from '../../../src/platform/replies.ts';
import type { Caller, Hallway, Reply } from '../../../src/platform/requests.ts';
import { visible } from '../../../src/schedule/naming/slug.ts';
import { withNamedPeople } from './named.ts';
import { typedReferences, typedWords } from './typed.ts';

export interface CommandParts {
  readonly hallway: Hallway;
  readonly commands: readonly CommandSpec[];
  /** What precedes the names of slash commands in this workspace: `fosdem-` for `/fosdem-talk`. */
  readonly prefix: string;
}

/** The core's answer to a slash command; what cannot be understood is refused in words. */
export async function answerCommand(
  { hallway, commands, prefix }: CommandParts,
  { command, text }: Pick<SlashCommand, 'command' | 'text'>,
  caller: Caller,
  messages: Messages,
): Promise<Reply> {
  const { name, line } = namedLine(command, text, prefix);
  const request = { kind: 'command', command: name, caller } as const;
  const spec = commands.find((each) => each.name === name);
  if (spec === undefined) return hallway.command({ ...request, args: {} });
  // Organisers name channels, groups and addresses; everybody else asks as people read.
  const seen = typedWords(line);
  const meant = spec.access === 'organiser' ? typedReferences(line) : seen;
  const parsed = parseReferences(spec, { meant, seen }, messages);
  if (parsed.kind === 'refused') return refused(messages, parsed.sentence);
  if (parsed.kind === 'help') {
    return hallway.command({ ...request, command: 'help', args: parsed.args });
  }
  const named = withNamedPeople(parsed, spec, caller, messages);
  if (named.kind === 'refused') return refused(messages, named.sentence);
  const { subcommand, args } = named;
  return hallway.command({
    ...request,
    args,
    ...(subcommand === undefined ? {} : { subcommand }),
  });
}

/** The command that a button gives, as if it had been typed: `/mytalks digest on`. */
export function answerLine(
  parts: CommandParts,
  typed: string,
  caller: Caller,
  messages: Messages,
): Promise<Reply> {
  const [command = '', ...words] = typed.split(' ');
  const unprefixed = { ...parts, prefix: '' };
  return answerCommand(unprefixed, { command, text: words.join(' ') }, caller, messages);
}

/** Whether it asks for a talk without saying which: on Slack that opens a window with type-ahead. */
export function isBareTalk(
  { prefix }: CommandParts,
  { command, text }: Pick<SlashCommand, 'command' | 'text'>,
): boolean {
  const { name, line } = namedLine(command, text, prefix);
  return name === 'talk' && line.trim() === '';
}

export interface NamedLine {
  readonly name: string;
  readonly line: string;
}

/** The core's command behind a slash command, and what follows in Slack's markup: `/talk crfs`, `/fosdem-talk crfs` with a prefix, or `/hallway talk crfs`. */
export function namedLine(command: string, text: string, prefix: string): NamedLine {
  const typed = visible(text);
  const name = command.replace(/^\//u, '').toLowerCase();
  if (name !== UMBRELLA)
    return { name: name.startsWith(prefix) ? name.slice(prefix.length) : name, line: typed };
  const [, word = '', line = ''] = /^\s*\/?(\S*)\s*(.*)$/su.exec(typed) ?? [];
  return { name: word === '' ? 'help' : word.toLowerCase(), line };
}

/** Works whatever else a workspace's commands are called. */
export const UMBRELLA = 'hallway';
