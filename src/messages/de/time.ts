import type { TimeMessages } from '../en/time.ts';

export const time: TimeMessages = {
  locale: 'de-DE',
  yourTime: (clock) => `${clock} bei dir`,
  elsewhere: (venue, own) => `${venue} vor Ort ist bei dir ${own}.`,
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} Min.`,
  hours: (hours, minutes) => (minutes === 0 ? `${hours} Std.` : `${hours} Std. ${minutes} Min.`),
  days: (count) => (count === 1 ? '1 Tag' : `${count} Tage`),
  startsIn: (span) => `beginnt in ${span}`,
  stillRuns: (span) => `noch ${span}`,
  day: (index, date) => `Tag ${index}, ${date}`,
};
