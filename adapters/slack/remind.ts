import type { Card, MenuOption } from '../../src/cards/card.ts';
import { weekdayClockWords } from '../../src/cards/time.ts';
import { decodeAction, encodeAction } from '../../src/commands/action.ts';
import { talkByRef } from '../../src/commands/reference.ts';
import { privately, refused } from '../../src/commands/reply.ts';
import type { Hallway, Reply } from '../../src/commands/request.ts';
import type { Programmes } from '../../src/programme.ts';
import type { Asker } from './asker.ts';
import { pressedId } from './controls.ts';

/** The shortcut in a message's menu: reminds of the talk that its buttons speak of, or asks which. */
export async function remindFrom(
  blocks: readonly unknown[],
  hallway: Hallway,
  programmes: Programmes,
  asker: Asker,
): Promise<Reply> {
  const { caller, messages } = asker;
  const ids = new Set(actionIds(blocks).flatMap(remindId));
  const [first] = ids;
  if (first === undefined) return refused(messages, messages.names.noTalkThere);
  return ids.size === 1
    ? hallway.press({ kind: 'press', id: first, caller })
    : privately(await whichCard([...ids], programmes, asker));
}

async function whichCard(
  ids: readonly string[],
  programmes: Programmes,
  { messages, caller, team }: Asker,
): Promise<Card> {
  const { conference } = await programmes.of({ platform: caller.platform, id: team });
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

/** Every id within blocks, in their order; menus hold theirs in their options' values. */
function actionIds(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(actionIds);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'action_id' || key === 'value') && typeof inner === 'string'
      ? [pressedId(inner)]
      : actionIds(inner),
  );
}
