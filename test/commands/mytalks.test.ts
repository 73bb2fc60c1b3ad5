import { describe, expect, it } from 'vitest';
import { createSealing } from '../../adapters/storage/sealing.ts';
import { type Delivery, delivery } from '../../src/outbox/delivery.ts';
import type { Caller, CardReply, Hallway, Reply } from '../../src/platform/requests.ts';
import { at } from '../support/instants.ts';
import { keyOf } from '../support/names.ts';
import { conference, talks } from './support/conference.ts';
import { ada, openHall } from './support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const MINUTE = 60_000;
const elsewhere: Caller = { ...ada, platform: 'mail', community: 'workspace', member: 'U1' };

describe('/mytalks', () => {
  it('shows the list by day, clashes on both sides, canceled talks struck through', async () => {
    const { hallway } = await openHall({ now: NINE });
    for (const ref of ['1', '2', '3', '4', '5']) await press(hallway, `star:${ref}`);

    const { card, ...reply } = shown(await mytalks(hallway, 'list'));

    const row = (talk: string, title: string, details: unknown[]) => ({
      kind: 'row',
      title,
      struck: false,
      details,
      open: `h1:fosdem20:open:talk:${talk}`,
      button: {
        kind: 'action',
        id: `h1:fosdem20:unstar:${talk}:mytalks:1`,
        label: '★ Starred',
        spoken: `Starred: ${title}`,
        style: 'primary',
      },
      more: [
        { label: 'Details', id: `h1:fosdem20:open:talk:${talk}` },
        { label: 'Share to channel', id: `h1:fosdem20:share:talk:${talk}` },
        { label: 'Add to calendar', id: `h1:fosdem20:exportCalendar:${talk}` },
        { label: 'Remind me …', id: `h1:fosdem20:askLead:${talk}` },
      ],
    });
    const time = (start: number, venue: string) => ({
      kind: 'time',
      at: start,
      venue,
      style: 'time',
    });
    const clash = (text: string) => [{ kind: 'strong', text }];
    expect(reply).toEqual({
      kind: 'card',
      audience: 'caller',
      placement: 'new',
      attachments: [],
    });
    expect(card).toEqual({
      kind: 'agenda',
      reader: { locale: 'en' },
      title: 'My talks',
      summary: '5 talks on your list, 2 of them in a clash',
      blocks: [
        { kind: 'text', text: ['5 talks on your list, 2 of them in a clash'], tone: 'normal' },
        { kind: 'heading', text: 'Day 1, Sat 1 Feb' },
        row('1', 'Live migration <@everyone>', [
          [
            time(talks.live.start, '10:00–10:30'),
            ' · ',
            'UD2.208 (Decroly)',
            ' · ',
            'Adrian',
            ' · ',
            'starts in 1 h',
          ],
          clash('⚠ clashes with “Pods”'),
        ]),
        row('2', 'Pods', [
          [time(talks.pods.start, '10:20–11:00'), ' · ', 'K.3.401'],
          clash('⚠ clashes with “Live migration <@everyone>”'),
        ]),
        {
          ...row('4', 'Gone', [
            [time(talks.gone.start, '11:00–11:30'), ' · ', 'UD2.208 (Decroly)', ' · ', 'canceled'],
          ]),
          struck: true,
          more: row('4', 'Gone', []).more.slice(0, 2),
        },
        row('3', 'What is next', [[time(talks.next.start, '11:00–11:30'), ' · ', 'K.3.401']]),
        { kind: 'heading', text: 'Day 2, Sun 2 Feb' },
        row('5', 'Long after midnight', [
          [
            { ...time(talks.late.start, 'Mon 3 Feb, 01:00–02:00'), style: 'dateTime' },
            ' · ',
            'K.3.401',
          ],
        ]),
        { kind: 'text', text: ['Reminders come 10 min before a talk starts.'], tone: 'quiet' },
        {
          kind: 'menu',
          placeholder: 'Open a talk …',
          options: [
            option('1', 'Sat 10:00 Live migration <@everyone>', 'UD2.208 (Decroly)'),
            option('2', 'Sat 10:20 Pods', 'K.3.401'),
            option('4', 'Sat 11:00 Gone', 'UD2.208 (Decroly)'),
            option('3', 'Sat 11:00 What is next', 'K.3.401'),
            option('5', 'Mon 01:00 Long after midnight', 'K.3.401'),
          ],
        },
        {
          kind: 'buttons',
          buttons: [
            button('sendList', 'Send as DM'),
            button('exportCalendar', 'Calendar file'),
            button('open:settings', 'Settings'),
            button('open:suggest:1:day', 'What should I see?'),
            button('drawDay', 'Picture'),
          ],
        },
      ],
    });
  });

  it.each([
    [['1'], '1 talk on your list'],
    [['1', '2'], '2 talks on your list, both in a clash'],
    [['1', '2', '3'], '3 talks on your list, 2 of them in a clash'],
  ])('counts the clashes among %j in words', async (refs, summary) => {
    const { hallway } = await openHall({ now: NINE });
    for (const ref of refs) await press(hallway, `star:${ref}`);

    expect(shown(await mytalks(hallway, 'list')).card.summary).toBe(summary);
  });

  it('says what to do when the list is empty, and keeps nothing about who asked', async () => {
    const { hallway, members } = await openHall({ now: NINE });

    const { card } = shown(await mytalks(hallway, 'list'));

    expect(card.summary).toBe('Your list is empty. Press “☆ Star” on a talk to put it here.');
    expect(await members.find({ platform: 'chat', id: 'ada' })).toBeUndefined();
  });

  it('turns the pages of a long list', async () => {
    const many = Array.from({ length: 20 }, (_, index) => ({
      ...talks.live,
      id: `t${index}`,
      start: talks.live.start + index * 30 * MINUTE,
      end: talks.live.end + index * 30 * MINUTE,
    }));
    const { hallway } = await openHall({ now: NINE, conference: { ...conference, talks: many } });
    for (const { id } of many) await press(hallway, `star:${id}`);

    const second = shown(await press(hallway, 'turn:mytalks:2'));

    expect(second.placement).toBe('replace');
    expect(second.card.blocks.filter(({ kind }) => kind === 'row')).toHaveLength(8);
    expect(second.card.blocks).toContainEqual({
      kind: 'buttons',
      buttons: [button('turn:mytalks:1', 'Back'), button('turn:mytalks:3', 'More')],
    });
    const third = shown(await press(hallway, 'turn:mytalks:9'));
    expect(third.card.blocks.filter(({ kind }) => kind === 'row')).toHaveLength(4);
  });
});

