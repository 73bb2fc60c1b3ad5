import { problemCard } from '../../../src/cards/problem.ts';
import type { Messages } from '../../../src/messages/messages.ts';
import type { CommandSpec } from '../../../src/platform/commandSpec.ts';
import { parseReferences } from '../../../src/platform/grammar.ts';
import { privately, publicly } from '../../../src/platform/replies.ts';
import type { Caller, Hallway, Reply } from '../../../src/platform/requests.ts';
import type { Heard } from './heard.ts';
import { type RoomOfAlias, withReferences } from './references.ts';

export interface CommandParts {
  readonly hallway: Pick<Hallway, 'command'>;
  readonly commands: readonly CommandSpec[];
  readonly roomOfAlias: RoomOfAlias;
  /** Of Hallway's own account. */
  readonly server: string;
}

export interface Asking {
  readonly caller: Caller;
  readonly messages: Messages;
  readonly isPublic: boolean;
  /** The message as HTML. */
  readonly html: string;
}

/** The core's answer to `!word …`; `undefined` for a word of another program's, which rooms are full of. */
export async function answerCommand(
  { hallway, commands, roomOfAlias, server }: CommandParts,
  { name, rest }: Extract<Heard, { readonly kind: 'command' }>,
  { caller, messages, isPublic, html }: Asking,
): Promise<Reply | undefined> {
  const request = { kind: 'command', command: name, caller, isPublic } as const;
  const spec = commands.find((each) => each.name === name);
  if (spec === undefined) return isPublic ? undefined : hallway.command({ ...request, args: {} });
  const meant =
    spec.access === 'organiser' ? await withReferences(rest, html, server, roomOfAlias) : rest;
  const parsed = parseReferences(spec, { meant, seen: rest }, messages);
  if (parsed.kind === 'refused') {
    const card = problemCard(messages, parsed.sentence);
    return isPublic ? publicly(card) : privately(card);
  }
  if (parsed.kind === 'help') {
    return hallway.command({ ...request, command: 'help', args: parsed.args });
  }
  const { subcommand, args } = parsed;
  const sub = subcommand === undefined ? {} : { subcommand };
  return hallway.command({ ...request, ...sub, args: withRoomMention(args) });
}

/** Of whom a message can ping beside people there is the room alone. */
function withRoomMention(args: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const { mention } = args;
  return mention === undefined ? args : { ...args, mention: mention.replace(/^@+/u, '') };
}
