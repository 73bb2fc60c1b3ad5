import { describe, expect, it } from 'vitest';
import type { Inline } from '../../src/cards/cards.ts';
import type { Sources } from '../../src/commands/conference/ports.ts';
import type { Caller, CardReply, Hallway } from '../../src/platform/requests.ts';
import type { CommunityRef } from '../../src/platform/target.ts';
import type { SourceStatus } from '../../src/schedule/keeping/kept.ts';
import { ScheduleFormatError } from '../../src/schedule/refusal.ts';
import { at } from '../support/instants.ts';
import { keyOf, roomSlug } from '../support/names.ts';
import { conference, talks } from './support/conference.ts';
import { ada, type HallSetting, openHall, organiser } from './support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const MINUTE = 60_000;
const fosdem = { platform: 'chat', id: 'fosdem' };
const general = { kind: 'channel', platform: 'chat', community: 'fosdem', channel: 'general' };
const healthy: SourceStatus = {
  source: {
    key: keyOf('fosdem20'),
    address: 'https://fosdem.org/2020/schedule/xml',
    trust: 'chat',
  },
  number: 2,
  takenAt: NINE - 60 * MINUTE,
  checkedAt: NINE - 5 * MINUTE,
  problem: undefined,
};
const setting: HallSetting = {
  now: NINE,
  channels: {
    general: { kind: 'writable', name: '#general' },
    staff: { kind: 'forbidden', lacking: ['View Channel', 'Send Messages'] },
  },
  sources: {
    use: async () => ({ kind: 'taken', conference }),
    status: async () => healthy,
  },
  lastTickAt: NINE,
};

describe('/conference', () => {
  it('is for organisers, and for a community', async () => {
    const { hallway } = await openHall(setting);
    const { community: _, ...alone } = organiser;

    expect(sentence(await ask(hallway, 'status', {}, ada))).toBe(
      '/conference is for organisers. Whoever manages this community can use it.',
    );
    expect(sentence(await ask(hallway, 'status', {}, alone))).toBe(
      'This works in a server or workspace, not in direct messages.',
    );
  });
});

describe('use with a page', () => {
  const LONG = `https://demo.example/${'conference/'.repeat(9)}schedule.json`;
  const offering = async (sources: Partial<Sources>) => {
    const used: (readonly unknown[])[] = [];
    const hall = await openHall({
      ...setting,
      sources: {
        status: async () => healthy,
        use: async (...args) => {
          used.push(args);
          return {
            kind: 'several',
            addresses: ['https://demo.example/1.ics', 'https://x.example/2.ics', LONG],
          };
        },
        ...sources,
      },
    });
    return { ...hall, used };
  };

  it('says in one sentence where a page led to', async () => {
    const found = { address: 'https://demo.example/all.ics?key=1', system: 'Sched' };
    const { hallway } = await offering({ use: async () => ({ kind: 'taken', conference, found }) });

    expect(linesOf(await ask(hallway, 'use', { source: 'https://demo.example' }))).toEqual([
      expect.stringContaining('This community now follows FOSDEM 2020'),
      'Found Sched’s schedule at https://demo.example/all.ics',
    ]);
  });

  it('offers several schedules of a page as buttons that hold all they need', async () => {
    const { hallway, used } = await offering({});
    const args = { source: 'https://demo.example', zone: 'Europe/Berlin', name: 'Demo' };
    const { card } = await ask(hallway, 'use', args);
    const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));

    expect(linesOf({ card })).toEqual([
      expect.stringContaining('This page offers several schedules.'),
      ...['https://demo.example/1.ics', 'https://x.example/2.ics', LONG],
    ]);
    expect(buttons.map(({ label }) => label)).toEqual([
      ...['Take demo.example/1.ics', 'Take x.example/2.ics'],
    ]);
    const id = buttons[1]?.kind === 'action' ? buttons[1].id : '';
    await hallway.press({ kind: 'press', id, caller: organiser });
    expect(used.at(-1)?.slice(1)).toEqual([
      'olga',
      'https://x.example/2.ics',
      'Europe/Berlin',
      'Demo',
      undefined,
      undefined,
    ]);

    const refused = await hallway.press({ kind: 'press', id, caller: ada });
    expect(refused.kind === 'card' && refused.card.summary).toMatch('for organisers');
    expect(used).toHaveLength(2);
  });

  it('works without buttons where the present schedule cannot be had', async () => {
    const hall = await openHall({
      ...setting,
      sources: {
        status: async () => healthy,
        use: async () => ({ kind: 'several', addresses: ['https://demo.example/1.ics'] }),
      },
      unreadable: new ScheduleFormatError({ kind: 'empty', facts: [] }),
    });

    const { card } = await ask(hall.hallway, 'use', { source: 'https://demo.example' });
    expect(card.blocks.map(({ kind }) => kind)).toEqual(['text', 'text']);
  });
});

