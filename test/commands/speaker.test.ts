import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/cards/cards.ts';
import { plainText } from '../../src/cards/plainText.ts';
import { MINUTE_MS } from '../../src/clock.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { Caller } from '../../src/platform/requests.ts';
import { at } from '../support/instants.ts';
import { conference, talks } from './support/conference.ts';
import { ada, openHall, organiser } from './support/hall.ts';

const STYLE = { width: 100, messages: messagesFor('en') };
const now = at('2020-02-01T09:00+01:00');
const eve: Caller = { ...ada, member: 'eve' };
const stranger: Caller = { ...organiser, community: 'debconf', member: 'dora' };
const pods = {
  ...talks.pods,
  speakers: [{ id: '17', name: 'Ada Lovelace' }, { name: 'Grace Hopper' }],
};
const second = { ...talks.next, speakers: [{ id: '17', name: 'Ada Lovelace' }] };
const crowd = [1, 2, 3, 4].map((number) => ({
  ...talks.late,
  id: `c${number}`,
  title: `Crowd ${number}`,
  speakers: [{ name: `Speaker ${number}` }],
}));

async function openStory(planDue = async () => {}) {
  const hall = await openHall({
    now,
    conference: { ...conference, talks: [talks.live, pods, second, ...crowd] },
    planDue,
  });
  const command = async (name: string, subcommand: string, caller: Caller, args = {}) => {
    const reply = await hall.hallway.command({
      ...{ kind: 'command', command: name, subcommand, args, caller },
    });
    if (reply.kind !== 'card') throw new Error(reply.kind);
    return reply.card;
  };
  const press = async (id: string, caller: Caller) => {
    const reply = await hall.hallway.press({ kind: 'press', id, caller });
    if (reply.kind !== 'card') throw new Error(reply.kind);
    return reply.card;
  };
  return {
    ...hall,
    press,
    speaker: (subcommand: string, caller: Caller, args = {}) =>
      command('speaker', subcommand, caller, args),
    settings: (caller: Caller) => command('mytalks', 'settings', caller),
    status: (caller: Caller) => command('conference', 'status', caller),
    doctor: (caller: Caller) => command('conference', 'doctor', caller),
    claims: async () =>
      (await hall.speakerClaims.in({ platform: 'chat', id: 'fosdem' }))
        .map(({ member, speaker, state }) => `${member.id} ${speaker.name} ${state}`)
        .toSorted(),
    told: async () =>
      (await hall.database.kysely.selectFrom('outbox').select(['target', 'kind']).execute()).map(
        ({ target, kind }) => `${target} ${kind}`,
      ),
  };
}

function buttonsOf({ blocks }: Card): ReadonlyMap<string, string> {
  const all = blocks.flatMap((block) => {
    if (block.kind === 'buttons') return block.buttons;
    return block.kind === 'row' && block.button !== undefined ? [block.button] : [];
  });
  return new Map(all.flatMap((one) => (one.kind === 'action' ? [[one.label, one.id]] : [])));
}

/** The options of the menu that is a speaker's. */
function leadsOf({ blocks }: Card) {
  return blocks.flatMap((block) =>
    block.kind === 'menu' && block.options.some(({ id }) => id.includes('speakerLead'))
      ? block.options
      : [],
  );
}

const idOf = (card: Card, label: string) => buttonsOf(card).get(label) ?? `no ${label}`;

