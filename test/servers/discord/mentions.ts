import { type Json, listOf, objectOf, textOf } from './json.ts';
import { has, permissionsIn } from './permissions.ts';
import { walk } from './rules/components.ts';
import type { Guild, User, World } from './world.ts';

export interface Mentions {
  readonly everyone: boolean;
  readonly roles: readonly string[];
  readonly users: readonly User[];
}

/** Which mentions of a message come alive: what its text names and `allowed_mentions` lets through. */
export function mentionsIn(
  world: World,
  guild: Guild | undefined,
  texts: readonly string[],
  allowedMentions: unknown,
): Mentions {
  const text = texts.join('\n');
  const allowed = objectOf(allowedMentions);
  const lets = (kind: 'users' | 'roles', id: string) =>
    allowedMentions == null ||
    listOf(allowed['parse']).includes(kind) ||
    listOf(allowed[kind]).includes(id);
  const named = (pattern: RegExp) => [
    ...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? '')),
  ];
  const everyone = allowedMentions == null || listOf(allowed['parse']).includes('everyone');
  const mayPingAll =
    guild !== undefined && has(permissionsIn(guild, undefined, world.bot.id), 'MentionEveryone');
  return {
    everyone: mayPingAll && everyone && /@(everyone|here)/.test(text),
    roles: named(/<@&(\d+)>/g).filter(
      (id) =>
        lets('roles', id) &&
        id !== guild?.id &&
        guild?.roles.some((role) => role.id === id && (role.mentionable || mayPingAll)),
    ),
    users: named(/<@!?(\d+)>/g)
      .filter((id) => lets('users', id))
      .flatMap((id) => world.users.get(id) ?? []),
  };
}

/** Everything people read as running text: the content and every text display. */
export function textsOf(content: unknown, components: unknown): readonly string[] {
  const displays = walk(components).map(({ component }: { component: Json }) =>
    component['type'] === 10 ? textOf(component['content']) : '',
  );
  return [textOf(content), ...displays].filter((text) => text !== '');
}
