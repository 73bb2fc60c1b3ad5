import { describe, expect, it } from 'vitest';
import { renderCard } from '../../../adapters/discord/rendering/card.ts';
import { modalOf } from '../../../adapters/discord/requests/form.ts';
import { messageOf } from '../../../adapters/slack/surfaces/show.ts';
import { formView } from '../../../adapters/slack/surfaces/views.ts';
import { createStores } from '../../../adapters/storage/stores.ts';
import type { Card } from '../../../src/cards/cards.ts';
import { plainText } from '../../../src/cards/plainText.ts';
import { createRecording } from '../../../src/cli/rehearsing/recording.ts';
import { conferenceSpec } from '../../../src/commands/conference/conference.ts';
import { createCourier } from '../../../src/courier/courier.ts';
import { STANDING_PACE } from '../../../src/courier/pace.ts';
import { createCompose } from '../../../src/courier/wording/compose.ts';
import { silentMeter } from '../../../src/log/meter.ts';
import { silentLog } from '../../../src/log.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import { LONGEST_SAY } from '../../../src/outbox/kinds/say.ts';
import { parseLine } from '../../../src/platform/grammar.ts';
import type { Caller, Reply } from '../../../src/platform/requests.ts';
import { at } from '../../support/instants.ts';
import { alone, programmeOf } from '../../support/programmes.ts';
import { conference } from '../support/conference.ts';
import { ada, openHall, organiser } from '../support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const messages = messagesFor('en');
const elsewhere: Caller = { ...organiser, community: 'debconf', member: 'otto' };

