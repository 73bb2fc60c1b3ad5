import type { Agenda, Visit } from '../../agenda/agenda.ts';
import { LONGEST_LEAD_MINUTES, type Members } from '../../agenda/member.ts';
import { asRead, toldOf } from '../../agenda/reading.ts';
import { AS_THE_APP_TELLS, settingsCard } from '../../agenda/settingsCard.ts';
import type { Speaking } from '../../agenda/speaking.ts';
import type { Deed } from '../../cards/actions/action.ts';
import type { Card } from '../../cards/cards.ts';
import { canonicalTimeZone } from '../../clock.ts';
import { LANGUAGES, messagesFor } from '../../messages/messages.ts';
import type { Context } from '../context.ts';
import { setWish } from './wish.ts';

export interface SettingsParts {
  readonly members: Pick<Members, 'find'>;
  readonly agenda: Agenda;
  readonly speaking: Pick<Speaking, 'of' | 'setLead'>;
}

interface DrawnParts extends Pick<SettingsParts, 'members'> {
  readonly speaking: Pick<Speaking, 'of'>;
}

/** What the caller has set; nothing is kept of somebody who looks. */
export async function drawSettings(
  { members, speaking }: DrawnParts,
  context: Context,
): Promise<Card> {
  const [claim] = await speaking.of(context.member, context.programme.key);
  const member = await members.find(context.member);
  return settingsCard(member, toldOf(context.caller), context, claim?.leadMinutes);
}

/** Sets one thing and shows all of them as they stand then. */
export async function set(
  parts: SettingsParts,
  visit: Visit,
  deed: Extract<Deed, { readonly kind: 'set' }>,
  context: Context,
): Promise<Card> {
  await change(parts, visit, deed, context);
  return drawSettings(parts, await readAnew(parts, context));
}

/** In the language that the caller reads in now. */
async function readAnew(
  { members }: Pick<SettingsParts, 'members'>,
  context: Context,
): Promise<Context> {
  const caller = asRead(context.caller, await members.find(context.member));
  return { ...context, caller, messages: messagesFor(caller.locale, caller.commandPrefix) };
}

async function change(
  { agenda, speaking }: SettingsParts,
  visit: Visit,
  { setting, value }: Extract<Deed, { readonly kind: 'set' }>,
  context: Context,
): Promise<void> {
  const isOn = value === 'on';
  switch (setting) {
    case 'lead': {
      const minutes = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
      if (minutes <= LONGEST_LEAD_MINUTES) await agenda.setLead(visit, minutes);
      return;
    }
    case 'speakerLead': {
      const minutes = /^\d{1,4}$/.test(value) ? Number(value) : Number.NaN;
      if (minutes <= LONGEST_LEAD_MINUTES) await speaking.setLead(visit, minutes);
      return;
    }
    case 'volume':
      if (value === 'full' || value === 'quiet' || value === 'silent')
        await agenda.setVolume(visit, value);
      return;
    case 'digest':
      await agenda.setDigest(visit, isOn);
      return;
    case 'recordings':
    case 'feedback':
    case 'says':
      await setWish(agenda, visit, setting, isOn, context);
      return;
    case 'language': {
      const language = LANGUAGES.find((each) => each === value);
      return setReading(agenda, visit, 'language', language, value);
    }
    case 'zone':
      return setReading(agenda, visit, 'timeZone', canonicalTimeZone(value), value);
  }
}

/** Buttons of a later version may hold what this one does not know. */
async function setReading(
  agenda: Agenda,
  visit: Visit,
  what: 'language' | 'timeZone',
  chosen: string | undefined,
  value: string,
): Promise<void> {
  if (value === AS_THE_APP_TELLS) await agenda.setReading(visit, { [what]: null });
  else if (chosen !== undefined) await agenda.setReading(visit, { [what]: chosen });
}