describe('use with a second conference', () => {
  const asking = async (isStarred: boolean, address = 'https://fringe.example/x.json') => {
    const used: (readonly unknown[])[] = [];
    const hall = await openHall({
      ...setting,
      sources: {
        status: async () => healthy,
        use: async (...args) => {
          used.push(args);
          const isSaid = args[6] !== undefined;
          return isSaid
            ? { kind: 'taken', conference, isBeside: true }
            : { kind: 'asks', address, conference: { ...conference, title: 'Fringe' }, isStarred };
        },
      },
    });
    const { card } = await ask(hall.hallway, 'use', { source: address, name: 'Fringe' });
    const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    return { ...hall, used, card, buttons };
  };

  it('asks whether it replaces the first or comes beside it, and a button says so', async () => {
    const { card, buttons, hallway, used } = await asking(false);
    expect(linesOf({ card })).toEqual([
      `Fringe (${conference.talks.length} talks) can be read. Should it replace FOSDEM 2020, or come beside it?`,
      'What people starred stays on their lists.',
    ]);
    expect(buttons.map(({ label }) => label)).toEqual(['Replace', 'Add beside']);

    const id = buttons[1]?.kind === 'action' ? buttons[1].id : '';
    const reply = await hallway.press({ kind: 'press', id, caller: organiser });

    expect(used.at(-1)?.slice(1)).toEqual([
      ...['olga', 'https://fringe.example/x.json', undefined, 'Fringe', undefined, 'add'],
    ]);
    expect(reply.kind === 'card' && reply.card.summary).toMatch('has FOSDEM 2020, too');
    const refused = await hallway.press({ kind: 'press', id, caller: ada });
    expect(refused.kind === 'card' && refused.card.summary).toMatch('for organisers');
    expect(used).toHaveLength(2);
  });

  it('offers to add it first where somebody starred something of the first', async () => {
    const { buttons } = await asking(true);
    expect(buttons.map(({ label }) => label)).toEqual(['Add beside', 'Replace']);
  });

  it('has it said in words where its address is too long for a button', async () => {
    const { card, buttons } = await asking(false, `https://fringe.example/${'x'.repeat(99)}`);
    expect(buttons).toEqual([]);
    expect(linesOf({ card }).at(-1)).toBe('Say which by /conference use … as:replace, or as:add.');
  });
});

describe('drop', () => {
  const stage = async () => {
    const hall = await openHall({ ...setting, beside: { ...conference, title: 'Fringe' } });
    const [main, fringe] = await hall.programmes.all();
    const choose = (key: typeof main.key, address: string, isBeside?: true) =>
      hall.communities.choose(fosdem, {
        source: { key, address, trust: 'chat' },
        chosenAt: NINE,
        ...(isBeside && { isBeside }),
      });
    return { ...hall, main, fringe, choose };
  };

  it('says what is lost with each conference, and a button drops its own alone', async () => {
    const { hallway, communities, main, fringe, choose, acts } = await stage();
    if (fringe === undefined) throw new Error('It takes place beside.');
    await choose(main.key, 'https://main.example/?token=secret');
    await choose(fringe.key, 'https://fringe.example', true);
    await communities.setDelay(fosdem, fringe.key, { room: roomSlug('a'), minutes: 5, since: 0 });
    await ask(hallway, 'announce', { channel: 'general' });

    const { card } = await ask(hallway, 'drop');

    expect(linesOf({ card })).toEqual([
      'FOSDEM 2020 is no longer announced in 1 channel.',
      'Fringe is no longer announced in 1 channel. 1 delay, talk by hand or stream of yours is lost.',
      'What people starred stays on their lists.',
    ]);
    const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    expect(buttons.map(({ label }) => label)).toEqual(['Drop FOSDEM 2020', 'Drop Fringe']);
    const id = buttons[1]?.kind === 'action' ? buttons[1].id : '';
    const press = (caller: Caller) => hallway.press({ kind: 'press', id, caller });
    const refused = await press(ada);
    expect(refused.kind === 'card' && refused.card.summary).toMatch('for organisers');
    expect(await communities.choicesOf(fosdem)).toHaveLength(2);

    const dropped = await press(organiser);

    expect(dropped.kind === 'card' && dropped.card.summary).toBe(
      'This community no longer has Fringe.',
    );
    expect((await communities.choicesOf(fosdem)).map(({ source }) => source.key)).toEqual([
      main.key,
    ]);
    const [act] = await acts.of(fosdem, { skip: 0, limit: 1 });
    expect(act).toEqual({
      ...{ kind: 'drop', at: NINE, by: 'olga', about: [], after: [] },
      before: ['https://fringe.example/'],
    });
    const again = await press(organiser);
    expect(again.kind === 'card' && again.card.kind).toBe('problem');
  });

  it('is refused where the community has the operator’s conference alone', async () => {
    const { hallway } = await stage();
    expect(sentence(await ask(hallway, 'drop'))).toBe(
      'This community has chosen no such conference. /conference use chooses one.',
    );
  });
});

