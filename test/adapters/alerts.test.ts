import { describe, expect, it } from 'vitest';
import type { Block, Card } from '../../src/cards/cards.ts';
import { plainText } from '../../src/cards/plainText.ts';
import { alertCard } from '../../src/courier/wording/alerts/alertCard.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { type Alert, alertDelivery } from '../../src/outbox/kinds/alert.ts';
import type { SpeakerClaim } from '../../src/programme/speakerClaims.ts';
import { at } from '../support/instants.ts';
import { keyOf } from '../support/names.ts';
import { bodyOf, complaintsAbout as onDiscord } from './discord/complaints.ts';
import { complaintsAbout as onSlack, textOf } from './slack/complaints.ts';

const now = at('2020-02-01T09:00+01:00');
const community = { platform: 'chat', id: 'fosdem' };
const conference = keyOf('fosdem');
const target = { kind: 'channel', platform: 'chat', community: 'fosdem', channel: 'orga' } as const;

/** Thirty people, all of whom say to be somebody with a name as long as names get. */
function crowd(state: (number: number) => SpeakerClaim['state'] = () => 'open'): SpeakerClaim[] {
  return Array.from({ length: 30 }, (_, number) => ({
    ...{ id: `claim${number}`, community, conference, claimedAt: now, leadMinutes: 30 },
    member: { platform: 'chat', id: `${100_000_000_000_000_000 + number}` },
    speaker: { kind: 'speaker', name: 'Ada Lovelace of the Analytical Engine '.repeat(4) },
    state: state(number),
  }));
}

function alertOf({ id, speaker, state }: SpeakerClaim): Alert {
  return {
    ...{ community, conference, episode: now, since: now, seenAt: now, returns: 0, isTold: true },
    trouble: { kind: 'claim', claim: id, name: speaker.name },
    ...(state === 'open' ? {} : { overAt: now }),
  };
}

async function cardOf(claims: readonly SpeakerClaim[]): Promise<Card> {
  const ports = {
    alertChannels: { of: async () => ({ target, language: 'en' }) },
    alerts: { told: async () => claims.map(alertOf) },
    speakerClaims: { in: async () => claims },
  };
  const subject = { kind: 'alert', episode: now } as const;
  const delivery = alertDelivery({ target, conference }, subject, now);
  const card = await alertCard(ports, delivery, subject, 'Europe/Brussels', now);
  if (card === undefined) throw new Error('Nothing is told');
  return card;
}

/** The claims that can be decided, each with its button to confirm. */
function decided(blocks: readonly Block[]): readonly string[] {
  return blocks
    .flatMap((block) => (block.kind === 'buttons' ? block.buttons : []))
    .flatMap((button) => /confirmClaim:(\w+)/.exec('id' in button ? button.id : '')?.[1] ?? []);
}

describe('an alert of thirty who say to be speakers', () => {
  it('has five to decide and counts the rest, within the limits of each platform', async () => {
    const card = await cardOf(crowd());
    expect(decided(card.blocks)).toEqual(['claim0', 'claim1', 'claim2', 'claim3', 'claim4']);
    expect(plainText(card, { width: 100, messages: messagesFor('en') })).toContain('and 25 more');
    expect(onDiscord(card)).toEqual([]);
    expect(onSlack(card)).toEqual([]);
    const shown = JSON.stringify(bodyOf(card));
    expect(shown.match(/refuseClaim/g)).toHaveLength(5);
    expect(shown).toContain('and 25 more');
    expect(shown).toContain(':open:status');
    expect(textOf(card)).toContain('and 25 more');
  });

  it('shows those that wait before those that are decided', async () => {
    const card = await cardOf(crowd((number) => (number < 27 ? 'confirmed' : 'open')));
    expect(decided(card.blocks)).toEqual(['claim27', 'claim28', 'claim29']);
    expect(textOf(card)).toContain('and 22 more');
    expect([...onDiscord(card), ...onSlack(card)]).toEqual([]);
  });
});
