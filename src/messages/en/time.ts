/** Words around clock times. The clock itself is written by `cards/time.ts`, always in 24 hours. */
export const time = {
  /** For `Intl`: which language weekdays and months are in. */
  locale: 'en-GB',
  yourTime: (clock: string) => `${clock} your time`,
  elsewhere: (venue: string, own: string) => `${venue} at the venue is ${own} where you are.`,
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  hours: (hours: number, minutes: number) =>
    minutes === 0 ? `${hours} h` : `${hours} h ${minutes} min`,
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  startsIn: (span: string) => `starts in ${span}`,
  stillRuns: (span: string) => `${span} left`,
  day: (index: number, date: string) => `Day ${index}, ${date}`,
};

export type TimeMessages = typeof time;