describe('a star', () => {
  it('is drawn at once where it was pressed, and the live list is on its way, once', async () => {
    const { hallway, database } = await openHall({ now: NINE });

    const first = shown(await press(hallway, 'star:1:talk:1'));
    await press(hallway, 'star:2:talk:2');

    expect(first).toMatchObject({ placement: 'replace', card: { title: 'talk', summary: '1' } });
    expect(
      await database.kysely.selectFrom('outbox').select(['target', 'kind', 'state']).execute(),
    ).toEqual([{ target: 'member:chat:ada', kind: 'list', state: 'pending' }]);
  });

  it('without a card of one’s own is confirmed in words', async () => {
    const { hallway } = await openHall({ now: NINE });

    expect(sentence(await press(hallway, 'star:1'))).toBe(
      '★ Live migration <@everyone> is on your list. Your list now lives in your direct messages and stays up to date there.',
    );
    expect(sentence(await press(hallway, 'remind:2'))).toBe(
      '★ Pods is on your list. You are reminded 10 min before it starts.',
    );
    expect(sentence(await press(hallway, 'star:1'))).toBe(
      'Live migration <@everyone> is already on your list.',
    );
    expect(sentence(await press(hallway, 'unstar:1'))).toBe(
      'Live migration <@everyone> is off your list.',
    );
    expect(sentence(await press(hallway, 'unstar:1'))).toBe('That talk is not on your list.');
    expect(sentence(await press(hallway, 'star:77'))).toBe(
      'That talk is no longer in the schedule.',
    );
  });

  it('says so when direct messages turn out to be closed, and how to mend it', async () => {
    const { hallway, members, database } = await openHall({ now: NINE });
    await press(hallway, 'star:1');
    await members.change({ platform: 'chat', id: 'ada' }, { directMessages: 'closed' });

    const advice =
      'My direct messages do not reach you, so no reminders will. Allow direct messages from this community, or ask whoever runs it to let me write to you; then press “Send as DM” in /mytalks.';
    const told = shown(await press(hallway, 'star:2:talk:2'));
    expect(told.card.summary).toBe(`★ Pods is on your list. ${advice}`);
    const again = { ...button('sendList', 'Send as DM'), style: 'primary' };
    expect(told.card.blocks.at(-1)).toEqual({ kind: 'buttons', buttons: [again] });
    expect(shown(await mytalks(hallway, 'list')).card.blocks[0]).toEqual({
      kind: 'text',
      text: [advice],
      tone: 'quiet',
    });

    await database.kysely.deleteFrom('outbox').execute();
    await press(hallway, 'star:3');
    expect(await database.kysely.selectFrom('outbox').selectAll().execute()).toEqual([]);
    expect(sentence(await press(hallway, 'sendList'))).toBe(
      'Your list is on its way to your direct messages.',
    );
    expect(await database.kysely.selectFrom('outbox').select('kind').execute()).toEqual([
      { kind: 'list' },
    ]);
    expect((await members.find({ platform: 'chat', id: 'ada' }))?.directMessages).toBe('unknown');
  });
});

