import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messagesFor } from '../../src/messages/messages.ts';
import type { CommandSpec } from '../../src/platform/commandSpec.ts';
import { parseLine, parseReferences } from '../../src/platform/grammar.ts';

const messages = messagesFor('en');

const talk: CommandSpec = {
  name: 'talk',
  access: 'everyone',
  options: [{ name: 'query', kind: 'talk', required: false, rest: true }],
  subcommands: [],
};

const schedule: CommandSpec = {
  name: 'schedule',
  access: 'everyone',
  options: [
    { name: 'day', kind: 'day', required: false },
    { name: 'room', kind: 'room', required: false },
    { name: 'track', kind: 'track', required: false },
  ],
  subcommands: [],
};

const conference: CommandSpec = {
  name: 'conference',
  access: 'organiser',
  options: [],
  subcommands: [
    { name: 'status', options: [] },
    {
      name: 'announce',
      options: [
        { name: 'channel', kind: 'channel', required: true },
        { name: 'lead', kind: 'integer', required: false, range: { min: 0, max: 120 } },
        { name: 'kind', kind: 'choice', required: false, choices: ['all', 'digest'] },
      ],
    },
    {
      name: 'helpers',
      options: [
        { name: 'who', kind: 'who', required: false },
        { name: 'remove', kind: 'who', required: false },
      ],
    },
    { name: 'say', options: [{ name: 'text', kind: 'text', required: true, rest: true }] },
  ],
};

function parse(spec: CommandSpec, line: string) {
  return parseLine(spec, line, messages);
}

