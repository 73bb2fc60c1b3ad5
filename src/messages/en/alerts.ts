import type { Slash } from '../slash.ts';

/** What a community's organisers are to look at, told in a channel of theirs. */
export const alerts = {
  titles: {
    sourceStale: 'The schedule’s source cannot be read',
    sourceRefused: 'A new version of the schedule looks wrong',
    channel: 'A channel is closed to Hallway',
    contradiction: 'The schedule contradicts a talk changed by hand',
    claim: 'Somebody says they are a speaker',
    roomFeedStale: 'The state of rooms cannot be read',
    late: 'Messages here are late',
  },
  over: (what: string) => `Over: ${what}`,
  several: (count: number) => `${count} things to look at`,
  more: (count: number) => (count === 1 ? 'and 1 more' : `and ${count} more`),
  /** How often it has come back, each time soon after it was over. */
  again: (returns: number) =>
    returns === 1 ? 'It had been over once before.' : `It had been over ${returns} times before.`,
  shrunken: (lost: number, of: number) => `It lacks ${lost} of ${of} talks still to come.`,
  past: (lost: number, of: number) =>
    `It has ${lost} of ${of} talks still to come in the past, like last year’s schedule.`,
  here: 'Alerts come here',
  hereIs:
    'From now on organisers read here what to look at: a source that cannot be read or believed, channels that are closed to Hallway, talks changed by hand that the schedule contradicts, speakers to confirm, messages that are late. Each is told once, and the message says when it is over.',
  nowElsewhere: 'Alerts are told elsewhere now',
  nowNowhere: 'Alerts are told nowhere now',
};

export type AlertMessages = typeof alerts;

/** What names commands, which each platform has its own way to type. */
export const alertsNaming = (slash: Slash) => ({
  advice: {
    sourceStale: `The last good version stays in use, and changes are unknown. ${slash('conference doctor')} says what is wrong.`,
    sourceRefused: `That looks broken, so the version before stays in use. ${slash('conference accept')} shows it, and takes it if it is right after all.`,
    channel: `announcements do not arrive there any more. Let Hallway write there, or stop them with ${slash('conference mute')}.`,
    contradiction: `your change counts until you decide. ${slash('conference doctor')} says what each has; ${slash('conference talk')} changes it again, or restores what the schedule says.`,
    claim: 'they wait for your word; only a confirmed speaker is told anything as one.',
    roomFeedStale: `Only what helpers say of rooms counts. ${slash('conference doctor')} says what is wrong; ${slash('conference use')} names another address, or none.`,
    late: `Some have waited for two minutes or more. ${slash('conference status')} says what they wait for.`,
  },
});

export type AlertNaming = ReturnType<typeof alertsNaming>;