describe('the lead time', () => {
  it('is asked for in a form and moves the reminders of what lies ahead', async () => {
    const { hallway, stars } = await openHall({ now: NINE });
    await press(hallway, 'star:1');

    expect(await press(hallway, 'askLead')).toEqual({
      kind: 'form',
      id: 'h1:fosdem20:setLead',
      title: 'Lead time of reminders',
      label: 'Minutes before a talk starts',
      hint: 'A whole number from 0 to 1440. For all talks without a time of their own',
      value: '10',
    });
    expect(sentence(await press(hallway, 'setLead', ' 25 '))).toBe(
      'Reminders come 25 min before a talk starts.',
    );
    expect((await stars.due(0, NINE * 2)).map(({ dueAt }) => dueAt)).toEqual([
      talks.live.start - 25 * MINUTE,
    ]);
  });

  it('is of one talk alone where it is asked for from that talk, which goes onto the list', async () => {
    const { hallway, stars } = await openHall({ now: NINE });

    expect(await press(hallway, 'askLead:1')).toMatchObject({
      id: 'h1:fosdem20:setLead:1',
      title: 'Remind me of this talk',
      hint: 'A whole number from 0 to 1440. For this talk alone',
      value: '10',
    });
    expect(sentence(await press(hallway, 'setLead:1', '25'))).toContain(
      'is on your list. Your list now lives in your direct messages and stays up to date there. You are reminded 25 min before it starts.',
    );
    expect((await stars.due(0, NINE * 2)).map(({ talk, dueAt }) => [talk, dueAt])).toEqual([
      ['1', talks.live.start - 25 * MINUTE],
    ]);
    expect(sentence(await press(hallway, 'setLead:99', '5'))).toBe(
      'That talk is no longer in the schedule.',
    );
    expect(sentence(await press(hallway, 'setLead:3', '-5'))).toContain('not a number of minutes');
    expect(await stars.due(0, NINE * 2)).toHaveLength(1);

    await press(hallway, 'star:3');
    await press(hallway, 'setLead', '5');
    expect(await press(hallway, 'askLead:1')).toMatchObject({ value: '25' });
    expect(await press(hallway, 'askLead')).toMatchObject({ value: '5' });
    expect(sentence(await press(hallway, 'remind:1'))).toBe(
      'Live migration <@everyone> is already on your list. You are reminded 25 min before it starts.',
    );
    const { blocks } = shown(await mytalks(hallway, 'list')).card;
    expect(
      blocks.flatMap((block) => (block.kind === 'row' ? [block.details.slice(1)] : [])),
    ).toEqual([[['reminder 25 min before']], []]);
    expect(blocks).toContainEqual({
      kind: 'text',
      text: ['Reminders come 5 min before a talk starts. 1 talk has a time of its own.'],
      tone: 'quiet',
    });
    await press(hallway, 'setLead:1', '0');
    expect((await stars.due(0, NINE * 2)).map(({ talk, dueAt }) => [talk, dueAt])).toEqual([
      ['1', talks.live.start],
      ['3', talks.next.start - 5 * MINUTE],
    ]);
  });

  it('is not promised to whom no reminders are sent', async () => {
    const { hallway } = await openHall({ now: NINE });
    await press(hallway, 'star:1');
    await press(hallway, 'mute');

    expect(sentence(await press(hallway, 'setLead:1', '25'))).toBe(
      'Live migration <@everyone> is already on your list. Quiet here: no reminders and no morning message. You still hear what happens to these talks.',
    );
  });

  it.each(['', '-5', '1441', '10.5', 'ten', '1e3'])('is refused when it is “%s”', async (value) => {
    const { hallway, stars } = await openHall({ now: NINE });
    await press(hallway, 'star:1');

    expect(sentence(await press(hallway, 'setLead', value))).toBe(
      `“${value}” is not a number of minutes from 0 to 1440.`,
    );
    expect((await stars.due(0, NINE * 2)).map(({ dueAt }) => dueAt)).toEqual([
      talks.live.start - 10 * MINUTE,
    ]);
  });
});