describe('saying something to many', () => {
  it('is shown first, then leaves once, is edited where it arrived, and removed', async () => {
    const { say, press, send, posts, removed, lines } = await open();
    const preview = await say({
      text: 'Lunch is here.\n@everyone: hall A',
      to: '#general, #staff',
    });
    expect(textOf(preview)).toContain('This is how it will look:');
    expect(posts()).toEqual([]);
    await press(buttonOf(preview, 'Send it'));
    await press(buttonOf(preview, 'Send it'));
    await send();
    expect(posts().map(({ whom }) => whom)).toEqual(['general', 'staff']);
    expect(posts()[0]?.text).toContain('Lunch is here.\n');

    const shown = await press(buttonOf(preview, 'Send it'));
    expect(textOf(shown)).toContain('2 of 2 have arrived.');
    const form = await press(buttonOf(shown, 'Edit'));
    expect(form).toMatchObject({ kind: 'form', value: 'Lunch is here.\n@everyone: hall A' });
    const again = await press(form.kind === 'form' ? form.id : '', organiser, 'Lunch is over.');
    await send();
    expect(posts()).toHaveLength(2);
    const changed = await press(buttonOf(again, 'Change it'));
    expect(textOf(changed)).toContain('2 of 2 have arrived. Edited: 0 of 2.');
    await send();
    expect(
      posts()
        .slice(2)
        .map(({ text }) => text.includes('Lunch is over.')),
    ).toEqual([true, true]);

    const taken = await press(buttonOf(changed, 'Take it back'));
    expect(textOf(taken)).toContain('Removed: 0 of 2.');
    await send();
    expect(textOf(await press(buttonOf(taken, 'Look again')))).not.toContain('Removed:');
    expect(posts()).toHaveLength(4);
    expect(removed.toSorted()).toEqual([...new Set(posts().map(({ id }) => id))].toSorted());
    await press(buttonOf(changed, 'Take it back'));
    await send();
    expect(removed).toHaveLength(2);
    expect(await lines()).toEqual(['said to', 'said to', 'said to']);
  });

  it('says by itself how far it has come, until all is done', async () => {
    const { say, press, send } = await open();
    const preview = await say({ text: 'Lunch is here', to: '#general, #staff' });
    expect(preview).not.toHaveProperty('later');
    const sent = await press(buttonOf(preview, 'Send it'));
    const later = sent.kind === 'card' ? sent.later : undefined;
    const before = await later?.();
    expect(before?.done).toBe(0);
    await send();
    const after = await later?.();
    expect(after?.done).toBe(1);
    expect(after && plainText(after.card, { width: 1_000, messages })).toContain(
      '2 of 2 have arrived.',
    );
    const { locale } = organiser;
    expect(after?.card.reader).toMatchObject({ locale });
    const looked = await press(buttonOf(sent, 'Look again'));
    expect(looked).not.toHaveProperty('later');
  });

  it('has nothing in it that rings', async () => {
    const { say, press, send, posts } = await open();
    const preview = await say({ text: '@everyone <!channel> <@4711> @here', to: '#general' });
    await press(buttonOf(preview, 'Send it'));
    await send();
    const [post] = posts();
    for (const card of post === undefined ? [] : [post.card]) {
      expect(JSON.stringify(renderCard(card))).not.toMatch(/[^\\]@everyone|[^\\]<@4711>/);
      expect(JSON.stringify(messageOf(card))).not.toMatch(/<!channel>|<@4711>/);
    }
    expect(post).toBeDefined();
  });

  it('goes to who starred a talk, and no more to whoever presses its button', async () => {
    const { say, press, send, posts, star, open: reach } = await open();
    for (const who of ['ada', 'bob']) {
      await star(who);
      await reach(who);
    }
    const preview = await say({ text: 'Bring a laptop', to: 'starred pods' });
    expect(textOf(preview)).toContain('To fewer than five people, who have “Pods” on their list');
    await press(buttonOf(preview, 'Send it'));
    await send();
    expect(posts().map(({ whom }) => whom)).toEqual(['ada', 'bob']);

    const stop = posts()[0]?.card;
    const { community: _, ...direct } = { ...ada };
    await press(stop === undefined ? '' : buttonOfCard(stop, 'No more of these'), direct);
    const next = await say({ text: 'And a cable', to: 'starred 2' });
    await press(buttonOf(next, 'Send it'));
    await send();
    expect(
      posts()
        .slice(2)
        .map(({ whom }) => whom),
    ).toEqual(['bob']);
  });

  it('is told of how many it reaches before it leaves, once they are enough to be told of', async () => {
    const { say, press, send, posts, star, open: reach } = await open();
    const people = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
    for (const who of people) await star(who);
    for (const who of people.slice(0, 6)) await reach(who);
    const preview = await say({ text: 'Bring a laptop', to: 'starred pods' });
    expect(textOf(preview)).toContain('about 10 people with “Pods”');
    expect(textOf(preview)).toContain('It reaches about 5 of them.');
    await press(buttonOf(preview, 'Send it'));
    await send();
    expect(posts()).toHaveLength(6);
  });

  it('goes to the confirmed speakers, and to nobody before there is one', async () => {
    const { say, press, send, posts, star, open: reach, speaks } = await open();
    expect(textOf(await say({ text: 'Hi', to: 'speakers' }))).toContain(messages.say.noSpeakers);
    for (const who of ['ada', 'bob']) {
      await star(who);
      await reach(who);
    }
    await speaks('ada');
    const preview = await say({ text: 'Dinner is at eight', to: 'Speakers' });
    expect(textOf(preview)).toContain('To the one confirmed speaker');
    await press(buttonOf(preview, 'Send it'));
    await press(buttonOf(preview, 'Send it'));
    await send();
    expect(posts().map(({ whom }) => whom)).toEqual(['ada']);
    expect(posts()[0]?.text).toContain('Dinner is at eight');
  });

  it('is not sent as somebody else rewrote it, nor once it was stopped', async () => {
    const { say, press, send, posts } = await open();
    const preview = await say({ text: 'One', to: '#general' });
    const form = await press(buttonOf(preview, 'Rewrite'));
    const rewritten = await press(form.kind === 'form' ? form.id : '', organiser, 'Two');
    expect(textOf(await press(buttonOf(preview, 'Send it')))).toContain(messages.say.changed);
    await send();
    expect(posts()).toEqual([]);

    const sent = await press(buttonOf(rewritten, 'Send it'));
    const stopped = await press(buttonOf(sent, 'Stop'));
    await send();
    expect(posts()).toEqual([]);
    expect(textOf(stopped)).toContain(messages.say.stopped);
  });

  it('is refused without a text, with too long a one, and where there is nobody to tell', async () => {
    const { say } = await open();
    expect(textOf(await say({ text: '  ', to: '#general' }))).toContain(messages.say.empty);
    const long = 'x'.repeat(LONGEST_SAY + 1);
    expect(textOf(await say({ text: long, to: '#general' }))).toContain('That is 2001 characters');
    expect(textOf(await say({ text: 'Hi' }))).toContain(messages.say.noChannels);
    expect(textOf(await say({ text: 'Hi', to: '#secret' }))).toContain('no such channel');
    expect(textOf(await say({ text: 'Hi', to: 'starred nothing' }))).toContain(
      'does not mean just one talk',
    );
  });

  it('is done by organisers of that community alone, whoever presses what', async () => {
    const { say, press, send, posts } = await open();
    const preview = await say({ text: 'Ours', to: '#general' });
    const shown = await press(buttonOf(preview, 'Send it'));
    await send();
    const only = messages.errors.organisersOnly('conference');
    for (const id of [...idsOf(preview), ...idsOf(shown)]) {
      expect(textOf(await press(id, ada))).toBe(only);
      if (id.includes(':says')) continue;
      expect(textOf(await press(id, elsewhere))).toBe(messages.say.gone);
    }
    expect(textOf(await say({ text: 'Mine', to: '#general' }, ada))).toBe(only);
    await send();
    expect(posts()).toHaveLength(1);
  });

  it('asks for its lines in a form of each platform, which says how long it may be', async () => {
    const { say } = await open();
    const form = await say({ to: '#general' });
    if (form.kind !== 'form') throw new Error('No form came');
    expect(JSON.stringify(modalOf(form))).toContain('"style":2,"max_length":2000');
    expect(formView(form, { kind: 'home' } as never)).toMatchObject({
      blocks: [{ element: { multiline: true, max_length: 2000 } }],
    });
    expect(form.hint).toContain('2000 characters');
  });

  it.each([
    ['say Lunch is here', { text: 'Lunch is here' }],
    ['say Lunch: at 12\nin A to=#a, #b', { text: 'Lunch: at 12\nin A', to: '#a, #b' }],
    ['say to="starred Live migration"', { to: 'starred Live migration' }],
    ['say Welcome to: us', { text: 'Welcome to: us' }],
    ['say', {}],
  ])('%j is typed so', (line, args) => {
    expect(parseLine(conferenceSpec, line, messages)).toMatchObject({ subcommand: 'say', args });
  });
});

