import { describe, expect, it } from 'vitest';
import { type Deed, encodeAction } from '../../src/cards/actions/action.ts';
import { commandSpecs } from '../../src/commands/commands.ts';
import { drawHelp } from '../../src/commands/help.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { Programme } from '../../src/programme/programme.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { expectGolden } from '../support/golden.ts';
import { at } from '../support/instants.ts';
import { keyOf, refOf } from '../support/names.ts';
import { programmeOf } from '../support/programmes.ts';
import { bundled, corridor, passer } from './support/corridor.ts';

const { errors } = messagesFor('en');
const programme = await bundled();
const morning = at('2020-02-01T11:00+01:00');

interface Logged {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly message: string;
}

function hall(starred: readonly string[] = [], beside: readonly Programme[] = []) {
  const logged: Logged[] = [];
  const error = (facts: Logged['facts'], message: string) => logged.push({ facts, message });
  const log = { info() {}, warn() {}, error };
  const hallway = corridor(programme, morning, { starred, beside, log });
  const command = (name: string, args: Readonly<Record<string, string>> = {}, caller = passer) =>
    hallway.command({ kind: 'command', command: name, args, caller });
  const press = (deed: Deed, conference = programme.key) =>
    hallway.press({ kind: 'press', id: encodeAction({ conference, deed }), caller: passer });
  const suggest = (option: string, text: string, name = 'talk') =>
    hallway.suggest({ kind: 'suggest', command: name, option, text, caller: passer });
  return { hallway, command, press, suggest, logged };
}

function refusal(sentence: string) {
  return {
    kind: 'card',
    audience: 'caller',
    placement: 'new',
    attachments: [],
    card: { kind: 'problem', summary: sentence },
  };
}

describe('answers', () => {
  it.each([
    ['talk', 'talk', { query: 'crfs' }],
    ['talk-list', 'talk', { query: 'kubernetes' }],
    ['talk-none', 'talk', { query: 'underwater basket weaving' }],
    ['talk-empty', 'talk', {}],
    ['talk-picked', 'talk', { query: '#10316' }],
    ['now', 'now', {}],
    ['next', 'next', { room: 'ud2.208' }],
    ['schedule', 'schedule', { day: '1', track: 'containers' }],
    ['help', 'help', {}],
  ])('are whole cards: %s', async (file, name, args) => {
    const reply = await hall(['10316']).command(name, args);
    await expectGolden(`cards/${file}.json`, `${JSON.stringify(reply, null, 2)}\n`);
  });

  it('are whole cards: all commands, from the welcome', async () => {
    const reply = await hall().press({ kind: 'turn', view: { kind: 'help', all: true } });
    await expectGolden('cards/help-all.json', `${JSON.stringify(reply, null, 2)}\n`);
  });

  it('welcome organisers with the four steps, and nobody else', () => {
    const help = (isOrganiser: boolean, audience: 'caller' | 'everyone' = 'caller') =>
      JSON.stringify(
        drawHelp(
          commandSpecs,
          { kind: 'help' },
          {
            ...{ messages: messagesFor('en'), programme, now: morning, starred: new Set() },
            ...{ caller: { ...passer, isOrganiser }, member: { platform: 'chat', id: 'ada' } },
            audience,
          },
        ),
      );

    expect(help(true)).toContain('Organisers start here: four steps to a running conference');
    expect(help(true)).toContain('/conference announce CHANNEL');
    expect(help(false)).not.toContain('four steps');
    expect(help(true, 'everyone')).not.toContain('four steps');
  });

  it('say how one command is used, by whatever it is called', async () => {
    const one = (command: string) => hall().command('help', { command });
    await expectGolden(
      'cards/help-schedule.json',
      `${JSON.stringify(await one('schedule'), null, 2)}\n`,
    );
    expect(await one('/schedule')).toEqual(await one('schedule'));
    expect(JSON.stringify(await one('talk'))).toContain('is:starred');
    expect(await one('dance')).toEqual(await hall().command('dance'));
    expect(await one('lead')).toMatchObject(refusal(errors.organisersOnly('lead')));
  });

  it('are those to what can be seen of the words', async () => {
    const typed = await hall().command('talk', { query: 'room:\u2060ud2.208 po\u00ADdman\uFEFF' });
    expect(typed).toEqual(await hall().command('talk', { query: 'room:ud2.208 podman' }));
  });

  it('are the talk whose page is pasted', async () => {
    const page = 'https://fosdem.org/2020/schedule/event/containers_lazy_image_distribution/';
    const picked = await hall().command('talk', { query: '#10316' });
    expect(await hall().command('talk', { query: `when is ${page}?` })).toEqual(picked);
  });

  it('hide whose stars they are from the channel they are shared with', async () => {
    const talk = { kind: 'talk', talk: refOf('10316'), whole: false } as const;
    const { press } = hall(['10316']);
    const shared = await press({ kind: 'share', view: talk });
    const own = await press({ kind: 'open', view: talk });
    expect(JSON.stringify(own)).toContain('★ Starred');
    expect(shared).toMatchObject({ audience: 'everyone', placement: 'new' });
    expect(JSON.stringify(shared)).not.toContain('★ Starred');
    expect(JSON.stringify(shared)).not.toMatch(/"h1:[^"]*:(turn|share|unstar):/);
  });

  it('turn pages in place', async () => {
    const page = { kind: 'schedule', page: 99 } as const;
    expect(await hall().press({ kind: 'turn', view: page })).toMatchObject({
      placement: 'replace',
      card: { blocks: expect.arrayContaining([expect.objectContaining({ kind: 'row' })]) },
    });
  });
});

