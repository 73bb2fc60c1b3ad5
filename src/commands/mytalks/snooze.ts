import type { Agenda, Visit } from '../../agenda/agenda.ts';
import type { Snooze } from '../../agenda/snooze.ts';
import { clockWords } from '../../cards/wording/time.ts';
import { refused } from '../../platform/replies.ts';
import type { CardReply } from '../../platform/requests.ts';
import type { Context } from '../context.ts';
import { confirmed } from './visit.ts';

/** Has the reminder whose button was pressed come once more, and says when, or why not. */
export async function snooze(
  agenda: Pick<Agenda, 'snooze'>,
  visit: Visit,
  reminder: Snooze,
  context: Context,
): Promise<CardReply> {
  const { messages, programme } = context;
  const { agenda: words } = messages;
  const { timeZone } = programme.conference;
  const done = await agenda.snooze(visit, reminder);
  switch (done.kind) {
    case 'snoozed':
      return confirmed(words.snoozed(clockWords(done.until, timeZone, messages)), context);
    case 'already':
      return confirmed(words.snoozedAlready, context);
    case 'tooLate':
      return refused(messages, words.snoozeTooLate(clockWords(reminder.start, timeZone, messages)));
    case 'gone':
      return refused(messages, words.snoozeGone);
  }
}