describe('turning the volume down', () => {
  const quietly = (text: string) => ({ kind: 'text', text: [text], tone: 'quiet' });
  const labels = ({ card }: ReturnType<typeof shown>) =>
    card.blocks.flatMap((block) =>
      block.kind === 'buttons' ? block.buttons.map(({ label }) => label) : [],
    );

  it('says how far it is down, and leaves the rest to the settings', async () => {
    const { hallway, members } = await openHall({ now: NINE });
    const volume = async () => (await members.find({ platform: 'chat', id: 'ada' }))?.volume;
    await press(hallway, 'star:1');

    const quieted = shown(await press(hallway, 'mute'));
    expect(quieted.card.blocks).toContainEqual(
      quietly(
        'Quiet here: no reminders and no morning message. You still hear what happens to these talks.',
      ),
    );
    expect(labels(quieted)).toEqual([
      ...['Send as DM', 'Calendar file', 'Settings', 'What should I see?', 'Picture'],
    ]);
    expect(await volume()).toBe('quiet');

    const silenced = shown(await press(hallway, 'silence'));
    expect(silenced.card.blocks).toContainEqual(
      quietly('Silent here: nothing is sent, not even that a talk is canceled.'),
    );
    expect(await volume()).toBe('silent');

    const loud = shown(await press(hallway, 'unmute'));
    expect(loud.card.blocks).toContainEqual(quietly('Reminders come 10 min before a talk starts.'));
    expect(await volume()).toBe('full');
  });

  it('is asked to tell of recordings and to ask how talks were, by button and by word', async () => {
    const { hallway, members } = await openHall({ now: NINE });
    const wants = async () => {
      const member = await members.find({ platform: 'chat', id: 'ada' });
      return [member?.wantsRecordings, member?.wantsFeedback];
    };

    expect(sentence(shown(await press(hallway, 'wish:recordings')))).toContain(
      'at most 180 days after the conference',
    );
    expect(sentence(await mytalks(hallway, 'feedback', { when: 'on' }))).toContain('how it was');
    expect(await wants()).toEqual([true, true]);
    await press(hallway, 'mute');
    expect(sentence(shown(await press(hallway, 'wish:feedback')))).toContain(
      'choose “Everything” in the settings',
    );
    expect(sentence(shown(await press(hallway, 'unwish:feedback')))).toBe(
      'You are no longer asked how talks were.',
    );
    expect(sentence(await mytalks(hallway, 'recordings', { when: 'off' }))).toBe(
      'You are no longer told of recordings.',
    );
    expect(await wants()).toEqual([false, false]);
  });

  it('hears at once of the recordings that are there when it wishes for them, and once', async () => {
    const recorded = conference.talks.map((talk) =>
      talk.id === '1'
        ? { ...talk, links: [{ title: 'Recording', url: 'https://video.example/1' }] }
        : talk,
    );
    const { hallway, database } = await openHall({
      now: at('2020-02-02T09:10+01:00'),
      conference: { ...conference, talks: recorded },
    });
    for (const talk of ['1', '2']) await press(hallway, `star:${talk}`);
    for (const deed of ['wish', 'unwish', 'wish']) await press(hallway, `${deed}:recordings`);

    const rows = await database.kysely
      .selectFrom('outbox')
      .select(['talk', 'due_at'])
      .where('kind', '=', 'recording')
      .execute();
    expect(rows).toEqual([{ talk: '1', due_at: at('2020-02-02T10:00+01:00') }]);
  });

  it('holds the morning message back, and says so when it is asked for', async () => {
    const { hallway } = await openHall({ now: NINE });
    await press(hallway, 'star:1');
    await press(hallway, 'mute');

    expect(sentence(await mytalks(hallway, 'digest', { when: 'on' }))).toBe(
      'At 08:00 of each conference day you get your talks of the day. Not while your list is quiet or silent here: choose “Everything” in the settings.',
    );
  });

  it('keeps reminders back until it is taken back, also those that fell due meanwhile', async () => {
    const { hallway, stars, setClock } = await openHall({ now: NINE });
    await press(hallway, 'star:1');
    const muted = shown(await press(hallway, 'mute'));

    expect(muted.placement).toBe('replace');
    expect(muted.card.blocks).toContainEqual({
      kind: 'text',
      text: [expect.stringContaining('Quiet here')],
      tone: 'quiet',
    });
    expect(await stars.due(0, NINE * 2)).toEqual([]);

    const later = talks.live.start - 5 * MINUTE;
    setClock(later);
    await press(hallway, 'unmute');
    expect((await stars.due(later - 1, later)).map(({ talk }) => talk)).toEqual(['1']);
  });
});

