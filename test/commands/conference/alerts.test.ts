import { describe, expect, it } from 'vitest';
import { createAlertChannels } from '../../../adapters/storage/alerts/alertChannels.ts';
import { createAlerts } from '../../../adapters/storage/alerts/alerts.ts';
import { createInterest } from '../../../adapters/storage/communities/interest.ts';
import { memberStores } from '../../../adapters/storage/members/memberWork.ts';
import { plainText } from '../../../src/cards/plainText.ts';
import { createCompose } from '../../../src/courier/wording/compose.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { type Alert, alertDelivery } from '../../../src/outbox/kinds/alert.ts';
import type { ChannelCheck } from '../../../src/platform/platform.ts';
import type { Caller } from '../../../src/platform/requests.ts';
import { at } from '../../support/instants.ts';
import { keyOf } from '../../support/names.ts';
import { alone, programmeOf } from '../../support/programmes.ts';
import { conference } from '../support/conference.ts';
import { ada, openHall, organiser } from '../support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const fosdem = { platform: 'chat', id: 'fosdem' };
const KEY = keyOf('fosdem20');

describe('/conference alerts', () => {
  it('names the channel, which hears of it, and says later which that is', async () => {
    const { say, waiting } = await open();
    const named = '#orga is where organisers are told, in English, what to look at.';
    expect(await say('orga')).toContain(named);
    expect(await waiting()).toEqual(['orga Alerts come here']);
    expect(await say()).toContain(named);
    expect(await say('<#orga>', {}, { ...organiser, communityLocale: 'de' })).toContain(
      'in German',
    );
    expect(await say('orga', { language: 'en' })).toContain('in English');
  });

  it('refuses a channel to which nothing can be written, and everybody who does not organise', async () => {
    const { say, waiting } = await open();
    expect(await say('staff')).toContain('I cannot post there. What is missing: Send Messages.');
    expect(await say('nowhere')).toContain('There is no such channel');
    expect(await say('orga', {}, ada)).toContain('organisers');
    expect(await say()).toContain('Organisers are told nowhere what to look at.');
    expect(await waiting()).toEqual([]);
  });

  it('leaves a line for each time it was named and taken away', async () => {
    const { say, acts } = await open();
    await say('orga');
    await say('hall');
    await say('off');
    const channel = (id: string) => [{ kind: 'channel', id }];
    const rest = { at: NINE, by: 'olga', kind: 'alerts', about: [] };
    expect(await acts.of(fosdem, { skip: 0, limit: 9 })).toEqual([
      { ...rest, before: channel('hall'), after: [] },
      { ...rest, before: channel('orga'), after: channel('hall') },
      { ...rest, before: [], after: channel('orga') },
    ]);
  });

  it('tells what is open anew where it is told now, and says so where it was told before', async () => {
    const { say, hall, waiting } = await open();
    await say('orga');
    const alerts = createAlerts(hall.database.kysely);
    await alerts.keep(open1);
    const told = { episode: NINE } as const;
    const to = { target: channelOf('orga'), conference: KEY, language: 'en' };
    await hall.outbox.enqueue([alertDelivery(to, told, NINE)]);
    await hall.database.kysely
      .updateTable('outbox')
      .set({ state: 'sent', ready_at: null })
      .execute();

    await say('hall');
    expect(await alerts.latest()).toEqual([]);
    expect(await waiting()).toEqual([
      'orga Alerts are told elsewhere now',
      'hall Alerts come here',
    ]);
  });

  it('is shown in the status and the preview, and looked at by the doctor', async () => {
    const { say, show, channels } = await open();
    await say('orga');
    expect(await show('status')).toMatch(/Alerts\s+#orga/);
    expect(await show('preview')).toContain(
      'they come when there is something to look at, in #orga',
    );
    expect(await show('doctor')).not.toContain('#orga');
    channels['orga'] = { kind: 'forbidden', lacking: ['Send Messages'] };
    expect(await show('doctor')).toContain('#orga: I cannot post there.');
    channels['orga'] = { kind: 'missing' };
    expect(await show('doctor')).toContain('name another with /conference alerts.');
  });
});

const open1: Alert = {
  ...{ community: fosdem, episode: NINE, conference: KEY, trouble: { kind: 'sourceStale' } },
  ...{ since: NINE, seenAt: NINE, returns: 0 },
};

function channelOf(channel: string) {
  return { kind: 'channel', platform: 'chat', community: 'fosdem', channel } as const;
}

async function open() {
  const channels: Record<string, ChannelCheck> = {
    orga: { kind: 'writable', name: '#orga' },
    hall: { kind: 'writable', name: '#hall' },
    staff: { kind: 'forbidden', lacking: ['Send Messages'] },
  };
  const hall = await openHall({ now: NINE, conference, channels });
  const { kysely } = hall.database;
  const messages = messagesFor('en');
  const ask = async (subcommand: string, args: Record<string, string>, caller: Caller) => {
    const request = { kind: 'command', command: 'conference', subcommand, args, caller } as const;
    const reply = await hall.hallway.command(request);
    return reply.kind === 'card' ? plainText(reply.card, { width: 200, messages }) : '';
  };
  const compose = createCompose({
    ...hall,
    ...memberStores(kysely),
    ...{ alerts: createAlerts(kysely), alertChannels: createAlertChannels(kysely) },
    interest: createInterest(kysely),
    programmes: { ...alone, get: async () => programmeOf('fosdem20', conference) },
  });
  return {
    hall,
    acts: hall.acts,
    channels,
    say: (where?: string, rest: Record<string, string> = {}, caller: Caller = organiser) =>
      ask('alerts', where === undefined ? rest : { where, ...rest }, caller),
    show: (subcommand: string) => ask(subcommand, {}, organiser),
    /** What waits to be sent, as channel and title. */
    waiting: async () => {
      const rows = await kysely
        .selectFrom('outbox')
        .select('delivery')
        .where('state', '=', 'pending')
        .orderBy('key', 'desc')
        .execute();
      const waiting = rows.map(async ({ delivery }) => {
        const one = JSON.parse(delivery);
        return `${one.target.channel} ${(await compose([one], NINE, false))?.card.title}`;
      });
      return Promise.all(waiting);
    },
  };
}
