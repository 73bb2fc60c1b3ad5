import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readMark, type Scope, writeMark } from '../../../adapters/discord/events/mark.ts';
import {
  type PresentEvent,
  stepsAway,
  stepsTowards,
  talksToCome,
} from '../../../adapters/discord/events/plan.ts';
import { createDiscord } from '../../../adapters/discord/platform.ts';
import { shortRef } from '../../../src/cards/actions/reference.ts';
import type { Clock } from '../../../src/clock.ts';
import { silentLog } from '../../../src/log.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { CommandSpec } from '../../../src/platform/commandSpec.ts';
import type { Platform } from '../../../src/platform/platform.ts';
import { refused } from '../../../src/platform/replies.ts';
import type { Programme } from '../../../src/programme/programme.ts';
import type { Conference, Talk } from '../../../src/schedule/schedule.ts';
import { conferenceRef } from '../../../src/schedule/source.ts';
import { messageOf } from '../../servers/discord/answer.ts';
import { type Discord, startDiscord } from '../../servers/discord/server.ts';
import { keyOf, refOf, roomSlug } from '../../support/names.ts';
import { programmeOf as programmeNamed } from '../../support/programmes.ts';
import { conferenceTomorrow, MINUTE_MS, programmeOf, TOMORROW } from './tomorrow.ts';

const messages = messagesFor('en');

let conference: Conference;
beforeAll(async () => {
  conference = await conferenceTomorrow();
});

/** Discord's answer to what the steps ask for. */
function carryOut(steps: ReturnType<typeof stepsTowards>, before: readonly PresentEvent[] = []) {
  const events = new Map(before.map((event) => [event.id, event]));
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'remove') events.delete(step.id);
    if (step.kind === 'edit') events.set(step.id, { ...step.body, id: step.id, status: 1 });
    if (step.kind === 'create')
      events.set(`new${index}`, { ...step.body, id: `new${index}`, status: 1 });
  }
  return [...events.values()];
}

describe('the plan of events', () => {
  const towards = (
    talks: readonly Talk[],
    present: readonly PresentEvent[] = [],
    now = TOMORROW - MINUTE_MS * 60,
  ) =>
    stepsTowards(
      { programmes: [programmeOf(conference, talks)], scope: {}, now, messages },
      present,
    );

  test('makes one event of each talk to come, with place and end', () => {
    const steps = towards(conference.talks);
    expect(steps).toHaveLength(conference.talks.length);
    expect(steps[0]).toMatchObject({
      kind: 'create',
      body: {
        name: conference.talks[0]?.title,
        entity_type: 3,
        entity_metadata: { location: 'UD2.208 (Decroly)' },
        scheduled_start_time: new Date(TOMORROW).toISOString(),
      },
    });
  });

  test('does nothing when all is as it should be', () => {
    expect(towards(conference.talks, carryOut(towards(conference.talks)))).toEqual([]);
  });

  test('follows a talk that moved, and removes one that was canceled', () => {
    const present = carryOut(towards(conference.talks));
    const changed = conference.talks.map((talk, index): Talk => {
      if (index === 1) return { ...talk, start: talk.start + MINUTE_MS, room: 'K.1.105' };
      return index === 2 ? { ...talk, status: 'canceled' } : talk;
    });
    expect(towards(changed, present)).toMatchObject([
      { kind: 'remove', id: 'new2' },
      { kind: 'edit', id: 'new1', body: { entity_metadata: { location: 'K.1.105' } } },
    ]);
  });

  test('leaves what has begun to end by itself, and what others made alone', () => {
    const [first, ...others] = carryOut(towards(conference.talks));
    if (first === undefined) throw new Error('There are talks.');
    const foreign = { ...first, id: 'party', description: 'A party' };
    const present = [{ ...first, status: 2 }, ...others, foreign];
    expect(towards(conference.talks, present, TOMORROW + MINUTE_MS)).toEqual([]);
    expect(stepsAway(present).map((step) => 'id' in step && step.id)).not.toContain('party');
  });

  test('makes doubles one again', () => {
    const present = carryOut(towards(conference.talks));
    const double = { ...present[0], id: 'double' } as PresentEvent;
    expect(towards(conference.talks, [...present, double])).toEqual([
      { kind: 'remove', id: 'double' },
    ]);
  });

  test("keeps within Discord's hundred, others' events counted", () => {
    const [talk] = conference.talks;
    if (talk === undefined) throw new Error('There are talks.');
    const many = Array.from({ length: 150 }, (_, index) => ({ ...talk, id: `t${index}` }));
    const foreign = Array.from(
      { length: 7 },
      (_, index): PresentEvent => ({
        id: `party${index}`,
        name: 'A party',
        scheduled_start_time: new Date(TOMORROW).toISOString(),
        status: 1,
      }),
    );
    expect(towards(many, foreign)).toHaveLength(93);
  });

  test('takes talks of all conferences in the order of time, and no roomless ones of where the room is not', () => {
    const [main, side] = [programmeOf(conference, conference.talks.slice(0, 2)), sideEvent()];
    const steps = (scope: Scope) =>
      stepsTowards({ programmes: [main, side], scope, now: 0, messages }, []).map(
        (step) => step.kind === 'create' && step.body.name,
      );
    const [first, second] = main.conference.talks;
    expect(steps({})).toEqual([first?.title, 'Tea', second?.title]);
    expect(steps({ room: shortRef(conference.rooms[0]?.slug ?? '') })).toEqual([
      ...[first?.title, second?.title],
    ]);
  });

  test('knows rooms and tracks', () => {
    const programme = programmeOf(conference, conference.talks);
    const room = shortRef(conference.rooms[0]?.slug ?? '');
    expect(talksToCome(programme, { room: refOf('elsewhere') }, TOMORROW)).toEqual([]);
    expect(talksToCome(programme, { room }, 0)).toEqual(conference.talks);
  });

  test('reads its own mark again, whatever is in it', () => {
    const mark = {
      conference: conferenceRef(keyOf('fosdem20')),
      talk: refOf('~a:b'),
      scope: { room: refOf('a:b c'), track: refOf('ü') },
    };
    expect(readMark(`Abstract\nmore\n${writeMark(mark)}`)).toEqual(mark);
    expect(readMark('hallway:%E0%A4%A:x::')).toBeUndefined();
    expect(readMark(undefined)).toBeUndefined();
  });
});