describe('the morning digest', () => {
  it('is asked for and taken back, which sends no list', async () => {
    const { hallway, members } = await openHall({ now: NINE });
    const wants = async () => (await members.find({ platform: 'chat', id: 'ada' }))?.wantsDigest;
    const kept = async () =>
      JSON.parse(shown(await mytalks(hallway, 'export')).attachments[0]?.content ?? '');

    expect(sentence(await mytalks(hallway, 'digest', { when: 'on' }))).toBe(
      'At 08:00 of each conference day you get your talks of the day.',
    );
    expect(await wants()).toBe(true);
    expect(await kept()).toMatchObject({ messages: [], accounts: [{ digest: true }] });
    expect(sentence(await mytalks(hallway, 'digest', { when: 'off' }))).toBe(
      'No more morning message.',
    );
    expect(await wants()).toBe(false);
  });
});

describe('what is kept', () => {
  it('goes out as a calendar', async () => {
    const { hallway } = await openHall({ now: NINE });
    expect(sentence(await press(hallway, 'exportCalendar'))).toContain('Your list is empty.');
    await press(hallway, 'star:1');
    await press(hallway, 'star:4');

    const { attachments } = shown(await press(hallway, 'exportCalendar'));

    expect(attachments.map(({ name, mediaType }) => [name, mediaType])).toEqual([
      ['mytalks.ics', 'text/calendar; charset=utf-8; method=PUBLISH'],
    ]);
    expect(attachments[0]?.content.match(/^(UID|STATUS):.*$/gm)).toEqual([
      'UID:fosdem20-1@hallway',
      'STATUS:CONFIRMED',
      'UID:fosdem20-4@hallway',
      'STATUS:CANCELLED',
    ]);
  });

  it('or one talk of the conference does, on the list or not', async () => {
    const { hallway } = await openHall({ now: NINE });

    const { attachments } = shown(await press(hallway, 'exportCalendar:3'));

    expect(attachments.map(({ name }) => name)).toEqual(['talk.ics']);
    expect(attachments[0]?.content.match(/^(UID|SUMMARY):.*$/gm)).toEqual([
      'UID:fosdem20-3@hallway',
      'SUMMARY:What is next',
    ]);
    expect(sentence(await press(hallway, 'exportCalendar:99'))).toBe(
      'That talk is no longer in the schedule.',
    );
  });

  it('is handed over as JSON and then forgotten', async () => {
    const { hallway } = await openHall({ now: NINE });
    await press(hallway, 'star:1');

    const { attachments } = shown(await mytalks(hallway, 'export'));
    expect(JSON.parse(attachments[0]?.content ?? '')).toEqual({
      leadMinutes: 10,
      messages: [{ platform: 'chat', conference: 'fosdem20', kind: 'list', state: 'pending' }],
      accounts: [
        {
          platform: 'chat',
          id: 'ada',
          community: 'fosdem',
          locale: 'en',
          volume: 'full',
          digest: false,
          recordings: false,
          says: true,
          feedback: false,
          directMessages: 'unknown',
          lastSeen: '2020-02-01T08:00:00.000Z',
        },
      ],
      roles: [],
      speakers: [],
      stars: [
        {
          conference: 'fosdem20',
          talk: '1',
          community: 'fosdem',
          starredAt: '2020-02-01T08:00:00.000Z',
        },
      ],
      follows: [],
      acts: [],
    });

    await mytalks(hallway, 'forget');
    expect(sentence(await mytalks(hallway, 'export'))).toBe('Nothing is kept about you.');
  });
});