describe('announce', () => {
  it('subscribes a channel to everything ten minutes ahead unless told otherwise', async () => {
    const { hallway, subscriptions } = await openHall(setting);

    expect(sentence(await ask(hallway, 'announce', { channel: 'general' }))).toBe(
      '#general will hear in English: announcements, notices; 10 min ahead; everything. Next is “Live migration <@everyone>”, Sat 1 Feb, 10:00–10:30, UD2.208 (Decroly).',
    );
    expect(await subscriptions.of(fosdem)).toEqual([
      {
        target: general,
        leadMinutes: 10,
        rooms: [],
        tracks: [],
        kinds: ['announcements', 'notices'],
        language: 'en',
        since: NINE,
      },
    ]);
  });

  it('takes rooms, tracks, kinds, a lead and a mention, as people write them', async () => {
    const { hallway, subscriptions } = await openHall(setting);

    const reply = await ask(hallway, 'announce', {
      channel: 'general',
      lead: '5',
      rooms: 'k.3.401, ud2 208',
      tracks: 'go',
      kinds: 'Digest, announcements',
      mention: '4711',
    });

    expect(sentence(reply)).toBe(
      '#general will hear in English: announcements, digest; 5 min ahead; K.3.401, UD2.208 (Decroly), Go. Each announcement mentions @4711. Next is “Pods”, Sat 1 Feb, 10:20–11:00, K.3.401.',
    );
    expect(await subscriptions.of(fosdem)).toEqual([
      {
        target: general,
        leadMinutes: 5,
        rooms: ['k-3-401', 'ud2-208-decroly'],
        tracks: ['go'],
        kinds: ['announcements', 'digest'],
        mention: '4711',
        language: 'en',
        since: NINE,
      },
    ]);
  });

  it('leaves what is not named as it was, and clears rooms, tracks and mention when told so', async () => {
    const { hallway, subscriptions } = await openHall(setting);
    const again = async (args: Readonly<Record<string, string>>) => {
      const told = sentence(await ask(hallway, 'announce', { channel: 'general', ...args }));
      const [{ target: _, since: __, ...kept } = {}] = await subscriptions.of(fosdem);
      return { told, kept };
    };
    const first = {
      leadMinutes: 10,
      rooms: ['k-3-401'],
      tracks: ['go'],
      kinds: ['announcements', 'notices', 'digest'],
      mention: '4711',
      language: 'de',
    };
    const { rooms: _, tracks: __, ...rest } = first;
    await again({
      ...{ rooms: 'k.3', tracks: 'go', kinds: 'announcements, notices, digest', language: 'de' },
      mention: '4711',
    });

    expect(await again({ lead: '5' })).toEqual({
      told: '#general will hear in German: announcements, notices, digest; 5 min ahead; K.3.401, Go. Each announcement mentions @4711. Next is “Pods”, Sat 1 Feb, 10:20–11:00, K.3.401.',
      kept: { ...first, leadMinutes: 5 },
    });
    expect((await again({ kinds: 'digest', rooms: '' })).kept).toEqual({
      ...{ ...first, leadMinutes: 5, kinds: ['digest'] },
    });
    expect((await again({ rooms: 'All', tracks: 'all' })).kept).toEqual({
      ...{ ...rest, rooms: [], tracks: [], leadMinutes: 5, kinds: ['digest'] },
    });
    expect((await again({ mention: 'none' })).kept).not.toHaveProperty('mention');
    expect((await again({ kinds: 'announcements' })).told).toBe(
      '#general will hear in German: announcements; 5 min ahead; everything. Next is “Live migration <@everyone>”, Sat 1 Feb, 10:00–10:30, UD2.208 (Decroly).',
    );
  });

  it('tells no lead and nobody who is mentioned where no talk is announced', async () => {
    const { hallway } = await openHall(setting);

    expect(
      sentence(await ask(hallway, 'announce', { channel: 'general', kinds: 'digest' })),
    ).toMatch(/^#general will hear in English: digest; everything\. Next is/);
    expect(
      sentence(await ask(hallway, 'announce', { channel: 'general', mention: '4711' })),
    ).toContain('everything. Only announcements mention anybody, and none go there.');
    expect(linesOf(await ask(hallway, 'status'))).toEqual([
      '#general · digest · everything · English',
    ]);
  });

  it('says whom it mentions wherever it tells of the channel, and when that role is gone', async () => {
    const { hallway, subscriptions } = await openHall(setting);
    await ask(hallway, 'announce', { channel: 'general', mention: '4711' });

    expect(linesOf(await ask(hallway, 'status'))).toEqual([
      '#general · 10 min ahead · announcements, notices · everything · English · @4711',
    ]);
    const { card } = await ask(hallway, 'doctor');
    const facts = card.blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
    expect(facts.find(({ label }) => label === 'Mentioned')?.value).toEqual([
      { kind: 'channel', id: 'general' },
      ' ',
      { kind: 'mention', id: '4711' },
    ]);

    const [one] = await subscriptions.of(fosdem);
    if (one !== undefined) await subscriptions.put({ ...one, mention: 'deleted' });
    expect(linesOf(await ask(hallway, 'doctor'))).toEqual([
      '1 thing to look at',
      '• #general: the role to be mentioned no longer exists, so nobody is mentioned. /conference announce names another, or none.',
    ]);
    expect(sentence(await ask(hallway, 'announce', { channel: 'general', lead: '5' }))).toBe(
      'The role to be mentioned there no longer exists. Name another, or say that nobody is to be mentioned.',
    );
  });

  it.each([
    ['as told', { language: 'DE' }, {}, 'de'],
    ['rather than the community’s', { language: 'en' }, { communityLocale: 'de' }, 'en'],
    ['or else the community’s', {}, { communityLocale: 'de-AT' }, 'de'],
    ['or else English, whoever asks', {}, { locale: 'de' }, 'en'],
    ['and English where the community’s is not known', {}, { communityLocale: 'fi' }, 'en'],
  ])('speaks a language, %s', async (_which, args, caller, language) => {
    const { hallway, subscriptions } = await openHall(setting);

    const asked = { ...organiser, ...caller };
    await ask(hallway, 'announce', { channel: 'general', ...args }, asked);

    expect(await subscriptions.of(fosdem)).toMatchObject([{ language }]);
  });

  it('says in which language, in that of whoever asks; so do status and preview', async () => {
    const { hallway } = await openHall(setting);
    const channel = { channel: 'general', rooms: 'ud2 208' };

    expect(sentence(await ask(hallway, 'announce', { ...channel, language: 'de' }))).toContain(
      '#general will hear in German: announcements',
    );
    expect(linesOf(await ask(hallway, 'status'))).toEqual([
      '#general · 10 min ahead · announcements, notices · UD2.208 (Decroly) · German',
    ]);
    expect(linesOf(await ask(hallway, 'preview', { hours: '1' }))).toEqual([
      '1 post',
      '09:50 #general · 10:00 Live migration <@everyone>, UD2.208 (Decroly) (German)',
    ]);
    const german = { ...organiser, locale: 'de' };
    expect(linesOf(await ask(hallway, 'preview', { hours: '1' }, german))).toEqual([
      '1 Beitrag',
      '09:50 #general · 10:00 Live migration <@everyone>, UD2.208 (Decroly)',
    ]);
  });

  it.each([
    [{ channel: 'nowhere' }, 'There is no such channel, or it is hidden from me.'],
    [{ channel: 'staff' }, 'What is missing: View Channel, Send Messages.'],
    [{ channel: 'general', rooms: 'K.3.401, attic' }, 'There is no room “attic”.'],
    [{ channel: 'general', tracks: 'cooking' }, 'There is no track “cooking”.'],
    [{ channel: 'general', kinds: 'gossip' }, 'There is no kind “gossip”'],
  ])('refuses %j with a reason and subscribes nothing', async (args, reason) => {
    const { hallway, subscriptions } = await openHall(setting);

    expect(sentence(await ask(hallway, 'announce', args))).toContain(reason);
    expect(await subscriptions.all()).toEqual([]);
  });

  it('ends with mute', async () => {
    const { hallway, subscriptions } = await openHall(setting);
    await ask(hallway, 'announce', { channel: 'general' });

    expect(sentence(await ask(hallway, 'mute', { channel: 'general' }))).toBe(
      'Nothing will be posted there any more.',
    );
    expect(sentence(await ask(hallway, 'mute', { channel: 'general' }))).toBe(
      'Nothing was posted there anyway.',
    );
    expect(await subscriptions.all()).toEqual([]);
  });
});

describe('preview', () => {
  it('shows each post at its minute, talks that start together as one, canceled ones not', async () => {
    const { hallway } = await openHall(setting);
    await ask(hallway, 'announce', { channel: 'general' });

    const { card } = await ask(hallway, 'preview', { hours: '2' });

    const post = (when: number, venue: string, ...what: Inline[]) => ({
      kind: 'text',
      tone: 'normal',
      text: [
        { kind: 'time', at: when - 10 * MINUTE, venue, style: 'time' },
        ' ',
        { kind: 'channel', id: 'general' },
        ' · ',
        ...what,
      ],
    });
    const strong = (text: string): Inline => ({ kind: 'strong', text });
    expect(card).toEqual({
      kind: 'organiser',
      title: 'The next 2 hours',
      summary: '3 posts',
      reader: { locale: 'en' },
      blocks: [
        { kind: 'text', text: ['3 posts'], tone: 'quiet' },
        post(talks.live.start, '09:50', '10:00 ', strong(talks.live.title), ', UD2.208 (Decroly)'),
        post(talks.pods.start, '10:10', '10:20 ', strong('Pods'), ', K.3.401'),
        post(talks.next.start, '10:50', '11:00 ', strong('What is next'), ', K.3.401'),
        {
          kind: 'buttons',
          buttons: [
            {
              kind: 'action',
              id: 'h1:fosdem20:turn:preview:2',
              label: 'Look again',
              style: 'secondary',
            },
          ],
        },
      ],
    });
  });

  it('names some of many that start together, and counts the others', async () => {
    const many = Array.from({ length: 6 }, (_, index) => ({
      ...talks.pods,
      id: `p${index}`,
      title: `Pods ${index}`,
    }));
    const crowded = { ...conference, talks: many };
    const { hallway } = await openHall({ ...setting, conference: crowded });
    await ask(hallway, 'announce', { channel: 'general' });

    const { card } = await ask(hallway, 'preview', { hours: '2' });

    const [post] = card.blocks.flatMap((block) =>
      block.kind === 'text' && block.tone === 'normal' ? [block.text] : [],
    );
    expect(
      post?.flatMap((part) => (typeof part === 'object' && 'text' in part ? [part.text] : [])),
    ).toEqual(['Pods 0', 'Pods 1', 'Pods 2', 'Pods 3']);
    expect(post?.at(-1)).toBe(' and 2 more');
  });

  it('shows what fell due since the last tick: it comes with the next', async () => {
    const now = talks.live.start - 5 * MINUTE;
    const { hallway } = await openHall({ ...setting, now, lastTickAt: now - 30_000 });
    await ask(hallway, 'announce', { channel: 'general' });

    expect(sentence(await ask(hallway, 'preview', { hours: '1' }))).toBe('3 posts');
  });

  it('says which posts are tomorrow’s', async () => {
    const now = talks.live.start - 24 * 60 * MINUTE + 30 * MINUTE;
    const { hallway } = await openHall({ ...setting, now, lastTickAt: now });
    await ask(hallway, 'announce', { channel: 'general', kinds: 'announcements, digest' });

    expect(linesOf(await ask(hallway, 'preview', { hours: '24' })).slice(1, 3)).toEqual([
      'tomorrow 08:00 #general · Digest of the day',
      'tomorrow 09:50 #general · 10:00 Live migration <@everyone>, UD2.208 (Decroly)',
    ]);
  });

  it('knows when nothing will be posted', async () => {
    const { hallway } = await openHall(setting);

    expect(sentence(await ask(hallway, 'preview'))).toBe('Nothing will be posted.');
  });
});

describe('status', () => {
  it('tells of source, programme, ticks, messages, delays and channels', async () => {
    const { hallway } = await openHall(setting);
    await ask(hallway, 'announce', { channel: 'general', lead: '5', rooms: 'K.3.401' });
    await hallway.press({ kind: 'press', id: 'h1:fosdem20:star:1', caller: ada });

    const { card } = await ask(hallway, 'status');

    expect(card).toEqual({
      kind: 'organiser',
      title: 'Status of FOSDEM 2020',
      summary: '5 talks, 1 message waiting',
      reader: { locale: 'en' },
      blocks: [
        {
          kind: 'facts',
          facts: [
            { label: 'Source', value: ['https://fosdem.org/2020/schedule/xml'] },
            { label: 'Time zone', value: ['Europe/Brussels'] },
            { label: 'Programme', value: ['5 talks in 2 rooms, 1 canceled'] },
            { label: 'Last change', value: ['Sat 1 Feb, 08:00'] },
            { label: 'Last read', value: ['Sat 1 Feb, 08:55'] },
            { label: 'Last tick', value: ['Sat 1 Feb, 09:00'] },
            { label: 'Last message', value: ['never'] },
            { label: 'Last hour', value: ['nothing was sent'] },
            {
              label: 'Messages',
              value: ['1 waiting, 0 under way, 0 sent, 0 failed, 0 expired'],
            },
          ],
        },
        { kind: 'heading', text: 'Channels' },
        {
          kind: 'text',
          tone: 'normal',
          text: [
            { kind: 'channel', id: 'general' },
            ' · ',
            '5 min ahead · announcements, notices · K.3.401 · English',
          ],
        },
        {
          kind: 'buttons',
          buttons: [
            {
              kind: 'action',
              id: 'h1:fosdem20:turn:status',
              label: 'Look again',
              style: 'secondary',
            },
            {
              kind: 'action',
              id: 'h1:fosdem20:turn:log:1',
              label: 'Who did what',
              style: 'secondary',
            },
          ],
        },
      ],
    });
  });
});

describe('a schedule that cannot be read at all', () => {
  const unreadable = new ScheduleFormatError({ kind: 'webPage', facts: [] });

  it('is told of, and can be replaced', async () => {
    const { hallway } = await openHall({ ...setting, unreadable });

    for (const subcommand of ['status', 'doctor']) {
      expect(sentence(await ask(hallway, subcommand))).toBe(
        'The schedule of this community cannot be read. This is a web page (HTML), not a schedule; look for its export as XML, JSON or iCalendar. Organisers can choose another with /conference use.',
      );
    }
    expect(sentence(await ask(hallway, 'use', { source: 'https://fosdem.org/xml' }))).toBe(
      'This community now follows FOSDEM 2020: 5 talks, times in Europe/Brussels.',
    );
  });
});

describe('use', () => {
  it('hands source, zone and name on and tells what was found there', async () => {
    const used: unknown[] = [];
    const sources = {
      use: async (...asked: Parameters<Sources['use']>) => {
        used.push(asked);
        return { kind: 'taken', conference } as const;
      },
      status: async () => undefined,
    };
    const { hallway } = await openHall({ ...setting, sources });

    const reply = await ask(hallway, 'use', {
      source: ' https://fosdem.org/xml ',
      zone: 'europe/brussels',
      name: ' FOS\u200bDEM\n\u202e2020 ',
      rooms: ' https://API.example/rooms',
    });

    expect(sentence(reply)).toBe(
      'This community now follows FOSDEM 2020: 5 talks, times in Europe/Brussels.',
    );
    expect(used).toEqual([
      [
        ...[fosdem, 'olga', 'https://fosdem.org/xml', 'Europe/Brussels', 'FOSDEM 2020'],
        ...['https://api.example/rooms', undefined],
      ],
    ]);
  });

  it('refuses zones that do not exist and sources that are none', async () => {
    const { sources: _, ...bare } = setting;
    const { hallway } = await openHall(bare);

    expect(
      sentence(await ask(hallway, 'use', { source: 'https://x.example', zone: 'Mars/North' })),
    ).toBe('There is no time zone “Mars/North”. It is written like Europe/Brussels.');
    for (const rooms of ['http://api.example', 'https://u:p@api.example', 'rooms.json', 'off']) {
      expect(sentence(await ask(hallway, 'use', { source: 'https://x.example', rooms }))).toContain(
        `“${rooms}” is not an address that tells the state of rooms.`,
      );
    }
    expect(sentence(await ask(hallway, 'use', { source: 'https://x.example' }))).toBe(
      'The schedule was not taken. The schedule has no talks.',
    );
  });
});

describe('delay', () => {
  it('shifts a room and says how many talks that concerns', async () => {
    const set: unknown[] = [];
    const delays = {
      set: async (community: CommunityRef, { key }: { key: string }, delay: object) => {
        set.push([community, key, delay]);
        return 2;
      },
    };
    const { hallway } = await openHall({ ...setting, delays });

    expect(sentence(await ask(hallway, 'delay', { room: 'k.3', minutes: '15' }))).toBe(
      'K.3.401 runs 15 min late: 2 talks still to come today are shifted, and those concerned are told.',
    );
    expect(sentence(await ask(hallway, 'delay', { room: 'k.3', minutes: '0' }))).toBe(
      'K.3.401 is on time again.',
    );
    expect(sentence(await ask(hallway, 'delay', { room: 'attic', minutes: '5' }))).toContain(
      'There is no room “attic”.',
    );
    expect(set).toEqual([
      [fosdem, 'fosdem20', { room: 'k-3-401', minutes: 15 }],
      [fosdem, 'fosdem20', { room: 'k-3-401', minutes: 0 }],
    ]);
  });
});

describe('stream', () => {
  it('says where a room is watched live, and takes it back', async () => {
    const { hallway, communities } = await openHall(setting);
    const streams = () => communities.streamsOf(fosdem, keyOf('fosdem20'));
    const url = 'https://live.example/k3';

    expect(sentence(await ask(hallway, 'stream', { room: 'k.3', url }))).toBe(
      'What is on in K.3.401 can be watched live at',
    );
    expect(await streams()).toEqual([{ room: 'k-3-401', url }]);
    expect(JSON.stringify(await ask(hallway, 'status'))).toContain(url);
    expect(sentence(await ask(hallway, 'stream', { room: 'k.3', url: 'none' }))).toBe(
      'K.3.401 no longer has a stream.',
    );
    expect(await streams()).toEqual([]);
  });

  it('takes an https address alone, as people and platforms write it', async () => {
    const { hallway, communities } = await openHall(setting);
    const refused = [
      'http://live.example/k3',
      'https://ada:secret@live.example/',
      'javascript:alert(1)',
      'live.example/k3',
      `https://live.example/${'k'.repeat(400)}`,
    ];

    for (const url of refused) {
      expect(sentence(await ask(hallway, 'stream', { room: 'k.3', url }))).toContain(
        `“${url}” is not the address of a stream.`,
      );
    }
    expect(await communities.streamsOf(fosdem, keyOf('fosdem20'))).toEqual([]);
    await ask(hallway, 'stream', { room: 'k.3', url: '<https://live.example/k3|live.example>' });
    expect(await communities.streamsOf(fosdem, keyOf('fosdem20'))).toEqual([
      { room: 'k-3-401', url: 'https://live.example/k3' },
    ]);
    expect(
      sentence(await ask(hallway, 'stream', { room: 'attic', url: 'https://live.example/' })),
    ).toContain('There is no room “attic”.');
  });
});

describe('doctor', () => {
  it('finds nothing where all is well', async () => {
    const { hallway } = await openHall(setting);
    await ask(hallway, 'announce', { channel: 'general' });

    expect(sentence(await ask(hallway, 'doctor'))).toBe('Nothing is wrong.');
  });

  it('names what the app was not allowed when it was installed, and what to do', async () => {
    const { hallway } = await openHall({ ...setting, ungranted: ['im:history', 'reading:minds'] });
    await ask(hallway, 'announce', { channel: 'general' });

    expect(linesOf(await ask(hallway, 'doctor'))).toEqual([
      '1 thing to look at',
      '• This version asks for permissions that were not there when the app was installed: im:history, reading:minds. Give the app its new manifest, save, and install it once more; until then, what needs none of them works as before.',
    ]);
  });

  it('says how little a server lets it say, and what whoever runs that can do', async () => {
    const limit = { spacingMs: 5_000, remedy: 'Ask for more.' };
    const { hallway } = await openHall({ ...setting, limit });
    await ask(hallway, 'announce', { channel: 'general' });

    expect(linesOf(await ask(hallway, 'doctor'))).toEqual([
      '1 thing to look at',
      '• The server lets me send about 12 messages a minute, which no conference can live with. Ask for more.',
    ]);
  });

  it('knows where the last message was refused, as long as none got through since', async () => {
    const { hallway, reachability } = await openHall(setting);
    await ask(hallway, 'announce', { channel: 'general' });
    const target = { ...general, kind: 'channel' } as const;
    await reachability.refused({ ...target, channel: 'elsewhere' }, 'channel-gone', NINE);
    await reachability.refused(target, 'invalid', NINE - MINUTE);

    expect(linesOf(await ask(hallway, 'doctor'))).toEqual([
      '1 thing to look at',
      '• #general: the last message, Sat 1 Feb, 08:59, was refused (invalid); the log says why.',
    ]);
    await reachability.reached(target);
    expect(sentence(await ask(hallway, 'doctor'))).toBe('Nothing is wrong.');
  });

  it('is not troubled by members whom nothing reaches', async () => {
    const { hallway, database } = await openHall(setting);
    await ask(hallway, 'announce', { channel: 'general' });
    await hallway.press({ kind: 'press', id: 'h1:fosdem20:star:1', caller: ada });
    await database.kysely.updateTable('outbox').set({ state: 'failed', ready_at: null }).execute();

    expect(sentence(await ask(hallway, 'doctor'))).toBe('Nothing is wrong.');
  });

  it('names each thing that went wrong, with what to do', async () => {
    const shrunken = { kind: 'shrunken', lost: 40, of: 60, since: NINE - 30 * MINUTE } as const;
    const { hallway, communities, subscriptions } = await openHall({
      ...setting,
      conference: {
        ...conference,
        timeZone: 'UTC',
        talks: [talks.live, talks.pods, { ...talks.next, start: talks.pods.start + MINUTE }],
      },
      sources: {
        use: async () => ({ kind: 'taken', conference }),
        status: async () => ({ ...healthy, problem: shrunken }),
      },
      lastTickAt: NINE - 10 * MINUTE,
    });
    const channel = (id: string) => ({ ...general, kind: 'channel', channel: id }) as const;
    const plain = {
      language: 'en',
      leadMinutes: 10,
      tracks: [],
      kinds: ['announcements'],
      since: NINE,
    } as const;
    await subscriptions.put({
      ...plain,
      target: channel('staff'),
      rooms: [roomSlug('k-3-401'), roomSlug('attic')],
    });
    await subscriptions.put({
      ...plain,
      target: channel('vanished'),
      rooms: [roomSlug('k-3-401')],
    });

    const here = { platform: 'chat', id: 'fosdem' };
    for (const room of ['attic', 'k-3-401'] as const) {
      const url = 'https://live.example/1';
      await communities.setStream(here, keyOf('fosdem20'), { room: roomSlug(room), url });
    }

    const { card } = await ask(hallway, 'doctor');

    expect(card.summary).toBe('9 things to look at');
    expect(linesOf({ card })).toEqual([
      '9 things to look at',
      '• Since Sat 1 Feb, 07:30 the source has lacked 40 of 60 talks still to come. That looks broken, so the version before stays in use.',
      '• Times are taken as UTC. If the venue is elsewhere: /conference use SOURCE Europe/Brussels.',
      '• #staff: I cannot post there. What is missing: View Channel, Send Messages.',
      '• #vanished: gone or hidden from me. Invite me, or /conference mute it.',
      '• #staff waits for rooms or tracks that the schedule does not have: attic. /conference announce sets new ones.',
      '• Rooms that no channel hears of: UD2.208 (Decroly).',
      '• A stream is set for rooms that the schedule no longer has: attic. /conference stream sets it for their new names.',
      '• K.3.401 is taken twice: “Pods” and “What is next”.',
      '• The clock that plans messages last ticked: Sat 1 Feb, 07:50. It should tick every minute; see the log.',
    ]);
  });

  it('says that the source has in the past what is still to come', async () => {
    const past = { kind: 'past', lost: 60, of: 60, since: NINE - 30 * MINUTE } as const;
    const sources = {
      use: async () => ({ kind: 'taken', conference }) as const,
      status: async () => ({ ...healthy, problem: past }),
    };
    const { hallway } = await openHall({ ...setting, sources });

    const { card } = await ask(hallway, 'doctor');

    expect(linesOf({ card })).toContain(
      '• Since Sat 1 Feb, 08:30 the source has had 60 of 60 talks still to come in the past, as in last year’s schedule. The version before stays in use.',
    );
  });

  it.each([
    ['2020-02-10T09:00+01:00', 'The conference ended Mon 3 Feb, 04:00.'],
    ['2019-11-10T09:00+01:00', 'The conference does not begin until Sat 1 Feb 2020, 04:00.'],
  ])('wonders about a conference far from %s', async (now, finding) => {
    const { hallway } = await openHall({ ...setting, now: at(now) });

    const { card } = await ask(hallway, 'doctor');

    expect(linesOf({ card })).toContainEqual(expect.stringContaining(finding));
  });
});

async function ask(
  hallway: Hallway,
  subcommand: string,
  args: Readonly<Record<string, string>> = {},
  caller: Caller = organiser,
): Promise<CardReply> {
  const reply = await hallway.command({
    kind: 'command',
    command: 'conference',
    subcommand,
    args,
    caller,
  });
  if (reply.kind !== 'card') throw new Error(`A ${reply.kind} instead of a card`);
  return reply;
}

function sentence({ card }: CardReply): string {
  return card.summary;
}

function linesOf({ card }: Pick<CardReply, 'card'>): readonly string[] {
  return card.blocks.flatMap((block) => (block.kind === 'text' ? [plainText(block.text)] : []));
}

function plainText(text: readonly Inline[]): string {
  return text
    .map((part) => {
      if (typeof part === 'string') return part;
      if (part.kind === 'channel') return `#${part.id}`;
      if (part.kind === 'mention') return `@${part.id}`;
      if (part.kind === 'time') return part.venue;
      return 'text' in part ? part.text : '';
    })
    .join('');
}
