import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createStores } from '../../adapters/storage/stores.ts';
import type { Card } from '../../src/cards/cards.ts';
import { createCourier } from '../../src/courier/courier.ts';
import { STANDING_PACE } from '../../src/courier/pace.ts';
import { createCompose } from '../../src/courier/wording/compose.ts';
import { silentMeter } from '../../src/log/meter.ts';
import { silentLog } from '../../src/log.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { Dispatch, Messenger } from '../../src/platform/messenger.ts';
import { PlatformError } from '../../src/platform/refusal.ts';
import type { Reply } from '../../src/platform/requests.ts';
import { conference } from '../commands/support/conference.ts';
import { ada, openHall, organiser } from '../commands/support/hall.ts';
import { alone, programmeOf } from '../support/programmes.ts';
import { runs } from '../support/thorough.ts';

const NINE = Date.UTC(2020, 1, 1, 8);
const { say: words } = messagesFor('en');
const MEMBERS = ['ada', 'bob', 'cleo'] as const;
/** Of whose messages the platform lets nobody take one away. */
const KEPT = 'cleo';

type Act = 'confirm' | 'edit' | 'stop' | 'takeBack';
/** What becomes of one call: `act` is done while it is under way, and it arrives. */
type Fate =
  | { readonly kind: 'arrives' | 'arrivesUnheard' | 'isLost' | 'isRefused' }
  | { readonly kind: 'meanwhile'; readonly act: Act };
type Step =
  | { readonly kind: 'act'; readonly act: Act }
  | { readonly kind: 'deletes'; readonly member: string }
  /** A courier that sends what is ready; one that dies writes down nothing of it. */
  | { readonly kind: 'courier'; readonly dies: boolean; readonly fates: readonly Fate[] };

const act = fc.constantFrom<Act>('confirm', 'edit', 'edit', 'stop', 'takeBack');
const fate: fc.Arbitrary<Fate> = fc.oneof(
  fc.record({ kind: fc.constantFrom('arrives', 'arrivesUnheard', 'isLost', 'isRefused') }),
  fc.record({ kind: fc.constant('meanwhile' as const), act }),
);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('act' as const), act }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('courier' as const),
      dies: fc.boolean(),
      fates: fc.array(fate, { maxLength: 4 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('deletes' as const),
      member: fc.constantFrom(...MEMBERS),
    }),
  },
);

const dead: Step = { kind: 'courier', dies: true, fates: MEMBERS.map(() => ({ kind: 'isLost' })) };
const acts = (...all: readonly Act[]) => all.map((one): Step => ({ kind: 'act', act: one }));
/** Nobody knows whether they were sent it when it is written anew, and they were not. */
const LOST_AND_STOPPED = [...acts('confirm'), dead, ...acts('stop', 'edit')];
const LOST_AND_TAKEN_BACK = [...acts('confirm'), dead, ...acts('takeBack')];

it('says it once to each, as it was written last, and to nobody new once it is stopped or taken back', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      const { take, chat, state, text } = await open();
      for (const one of steps) await take(one);
      for (let minute = 0; minute < 2; minute += 1) {
        await take({ kind: 'courier', dies: false, fates: [] });
      }

      const shown = state() === 'removed' ? words.takenBack : text();
      for (const member of MEMBERS) {
        if (state() === 'removed' && member !== KEPT) {
          const isThere = chat.some(({ whom, isGone }) => whom === member && !isGone);
          expect(isThere).toBe(false);
        }
        const [message, ...more] = chat.filter(({ whom }) => whom === member);
        expect(more).toEqual([]);
        if (message === undefined) expect(state()).not.toBe('sent');
        else
          expect({ begun: message.begun, text: message.isGone ? shown : message.text }).toEqual({
            begun: 'sent',
            text: shown,
          });
      }
    }),
    { numRuns: runs(20), examples: [[LOST_AND_STOPPED], [LOST_AND_TAKEN_BACK]] },
  );
});

type State = 'draft' | 'sent' | 'stopped' | 'removed';

/** One message in somebody's direct messages. */
interface Message {
  readonly whom: string;
  readonly key: string;
  /** In which state the say was when its sending began. */
  readonly begun: State;
  text: string;
  isGone: boolean;
}