describe('linking', () => {
  it('words the lists of both accounts by the clock of the community in which a talk was starred', async () => {
    const { hallway, database } = await openHall({ now: NINE });
    await mytalks(hallway, 'link');
    await mytalks(hallway, 'link', { code: '23456-789AB' }, elsewhere);
    await press(hallway, 'star:1');

    const outbox = database.kysely.selectFrom('outbox').select('delivery').orderBy('platform');
    const rows = await outbox.execute();
    const lists = rows.map(({ delivery }): Delivery => JSON.parse(delivery));
    const community = { platform: ada.platform, id: ada.community };
    expect(lists.map((list) => ({ target: list.target, community: list.community }))).toEqual([
      { target: { kind: 'member', platform: ada.platform, member: ada.member }, community },
      { target: { kind: 'member', platform: 'mail', member: 'U1' }, community },
    ]);
  });

  it('makes one list of two accounts, and parting leaves it with both', async () => {
    const { hallway } = await openHall({ now: NINE });
    await press(hallway, 'star:1');
    await press(hallway, 'star:2', undefined, elsewhere);

    const offer = sentence(await mytalks(hallway, 'link'));
    expect(offer).toContain('/mytalks link 23456-789AB');
    expect(sentence(await mytalks(hallway, 'link', { code: '23456 789ab' }, elsewhere))).toBe(
      'Linked: one list for all these accounts. Choose “Quiet” in the settings where you want no reminders.',
    );
    expect(titles(await mytalks(hallway, 'list'))).toEqual([talks.live.title, 'Pods']);
    expect(titles(await mytalks(hallway, 'list', {}, elsewhere))).toEqual([
      talks.live.title,
      'Pods',
    ]);

    await mytalks(hallway, 'unlink', {}, elsewhere);
    await press(hallway, 'unstar:1');
    expect(titles(await mytalks(hallway, 'list'))).toEqual(['Pods']);
    expect(titles(await mytalks(hallway, 'list', {}, elsewhere))).toEqual([
      talks.live.title,
      'Pods',
    ]);
  });

  it('refuses wrong codes, and after five of them every code', async () => {
    const { hallway } = await openHall({ now: NINE });
    await mytalks(hallway, 'link');
    for (let attempt = 0; attempt < 5; attempt += 1) {
      expect(
        sentence(await mytalks(hallway, 'link', { code: `wrong ${attempt}` }, elsewhere)),
      ).toBe('This code is wrong, used or older than 10 minutes. /mytalks link makes a new one.');
    }

    expect(sentence(await mytalks(hallway, 'link', { code: '23456-789AB' }, elsewhere))).toBe(
      'Too many wrong codes. Try again in 10 minutes.',
    );
  });
});

describe('the buttons of a reminder', () => {
  it('have it come once more, and say when, or why not', async () => {
    const { hallway, outbox, setClock, database } = await openHall({ now: NINE });
    await press(hallway, 'star:1');
    const { start } = talks.live;
    const target = { kind: 'member', platform: 'chat', member: 'ada' } as const;
    const to = { target, conference: keyOf('fosdem20') };
    const reminder = { kind: 'reminder', talk: '1', start } as const;
    await outbox.enqueue([delivery(to, reminder, { dueAt: NINE, expiresAt: start })]);
    const again = (minutes: number) => press(hallway, `snooze:${minutes}:${start}:1`);

    expect(sentence(await again(5))).toBe('This reminder is too old to come again.');
    await database.kysely
      .updateTable('outbox')
      .set({ state: 'sent' })
      .where('kind', '=', 'reminder')
      .execute();
    setClock(start - 10 * MINUTE);
    expect(sentence(await again(10))).toBe('Too late for that: it starts at 10:00.');
    expect(sentence(await again(5))).toBe('You are reminded again at 09:55.');
    expect(sentence(await again(5))).toBe('You have already asked to be reminded again.');
  });
});

