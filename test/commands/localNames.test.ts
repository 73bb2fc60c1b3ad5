import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/cards/plainText.ts';
import { noticeCard } from '../../src/courier/wording/news/noticeCard.ts';
import { silentLog } from '../../src/log.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import type { Conference } from '../../src/schedule/schedule.ts';
import { at } from '../support/instants.ts';
import { programmeOf } from '../support/programmes.ts';
import { conference as base, talks } from './support/conference.ts';
import { corridor, passer } from './support/corridor.ts';

const NOW = at('2020-02-01T09:50+01:00');
const german = (text: string, translated: string) => ({ text, language: 'de', translated });
const conference: Conference = {
  ...base,
  talks: base.talks.map((talk) => ({ ...talk, type: talk.id === '1' ? 'Workshop' : 'Talk' })),
  breaks: [
    { title: 'Lunch', start: talks.next.end, end: talks.next.end + 60_000, room: 'K.3.401' },
  ],
  translations: [
    german('UD2.208 (Decroly)', 'Großer Saal'),
    german('Go', 'Spiele <@everyone>'),
    german('Workshop', 'Mitmachen'),
    german('Lunch', 'Mittagessen'),
  ],
};
const programme = programmeOf('tides', conference);
const hallway = corridor(programme, NOW, { log: silentLog });

async function read(command: string, args: Record<string, string>, locale: string) {
  const caller = { ...passer, locale };
  const reply = await hallway.command({ kind: 'command', command, args, caller });
  if (reply.kind !== 'card') throw new Error('That is no card.');
  return plainText(reply.card, { width: 200, messages: messagesFor(locale) });
}

describe('names that a source has in several languages', () => {
  it.each<[string, Record<string, string>, string]>([
    ['talk', { query: '#1' }, 'Großer Saal'],
    ['talk', { query: '#1' }, 'Mitmachen'],
    ['talk', { query: '#2' }, 'Spiele <@everyone>'],
    ['next', {}, 'Großer Saal'],
    ['next', { room: 'decroly' }, 'Großer Saal'],
    ['schedule', { day: '1' }, 'Mittagessen'],
    ['schedule', { day: '1', track: 'go' }, 'Spiele'],
  ])('are read in one’s own: /%s %j', async (command, args, name) => {
    expect(await read(command, args, 'de')).toContain(name);
    expect(await read(command, args, 'en')).not.toContain(name);
  });

  it('are found by either, whatever one’s own', async () => {
    for (const locale of ['de', 'en']) {
      for (const room of ['großer', 'decroly']) {
        expect(await read('next', { room }, locale)).toContain('Live migration');
      }
      expect(await read('talk', { query: 'track:spiele' }, locale)).toContain('Pods');
      expect(await read('talk', { query: 'type:mitmachen' }, locale)).toContain('Live migration');
    }
  });

  it('are offered while one types, and asked for by the name itself', async () => {
    const caller = { ...passer, locale: 'de' };
    const offered = await hallway.suggest({
      ...{ kind: 'suggest', command: 'next', option: 'room', text: 'groß', caller },
    });
    expect(offered).toEqual([{ label: 'Großer Saal', value: 'UD2.208 (Decroly)' }]);
  });

  it('are no change of the room that a change was kept with', () => {
    const { start, end } = talks.live;
    const room = 'UD2.208 (Decroly)';
    const moved = {
      ...{ kind: 'moved' as const, talk: '1', title: 'Live migration', fields: ['start' as const] },
      ...{ before: { start, end, room }, after: { start: start + 60_000, end, room } },
    };
    const card = noticeCard([{ change: moved, talk: undefined }], {
      ...{ messages: messagesFor('de'), programme, now: NOW, starred: new Set() },
      audience: 'everyone',
    });
    const text = plainText(card, { width: 200, messages: messagesFor('de') });
    expect(text).toContain('Großer Saal');
    expect(text).not.toContain('Decroly');
  });
});
