import { describe, expect, it } from 'vitest';
import type { Accepted, Doubted } from '../../../src/announcements/versions/acceptVersion.ts';
import { encodeAction, LONGEST_ACTION_ID } from '../../../src/cards/actions/action.ts';
import type { Button, Card } from '../../../src/cards/cards.ts';
import { plainText } from '../../../src/cards/plainText.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { Caller, Reply } from '../../../src/platform/requests.ts';
import { digestOf } from '../../../src/schedule/refusedVersions.ts';
import { at } from '../../support/instants.ts';
import { keyOf } from '../../support/names.ts';
import { talks } from '../support/conference.ts';
import { ada, openHall, organiser } from '../support/hall.ts';

const NINE = at('2020-02-01T09:00+01:00');
const { pods } = talks;
const place = { start: pods.start, end: pods.end };

function doubtedOf(text: string, count: number): Doubted {
  return {
    ...{ digest: digestOf(text), since: NINE, channels: 2, members: 41 },
    flaw: { kind: 'shrunken', lost: count, of: 60 },
    changes: Array.from({ length: count }, (_, index) => ({
      ...{ kind: 'canceled', talk: `gone-${index}`, title: `Gone ${index}` },
      ...{ before: place, fields: [] },
    })),
  };
}

async function stage(shown: Doubted | undefined) {
  const asked: string[] = [];
  const taken: string[] = [];
  const desk = { shown };
  const hall = await openHall({
    now: NINE,
    lastTickAt: NINE,
    doubts: {
      ask: async ({ key }) => void asked.push(key),
      look: async () => desk.shown,
      accept: async (_, __, digest, by): Promise<Accepted> => {
        if (digest !== desk.shown?.digest) return { kind: 'another' };
        taken.push(`${digest} by ${by}`);
        return { kind: 'taken', channels: 2, members: 41 };
      },
    },
  });
  const give = (caller: Caller = organiser) =>
    hall.hallway.command({
      ...{ kind: 'command', command: 'conference', subcommand: 'accept' },
      ...{ args: {}, caller },
    });
  const press = (id: string, caller: Caller = organiser) =>
    hall.hallway.press({ kind: 'press', id, caller });
  return { give, press, asked, taken, desk };
}

const cardOf = (reply: Reply): Card => {
  if (reply.kind !== 'card') throw new Error('A form was not asked for');
  return reply.card;
};
const textOf = (reply: Reply) =>
  plainText(cardOf(reply), { width: 400, messages: messagesFor('en') });
const buttonsOf = (reply: Reply): readonly Button[] =>
  cardOf(reply).blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
const idOf = (reply: Reply, label: string): string => {
  const button = buttonsOf(reply).find((one) => one.label === label);
  if (button?.kind !== 'action') throw new Error(`There is no button ${label}`);
  return button.id;
};

describe('/conference accept', () => {
  it('asks the source, shows what would change by number and by name, and takes it at a button', async () => {
    const { give, press, asked, taken } = await stage(doubtedOf('shown', 24));

    const shown = await give();
    expect(asked).toEqual([keyOf('fosdem20')]);
    expect(textOf(shown)).toContain('has lacked 24 of 60 talks still to come');
    expect(textOf(shown)).toContain('It would change 24 talks: 24 canceled.');
    expect(textOf(shown)).toContain('2 channels and 41 people will be told.');
    expect(textOf(shown)).toContain('Gone 0');
    expect(textOf(shown)).not.toContain('Gone 20');

    const next = await press(idOf(shown, 'More'));
    expect(textOf(next)).toContain('Page 2');
    expect(asked).toHaveLength(1);

    const done = await press(idOf(next, 'Take this version'));
    expect(textOf(done)).toContain('The version is taken over. 2 channels and 41 people are told.');
    expect(taken).toEqual([`${digestOf('shown')} by ${organiser.member}`]);
  });

  it('says that another is shown by now, shows that, and takes none', async () => {
    const { give, press, taken, desk } = await stage(doubtedOf('looked at', 24));
    const shown = await give();
    desk.shown = doubtedOf('later', 30);

    for (const label of ['More', 'Take this version']) {
      const later = await press(idOf(shown, label));
      expect(textOf(later)).toContain('moved on to another version');
      expect(textOf(later)).toContain('It would change 30 talks');
      expect(textOf(later)).toContain('Page 1');
    }
    expect(taken).toEqual([]);
  });

  it('has nothing to take where the schedule in use is what its source shows', async () => {
    const { give, press, desk } = await stage(doubtedOf('looked at', 3));
    const shown = await give();
    desk.shown = undefined;

    expect(textOf(await give())).toContain('There is nothing to accept.');
    expect(textOf(await press(idOf(shown, 'Take this version')))).toContain(
      'There is nothing to accept.',
    );
  });

  it('lets nobody look or press who may not', async () => {
    const { give, press, taken, asked } = await stage(doubtedOf('shown', 24));
    const shown = await give();
    const { community: _, ...alone } = organiser;

    for (const label of ['More', 'Take this version']) {
      expect(textOf(await press(idOf(shown, label), ada))).toContain('for organisers');
      expect(textOf(await press(idOf(shown, label), alone))).toContain('not in direct messages');
    }
    expect(textOf(await give(ada))).toContain('for organisers');
    expect(asked).toHaveLength(1);
    expect(taken).toEqual([]);
  });

  it('fits into the ids of buttons', () => {
    const conference = keyOf('a'.repeat(64));
    const digest = digestOf('x');
    const turning = { kind: 'turn', view: { kind: 'doubted', digest, page: 99_999 } } as const;
    for (const deed of [turning, { kind: 'accept', digest } as const]) {
      const id = encodeAction({ conference, deed });
      expect(id.length).toBeLessThanOrEqual(LONGEST_ACTION_ID);
      expect(id).not.toContain('tooLong');
    }
  });
});
