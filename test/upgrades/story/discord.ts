import { type Answer, choiceOf, messageOf } from '../../servers/discord/answer.ts';
import type { Failure } from '../../servers/discord/failures.ts';
import type { Seen } from '../../servers/discord/seen.ts';
import type { DiscordUser } from '../../servers/discord/user.ts';
import { addressOf, HARBOUR, type Stage } from '../stage.ts';
import { askOnDiscord } from './discordAsked.ts';
import { until } from './until.ts';

const GERMAN = { locale: 'de' } as const;
/** Longer than the program lives. */
const HANG_MS = 600_000;
const REST_MS = 180_000;
const DISTURBED = ['announcements', 'general', 'pier'];

/** What people do in two servers, one of which chose a conference of its own. */
export function discordPeople({ discord }: Stage) {
  const [ada, bob, carol, dave, grace] = [
    ...[discord.user('ada'), discord.user('bob'), discord.user('carol')],
    ...[discord.user('dave'), discord.user('grace')],
  ] as const;
  const [erin, frank] = [discord.user('erin'), discord.user('frank')];
  const saysIn = (channel: string, words: string) =>
    discord.messages(channel).some(({ text }) => text.includes(words));
  const hears = (user: DiscordUser, words: string) =>
    user.dms().some(({ ephemeral, text }) => !ephemeral && text.includes(words));
  let disturbedFrom = 0;
  const isAsked = (channel: string) =>
    discord.requests
      .slice(disturbedFrom)
      .some(({ method, path }) => method === 'POST' && path.includes(discord.channelId(channel)));

  return {
    async organise() {
      const announce = { channel: 'announcements', lead: 15, rooms: 'Main Hall, Library' };
      await said(
        grace.slash('conference announce', {
          ...{ ...announce, kinds: 'announcements, notices, digest', mention: 'devroom' },
        }),
        'announcements will hear',
      );
      const tracks = { tracks: 'Community & Law', kinds: 'announcements', language: 'de' };
      await said(
        grace.slash('conference announce', { channel: 'general', lead: 15, ...tracks }),
        'in German',
      );
      await said(grace.slash('conference announce', { channel: 'lobby', lead: 90 }), 'lobby');
      discord.deny('lobby', ['SendMessages']);
      await said(grace.slash('conference delay', { room: 'Library', minutes: 10 }), '10 min late');
      await said(grace.slash('conference delay', { room: 'Foyer', minutes: 5 }), '5 min late');
      await said(grace.slash('conference delay', { room: 'Foyer', minutes: 0 }), 'on time');
      await said(grace.slash('conference events on', { room: 'Main Hall' }), 'follow');
      const source = addressOf(HARBOUR);
      const used = await said(frank.slash('conference use', { source }), 'Harbour Evening');
      // Versions that know of several conferences ask beside the operator's; those before took it.
      const asked = used.buttons.some(({ label }) => label === 'Replace');
      if (asked) await said(frank.press(used, 'Replace'), 'Harbour Evening');
      await said(frank.slash('conference announce', { channel: 'pier', lead: 15 }), 'pier');
    },

    async star() {
      await starAll(ada, ['101', '103', '104', '107', '108']);
      await starAll(bob, ['101', '110']);
      await bob.press(messageOf(await bob.slash('mytalks list')), 'Mute');
      const many = ['101', '102', '103', '104', '106', '107', '108', '110', '112', '115'];
      await starAll(carol, many, GERMAN);
      await carol.slash('mytalks digest', { when: 'on' }, GERMAN);
      dave.closeDms();
      await starAll(dave, ['104']);
      await said(dave.slash('mytalks link', { code: 'AAAAA-AAAAA' }), 'wrong, used or older');
      const found = await erin.slash('talk', { query: 'dredging the backlog' });
      await erin.press(messageOf(found), '☆ Star');
    },

    async link(code: string) {
      await said(ada.slash('mytalks link', { code }), 'one list for');
      const settings = messageOf(await ada.slash('mytalks settings'));
      const form = await ada.select(settings, ...choiceOf(settings, 'Another time …'));
      if (form.kind !== 'modal') throw new Error('No form came.');
      await ada.submit(form.modal, { [form.modal.fields[0]?.customId ?? '']: '20' });
    },

    untilListed: () =>
      until(
        () =>
          hears(ada, '20 min before') && hears(erin, 'Dredging') && hears(carol, 'Meine Vorträge'),
        'the lists are there on Discord',
      ),

    untilMorning: () =>
      until(
        () => saysIn('announcements', 'Good morning!') && hears(carol, 'Guten Morgen!'),
        'the digests are there on Discord',
      ),

    untilAnnounced: () =>
      until(
        () =>
          saysIn('announcements', 'Starts in') &&
          hears(ada, 'On your list: starts in') &&
          discord.messages('pier').length === 0,
        'the talks at ten are announced on Discord',
      ),

    untilTold: () =>
      until(
        () =>
          saysIn('announcements', 'Tracing a system that is alive') &&
          hears(ada, 'Moved: Tracing') &&
          hears(carol, 'Tracing a system that is alive'),
        'the change is told on Discord',
      ),

    ask: () => askOnDiscord(discord),

    /** A new list took the place of the one before, which says so. */
    untilListedAnew: () =>
      until(() => hears(carol, 'weiter unten'), 'the former list says that it is one on Discord'),

    /** Two channels never answer, one has the message all the same; a third is to wait. */
    disturb() {
      disturbedFrom = discord.requests.length;
      const plan = (channel: string, failure: Failure) =>
        discord.fail({ method: 'POST', path: `${discord.channelId(channel)}/messages` }, failure);
      plan('announcements', { kind: 'hang', ms: HANG_MS, stored: true });
      plan('general', { kind: 'hang', ms: HANG_MS, stored: false });
      plan('pier', { kind: 'rate-limit', retryAfterMs: REST_MS, scope: 'shared' });
    },

    untilDisturbed: () =>
      until(() => DISTURBED.every(isAsked), 'all channels are asked on Discord'),

    /** Her list is edited, and nobody hears what came of it. */
    async starMeanwhile() {
      discord.fail({ method: 'PATCH' }, { kind: 'hang', ms: HANG_MS, stored: false });
      await starAll(ada, ['112']);
    },

    /** Not entered anywhere yet; good for ten minutes. */
    async offerLink() {
      await said(bob.slash('mytalks link'), 'Enter /mytalks link');
    },
  };
}

async function said(answer: Promise<Answer>, words: string): Promise<Seen> {
  const message = messageOf(await answer);
  if (!message.text.includes(words)) throw new Error(`No "${words}" in: ${message.text}`);
  return message;
}

async function starAll(user: DiscordUser, ids: readonly string[], place = {}): Promise<void> {
  for (const id of ids) {
    const card = messageOf(await user.slash('talk', { query: `#${id}` }, place));
    await user.press(card, new RegExp(`:star:${id}`), place);
  }
}