describe('refusals', () => {
  it('name the commands there are', async () => {
    const names = '/talk, /now, /next, /schedule, /help';
    expect(await hall().command('dance')).toMatchObject(
      refusal(errors.unknownCommand('dance', names)),
    );
  });

  it('name commands as they are typed where they are read', async () => {
    const { hallway } = hall();
    const caller = { ...passer, commandPrefix: 'fosdem-' };
    const asked = (command: string, args: Readonly<Record<string, string>> = {}) =>
      hallway.command({ kind: 'command', command, args, caller });

    expect(await asked('dance')).toMatchObject(
      refusal(
        'There is no command /fosdem-dance. Commands are /fosdem-talk, /fosdem-now, /fosdem-next, /fosdem-schedule, /fosdem-help.',
      ),
    );
    expect(await asked('now', { room: 'attic' })).toMatchObject(
      refusal(
        'There is no room “attic”. /fosdem-now and /fosdem-schedule show the rooms there are.',
      ),
    );
    const deed = { kind: 'open', view: { kind: 'help', all: true } } as const;
    const id = encodeAction({ conference: programme.key, deed });
    const help = await hallway.press({ kind: 'press', id, caller });
    expect(JSON.stringify(help)).not.toMatch(/[^\w]\/(talk|now|schedule|help)/);
    expect(JSON.stringify(help)).toContain('/fosdem-talk [query]');
  });

  it('keep organisers’ commands from everybody else', async () => {
    const { command, logged } = hall();
    expect(await command('lead')).toMatchObject(refusal(errors.organisersOnly('lead')));
    expect(logged).toEqual([]);
  });

  it.each(['', 'h0:x', 'menu:h1:fosdem20:star:1', '@everyone'])(
    'have a friendly word for the old button %j',
    async (id) => {
      const reply = await hall().hallway.press({ kind: 'press', id, caller: passer });
      expect(reply).toMatchObject(refusal(errors.oldButton));
    },
  );

  it('let no button of another conference touch this one', async () => {
    const reply = await hall().press({ kind: 'star', talk: refOf('10316') }, keyOf('fosdem19'));
    expect(reply).toMatchObject(refusal(errors.otherConference));
  });

  it('let a button of any of the community’s conferences act in its own', async () => {
    const fringe = programmeOf('fringe20', conferenceOf([talkAt('9', morning)]));
    const { press } = hall(['9'], [fringe]);
    const view = { kind: 'talk', talk: refOf('9'), whole: false } as const;
    const open = { kind: 'open', view } as const;

    const reply = await press(open, fringe.key);

    expect(reply).toMatchObject({ card: { kind: 'talk', title: 'Talk 9' } });
    // A star in one of them is none in the other.
    expect(JSON.stringify(reply)).toContain('h1:fringe20:star:9');
    expect(await press(open, keyOf('lastyear'))).toMatchObject(refusal(errors.otherConference));
  });

  it('keep organisers’ views from everybody else, however their button came by', async () => {
    const reply = await hall().press({ kind: 'open', view: { kind: 'doctor' } });
    expect(reply).toMatchObject(refusal(errors.organisersOnly('conference')));
  });

  it('say that a talk is gone', async () => {
    const gone = { kind: 'talk', talk: refOf('99999'), whole: false } as const;
    expect(await hall().press({ kind: 'open', view: gone })).toMatchObject(
      refusal(errors.noSuchTalk),
    );
  });
});

