import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/cards/plainText.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { CardReply, Hallway, Reply } from '../../src/platform/requests.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { at } from '../support/instants.ts';
import { ada, openHall } from './support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');

describe('/follow', () => {
  it('takes a track, a speaker or words, says what comes of it, and lists them with buttons', async () => {
    const { hallway } = await openHall({ now: NINE });

    expect(sentence(await follow(hallway))).toBe(
      'You follow nothing. /follow takes a speaker, a track or words, and you are told of every talk that fits.',
    );
    expect(sentence(await follow(hallway, 'go'))).toBe(
      'You follow Go: 3 talks are to come. Reminders come 10 min before a talk starts.',
    );
    expect(sentence(await follow(hallway, 'Adrian'))).toMatch(
      /^You follow Adrian: 1 talk is to come\./,
    );
    expect(sentence(await follow(hallway, 'live migration'))).toMatch(
      /^You follow “live migration”: 1/,
    );
    expect(sentence(await follow(hallway, 'track:go'))).toBe('You already follow Go.');
    expect(sentence(await follow(hallway, 'quantum'))).toMatch(/Nothing is to come so far/);

    expect(text(await follow(hallway))).toMatchInlineSnapshot(`
      "What you follow
        You follow 4 things.
        Adrian
        speaker · 1 talk to come
        Go
        track · 3 talks to come
        “live migration”
        topic · 1 talk to come
        “quantum”
        topic · nothing to come"
    `);
    expect(sentence(await follow(hallway, '!!!'))).toBe(
      '“!!!” has no word that could be looked for.',
    );
    expect(sentence(await follow(hallway, 'very '.repeat(20)))).toBe(
      'That is too long to follow: up to 60 characters can be looked for.',
    );
  });

  it('takes 25 and refuses more in words', async () => {
    const { hallway } = await openHall({ now: NINE });
    for (let count = 1; count <= 25; count += 1) await follow(hallway, `topic${count}`);

    const reply = await follow(hallway, 'one more');

    expect(shown(reply).card.kind).toBe('problem');
    expect(sentence(reply)).toBe(
      'You follow 25 things, at all conferences together, and that is the most. Unfollow something first.',
    );
  });

  it('begins and ends by buttons, drawn anew in place, of a talk or of the list', async () => {
    const { hallway } = await openHall({ now: NINE });

    expect(text(await press(hallway, 'open:follow:1'))).toMatchInlineSnapshot(`
      "Live migration <@everyone>
        You are told of every talk of what you follow: before it starts, and when a
        new one is added."
    `);
    const [followId = ''] = ids(await press(hallway, 'open:follow:1'));
    const redrawn = shown(await hallway.press({ kind: 'press', id: followId, caller: ada }));
    expect(redrawn.placement).toBe('replace');
    const [unfollowId = ''] = ids(redrawn);
    expect(unfollowId).toContain(':unfollow:');

    const list = text(await mytalks(hallway));
    expect(list).toContain('You follow Adrian.');
    await hallway.press({ kind: 'press', id: unfollowId, caller: ada });
    expect(text(await mytalks(hallway))).not.toContain('follow');
    expect(sentence(await press(hallway, 'unfollow:~nothing'))).toBe('You do not follow that.');
    expect(sentence(await press(hallway, 'follow:track:gone'))).toBe(
      'That is no longer in the schedule.',
    );
  });
});

describe('the rest of a day of what one follows', () => {
  it('opens page by page with reasons, without what is starred, over or of another day', async () => {
    const { hallway } = await openHall({ now: NINE, conference: twelve });
    await follow(hallway, 'boats');
    const day = Date.parse('2020-02-01T03:00Z');

    const first = text(await press(hallway, `open:followed:1:${day}`));
    expect(first).toMatch(/^More of what you follow · Sat 1 Feb/);
    expect(first.match(/because you follow “boats”/g)).toHaveLength(8);
    expect(first).not.toContain('Tomorrow');
    expect(ids(await press(hallway, `open:followed:1:${day}`)).join(' ')).toContain('followed:2:');
    expect(titles(await press(hallway, `open:followed:2:${day}`))).toEqual([
      'Boats 9',
      'Boats 10',
      'Boats 11',
      'Boats 12',
    ]);
    await press(hallway, 'star:12');
    expect(titles(await press(hallway, `open:followed:2:${day}`))).toEqual([
      'Boats 9',
      'Boats 10',
      'Boats 11',
    ]);
    expect(text(await press(hallway, `open:followed:1:${day + 5 * 86_400_000}`))).toContain(
      'nothing to come',
    );
  });
});

const twelve = conferenceOf(
  [
    talkAt('0', NINE - 3_600_000, { title: 'Boats that are over' }),
    ...Array.from({ length: 12 }, (_, index) =>
      talkAt(`${index + 1}`, NINE + (index + 1) * 600_000, { title: `Boats ${index + 1}` }),
    ),
    talkAt('13', NINE + 86_400_000, { title: 'Tomorrow’s boats' }),
  ],
  'Europe/Brussels',
);

function titles(reply: Reply): readonly string[] {
  return shown(reply).card.blocks.flatMap((block) => (block.kind === 'row' ? [block.title] : []));
}

function follow(hallway: Hallway, what?: string): Promise<Reply> {
  return hallway.command({
    kind: 'command',
    command: 'follow',
    args: what === undefined ? {} : { what },
    caller: ada,
  });
}

function mytalks(hallway: Hallway): Promise<Reply> {
  return hallway.command({ kind: 'command', command: 'mytalks', args: {}, caller: ada });
}

function press(hallway: Hallway, deed: string): Promise<Reply> {
  return hallway.press({ kind: 'press', id: `h1:fosdem20:${deed}`, caller: ada });
}

function shown(reply: Reply): CardReply {
  if (reply.kind !== 'card') throw new Error(`A ${reply.kind} instead of a card`);
  return reply;
}

function sentence(reply: Reply): string {
  return shown(reply).card.summary;
}

function text(reply: Reply): string {
  return plainText(shown(reply).card, { width: 80, messages: messagesFor('en') });
}

function ids(reply: Reply): readonly string[] {
  return shown(reply).card.blocks.flatMap((block) =>
    block.kind === 'buttons'
      ? block.buttons.flatMap((button) => (button.kind === 'action' ? [button.id] : []))
      : [],
  );
}
