import { expect, it } from 'vitest';
import { memberStores } from '../../../adapters/storage/members/memberWork.ts';
import { plainText } from '../../../src/cards/plainText.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Caller } from '../../../src/platform/requests.ts';
import type { Talk } from '../../../src/schedule/schedule.ts';
import { at } from '../../support/instants.ts';
import { keyOf } from '../../support/names.ts';
import { conference, talks } from '../support/conference.ts';
import { openHall, organiser } from '../support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const german = { ...organiser, locale: 'de' };

it('organisers learn how many reminders of what is followed come, from five people on, and nobody’s words', async () => {
  const { follow, show } = await open();
  for (const who of ['ada', 'bob', 'cleo', 'dan']) {
    await follow(who, 'Kubernetes', [talks.pods, talks.next, talks.late]);
    await follow(who, 'Knitting', []);
  }
  expect(await show('preview')).not.toContain('follow');
  expect(await show('doctor')).not.toContain('Follows');

  await follow('eve', 'Kubernetes', [talks.pods, talks.next]);
  await follow('eve', 'Knitting', []);
  expect(await show('preview')).toContain(
    'Not listed, as direct messages: about 10 reminders of what is followed.',
  );
  expect(await show('preview', { hours: '1' })).toContain('Nothing will be posted.');
  expect(await show('preview', { hours: '1' })).not.toContain('follow');
  expect(await show('preview', {}, german)).toContain(
    'als Direktnachrichten: etwa 10 Erinnerungen an Abonniertes.',
  );
  expect(await show('doctor')).toMatch(/Follows that match no talk\s+about 5$/m);
  expect(await show('doctor', {}, german)).toMatch(/Abos ohne passenden Vortrag\s+etwa 5$/m);
  expect(await show('doctor')).not.toContain('Knitting');
});

async function open() {
  const hall = await openHall({ now: NINE, conference, lastTickAt: NINE });
  const { members, follows } = memberStores(hall.database.kysely);
  return {
    show: async (
      subcommand: string,
      args: Record<string, string> = {},
      caller: Caller = organiser,
    ) => {
      const request = { kind: 'command', command: 'conference', subcommand, args, caller } as const;
      const reply = await hall.hallway.command(request);
      const messages = messagesFor(caller.locale);
      return reply.kind === 'card' ? plainText(reply.card, { width: 200, messages }) : '';
    },
    follow: async (id: string, name: string, found: readonly Talk[]) => {
      const ref = { platform: 'chat', id };
      await members.see({ ref, locale: 'en', community: 'fosdem', seenAt: NINE }, id);
      const what = { conference: keyOf('fosdem20'), subject: { kind: 'words', name } as const };
      const all = found.map((talk) => ({ talk: talk.id, start: talk.start }));
      await follows.add(ref, { ...what, found: { version: 1, talks: all } }, NINE);
    },
  };
}