describe('/speaker', () => {
  it('says who one is: at once of a single speaker, of several by a button', async () => {
    const { speaker, press, claims } = await openStory();
    expect((await speaker('list', ada)).summary).toContain('You have not said');

    expect((await speaker('claim', ada, { talk: '1' })).summary).toContain('that you are Adrian');
    const which = await speaker('claim', eve, { talk: '2' });
    expect([...buttonsOf(which).keys()]).toEqual(['I am Ada Lovelace', 'I am Grace Hopper']);
    expect(await claims()).toEqual(['ada Adrian open']);
    await press(idOf(which, 'I am Grace Hopper'), eve);
    await press(idOf(which, 'I am Grace Hopper'), eve);

    expect(await claims()).toEqual(['ada Adrian open', 'eve Grace Hopper open']);
    expect(plainText(await speaker('list', eve), STYLE)).toContain('Grace Hopper');
    const gone = await speaker('drop', eve);
    expect(gone.summary).toBe('You will hear nothing more as Grace Hopper.');
    expect(await claims()).toEqual(['ada Adrian open']);
  });

  it('keeps a person over all their talks, and few claims open at a time', async () => {
    const { speaker, press, claims } = await openStory();
    await press(idOf(await speaker('claim', ada, { talk: '2' }), 'I am Ada Lovelace'), ada);
    expect((await speaker('claim', ada, { talk: '3' })).summary).toContain('it waits');
    await speaker('claim', ada, { talk: 'c1' });
    await speaker('claim', ada, { talk: 'c2' });
    expect((await speaker('claim', ada, { talk: 'c3' })).kind).toBe('problem');
    expect(await claims()).toHaveLength(3);
  });

  it('is decided by an organiser of that community, once, and told', async () => {
    let turns = 0;
    const story = await openStory(async () => {
      turns += 1;
    });
    const { speaker, press, claims, status, doctor, told, acts, setClock } = story;
    await speaker('claim', ada, { talk: '1' });
    setClock(now + MINUTE_MS);
    await speaker('claim', eve, { talk: '1' });
    const card = await status(organiser);
    const text = plainText(card, STYLE);
    expect(text.match(/says they are Adrian/gu)).toHaveLength(2);
    expect(text.match(/says so, too/gu)).toHaveLength(2);
    expect(plainText(await status(stranger), STYLE)).not.toContain('Adrian');
    expect(plainText(await doctor(organiser), STYLE)).toContain(
      '2 people are waiting to be confirmed',
    );
    expect(plainText(await doctor(stranger), STYLE)).not.toContain('to be confirmed');
    const ids = card.blocks.flatMap((block) =>
      block.kind === 'buttons'
        ? block.buttons.flatMap((one) =>
            one.kind === 'action' && one.label.includes('Adrian') ? [one.id] : [],
          )
        : [],
    );
    expect(ids).toHaveLength(4);
    for (const id of ids) {
      expect((await press(id, eve)).kind).toBe('problem');
      expect((await press(id, stranger)).kind).toBe('problem');
    }
    expect(await claims()).toEqual(['ada Adrian open', 'eve Adrian open']);
    expect(await told()).toEqual([]);

    const [confirmAda = '', refuseAda = '', , refuseEve = ''] = ids;
    expect(turns).toBe(0);
    expect((await press(confirmAda, organiser)).summary).toContain('Confirmed: Adrian');
    // What they are to hear by now is planned at once.
    expect(turns).toBe(1);
    expect((await press(refuseAda, organiser)).summary).toContain('already decided');
    expect(plainText(await status(organiser), STYLE)).toContain(
      'is already confirmed as that speaker',
    );
    expect((await press(refuseEve, organiser)).summary).toContain('Refused: Adrian');

    expect(await claims()).toEqual(['ada Adrian confirmed']);
    expect((await told()).toSorted()).toEqual([
      'member:chat:ada claimDecided',
      'member:chat:eve claimDecided',
    ]);
    const log = await acts.of({ platform: 'chat', id: 'fosdem' }, { skip: 0, limit: 9 });
    expect(log.map(({ kind, about, by }) => [kind, ...about, by].join(' '))).toEqual([
      'speakers Adrian olga',
      'speakers Adrian olga',
    ]);
  });

  it('has a lead of its own in the settings of whoever speaks, and of nobody else', async () => {
    const { speaker, settings, press, speakerClaims } = await openStory();
    await speaker('claim', ada, { talk: '1' });
    expect(leadsOf(await settings(eve))).toEqual([]);
    const lead = leadsOf(await settings(ada)).find(({ label }) => label === '45 min before');
    await press(lead?.id ?? '', eve);
    await press(lead?.id ?? '', ada);
    await speaker('claim', ada, { talk: 'c1' });

    const claims = await speakerClaims.of({ platform: 'chat', id: 'ada' });
    expect(claims.map(({ leadMinutes }) => leadMinutes)).toEqual([45, 45]);
    expect(
      leadsOf(await settings(ada)).flatMap(({ label, isChosen }) => (isChosen ? [label] : [])),
    ).toEqual(['45 min before']);
  });

  it('lets nobody drop what another said, and warns whoever is silent', async () => {
    const { speaker, press, claims, members } = await openStory();
    await speaker('claim', ada, { talk: '1' });
    await members.change({ platform: 'chat', id: 'ada' }, { volume: 'silent' });
    const list = await speaker('list', ada);
    expect(plainText(list, STYLE)).toContain('You have silenced Hallway');

    expect((await press(idOf(list, 'That is not me'), eve)).kind).toBe('problem');
    expect(await claims()).toEqual(['ada Adrian open']);
    await press(idOf(list, 'That is not me'), ada);
    expect(await claims()).toEqual([]);
  });
});
