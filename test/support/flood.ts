/** A schedule in JSON with so many more talks, in the evening of its first day. */
export function withMoreTalks(schedule: string, count: number): string {
  const document = JSON.parse(schedule);
  const { date, rooms } = document.schedule.conference.days[0];
  const [[room, talks]] = Object.entries<object[]>(rooms) as [[string, object[]]];
  const more = Array.from({ length: count }, (_, index) => {
    const start = `20:${String(2 * index).padStart(2, '0')}`;
    return {
      ...{ id: 90_000 + index, title: `Lightning talk ${index + 1}`, room, persons: [] },
      ...{ date: `${date}T${start}:00+01:00`, start, duration: '00:02' },
    };
  });
  rooms[room] = [...talks, ...more];
  return JSON.stringify(document);
}

/** The same without what starts at that time of the day or later. */
export function withoutTalksFrom(schedule: string, clock: string): string {
  const document = JSON.parse(schedule);
  for (const { rooms } of document.schedule.conference.days) {
    for (const [room, talks] of Object.entries<{ readonly start: string }[]>(rooms)) {
      rooms[room] = talks.filter(({ start }) => start < clock);
    }
  }
  return JSON.stringify(document);
}