/** One talk in no room, a minute after the first of the main one. */
function sideEvent() {
  const [talk] = conference.talks;
  if (talk === undefined) throw new Error('There are talks.');
  const { room: _, ...roomless } = talk;
  const tea = { ...roomless, id: 'tea', title: 'Tea', start: talk.start + MINUTE_MS };
  return { key: keyOf('side'), conference: { ...conference, rooms: [], talks: [tea] } };
}

describe('/conference events', () => {
  const CONFERENCE: CommandSpec = {
    name: 'conference',
    access: 'organiser',
    options: [],
    subcommands: [{ name: 'status', options: [] }],
  };
  const clock: Clock = { now: () => Date.now(), sleep: async () => undefined };
  let discord: Discord;
  let platforms: Platform[] = [];

  beforeEach(async () => {
    discord = await startDiscord();
  });
  afterEach(async () => {
    for (const platform of platforms) await platform.stop();
    platforms = [];
    expect(discord.violations).toEqual([]);
    await discord.stop();
  });

  async function start(
    talks = conference.talks,
    beside: readonly Programme[] = [],
  ): Promise<Platform> {
    const programme = programmeOf(conference, talks);
    const platform = createDiscord({
      token: discord.token,
      apiUrl: discord.apiUrl,
      isOurs: () => true,
      commands: [CONFERENCE],
      programmes: { all: async () => [programme, ...beside] },
      servers: { known: async () => [], forget: async () => {} },
      newcomers: { isKnown: async () => true, isFirst: async () => false },
      namedRoles: { of: async () => [] },
      clock,
      log: silentLog,
    });
    platforms.push(platform);
    await platform.start({
      command: async () => refused(messages, 'Not asked here.'),
      ask: async () => undefined,
      press: async () => refused(messages, 'Not asked here.'),
      remind: () => Promise.reject(new Error('Not asked here.')),
      reader: async ({ locale }) => ({ locale }),
      suggest: async ({ command, option }) => [{ label: `${command} ${option}`, value: 'x' }],
    });
    await expect.poll(() => discord.commands().length).toBeGreaterThan(0);
    return platform;
  }

  const names = () => discord.scheduledEvents().map(({ name }) => name);
  const all = () => conference.talks.map(({ title }) => title.slice(0, 100));

  test('on makes the events, off removes them, and what others made stays', async () => {
    await start();
    const grace = discord.user('grace');
    const on = messageOf(await grace.slash('conference events on'));
    expect(on).toMatchObject({ ephemeral: true, text: expect.stringContaining('Events are on') });
    await expect.poll(names).toEqual(all());
    await grace.slash('conference events off');
    await expect.poll(names).toEqual([]);
  });

  test('are those of all conferences, or of a room that a side event alone has', async () => {
    const { conference: side } = sideEvent();
    const tea = { ...side, talks: side.talks.map((talk) => ({ ...talk, room: 'Cellar' })) };
    const rooms = [{ name: 'Cellar', slug: roomSlug('cellar') }];
    await start(conference.talks.slice(0, 2), [programmeNamed('side', { ...tea, rooms })]);
    const grace = discord.user('grace');
    await grace.slash('conference events on', { room: 'Cellar' });
    await expect.poll(names).toEqual(['Tea']);
    await grace.slash('conference events on');
    await expect.poll(() => names().toSorted()).toEqual([...all().slice(0, 2), 'Tea'].toSorted());
  });

  test('stays on over a restart, and events that went missing come again', async () => {
    await start();
    await discord.user('grace').slash('conference events on', { room: 'UD2.208' });
    await expect.poll(names).toEqual(all());
    await platforms.pop()?.stop();
    const [first] = discord.scheduledEvents();
    if (first === undefined) throw new Error('There are events.');
    await fetch(`${discord.apiUrl}/v10/guilds/${discord.guildId()}/scheduled-events/${first.id}`, {
      method: 'DELETE',
      headers: { authorization: `Bot ${discord.token}` },
    });
    await start();
    await expect.poll(() => names().toSorted()).toEqual(all().toSorted());
  });

  test('goes on in a server that was in an outage at the start', async () => {
    await start();
    await discord.user('grace').slash('conference events on');
    await expect.poll(names).toEqual(all());
    await platforms.pop()?.stop();
    const [first, second, ...others] = conference.talks;
    if (first === undefined || second === undefined) throw new Error('There are talks.');
    discord.beginOutage('conference');
    await start([{ ...first, title: 'Changed meanwhile' }, second, ...others]);
    discord.endOutage('conference');
    await expect.poll(() => names()[0]).toBe('Changed meanwhile');
  });

  test('off ends the making of more', async () => {
    await start();
    const path = '/guilds/{guild_id}/scheduled-events';
    const made = () =>
      discord.requests.filter(({ method, template }) => method === 'POST' && template === path);
    discord.fail({ method: 'POST', path, after: 2 }, { kind: 'hang', ms: 500, stored: true });
    const grace = discord.user('grace');
    await grace.slash('conference events on');
    await expect.poll(() => made().length).toBe(3);
    await grace.slash('conference events off');
    await expect.poll(names).toEqual([]);
    expect(made()).toHaveLength(3);
  });

  test('is refused to others, for unknown rooms and without the permission, by its name', async () => {
    await start();
    const ada = discord.user('ada');
    const refusal = messageOf(await ada.slash('conference events on', {}, { force: true }));
    expect(refusal.text).toContain('is for organisers');
    const grace = discord.user('grace');
    const unknown = messageOf(await grace.slash('conference events on', { room: 'nowhere' }));
    expect(unknown.text).toContain('There is no room “nowhere”');
    discord.deny('general', ['CreateEvents']);
    for (const subcommand of ['on', 'off']) {
      const lacking = messageOf(await grace.slash(`conference events ${subcommand}`));
      expect(lacking.text).toContain('Create Events');
    }
    expect(names()).toEqual([]);
  });

  test('suggests rooms as the programme does', async () => {
    await start();
    const choices = await discord.user('grace').autocomplete('conference events on', 'room', 'U');
    expect(choices).toEqual([{ name: 'schedule room', value: 'x' }]);
  });
});