describe('a bug', () => {
  it('becomes a reference for the reader and a stack in the log', async () => {
    const { command, logged } = hall();
    const reply = await command('lead', {}, { ...passer, isOrganiser: true });
    const reference = String(logged[0]?.facts['reference']);
    expect(reference).toMatch(/^[0-9a-f]{8}$/);
    expect(reply).toMatchObject(refusal(errors.bug(reference)));
    expect(logged).toEqual([
      {
        facts: {
          command: 'lead',
          reference,
          err: expect.objectContaining({ message: 'The organisers are at lunch' }),
        },
        message: 'A request failed',
      },
    ]);
    expect(JSON.stringify(reply)).not.toContain('lunch');
  });

  it('in a button ends the same way', async () => {
    const { press, logged } = hall();
    const reply = await press({ kind: 'star', talk: refOf('10316') });
    expect(reply).toMatchObject(refusal(errors.bug(String(logged[0]?.facts['reference']))));
  });
});

describe('type-ahead', () => {
  it('puts the time first and hands over the talk itself', async () => {
    const found = await hall().suggest('query', 'lazy');
    expect(found[0]).toEqual({
      label: 'Sat 10:55 · Lazy distribution of container images',
      value: '#10316',
      group: 'Sat 1 Feb',
    });
  });

  it('completes filters', async () => {
    expect(await hall().suggest('query', 'scale by:graber')).toEqual([
      { label: 'scale by:"Stéphane Graber"', value: 'scale by:"Stéphane Graber"' },
    ]);
  });

  it.each([
    ['room', 'ud', 'now', ['UD2.208 (Decroly)']],
    ['track', '', 'schedule', ['Containers']],
    ['day', 'sat', 'schedule', ['2020-02-01']],
    ['day', 'sun', 'schedule', []],
    ['dance', '', 'schedule', []],
  ])('knows %s for %j', async (option, text, command, values) => {
    const found = await hall().suggest(option, text, command);
    expect(found.map(({ value }) => value)).toEqual(values);
  });

  it('knows a talk by its page', async () => {
    const page = 'https://fosdem.org/2020/schedule/event/containers_lazy_image_distribution/';
    const found = await hall().suggest('query', page);
    expect(found.map(({ value }) => value)).toEqual(['#10316']);
  });

  it('says that nothing fits, and what becomes of the words then', async () => {
    expect(await hall().suggest('query', ' zzyzx qwrtp ')).toEqual([
      { label: 'Nothing fits – press Enter for the nearest', value: 'zzyzx qwrtp' },
    ]);
  });

  it('does not see what nobody sees', async () => {
    const found = await hall().suggest('query', 'scale by\u2060:gra\u200Bber');
    expect(found).toEqual(await hall().suggest('query', 'scale by:graber'));
  });

  it('stays within what platforms show', async () => {
    for (const text of ['', 'c', 'container', 'by:', 'room:', 'day:', 'x'.repeat(500)]) {
      const found = await hall().suggest('query', text);
      expect(found.length).toBeLessThanOrEqual(25);
      for (const { label, value } of found) {
        expect(label.length).toBeLessThanOrEqual(100);
        expect(value.length).toBeLessThanOrEqual(100);
      }
    }
  });
});