/** A hall with three who starred one talk, to whom something is about to be said. */
async function open() {
  const { hallway, database, reachability } = await openHall({ now: NINE });
  for (const member of MEMBERS) {
    await hallway.press({ kind: 'press', id: 'h1:fosdem20:star:2', caller: { ...ada, member } });
    await reachability.reached({ kind: 'member', platform: 'chat', member });
  }
  const press = (id: string, value?: string) =>
    hallway.press({
      ...{ kind: 'press', id, caller: organiser },
      ...(value === undefined ? {} : { value }),
    });
  let reply = await hallway.command({
    ...{ kind: 'command', command: 'conference', subcommand: 'say', caller: organiser },
    args: { text: 'Text 0', to: 'starred 2' },
  });
  let state: State = 'draft';
  let text = '';
  let written = 0;
  const pressed = async (...labels: readonly string[]) => {
    const id = labels.map((label) => buttonOf(reply, label)).find((one) => one !== undefined);
    if (id === undefined) return false;
    const answer = await press(id);
    if (answer.kind === 'form') {
      written += 1;
      reply = await press(answer.id, `Text ${written}`);
    } else reply = answer;
    return true;
  };
  const confirm = async () => {
    if (!(await pressed(words.send, words.sendAgain))) return;
    text = `Text ${written}`;
    if (state === 'draft') state = 'sent';
  };
  const perform = async (which: Act) => {
    await pressed(words.look);
    switch (which) {
      case 'confirm':
        return confirm();
      case 'edit':
        if (await pressed(words.edit, words.write)) await confirm();
        return;
      case 'stop':
        if (await pressed(words.stop)) state = 'stopped';
        return;
      case 'takeBack':
        if (await pressed(words.remove)) state = 'removed';
    }
  };
  const platform = createPlatform(() => state, perform);
  const drain = createDrain(database, platform.messenger);
  return {
    chat: platform.chat,
    state: () => state,
    text: () => text,
    take: async (one: Step) => {
      switch (one.kind) {
        case 'act':
          return perform(one.act);
        case 'deletes':
          for (const message of platform.chat) message.isGone ||= message.whom === one.member;
          return;
        case 'courier':
          platform.expect(one.fates);
          return drain(one.dies);
      }
    },
  };
}

/** A minute later, another process sends what is ready. */
function createDrain(
  database: Awaited<ReturnType<typeof openHall>>['database'],
  messenger: Messenger,
) {
  let now = NINE;
  let processes = 0;
  const clock = { now: () => now, sleep: untilAborted };
  const stores = createStores(database, clock, () => 'lane');
  const programme = programmeOf('fosdem20', conference);
  const compose = createCompose({
    ...stores,
    programmes: { ...alone, get: async () => programme },
  });
  return async (dies: boolean) => {
    now += 90_000;
    processes += 1;
    const settle: typeof stores.queue.settle = async (...settling) =>
      !dies && stores.queue.settle(...settling);
    await createCourier({
      ...{ ...stores, queue: { ...stores.queue, settle }, clock, compose },
      ...{ log: silentLog, meter: silentMeter, owner: `process ${processes}` },
      pace: STANDING_PACE,
      messengers: new Map([['chat', messenger]]),
    }).drain();
  };
}

function createPlatform(state: () => State, perform: (act: Act) => Promise<void>) {
  const chat: Message[] = [];
  let fates: readonly Fate[] = [];
  const call = async (arrive: () => void) => {
    const [next = { kind: 'arrives' }, ...later] = fates;
    fates = later;
    if (next.kind === 'meanwhile') await perform(next.act);
    if (next.kind === 'isRefused') throw new PlatformError('rate-limited', 'retry', 'Later');
    if (next.kind !== 'isLost') arrive();
    if (next.kind === 'isLost' || next.kind === 'arrivesUnheard') {
      throw new PlatformError('unavailable', 'unknown', 'No answer came');
    }
  };
  const messenger: Messenger = {
    lane: () => 'lane',
    spacing: () => 0,
    send: async ({ target, attemptKey: key, card }: Dispatch) => {
      // Reminders go out beside it.
      if (card.title !== words.from(conference.title)) return key;
      const whom = target.kind === 'member' ? target.member : target.channel;
      const begun = state();
      await call(() => chat.push({ whom, key, begun, text: textOf(card), isGone: false }));
      return key;
    },
    edit: async (id, { card }) => {
      await call(() => {
        const message = chat.find(({ key, isGone }) => key === id && !isGone);
        if (message === undefined) throw new PlatformError('message-gone', 'permanent', 'Gone');
        message.text = textOf(card);
      });
    },
    remove: async (id) => {
      await call(() => {
        const message = chat.find(({ key, isGone }) => key === id && !isGone);
        if (message === undefined) throw new PlatformError('message-gone', 'permanent', 'Gone');
        if (message.whom === KEPT) throw new PlatformError('forbidden', 'permanent', 'Not here');
        message.isGone = true;
      });
    },
    fate: async ({ attemptKey }) =>
      chat.some(({ key }) => key === attemptKey)
        ? { kind: 'arrived', messageId: attemptKey }
        : { kind: 'resend' },
    find: async () => ({ messages: new Map(), isWhole: true }),
  };
  return {
    chat,
    messenger,
    expect: (all: readonly Fate[]) => {
      fates = all;
    },
  };
}

function textOf({ blocks: [first], summary }: Card): string {
  return first?.kind === 'markdown' ? first.source : summary;
}

function buttonOf(reply: Reply, label: string): string | undefined {
  if (reply.kind !== 'card') return undefined;
  return reply.card.blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .flatMap((button) => (button.kind === 'action' && button.label === label ? [button.id] : []))
    .at(0);
}

/** Nothing takes long enough here to be given up. */
function untilAborted(_durationMs: number, signal?: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  signal?.addEventListener('abort', () => resolve(), { once: true });
  return promise;
}