describe('the grammar of typed commands', () => {
  it('looks up what is named, and passes words on as people see them', () => {
    const [text, to] = [
      { name: 'text', kind: 'text', required: false, rest: true },
      { name: 'to', kind: 'text', required: false },
    ] as const;
    const say = { ...conference, subcommands: [{ name: 'say', options: [text, to] }] };
    const line = {
      meant: 'say “Come” to C1 to=C1, C2',
      seen: 'say “Come” to #hall to=#hall, #lobby',
    };
    expect(parseReferences(say, line, messages)).toEqual({
      ...{ kind: 'parsed', subcommand: 'say' },
      args: { text: '“Come” to #hall', to: 'C1, C2' },
    });
    const announce = { meant: 'announce C1 lead=5', seen: 'announce #hall lead=5' };
    expect(parseReferences(conference, announce, messages)).toEqual(
      parse(conference, announce.meant),
    );
  });

  it.each([
    [talk, '', { args: {} }],
    [talk, '  live   migration ', { args: { query: 'live   migration' } }],
    [talk, 'room:UD2.208 "exact phrase', { args: { query: 'room:UD2.208 "exact phrase' } }],
    [talk, 'query:crfs by:suda', { args: { query: 'crfs by:suda' } }],
    [schedule, 'sat UD2.208', { args: { day: 'sat', room: 'UD2.208' } }],
    [schedule, 'room:"Main hall" sat', { args: { day: 'sat', room: 'Main hall' } }],
    [schedule, 'track=“Web & UX” day=2', { args: { day: '2', track: 'Web & UX' } }],
    [schedule, 'ROOM:k1', { args: { room: 'k1' } }],
    [conference, '', { args: {}, subcommand: 'status' }],
    [conference, '\u2060status\uFEFF', { args: {}, subcommand: 'status' }],
    [schedule, 'ro\u200Bom:k1 \u2060sat', { args: { room: 'k1', day: 'sat' } }],
    [conference, 'STATUS', { args: {}, subcommand: 'status' }],
    [conference, 'helpers a b,c', { args: { who: 'a,b,c' }, subcommand: 'helpers' }],
    [conference, 'helpers who:a b', { args: { who: 'a,b' }, subcommand: 'helpers' }],
    [
      conference,
      'helpers a remove b c',
      { args: { who: 'a', remove: 'b,c' }, subcommand: 'helpers' },
    ],
    [
      conference,
      'helpers remove:b Who a',
      { args: { who: 'a', remove: 'b' }, subcommand: 'helpers' },
    ],
    [
      conference,
      'announce #general lead=5 kind=digest',
      { args: { channel: '#general', lead: '5', kind: 'digest' }, subcommand: 'announce' },
    ],
    [conference, 'say hello "you', { args: { text: 'hello "you' }, subcommand: 'say' }],
  ])('$0.name %j', (spec, line, expected) => {
    expect(parse(spec, line)).toEqual({ kind: 'parsed', ...expected });
  });

  it.each([
    [schedule, 'sat k1 web extra', messages.errors.tooManyWords('extra')],
    [schedule, 'colour:red', messages.errors.unknownOption('colour', 'day, room, track')],
    [schedule, 'day:1 day:2', messages.errors.optionTwice('day')],
    [schedule, 'room:"Main', messages.errors.unclosedQuote('Main')],
    [
      conference,
      'dance',
      messages.errors.unknownSubcommand('conference', 'dance', 'status, announce, helpers, say'),
    ],
    [conference, 'announce', '“channel” is missing: /conference announce CHANNEL [lead] [kind]'],
    [conference, 'announce #a lead=soon', messages.errors.notAnInteger('lead', 'soon')],
    [conference, 'announce #a lead=500', messages.errors.outOfRange('lead', '500', 0, 120)],
    [
      conference,
      'announce #a kind=dance',
      messages.errors.notAChoice('kind', 'dance', 'all, digest'),
    ],
  ])('says what is wrong with $0.name %j', (spec, line, sentence) => {
    expect(parse(spec, line)).toEqual({ kind: 'refused', sentence });
  });

  it.each(['help', ' HELP ', '--help', '-h', '?'])(
    'asks how a command is used by %j, unless it takes questions',
    (line) => {
      for (const spec of [schedule, conference]) {
        expect(parse(spec, line)).toEqual({ kind: 'help', args: { command: spec.name } });
      }
      expect(parse(talk, line)).toEqual({ kind: 'parsed', args: { query: line.trim() } });
      expect(parse(schedule, '"help"')).toEqual({ kind: 'parsed', args: { day: 'help' } });
    },
  );

  it('knows choices by what the reader calls them', () => {
    const digest: CommandSpec = {
      ...talk,
      options: [{ name: 'when', kind: 'choice', required: true, choices: ['on', 'off'] }],
    };
    const german = messagesFor('de');
    for (const [typed, when] of [
      ['an', 'on'],
      ['Aus', 'off'],
      ['off', 'off'],
    ] as const) {
      expect(parseLine(digest, typed, german)).toEqual({ kind: 'parsed', args: { when } });
    }
    expect(parseLine(digest, '', german)).toMatchObject({
      sentence: german.errors.missingOption('when', '/talk an|aus'),
    });
    expect(parse(digest, 'an')).toMatchObject({ kind: 'refused' });
  });

  it('takes web addresses as values, not as options', () => {
    const use: CommandSpec = {
      ...schedule,
      options: [{ name: 'source', kind: 'text', required: true }],
    };
    expect(parse(use, 'https://example.org/s.xml')).toEqual({
      kind: 'parsed',
      args: { source: 'https://example.org/s.xml' },
    });
  });

  it('answers any line at all', () => {
    fc.assert(
      fc.property(fc.constantFrom(talk, schedule, conference), fc.string(), (spec, line) => {
        expect(['parsed', 'help', 'refused']).toContain(parse(spec, line).kind);
      }),
    );
  });

  it('gives back what is named in quotation marks', () => {
    const word = fc.stringMatching(/^[^"“”„«»]{1,20}$/).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(word, word, (room, track) => {
        expect(parse(schedule, `track:"${track}" room:"${room}"`)).toEqual({
          kind: 'parsed',
          args: { room, track },
        });
      }),
    );
  });
});
