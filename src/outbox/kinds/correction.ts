import { type Delivery, delivery, type Span } from '../delivery.ts';

/** Has the message that these announcements became say what is true by then; nobody is mentioned twice. */
export function correctionOf(
  announcements: readonly [Delivery, ...Delivery[]],
  messageId: string,
  span: Span,
  version: number,
): readonly Delivery[] {
  const [{ mention: _, ...to }] = announcements;
  const told = announcements.flatMap(({ subject }) =>
    subject.kind === 'announcement' ? [subject] : [],
  );
  const [first] = told;
  if (first === undefined) return [];
  const talks = told.map(({ talk }) => talk);
  const rooms = roomsTold(announcements);
  const subject = { kind: 'correction', messageId, talks, start: first.start, rooms } as const;
  return [delivery(to, subject, span, version)];
}

/** Where announcements said that talks take place, by their ids. */
export function roomsTold(announcements: readonly Delivery[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    announcements.flatMap(({ subject }) =>
      subject.kind === 'announcement' && subject.room !== undefined
        ? [[subject.talk, subject.room]]
        : [],
    ),
  );
}