function press(hallway: Hallway, deed: string, value?: string, caller = ada): Promise<Reply> {
  const id = `h1:fosdem20:${deed}`;
  return hallway.press({ kind: 'press', id, caller, ...(value === undefined ? {} : { value }) });
}

function mytalks(
  hallway: Hallway,
  subcommand: string,
  args: Readonly<Record<string, string>> = {},
  caller = ada,
): Promise<Reply> {
  return hallway.command({ kind: 'command', command: 'mytalks', subcommand, args, caller });
}

function shown(reply: Reply): CardReply {
  if (reply.kind !== 'card') throw new Error(`A ${reply.kind} instead of a card`);
  return reply;
}

function sentence(reply: Reply): string {
  return shown(reply).card.summary;
}

function titles(reply: Reply): readonly string[] {
  return shown(reply).card.blocks.flatMap((block) => (block.kind === 'row' ? [block.title] : []));
}

function button(deed: string, label: string) {
  return { kind: 'action', id: `h1:fosdem20:${deed}`, label, style: 'secondary' };
}

function option(talk: string, label: string, description: string) {
  return { label, description, id: `h1:fosdem20:open:talk:${talk}` };
}

describe('the address that calendars follow', () => {
  const ADDRESS = /^https:\/\/hallway\.example\.org\/calendar\/[0-9a-f]{32}\.ics$/;
  const served = { now: NINE, webUrl: 'https://hallway.example.org' };
  const sealing = createSealing(Buffer.alloc(32, 1));

  it('is shown with what it cannot promise, the same each time, until it is renewed', async () => {
    const { hallway } = await openHall({ ...served, sealing });

    const { card, audience } = shown(await mytalks(hallway, 'calendar'));
    const again = shown(await mytalks(hallway, 'calendar')).card;
    const { card: renewed, placement } = shown(await press(hallway, 'renewCalendar'));

    expect(audience).toBe('caller');
    expect(addressIn(card)).toMatch(ADDRESS);
    expect(JSON.stringify(card)).toContain('every 8 to 24 hours and ignores alarms');
    expect(addressIn(again)).toBe(addressIn(card));
    expect(placement).toBe('replace');
    expect(addressIn(renewed)).toMatch(ADDRESS);
    expect(JSON.stringify(renewed)).toContain('the old one no longer works');
    expect(addressIn(shown(await mytalks(hallway, 'calendar')).card)).toBe(addressIn(renewed));
  });

  it('is shown once where it cannot be kept to be shown again', async () => {
    const { hallway } = await openHall(served);
    await mytalks(hallway, 'calendar');

    const { card } = shown(await mytalks(hallway, 'calendar'));

    expect(addressIn(card)).toBeUndefined();
    expect(sentence({ kind: 'card', card } as CardReply)).toContain(
      'Your list has had an address since ',
    );
    expect(addressIn(shown(await press(hallway, 'renewCalendar')).card)).toMatch(ADDRESS);
  });

  it('is one press away from the file', async () => {
    const { hallway } = await openHall(served);
    await press(hallway, 'star:1');

    const { card, attachments } = shown(await press(hallway, 'exportCalendar'));

    expect(attachments).toHaveLength(1);
    expect(JSON.stringify(card)).toContain('h1:fosdem20:followCalendar');
    expect(addressIn(shown(await press(hallway, 'followCalendar')).card)).toMatch(ADDRESS);
  });

  it('is none where nothing is served: a file comes in its place', async () => {
    const { hallway } = await openHall({ now: NINE });
    await press(hallway, 'star:1');

    expect(shown(await mytalks(hallway, 'calendar')).attachments).toHaveLength(1);
    expect(sentence(await press(hallway, 'followCalendar'))).toContain('nothing is served');
  });
});

function addressIn({ blocks }: CardReply['card']): string | undefined {
  const code = blocks
    .flatMap((block) => (block.kind === 'text' ? block.text : []))
    .find((inline) => typeof inline !== 'string' && inline.kind === 'code');
  return typeof code === 'object' && 'text' in code ? code.text : undefined;
}