function textOf(reply: Reply): string {
  if (reply.kind !== 'card') throw new Error('A form came');
  if (reply.card.kind === 'problem') return reply.card.summary;
  return plainText(reply.card, { width: 1_000, messages });
}

function buttonsOfCard({ blocks }: Card) {
  return blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .flatMap((button) => (button.kind === 'action' ? [button] : []));
}

function buttonOfCard(card: Card, label: string): string {
  const found = buttonsOfCard(card).find((button) => button.label === label);
  if (found === undefined) throw new Error(`No button says ${label}`);
  return found.id;
}

function buttonOf(reply: Reply, label: string): string {
  return reply.kind === 'card' ? buttonOfCard(reply.card, label) : '';
}

function idsOf(reply: Reply): readonly string[] {
  return reply.kind === 'card' ? buttonsOfCard(reply.card).map(({ id }) => id) : [];
}

async function open() {
  const writable = { kind: 'writable', name: '#general' } as const;
  const hall = await openHall({ now: NINE, channels: { general: writable, staff: writable } });
  const { hallway, database, acts, reachability } = hall;
  let now = NINE;
  const clock = { now: () => now, sleep: untilAborted };
  const stores = createStores(database, clock, () => 'lane');
  const removed: string[] = [];
  const { messenger, queue, takePosts } = createRecording(stores.queue);
  const programme = programmeOf('fosdem20', conference);
  const posts: { whom: string; text: string; card: Card; id: string }[] = [];
  const courier = createCourier({
    ...{ ...stores, queue, clock, log: silentLog, meter: silentMeter },
    compose: createCompose({ ...stores, programmes: { ...alone, get: async () => programme } }),
    owner: 'test',
    pace: STANDING_PACE,
    messengers: new Map([
      ['chat', { ...messenger, remove: async (id: string) => void removed.push(id) }],
    ]),
  });
  return {
    removed,
    posts: () => posts,
    speaks: async (who: string) => {
      const member = { platform: 'chat', id: who };
      const speaker = { kind: 'speaker', name: who } as const;
      const community = { platform: 'chat', id: 'fosdem' };
      const claim = { id: who, community, conference: programme.key, member, speaker };
      await hall.speakerClaims.add({ ...claim, leadMinutes: 30 }, now);
      await hall.speakerClaims.confirm(who, now);
    },
    say: (args: Readonly<Record<string, string>>, caller = organiser) =>
      hallway.command({ kind: 'command', command: 'conference', subcommand: 'say', args, caller }),
    press: (id: string, caller = organiser, value?: string) =>
      hallway.press({ kind: 'press', id, caller, ...(value === undefined ? {} : { value }) }),
    send: async () => {
      now += 60_000;
      await courier.drain();
      for (const { deliveries, card, messageId: id } of takePosts()) {
        const target = deliveries[0]?.target;
        const whom = target?.kind === 'channel' ? target.channel : (target?.member ?? '');
        const isSay = deliveries[0]?.subject.kind === 'say';
        if (isSay) posts.push({ whom, text: plainText(card, { width: 80, messages }), card, id });
      }
    },
    star: (member: string) =>
      hallway.press({ kind: 'press', id: 'h1:fosdem20:star:2', caller: { ...ada, member } }),
    open: (member: string) => reachability.reached({ kind: 'member', platform: 'chat', member }),
    lines: async () => {
      const { length } = await acts.of({ platform: 'chat', id: 'fosdem' }, { skip: 0, limit: 9 });
      return Array.from({ length }, () => messages.organiser.acts.say);
    },
  };
}

/** Nothing takes long enough here to be given up. */
function untilAborted(_durationMs: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  signal?.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
