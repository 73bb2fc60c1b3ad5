import { type Card, type Inline, paragraph, type Text } from '../../cards/cards.ts';
import { plainInline } from '../../cards/plainInline.ts';
import type { Messages } from '../../messages/messages.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply, CommandRequest } from '../../platform/requests.ts';
import { type Access, mayUse } from '../../platform/roles.ts';
import type { CommunityRef } from '../../platform/target.ts';
import { type ActWords, memberWord } from '../../programme/acts.ts';
import {
  isSameNaming,
  type Named,
  type NamedRole,
  type Naming,
} from '../../programme/namedRoles.ts';
import type { Context } from '../context.ts';
import { doneBy } from './actWords.ts';
import { mentionInline, organiserConfirmation } from './organiserWords.ts';
import type { OrganiserPorts, OrganiserStores } from './ports.ts';

/** Who may say who is what. */
const NAMED_BY: Readonly<Record<NamedRole, Access>> = { organiser: 'admin', helper: 'organiser' };

const ACT = { organiser: 'organisers', helper: 'helpers' } as const;

/** All members at once, as platforms call them. */
const EVERYBODY = ['everyone', 'here', 'channel', 'all'];

/** `organisers` and `helpers`: names roles or people, takes them off again, and says who there are. */
export async function nameRoles(
  { organiserWork, namedRoles }: Pick<OrganiserPorts, 'organiserWork' | 'namedRoles'>,
  community: CommunityRef,
  role: NamedRole,
  { who = '', remove = '' }: CommandRequest['args'],
  context: Context,
): Promise<CardReply> {
  const { messages } = context;
  if (!mayUse(NAMED_BY[role], context.caller)) return refused(messages, messages.naming.byAdmins);
  const [added, removed] = [namings(role, who), namings(role, remove)];
  if (added.some(isEverybody)) return refused(messages, messages.naming.everybody);
  if (added.length + removed.length === 0) {
    return privately(listing(role, await ofRole(namedRoles, community, role), messages));
  }
  const named = await organiserWork.transaction(async (stores) => {
    const before = await ofRole(stores.namedRoles, community, role);
    const stranger = removed.find((one) => !before.some((other) => isSameNaming(one, other)));
    if (stranger !== undefined) return stranger;
    for (const one of added) await stores.namedRoles.name(community, one);
    for (const one of removed) await stores.namedRoles.unname(community, one);
    const after = await ofRole(stores.namedRoles, community, role);
    const words = { about: [], before: namingWords(before), after: namingWords(after) };
    await stores.acts.record(community, { kind: ACT[role], ...words }, doneBy(context));
    return after;
  });
  if (!('role' in named)) return privately(listing(role, named, messages));
  return privately(card([inlineOf(named), ' ', messages.naming.notNamed[role]], messages));
}

/** With commas between them. */
export function namingText(namings: readonly Naming[]): Text {
  return namings.flatMap((one, at): Text => [...(at === 0 ? [] : [', ']), inlineOf(one)]);
}

/** The same, for the log. */
function namingWords(namings: readonly Naming[]): ActWords {
  return namings.flatMap(({ kind, id }, at): ActWords => {
    const word = kind === 'member' ? memberWord(id) : ({ kind: 'mention', id } as const);
    return at === 0 ? [word] : [', ', word];
  });
}

async function ofRole(
  namedRoles: Pick<OrganiserStores['namedRoles'], 'of'>,
  community: CommunityRef,
  role: NamedRole,
): Promise<readonly Naming[]> {
  return (await namedRoles.of(community)).filter((one) => one.role === role);
}

function namings(role: NamedRole, text: string): readonly Naming[] {
  const ids = text.split(/[\s,]+/u).filter((id) => id !== '');
  return [...new Set(ids)].map((id) =>
    id.startsWith('@') ? { role, kind: 'member', id: id.slice(1) } : { role, kind: 'role', id },
  );
}

function isEverybody({ id }: Named): boolean {
  return EVERYBODY.includes(id.toLowerCase());
}

function inlineOf({ kind, id }: Named): Inline {
  return kind === 'member' ? { kind, id } : mentionInline(id);
}

function listing(role: NamedRole, named: readonly Naming[], messages: Messages): Card {
  const { naming } = messages;
  const text = named.length === 0 ? [naming.nobody] : namingText(named);
  return card([naming.listed[role], ' ', ...text], messages);
}

function card(text: Text, messages: Messages): Card {
  const sentence = text.map((inline) => plainInline(inline, { messages })).join('');
  return { ...organiserConfirmation(sentence, messages), blocks: [paragraph(...text)] };
}
