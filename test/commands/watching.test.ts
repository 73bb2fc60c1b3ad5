import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/cards/plainText.ts';
import { silentLog } from '../../src/log.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { Conference, Talk } from '../../src/schedule/schedule.ts';
import { programmeOf } from '../support/programmes.ts';
import { conference, talks } from './support/conference.ts';
import { corridor, passer } from './support/corridor.ts';

const STREAM = 'https://live.fosdem.org/watch/k3401';
const RECORDING = 'https://video.fosdem.org/2020/k3401.mp4';
const { start, end } = talks.next;
const talk: Talk = {
  ...talks.next,
  links: [
    { title: 'Slides', url: 'https://slides.example/1' },
    { title: 'Live video stream from the room (during event)', url: STREAM },
    { title: 'Video recording (mp4)', url: RECORDING },
    { title: 'Video recording (mp4)', url: `${RECORDING}?mirror=2` },
  ],
};
const streamed: Conference = {
  ...conference,
  talks: conference.talks.map((one) => (one.id === talk.id ? talk : one)),
};

describe('a talk is watched', () => {
  it('before its start nowhere yet', async () => {
    const card = await read('talk', start - 1, { query: `#${talk.id}` });
    expect(lines(card, 'Watch live')).toEqual([]);
    expect(lines(card, 'Recording')).toEqual([]);
  });

  it('while it runs at its stream, which the card tells first', async () => {
    const card = await read('talk', start, { query: `#${talk.id}` });
    expect(factsOf(card)[0]).toEqual(['Watch live', STREAM]);
    expect(card.split(STREAM)).toHaveLength(2);
    expect(lines(await read('now', start, {}), 'Watch live')).toEqual([`Watch live: ${STREAM}`]);
  });

  it('once it is over in its recording, which the card tells first', async () => {
    const card = await read('talk', end, { query: `#${talk.id}` });
    expect(factsOf(card)[0]).toEqual(['Recording', `Video recording (mp4): ${RECORDING}`]);
    expect(lines(card, 'Watch live')).toEqual([]);
    expect(card.split('video.fosdem.org')).toHaveLength(2);
  });

  it('not at all where it was canceled', async () => {
    const canceled: Conference = {
      ...streamed,
      talks: streamed.talks.map((one) => ({ ...one, status: 'canceled' as const })),
    };
    const card = await read('talk', start, { query: `#${talk.id}` }, canceled);
    expect(lines(card, 'Watch live')).toEqual([]);
  });

  it('in the words of the reader', async () => {
    expect(await read('talk', start, { query: `#${talk.id}` }, streamed, 'de')).toContain(
      'Live ansehen',
    );
  });
});

/** Labels and first values, in their order. */
function factsOf(card: string): readonly (readonly [string, string])[] {
  return [...card.matchAll(/^ {2}(\S+(?: \S+)*) {2,}(\S.*)$/gmu)].map(
    ([, label = '', value = '']) => [label, value],
  );
}

function lines(card: string, words: string): readonly string[] {
  return card
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith(words));
}

async function read(
  command: string,
  now: number,
  args: Readonly<Record<string, string>>,
  shown: Conference = streamed,
  locale = 'en',
): Promise<string> {
  const hallway = corridor(programmeOf('fosdem20', shown), now, { log: silentLog });
  const reply = await hallway.command({
    ...{ kind: 'command', command, args },
    caller: { ...passer, locale },
  });
  if (reply.kind === 'form') throw new Error('A form came.');
  return plainText(reply.card, { width: 200, messages: messagesFor(locale) });
}
