import { type Deed, decodeAction, encodeAction } from '../cards/actions/action.ts';
import { refOfPart, type ShortRef } from '../cards/actions/reference.ts';
import type { MenuOption } from '../cards/cards.ts';
import { weekdayClockWords } from '../cards/wording/time.ts';
import type { Messages } from '../messages/messages.ts';
import { privately, refused } from '../platform/replies.ts';
import type { Reply } from '../platform/requests.ts';
import { type ConferenceRef, conferenceRef } from '../schedule/source.ts';
import type { Context } from './context.ts';

export interface RemindPorts {
  press(id: string): Promise<Reply>;
  /** In which a button about that conference is pressed; about another where it is not the caller's. */
  contextOf(conference: ConferenceRef): Promise<Context>;
}

/** Messages of ours speak of one conference; those of others may hold anything. */
const MOST_CONFERENCES = 3;

/** Reminds of the talk that a message's action ids speak of, or asks which. */
export async function remindFrom(
  actionIds: readonly string[],
  ports: RemindPorts,
  messages: Messages,
): Promise<Reply> {
  const ids = [...new Set(actionIds.flatMap(remindId))];
  const [first, ...others] = ids;
  if (first === undefined) return refused(messages, messages.names.noTalkThere);
  return others.length === 0 ? ports.press(first) : askWhich(ids, ports, messages);
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
  { contextOf }: RemindPorts,
  messages: Messages,
): Promise<Reply> {
  const actions = ids.flatMap((id) => decodeAction(id) ?? []);
  const named = [...new Set(actions.map(({ conference }) => conference))];
  const contexts = await Promise.all(named.slice(0, MOST_CONFERENCES).map(contextOf));
  const options = actions.flatMap(({ conference, deed }): MenuOption[] => {
    const programme = contexts
      .map((context) => context.programme)
      .find(({ key }) => conferenceRef(key) === conference);
    const talk = deed.kind === 'remind' ? programme?.talkByRef(deed.talk) : undefined;
    if (programme === undefined || talk === undefined) return [];
    const when = weekdayClockWords(talk.start, programme.conference.timeZone, messages);
    return [{ label: `${when} ${talk.title}`, id: encodeAction({ conference, deed }) }];
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
  if (talk === undefined) return [];
  const { own, of = conference } = refOfPart(talk);
  return [encodeAction({ conference: of, deed: { kind: 'remind', talk: own } })];
}

function talkOf(deed: Deed): ShortRef | undefined {
  if (deed.kind === 'open' && deed.view.kind === 'talk') return deed.view.talk;
  return 'talk' in deed ? deed.talk : undefined;
}
