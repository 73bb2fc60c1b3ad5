import type { Messages } from '../../../src/messages/messages.ts';
import type { CommandSpec } from '../../../src/platform/commandSpec.ts';
import type { Parsed } from '../../../src/platform/grammar.ts';
import type { Caller } from '../../../src/platform/requests.ts';
import { memberId } from '../workspaces/identity.ts';

const USER = /^[UW][A-Z0-9]+$/u;
const GROUP = /^S[A-Z0-9]+$/u;
/** The core refuses these in words of its own. */
const EVERYBODY = /^(?:here|channel|everyone)$/u;

/**
 * The same with whom it names as the core knows them: `U1` as `@T1/U1`. Who is in a user group, no
 * request of Slack's tells, nor may Hallway ask.
 */
export function withNamedPeople(
  parsed: Extract<Parsed, { readonly kind: 'parsed' }>,
  spec: CommandSpec,
  { community = '' }: Caller,
  { naming }: Messages,
): Exclude<Parsed, { readonly kind: 'help' }> {
  const lists = spec.subcommands
    .filter(({ name }) => name === parsed.subcommand)
    .flatMap(({ options }) => options.filter(({ kind }) => kind === 'who'));
  const args = { ...parsed.args };
  for (const { name } of lists) {
    const ids = (args[name] ?? '').split(',').filter((id) => id !== '');
    const stranger = ids.find((id) => !USER.test(id) && !EVERYBODY.test(id));
    if (stranger !== undefined) {
      const words = GROUP.test(stranger) ? naming.noGroups : naming.noPerson;
      return { kind: 'refused', sentence: words(stranger) };
    }
    if (ids.length === 0) continue;
    args[name] = ids.map((id) => (USER.test(id) ? `@${memberId(community, id)}` : id)).join();
  }
  return { ...parsed, args };
}
