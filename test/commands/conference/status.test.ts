import { lookup } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { renderCard } from '../../../adapters/discord/rendering/card.ts';
import { createFeed } from '../../../adapters/feed/feed.ts';
import { createHttpClient } from '../../../adapters/feed/http.ts';
import { messageOf } from '../../../adapters/slack/surfaces/show.ts';
import type { Delivery } from '../../../src/outbox/delivery.ts';
import type { Settlement } from '../../../src/outbox/outbox.ts';
import type { Wait } from '../../../src/outbox/wait.ts';
import { ScheduleFormatError } from '../../../src/schedule/refusal.ts';
import { sourceOf } from '../../../src/schedule/source.ts';
import { announcement, DUE, list, MINUTE, prepare } from '../../contracts/outboxStage.ts';
import { openHall, organiser } from '../support/hall.ts';

const SECOND = 1_000;
const here = { ...organiser, community: 'us' };
const sent = { kind: 'sent', messageId: 'm' } as const;

describe('what status tells of punctuality', () => {
  it('is that all is on time, within ten seconds', async () => {
    const hall = await openEvening();
    await hall.settle(announcement('7'), DUE + 9 * SECOND, sent);

    expect(await hall.facts(DUE + MINUTE)).toEqual([
      'Last message: Sat 1 Feb, 10:50, on time',
      'Last hour: everything on time',
    ]);
  });

  it('is how late the last message was, and the latest of the hour, each with its reason', async () => {
    const hall = await openEvening();
    const pause = { kind: 'lane-resting', from: DUE, until: DUE + 4 * MINUTE } as const;
    const queue = { kind: 'queue', from: pause.until, until: pause.until + 30 * SECOND } as const;
    await hall.settle(announcement('7'), queue.until, sent, [pause, queue]);
    const refused = { kind: 'retry', code: 'unavailable' } as const;
    const community = { platform: 'chat', id: 'us' };
    const own = { ...list(DUE + 5 * MINUTE), community };
    await hall.settle(own, own.dueAt + 12 * SECOND, sent, [
      { ...refused, from: own.dueAt, until: own.dueAt + 12 * SECOND },
    ]);

    expect(await hall.facts(DUE + 10 * MINUTE)).toEqual([
      'Last message: Sat 1 Feb, 10:55, 12 s late: the platform could not be reached; it was tried again at 10:55:12',
      'Last hour: announcement of 10:50, 5 min late: the platform asked for a pause until 10:54:00',
    ]);
    expect(await hall.facts(DUE + 10 * MINUTE, 'de')).toEqual([
      'Letzte Nachricht: Sa., 1. Feb., 10:55, 12 s zu spät: die Plattform war nicht erreichbar; um 10:55:12 wurde es noch einmal versucht',
      'Letzte Stunde: Ankündigung von 10:50, 5 Min. zu spät: die Plattform bat um eine Pause bis 10:54:00',
    ]);
    expect(await hall.facts(DUE + 66 * MINUTE)).toEqual([
      expect.stringContaining('Last message: Sat 1 Feb, 10:55, 12 s late'),
      'Last hour: nothing was sent',
    ]);
  });

  it('is what was given up because it was too late', async () => {
    const hall = await openEvening();
    const unserved = { kind: 'no-sender', from: DUE, until: DUE + 20 * MINUTE } as const;
    const late = { kind: 'expired', reason: 'late' } as const;
    await hall.settle(announcement('7'), unserved.until, late, [unserved]);

    expect(await hall.facts(DUE + 30 * MINUTE)).toEqual([
      'Last message: never',
      'Last hour: announcement of 10:50, not sent, given up after 20 min: no running Hallway sent anything there until 11:10:00',
    ]);
  });

  it('is nothing of other communities', async () => {
    const hall = await openEvening();
    await hall.settle(announcement('7'), DUE + 20 * MINUTE, sent);

    expect(await hall.facts(DUE + 30 * MINUTE, 'en', 'others')).toEqual([
      // That Hallway is alive is everybody's business.
      'Last message: Sat 1 Feb, 11:10',
      'Last hour: nothing was sent',
    ]);
  });
});

describe('what organisers are shown of a source whose address holds secrets', () => {
  const SECRETS = ['hunter2', 'ada:', 'abcSECRET', '0a1b2c3d4e5f6a7b8c9d', 'X-Amz', 'token'];
  const address =
    'http://ada:hunter2@127.0.0.1:1/ical/private-0a1b2c3d4e5f6a7b8c9d/s.ics?access_token=abcSECRET&X-Amz-Signature=ab#token';

  it.each(['status', 'doctor'])(
    'is neither key nor password, on any platform: %s',
    async (subcommand) => {
      const source = sourceOf(address, undefined, 'operator');
      // A name and a password are refused before anything is asked.
      const asked = sourceOf(address.replace('ada:hunter2@', ''), undefined, 'operator');
      const reading = createFeed(createHttpClient({ timeoutMs: 60_000, lookup })).fetch(asked, {});
      const refused = await reading.catch((error: unknown) => error);
      if (!(refused instanceof ScheduleFormatError)) throw refused;
      const problem = { kind: 'unreadable', reason: refused, since: DUE } as const;
      const use = () => Promise.reject(new Error('Nobody chooses another'));
      const status = async () => ({
        ...{ source, number: 1, takenAt: DUE, checkedAt: DUE, problem },
      });
      const { hallway } = await openHall({ now: DUE, sources: { status, use } });
      const reply = await hallway.command({
        ...{ kind: 'command', command: 'conference', subcommand, args: {}, caller: here },
      });
      if (reply.kind !== 'card') throw new Error('A form came');
      for (const message of [renderCard(reply.card), messageOf(reply.card)]) {
        const drawn = JSON.stringify(message);
        expect(SECRETS.filter((each) => drawn.includes(each))).toEqual([]);
        expect(drawn).toContain('127.0.0.1:1/ical/…/s.ics');
      }
    },
  );
});

async function openEvening() {
  const { hallway, database, setClock } = await openHall({ now: DUE });
  const { outbox, queue, claim } = prepare(database);
  return {
    settle: async (
      delivery: Delivery,
      at: number,
      settlement: Settlement,
      waits: readonly Wait[] = [],
    ) => {
      await outbox.enqueue([delivery]);
      const [one] = await claim({ now: at, leaseUntil: at + MINUTE, explain: () => waits });
      if (one === undefined) throw new Error('Nothing was claimed');
      await queue.settle(one, settlement, at);
    },
    facts: async (now: number, locale = 'en', community = here.community) => {
      setClock(now);
      const caller = { ...here, locale, community };
      const reply = await hallway.command({
        ...{ kind: 'command', command: 'conference', subcommand: 'status', args: {}, caller },
      });
      const blocks = reply.kind === 'card' ? reply.card.blocks : [];
      return blocks
        .flatMap((block) => (block.kind === 'facts' ? block.facts : []))
        .filter(({ label }) => /Last message|Last hour|Letzte/.test(label))
        .filter(({ label }) => !/Takt|Änderung/.test(label))
        .map(({ label, value }) => `${label}: ${value.join('')}`);
    },
  };
}
