import { type Deed, decodeAction, encodeAction } from '../cards/action.ts';
import type { MenuOption } from '../cards/cards.ts';
import type { ShortRef } from '../cards/reference.ts';
import { weekdayClockWords } from '../cards/time.ts';
import { messagesFor } from '../messages/messages.ts';
import { privately, refused } from '../platform/replies.ts';
import type { Caller, Hallway, Reply } from '../platform/requests.ts';
import { communityOf } from '../platform/target.ts';
import type { Programmes } from '../programme/programme.ts';
import { conferenceRef } from '../schedule/source.ts';

/**
 * The command in a message's menu: reminds of the talk that the message's action ids speak of, or
 * asks which. Other ids may be among them.
 */
export async function remindFrom(
  actionIds: readonly string[],
  caller: Caller,
  hallway: Pick<Hallway, 'press'>,
  programmes: Pick<Programmes, 'of'>,
): Promise<Reply> {
  const ids = new Set(actionIds.flatMap(remindId));
  const [first] = ids;
  if (first === undefined) {
    const messages = messagesFor(caller.locale, caller.commandPrefix);
    return refused(messages, messages.names.noTalkThere);
  }
  return ids.size === 1
    ? hallway.press({ kind: 'press', id: first, caller })
    : askWhich([...ids], caller, programmes);
}

/** Everything that a message as its platform tells it has under one of `keys`, in its order. */
export function valuesUnder(keys: readonly string[], message: unknown): readonly string[] {
  if (Array.isArray(message)) return message.flatMap((part) => valuesUnder(keys, part));
  if (typeof message !== 'object' || message === null) return [];
  return Object.entries(message).flatMap(([key, inner]) =>
    keys.includes(key) && typeof inner === 'string' ? [inner] : valuesUnder(keys, inner),
  );
}

async function askWhich(
  ids: readonly string[],
  caller: Caller,
  programmes: Pick<Programmes, 'of'>,
): Promise<Reply> {
  const messages = messagesFor(caller.locale, caller.commandPrefix);
  const { key, conference, talkByRef } = await programmes.of(communityOf(caller));
  const options = ids.flatMap((id): MenuOption[] => {
    const action = decodeAction(id);
    if (action?.conference !== conferenceRef(key) || action.deed.kind !== 'remind') return [];
    const talk = talkByRef(action.deed.talk);
    if (talk === undefined) return [];
    const when = weekdayClockWords(talk.start, conference.timeZone, messages);
    return [{ label: `${when} ${talk.title}`, id }];
  });
  const { remindMe, whichTalk, noTalkThere } = messages.names;
  if (options.length === 0) return refused(messages, noTalkThere);
  return privately({
    kind: 'talks',
    title: remindMe,
    summary: whichTalk,
    blocks: [{ kind: 'menu', placeholder: whichTalk, options }],
  });
}

/** What reminds of the talk that the id speaks of. */
function remindId(id: string): readonly string[] {
  const action = decodeAction(id);
  if (action === undefined) return [];
  const { conference, deed } = action;
  const talk = talkOf(deed);
  return talk === undefined ? [] : [encodeAction({ conference, deed: { kind: 'remind', talk } })];
}

function talkOf(deed: Deed): ShortRef | undefined {
  if (deed.kind === 'open' && deed.view.kind === 'talk') return deed.view.talk;
  return 'talk' in deed ? deed.talk : undefined;
}
