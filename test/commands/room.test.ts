import { describe, expect, it } from 'vitest';
import type { RoomStates } from '../../src/commands/conference/ports.ts';
import type { Caller } from '../../src/platform/requests.ts';
import { at } from '../support/instants.ts';
import { keyOf } from '../support/names.ts';
import { ada, openHall, organiser } from './support/hall.ts';

const now = at('2020-02-01T10:40+01:00');
const hedy: Caller = { ...ada, member: 'hedy', roles: ['doors'] };
const ONLY = 'The state of rooms is told by helpers, whom the organisers of this community name.';

async function openStory() {
  const said: string[] = [];
  const hall = await openHall({
    now,
    roomStates: {
      tell: async ({ id }, { key }, { room, state, by }) => {
        said.push(`${by} in ${id}: ${room} ${state}`);
        const told: Parameters<typeof hall.communities.setRoomState>[2] = {
          ...{ room, state, talk: 'gone' as never, saidAt: now, until: now + 60_000 },
          origin: 'helper',
        };
        await hall.communities.setRoomState({ platform: 'chat', id }, key, told);
        return 'told';
      },
    } satisfies RoomStates,
    delays: {
      set: async ({ id }, _, { room, minutes }, by) => {
        said.push(`${by} in ${id}: ${room} late ${minutes}`);
        return 1;
      },
    },
  });
  const ask = async (args: Record<string, string>, caller: Caller) => {
    const reply = await hall.hallway.command({ kind: 'command', command: 'room', args, caller });
    if (reply.kind !== 'card') throw new Error(reply.kind);
    return reply;
  };
  await hall.hallway.command({
    ...{ kind: 'command', command: 'conference', subcommand: 'helpers', caller: organiser },
    args: { who: 'doors' },
  });
  return { ...hall, said, ask };
}

const buttonsOf = (reply: Awaited<ReturnType<Awaited<ReturnType<typeof openStory>>['ask']>>) =>
  reply.card.blocks.flatMap((block) =>
    block.kind === 'buttons'
      ? block.buttons.flatMap((one) => (one.kind === 'action' ? [one] : []))
      : [],
  );

describe('/room', () => {
  it('shows everybody how a room stands, and helpers alone what says it', async () => {
    const { ask } = await openStory();
    const seen = await ask({ room: 'ud2.208' }, ada);
    expect(seen.card.summary).toContain('Nobody has said that it is full.');
    expect(buttonsOf(seen).map(({ label }) => label)).toEqual(['Look again', 'Share to channel']);
    expect(buttonsOf(await ask({ room: 'ud2.208' }, hedy)).map(({ label }) => label)).toEqual([
      ...[
        'Full',
        'Nearly full',
        'Free',
        '5 min later',
        '10 min later',
        'Look again',
        'Share to channel',
      ],
    ]);
  });

  it.each(['full', 'busy', 'free'])(
    'is said to be %s by a helper, not by anybody else',
    async (state) => {
      const { ask, said } = await openStory();
      expect((await ask({ room: 'ud2.208', state }, ada)).card.summary).toContain(ONLY);
      const elsewhere = { ...hedy, community: 'debconf' };
      expect((await ask({ room: 'ud2.208', state }, elsewhere)).card.summary).toContain(ONLY);
      expect(said).toEqual([]);
      await ask({ room: 'ud2.208', state }, hedy);
      await ask({ room: 'ud2.208', state }, organiser);
      expect(said).toEqual(
        ['hedy', 'olga'].map((by) => `${by} in fosdem: ud2-208-decroly ${state}`),
      );
    },
  );

  it('refuses every button of a helper’s that a stranger presses', async () => {
    const { ask, hallway, said } = await openStory();
    const buttons = buttonsOf(await ask({ room: 'ud2.208' }, hedy)).slice(0, 5);
    for (const { id } of buttons) {
      expect(await hallway.press({ kind: 'press', id, caller: ada })).toMatchObject({
        card: { kind: 'problem', summary: expect.stringContaining(ONLY) },
      });
    }
    expect(said).toEqual([]);
    for (const { id } of buttons) await hallway.press({ kind: 'press', id, caller: hedy });
    expect(said).toEqual(
      ['full', 'busy', 'free', 'late 5', 'late 10'].map(
        (what) => `hedy in fosdem: ud2-208-decroly ${what}`,
      ),
    );
  });

  it('is late by minutes that have to be said, as /conference delay has it', async () => {
    const { ask, said } = await openStory();
    const refusal = await ask({ room: 'ud2.208', state: 'late' }, hedy);
    expect(refusal.card.summary).toBe('How late? Give the minutes, too: late 10.');
    await ask({ room: 'ud2.208', state: 'late', minutes: '10' }, hedy);
    expect(said).toEqual(['hedy in fosdem: ud2-208-decroly late 10']);
  });

  it('says nothing in a direct message', async () => {
    const { ask, said } = await openStory();
    const { community: _, ...direct } = organiser;
    const reply = await ask({ room: 'ud2.208', state: 'full' }, direct);
    expect([reply.card.kind, said]).toEqual(['problem', []]);
  });

  it('keeps what was said for its community', async () => {
    const { ask, communities } = await openStory();
    await ask({ room: 'ud2.208', state: 'full' }, hedy);
    const of = (id: string) =>
      communities.roomStatesOf({ platform: 'chat', id }, keyOf('fosdem20'));
    expect([(await of('fosdem')).length, (await of('debconf')).length]).toEqual([1, 0]);
  });
});
