/** Another edition of a schedule in JSON: the same talks, each as `edit` returns it. */
function edited(schedule: string, edit: (talk: Event) => Event): string {
  const document = JSON.parse(schedule);
  for (const { rooms } of document.schedule.conference.days) {
    for (const [room, talks] of Object.entries<Event[]>(rooms)) rooms[room] = talks.map(edit);
  }
  return JSON.stringify(document);
}

interface Event {
  readonly id: number;
  readonly date: string;
  readonly start: string;
  readonly links: readonly { readonly title: string }[];
}

/** As before the conference: no talk has a recording. */
export function unrecorded(schedule: string): string {
  return edited(schedule, (talk) => ({
    ...talk,
    links: talk.links.filter(({ title }) => !title.startsWith('Video recording')),
  }));
}

/** With one talk at another time of its day. */
export function movedTo(schedule: string, id: number, clock: string): string {
  return edited(schedule, (talk) =>
    talk.id === id
      ? { ...talk, start: clock, date: talk.date.replace(/T\d\d:\d\d/, `T${clock}`) }
      : talk,
  );
}
