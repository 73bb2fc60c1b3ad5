import { type Block, type Card, type MenuOption, quiet, type Reader } from '../cards/cards.ts';
import { actionId, button } from '../cards/controls.ts';
import type { Frame } from '../cards/frame.ts';
import { LANGUAGES, languageOf } from '../messages/messages.ts';
import { DEFAULT_LEAD_MINUTES } from '../outbox/due.ts';
import type { Member, Volume } from './member.ts';

/** Leads to choose from, in minutes; any other is typed. */
const LEADS = [0, 5, 10, 15, 20, 30, 60];

/** Before one is on oneself. */
const SPEAKER_LEADS = [10, 15, 20, 30, 45, 60, 90, 120];

const VOLUMES: readonly Volume[] = ['full', 'quiet', 'silent'];

/** Stands for what the app tells, in place of a language or a zone of one's own. */
export const AS_THE_APP_TELLS = 'app';

/** What is switched on or off. */
export type Switch = 'digest' | 'recordings' | 'feedback' | 'says';

/** By switch, in the order in which they are shown: what of a member says how it stands. */
const SWITCHES = {
  digest: 'wantsDigest',
  recordings: 'wantsRecordings',
  feedback: 'wantsFeedback',
  says: 'wantsSays',
} as const satisfies Record<Switch, keyof Member>;

/**
 * All that a member can set, each a control that shows how it stands (issue 17, 8); `told` is what the
 * app tells. Whoever says that they speak has a lead for that.
 */
export function settingsCard(
  member: Member | undefined,
  told: Reader,
  frame: Frame,
  speakerLead?: number,
): Card {
  const { settings } = frame.messages;
  const blocks: readonly Block[] = [
    { kind: 'heading', text: settings.lead },
    { kind: 'menu', placeholder: settings.leadAsk, options: leads(member, frame) },
    ...(speakerLead === undefined ? [] : speakerLeads(speakerLead, frame)),
    { kind: 'heading', text: settings.volume },
    { kind: 'menu', placeholder: settings.volumeAsk, options: volumes(member, frame) },
    { kind: 'buttons', buttons: switches(member, frame) },
    { kind: 'heading', text: settings.language },
    { kind: 'menu', placeholder: settings.languageAsk, options: languages(member, told, frame) },
    { kind: 'heading', text: settings.zone },
    { kind: 'menu', placeholder: settings.zoneAsk, options: zones(member, told, frame) },
    quiet(settings.about),
  ];
  return { kind: 'agenda', title: settings.title, summary: settings.title, blocks };
}

function leads(member: Member | undefined, frame: Frame): readonly MenuOption[] {
  const { settings } = frame.messages;
  const present = member?.leadMinutes ?? DEFAULT_LEAD_MINUTES;
  const minutes = [...new Set([...LEADS, present])].toSorted((one, other) => one - other);
  return [
    ...minutes.map((each) => ({
      label: settings.leadOf(each),
      id: actionId(frame, { kind: 'set', setting: 'lead', value: String(each) }),
      isChosen: each === present,
    })),
    { label: settings.leadOther, id: actionId(frame, { kind: 'askLead' }) },
  ];
}

function speakerLeads(present: number, frame: Frame): readonly Block[] {
  const { settings, speaking } = frame.messages;
  const minutes = [...new Set([...SPEAKER_LEADS, present])].toSorted((one, other) => one - other);
  const options = minutes.map((each) => ({
    label: settings.leadOf(each),
    id: actionId(frame, { kind: 'set', setting: 'speakerLead', value: String(each) }),
    isChosen: each === present,
  }));
  return [
    { kind: 'heading', text: speaking.lead },
    { kind: 'menu', placeholder: settings.leadAsk, options },
  ];
}

function volumes(member: Member | undefined, frame: Frame): readonly MenuOption[] {
  const present = member?.volume ?? 'full';
  return VOLUMES.map((volume) => ({
    ...frame.messages.settings.volumes[volume],
    id: actionId(frame, { kind: 'set', setting: 'volume', value: volume }),
    isChosen: volume === present,
  }));
}

/** Each by its own name: whoever cannot read this one finds theirs. */
function languages(member: Member | undefined, told: Reader, frame: Frame): readonly MenuOption[] {
  const present = member?.chosenLanguage ?? AS_THE_APP_TELLS;
  const asTold = frame.messages.settings.asTold(nameOf(languageOf(told.locale)));
  return [AS_THE_APP_TELLS, ...LANGUAGES].map((value) => ({
    label: value === AS_THE_APP_TELLS ? asTold : upperFirst(nameOf(value), value),
    id: actionId(frame, { kind: 'set', setting: 'language', value }),
    isChosen: value === present,
  }));
}

function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

function upperFirst(name: string, language: string): string {
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** That of the venue is for who is there with a clock from home. */
function zones(member: Member | undefined, told: Reader, frame: Frame): readonly MenuOption[] {
  const { settings } = frame.messages;
  const venue = frame.programme.conference.timeZone;
  const own = member?.chosenTimeZone;
  const option = (value: string, label: string) => ({
    label,
    id: actionId(frame, { kind: 'set', setting: 'zone', value }),
    isChosen: value === (own ?? AS_THE_APP_TELLS),
  });
  return [
    option(AS_THE_APP_TELLS, zoneTold(told, frame)),
    option(venue, settings.venueZone(venue)),
    ...(own === undefined || own === venue ? [] : [option(own, own)]),
    { label: settings.zoneOther, id: actionId(frame, { kind: 'askZone' }) },
  ];
}

/** Some apps tell none, and show the clock of the device by themselves. */
export function zoneTold({ timeZone }: Reader, { messages }: Pick<Frame, 'messages'>): string {
  return timeZone === undefined ? messages.settings.untold : messages.settings.asTold(timeZone);
}

/** A switch that is on stands out, and says so. */
function switches(member: Member | undefined, frame: Frame) {
  const { settings } = frame.messages;
  return (['digest', 'recordings', 'feedback', 'says'] as const).map((setting) => {
    const isOn = member?.[SWITCHES[setting]] ?? setting === 'says';
    const value = isOn ? 'off' : 'on';
    const label = settings.switchOf(settings.switches[setting], isOn);
    return button(frame, { kind: 'set', setting, value }, label, isOn ? 'primary' : 'secondary');
  });
}
