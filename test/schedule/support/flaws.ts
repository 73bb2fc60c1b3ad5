import type { Conference } from '../../../src/schedule/schedule.ts';

/** Whatever `model.ts` promises and this conference breaks. */
export function flawsOf({ talks, breaks, days, rooms, tracks }: Conference): readonly string[] {
  const flaws: string[] = [];
  const duplicates = (what: string, values: readonly string[]) => {
    if (new Set(values).size !== values.length) flaws.push(`${what} twice`);
  };
  duplicates(
    'a talk id',
    talks.map((talk) => talk.id),
  );
  duplicates(
    'a room slug',
    rooms.map((room) => room.slug),
  );
  duplicates(
    'a track slug',
    tracks.map((track) => track.slug),
  );
  for (const { slug } of [...rooms, ...tracks])
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug)) flaws.push(`slug ${slug}`);
  days.forEach((day, at) => {
    const next = days[at + 1];
    if (day.index !== at + 1) flaws.push(`day ${at} has index ${day.index}`);
    if (day.end <= day.start || (next && next.start < day.end)) flaws.push(`day ${at} has no span`);
  });
  talks.forEach((talk, at) => {
    const next = talks[at + 1];
    if (days.filter((day) => day.start <= talk.start && talk.start < day.end).length !== 1)
      flaws.push(`${talk.id} is in no day`);
    if (talk.room && !rooms.some((room) => room.name === talk.room))
      flaws.push(`room of ${talk.id}`);
    if (talk.track && !tracks.some((track) => track.name === talk.track))
      flaws.push(`track of ${talk.id}`);
    if (next && next.start < talk.start) flaws.push(`${next.id} out of order`);
    if (![talk.start, talk.end].every(isInstant)) flaws.push(`${talk.id} is in no calendar`);
    if (talk.end < talk.start) flaws.push(`${talk.id} ends early`);
    if (talk.title !== talk.title.trim() || talk.title === '') flaws.push(`title of ${talk.id}`);
    if (talk.links.some((link) => !/^https?:/.test(link.url))) flaws.push(`link of ${talk.id}`);
  });
  breaks.forEach((one, at) => {
    if ((breaks[at + 1]?.start ?? one.start) < one.start) flaws.push(`break ${at} out of order`);
    if (one.end < one.start || ![one.start, one.end].every(isInstant))
      flaws.push(`break ${at} ends`);
    if (one.title !== one.title.trim() || one.title === '') flaws.push(`title of break ${at}`);
  });
  return flaws;
}

function isInstant(instant: number): boolean {
  return Number.isInteger(instant) && Math.abs(instant) <= 8.64e15;
}
