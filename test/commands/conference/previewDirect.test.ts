import { expect, it } from 'vitest';
import { memberStores } from '../../../adapters/storage/members/memberWork.ts';
import { plainText } from '../../../src/cards/plainText.ts';
import { MINUTE_MS } from '../../../src/clock.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { delivery } from '../../../src/outbox/delivery.ts';
import { afterwardsDelivery } from '../../../src/outbox/kinds/afterwards.ts';
import { at } from '../../support/instants.ts';
import { keyOf } from '../../support/names.ts';
import { conference, talks } from '../support/conference.ts';
import { openHall, organiser } from '../support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const KEY = keyOf('fosdem20');
const asked = {
  ...conference,
  talks: conference.talks.map((talk) =>
    talk.id === talks.live.id ? { ...talk, feedbackUrl: 'https://feedback.example/1' } : talk,
  ),
};

it('organisers learn in numbers what members are to get for themselves, of each kind', async () => {
  const { hallway, database, outbox } = await openHall({
    ...{ now: NINE, conference: asked, lastTickAt: NINE },
  });
  const { members, stars } = memberStores(database.kysely);
  const preview = async (hours: string, locale = 'en') => {
    const caller = { ...organiser, locale };
    const args = { hours };
    const named = { kind: 'command', command: 'conference', subcommand: 'preview' } as const;
    const reply = await hallway.command({ ...named, args, caller });
    const messages = messagesFor(locale);
    return reply.kind === 'card' ? plainText(reply.card, { width: 400, messages }) : '';
  };
  const join = async (id: string) => {
    const ref = { platform: 'chat', id };
    const community = { platform: 'chat', id: 'fosdem' };
    await members.see({ ref, locale: 'en', community: 'fosdem', seenAt: NINE }, id);
    await members.change(ref, { wantsFeedback: true });
    const { start } = talks.live;
    const star = { conference: KEY, talk: talks.live.id, start, community };
    await stars.add(ref, star, NINE - MINUTE_MS);
    const to = {
      ...{ target: { kind: 'member', platform: 'chat', member: id } as const, community },
      conference: KEY,
    };
    const dueAt = NINE + 5 * MINUTE_MS;
    await outbox.enqueue([
      delivery(
        to,
        { kind: 'reminder', talk: '2', start: talks.pods.start, again: 1 },
        { dueAt, expiresAt: talks.pods.start },
      ),
      afterwardsDelivery(to, { kind: 'recording', talk: '3' }, dueAt),
    ]);
  };
  for (const who of ['ada', 'bob', 'cleo', 'dan']) await join(who);
  expect(await preview('3')).not.toContain('Not listed');

  await join('eve');
  expect(await preview('3')).toContain(
    'Not listed, as direct messages: about 5 reminders of what is on lists, 5 reminders put off, 5 questions about how talks were, 5 about recordings.',
  );
  expect(await preview('3', 'de')).toContain(
    'Nicht aufgeführt, als Direktnachrichten: etwa 5 Erinnerungen an Gemerktes, 5 verschobene Erinnerungen, 5 Fragen, wie Vorträge waren, 5 zu Aufzeichnungen.',
  );
  expect(await preview('1')).toContain(
    'about 5 reminders of what is on lists, 5 reminders put off, 5 about recordings.',
  );
});
