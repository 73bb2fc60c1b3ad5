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
