import type { Agenda, Visit } from '../../agenda/agenda.ts';
import type { Members } from '../../agenda/member.ts';
import { toldOf } from '../../agenda/reading.ts';
import { AS_THE_APP_TELLS, zoneTold } from '../../agenda/settingsCard.ts';
import { type Button, type Card, paragraph } from '../../cards/cards.ts';
import { actionId, button } from '../../cards/controls.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply, Form } from '../../platform/requests.ts';
import type { Context } from '../context.ts';
import { zoneTyped } from './zones.ts';

/** Shows times on the clocks of the zone that was typed; of one that is none, what may have been meant. */
export async function setZone(
  agenda: Pick<Agenda, 'setReading'>,
  visit: Visit,
  typed: string,
  context: Context,
): Promise<CardReply> {
  const { settings } = context.messages;
  const match = zoneTyped(typed);
  if (match.kind === 'near') {
    const sentence = settings.noSuchZone(typed.trim());
    if (match.zones.length === 0) return refused(context.messages, sentence);
    const meant = match.zones.map((zone) => choice(zone, zone, context));
    return privately(saying(`${sentence} ${settings.zoneMeant}`, meant, context));
  }
  const { zone } = match;
  await agenda.setReading(visit, { timeZone: zone });
  const clear = choice(AS_THE_APP_TELLS, zoneTold(toldOf(context.caller), context), context);
  return privately(saying(settings.zoneSet(zone), [clear], context));
}

export async function zoneForm(members: Pick<Members, 'find'>, context: Context): Promise<Form> {
  const { settings } = context.messages;
  const own = (await members.find(context.member))?.chosenTimeZone;
  return {
    kind: 'form',
    id: actionId(context, { kind: 'setZone' }),
    title: settings.zone,
    label: settings.zoneLabel,
    hint: settings.zoneHint,
    value: own ?? toldOf(context.caller).timeZone ?? context.programme.conference.timeZone,
  };
}

function choice(value: string, label: string, context: Context): Button {
  return button(context, { kind: 'set', setting: 'zone', value }, label);
}

function saying(sentence: string, buttons: readonly Button[], context: Context): Card {
  return {
    kind: 'agenda',
    title: context.messages.settings.title,
    summary: sentence,
    blocks: [paragraph(sentence), { kind: 'buttons', buttons }],
  };
}
