import { describe, expect, it } from 'vitest';
import type { MatrixEvent } from '../../../adapters/matrix/connection/events.ts';
import { heardIn, saidIn, writtenIn } from '../../../adapters/matrix/requests/heard.ts';
import { withReferences } from '../../../adapters/matrix/requests/references.ts';

const SELF = '@hallway:mx.test';
const NAMES = { prefix: '!', self: SELF, displayName: 'Hallway' };

function event(content: Readonly<Record<string, unknown>>): MatrixEvent {
  const about = { event_id: '$1', sender: '@ada:mx.test', origin_server_ts: 0 };
  return { ...about, type: 'm.room.message', content: { msgtype: 'm.text', ...content } };
}

function heard(
  body: string,
  standing: Parameters<typeof heardIn>[1] = 'room',
  content: Readonly<Record<string, unknown>> = {},
) {
  const said = saidIn(event({ body, ...content }), SELF);
  return said && heardIn(said, standing, NAMES);
}

const MENTION = { 'm.mentions': { user_ids: [SELF] } };

describe('what is said on Matrix', () => {
  it('is a command after the prefix, wherever it is said', () => {
    expect(heard('!talk crfs')).toEqual({ kind: 'command', name: 'talk', rest: 'crfs' });
    expect(heard('!Now', 'direct')).toEqual({ kind: 'command', name: 'now', rest: '' });
    expect(heard('!')).toBeUndefined();
  });

  it('is a choice as plain text shows it, whatever begins a command', () => {
    const said = saidIn(event({ body: '!2' }), SELF);
    const choice = { kind: 'choice', number: 2, text: '!2' };
    expect(said && heardIn(said, 'reply', { ...NAMES, prefix: 'hw.' })).toEqual(choice);
    expect(said && heardIn(said, 'room', NAMES)).toBeUndefined();
  });

  it('is for others without a mention, in a room and in a thread', () => {
    expect(heard('what is next?')).toBeUndefined();
    expect(heard('what is next?', 'thread')).toBeUndefined();
    expect(heard('I ate 2 apples', 'thread')).toBeUndefined();
  });

  it.each([
    ['Hallway: what is next?', 'what is next?'],
    ['@hallway:mx.test what is next?', 'what is next?'],
    ['so, hallway, what is next?', 'so, what is next?'],
    ['what is in the hallways?', 'what is in the hallways?'],
  ])('is a question where it mentions Hallway: %s', (body, text) => {
    expect(heard(body, 'room', MENTION)).toEqual({ kind: 'question', text });
  });

  it.each([
    ['Hallway: what is next?', 'what is next?'],
    ['what is in the hallway track?', 'what is in the hallway track?'],
    ['hallway track', 'hallway track'],
  ])('is a question alone with Hallway, whose name may be a word: %s', (body, text) => {
    expect(heard(body, 'direct')).toEqual({ kind: 'question', text });
  });

  it('is whole where words were asked for, but for who is spoken to', () => {
    const written = (body: string) => writtenIn({ body }, NAMES);
    expect(written('Hallway: Meet in the hallway,  2 pm\n!now')).toBe(
      'Meet in the hallway,  2 pm\n!now',
    );
  });

  it('is a question by an old client that links to Hallway, and by none that mentions another', () => {
    const link = { formatted_body: `<a href="https://matrix.to/#/${SELF}">H</a>: now?` };
    expect(heard('now?', 'room', link)).toEqual({ kind: 'question', text: 'now?' });
    const other = { 'm.mentions': { user_ids: ['@bob:mx.test'] } };
    expect(heard('now?', 'room', { ...link, ...other })).toBeUndefined();
  });

  it('takes a choice by its number, alone, in reply, and bare in a thread', () => {
    const two = { kind: 'choice', number: 2, text: '2' };
    expect(heard('2', 'direct')).toEqual(two);
    expect(heard('!2', 'reply')).toEqual(two);
    expect(heard('2', 'thread')).toEqual(two);
    expect(heard('2', 'room')).toBeUndefined();
    expect(heard('2 15', 'direct')).toEqual({ ...two, text: '2 15', value: '15' });
    expect(heard('2 15', 'thread')).toBeUndefined();
  });

  it('is nothing where a program says it, or it is no text', () => {
    expect(saidIn(event({ msgtype: 'm.notice', body: '!talk crfs' }), SELF)).toBeUndefined();
    expect(saidIn(event({ msgtype: 'm.image', body: '!talk.png' }), SELF)).toBeUndefined();
    expect(saidIn(event({ body: 7 }), SELF)).toBeUndefined();
  });

  it('is what was written, without the words that an old client quotes', () => {
    expect(heard('> <@bob:mx.test> hi\n> there\n\n!now')).toMatchObject({ name: 'now' });
  });

  it('belongs to what it replies to, or merely stands in a thread', () => {
    const relates = {
      rel_type: 'm.thread',
      event_id: '$root',
      'm.in_reply_to': { event_id: '$a' },
    };
    const reply = saidIn(event({ body: '2', 'm.relates_to': relates }), SELF);
    const falling = { ...relates, is_falling_back: true };
    const beside = saidIn(event({ body: '2', 'm.relates_to': falling }), SELF);

    expect(reply).toMatchObject({ after: '$a', isReply: true, thread: '$root' });
    expect(beside).toMatchObject({ after: '$a', isReply: false, thread: '$root' });
  });

  it('is the new words of an edit', () => {
    const edit = {
      body: '* !next',
      'm.new_content': { msgtype: 'm.text', body: '!next' },
      'm.relates_to': { rel_type: 'm.replace', event_id: '$first' },
    };
    expect(saidIn(event(edit), SELF)).toMatchObject({ body: '!next', replaces: '$first' });
  });
});

describe('what organisers name on Matrix', () => {
  const rooms: Readonly<Record<string, string>> = { '#hall:mx.test': '!hall:mx.test' };
  const read = (line: string, html = '') =>
    withReferences(line, html, 'mx.test', async (alias) => rooms[alias]);

  it('are rooms by their id, whole aliases and those of the own server', async () => {
    expect(await read('announce #hall:mx.test lead=5')).toBe('announce !hall:mx.test lead=5');
    expect(await read('say Hi all to=#hall, #gone')).toBe('say Hi all to=!hall:mx.test, #gone');
  });

  it('are people by theirs, also where a client shows a name', async () => {
    const link = '<a href="https://matrix.to/#/%40ada%3Amx.test">Ada &amp; Co</a>';
    expect(await read('helpers Ada & Co', `helpers ${link}`)).toBe('helpers @@ada:mx.test');
    expect(await read('helpers @bob:mx.test')).toBe('helpers @@bob:mx.test');
  });
});
