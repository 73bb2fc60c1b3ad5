import { describe, expect, it } from 'vitest';
import type { Caller, CardReply } from '../../src/platform/requests.ts';
import { at } from '../support/instants.ts';
import { ada, openHall, organiser } from './support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const MINUTE = 60_000;
const here: Caller = { ...ada, channel: 'general' };

type Hall = Awaited<ReturnType<typeof openHall>>;

const openQuietHall = () =>
  openHall({
    now: NINE,
    channels: {
      general: { kind: 'writable', name: '#general' },
      questions: { kind: 'writable', name: '#questions' },
      staff: { kind: 'forbidden', lacking: ['View Channel'] },
    },
  });

function asks({ hallway }: Hall, caller: Caller, text = 'live migration', isPublic = true) {
  return hallway.ask({ kind: 'question', text, caller, isPublic, follows: [] });
}

async function answers({ hallway }: Hall, where: string, caller = organiser) {
  const args = { where };
  const reply = await hallway.command({
    ...{ kind: 'command', command: 'conference', subcommand: 'answers' },
    ...{ args, caller },
  });
  return (reply as CardReply).card;
}

describe('a question in words of one’s own', () => {
  it('is answered to everyone where others read along, and to the asker alone elsewhere', async () => {
    const hall = await openQuietHall();
    const title = 'Live migration <@everyone>';

    expect(await asks(hall, here)).toMatchObject({ audience: 'everyone', card: { title } });
    expect(await asks(hall, here, ' live\u200B migration ', false)).toMatchObject({
      audience: 'caller',
      card: { title },
    });
  });

  it('is answered in the asker’s language where it is known, and the platform tells only the place’s', async () => {
    const hall = await openQuietHall();
    const guessed = { ...here, locale: 'fr', isLocaleGuessed: true };
    const localeFor = async (caller: Caller) => (await asks(hall, caller))?.card.reader?.locale;
    const known = { ref: { platform: 'chat', id: 'ada' }, locale: 'de', seenAt: NINE };

    expect(await localeFor(guessed)).toBe('fr');
    await hall.members.see(known, 'person');
    expect(await localeFor(guessed)).toBe('de');
    expect(await localeFor(here)).toBe('en');
    expect((await asks(hall, guessed))?.card.blocks).toEqual(
      (await asks(hall, { ...here, locale: 'de' }))?.card.blocks,
    );
  });

  it('is answered where organisers want it', async () => {
    const hall = await openQuietHall();
    let times = 0;
    const isAnswered = async (channel: string, isPublic: boolean) => {
      times += 1;
      const caller = { ...here, channel, member: `member ${times}` };
      return (await asks(hall, caller, 'pods', isPublic)) !== undefined;
    };
    const places = async () => [
      await isAnswered('general', true),
      await isAnswered('questions', true),
      await isAnswered('general', false),
    ];

    expect(await places()).toEqual([true, true, true]);
    expect(await answers(hall, '<#questions>')).toMatchObject({
      kind: 'confirmation',
      blocks: [
        {
          text: [
            'Whoever mentions Hallway is answered only in ',
            { kind: 'channel', id: 'questions' },
          ],
        },
      ],
    });
    expect(await places()).toEqual([false, true, true]);
    await answers(hall, '#questions, #general #general');
    expect(await places()).toEqual([true, true, true]);
    await answers(hall, 'Off');
    expect(await places()).toEqual([false, false, true]);
    await answers(hall, 'all');
    expect(await places()).toEqual([true, true, true]);
  });

  it('leaves a community alone when another wants no answers', async () => {
    const hall = await openQuietHall();
    await answers(hall, 'off', { ...organiser, community: 'debconf' });

    expect(await asks(hall, here)).toBeDefined();
    expect(await asks(hall, { ...here, community: 'debconf' })).toBeUndefined();
  });

  it.each([
    ['#staff', 'What is missing: View Channel'],
    ['#attic', 'There is no such channel'],
  ])('cannot be moved to where nothing can be said: %s', async (where, sentence) => {
    const hall = await openQuietHall();
    const card = await answers(hall, `#general ${where}`);

    expect(card).toMatchObject({ kind: 'problem' });
    expect(card.summary).toContain(sentence);
    expect(await asks(hall, { ...here, channel: 'anywhere' })).toBeDefined();
  });

  it('is not answered without end: ten a minute by one member, thirty in one channel', async () => {
    const hall = await openQuietHall();
    const count = async (caller: Caller, times: number) => {
      let answered = 0;
      for (let time = 0; time < times; time += 1) {
        if ((await asks(hall, caller, 'pods')) !== undefined) answered += 1;
      }
      return answered;
    };

    expect(await count(here, 12)).toBe(10);
    expect(await count({ ...here, channel: 'questions' }, 1)).toBe(0);
    for (const member of ['bob', 'cleo']) expect(await count({ ...here, member }, 10)).toBe(10);
    expect(await count({ ...here, member: 'dan' }, 1)).toBe(0);
    expect(await count({ ...here, member: 'dan', channel: 'questions' }, 1)).toBe(1);
    hall.setClock(NINE + MINUTE + 1);
    expect(await count(here, 1)).toBe(1);
  });
});
