import { type Block, type Card, type MenuOption, quiet } from '../cards/cards.ts';
import { actionId, button } from '../cards/controls.ts';
import type { Frame } from '../cards/frame.ts';
import { DEFAULT_LEAD_MINUTES } from '../outbox/due.ts';
import type { Member, Volume } from './member.ts';

/** Leads to choose from, in minutes; any other is typed. */
const LEADS = [0, 5, 10, 15, 20, 30, 60];

const VOLUMES: readonly Volume[] = ['full', 'quiet', 'silent'];

/** What is switched on or off. */
export type Switch = 'digest' | 'recordings' | 'feedback' | 'says';

/** By switch, in the order in which they are shown: what of a member says how it stands. */
const SWITCHES = {
  digest: 'wantsDigest',
  recordings: 'wantsRecordings',
  feedback: 'wantsFeedback',
  says: 'wantsSays',
} as const satisfies Record<Switch, keyof Member>;

/** All that a member can set, each a control that shows how it stands (issue 17, 8). */
export function settingsCard(member: Member | undefined, frame: Frame): Card {
  const { settings } = frame.messages;
  const blocks: readonly Block[] = [
    { kind: 'heading', text: settings.lead },
    { kind: 'menu', placeholder: settings.leadAsk, options: leads(member, frame) },
    { kind: 'heading', text: settings.volume },
    { kind: 'menu', placeholder: settings.volumeAsk, options: volumes(member, frame) },
    { kind: 'buttons', buttons: switches(member, frame) },
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

function volumes(member: Member | undefined, frame: Frame): readonly MenuOption[] {
  const present = member?.volume ?? 'full';
  return VOLUMES.map((volume) => ({
    ...frame.messages.settings.volumes[volume],
    id: actionId(frame, { kind: 'set', setting: 'volume', value: volume }),
    isChosen: volume === present,
  }));
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
