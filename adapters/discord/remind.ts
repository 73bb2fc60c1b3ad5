import type { MessageContextMenuCommandInteraction } from 'discord.js';
import type { Card, MenuOption } from '../../src/cards/card.ts';
import { weekdayClockWords } from '../../src/cards/time.ts';
import { decodeAction, encodeAction } from '../../src/commands/action.ts';
import { talkByRef } from '../../src/commands/reference.ts';
import { privately, refused } from '../../src/commands/reply.ts';
import type { Caller, Hallway, Reply } from '../../src/commands/request.ts';
import { messagesFor } from '../../src/messages/catalogue.ts';
import type { Programmes } from '../../src/programme.ts';
import { callerOf } from './caller.ts';

/** The command in a message's menu: reminds of the talk that its buttons speak of, or asks which. */
export async function remindFrom(
  interaction: MessageContextMenuCommandInteraction,
  hallway: Hallway,
  programmes: Programmes,
): Promise<Reply> {
  const caller = callerOf(interaction);
  const components = interaction.targetMessage.components.map((component) => component.toJSON());
  const ids = new Set(actionIds(components).flatMap(remindId));
  const [first] = ids;
  if (first === undefined) {
    const messages = messagesFor(caller.locale);
    return refused(messages, messages.names.noTalkThere);
  }
  return ids.size === 1
    ? hallway.press({ kind: 'press', id: first, caller })
    : privately(await whichCard([...ids], caller, programmes));
}

async function whichCard(
  ids: readonly string[],
  caller: Caller,
  programmes: Programmes,
): Promise<Card> {
  const messages = messagesFor(caller.locale);
  const { platform, community } = caller;
  const { conference } = await programmes.of(
    community === undefined ? undefined : { platform, id: community },
  );
  const options = ids.flatMap((id): MenuOption[] => {
    const deed = decodeAction(id)?.deed;
    const talk = deed?.kind === 'remind' ? talkByRef(conference, deed.talk) : undefined;
    if (talk === undefined) return [];
    const when = weekdayClockWords(talk.start, conference.timeZone, messages);
    return [{ label: `${when} ${talk.title}`, id }];
  });
  const { remindMe, whichTalk } = messages.names;
  return {
    kind: 'talks',
    title: remindMe,
    summary: whichTalk,
    blocks: [{ kind: 'menu', placeholder: whichTalk, options }],
  };
}

/** What reminds of the talk that the id speaks of. */
function remindId(id: string): readonly string[] {
  const action = decodeAction(id);
  if (action === undefined || !('talk' in action.deed)) return [];
  const { talk } = action.deed;
  return [encodeAction({ conference: action.conference, deed: { kind: 'remind', talk } })];
}

/** Every id within components, in their order; menus hold theirs in their options' values. */
function actionIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(actionIds);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'custom_id' || key === 'value') && typeof inner === 'string'
      ? [inner]
      : actionIds(inner),
  );
}
