import type { Agenda, Visit } from '../../agenda/agenda.ts';
import type { Wish } from '../../outbox/kinds/afterwards.ts';
import { recordingsOf } from '../../schedule/talkLinks.ts';
import type { Context } from '../context.ts';

/**
 * Has the caller hear of recordings or of what organisers say to many, or be asked how talks were; or no more. Of what is recorded already
 * they hear at once. Returns what is said of it.
 */
export async function setWish(
  agenda: Pick<Agenda, 'setWish'>,
  visit: Visit,
  wish: Wish | 'says',
  wanted: boolean,
  { messages, now, programme }: Context,
): Promise<string> {
  const recorded = programme.conference.talks.filter(
    (talk) => talk.status === 'scheduled' && recordingsOf(talk, now).length > 0,
  );
  const there = wish === 'recordings' ? recorded.map(({ id }) => id) : [];
  const volume = await agenda.setWish(visit, wish, wanted, there);
  const { on, off, held } = messages.afterwards;
  if (!wanted) return off[wish];
  const isHeld = volume === 'silent' || (volume === 'quiet' && wish !== 'recordings');
  return isHeld ? `${on[wish]} ${held}` : on[wish];
}
