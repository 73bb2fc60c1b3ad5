import { choiceOf, messageOf } from '../../servers/discord/answer.ts';
import type { Seen } from '../../servers/discord/seen.ts';
import type { Discord } from '../../servers/discord/server.ts';

const GERMAN = { locale: 'de' } as const;

/** Has every kind of card, menu and form come to somebody in Discord, to be used after the upgrade. */
export async function askOnDiscord(discord: Discord): Promise<void> {
  const [ada, bob, carol] = [discord.user('ada'), discord.user('bob'), discord.user('carol')];
  const [erin, grace] = [discord.user('erin'), discord.user('grace')];

  for (const query of ['#101', '#108', 'afternoon bootloader memories']) {
    await bob.slash('talk', { query });
  }
  const found = messageOf(await bob.slash('talk', { query: 'track:Kernel' }));
  await bob.press(messageOf(await bob.slash('talk', { query: 'track:Kernel' })), 'More');
  await bob.slash('now');
  await bob.slash('next');
  await bob.slash('next', { room: 'Workshop Room 2' });
  await bob.slash('schedule');
  await bob.slash('schedule', { day: '2', track: 'Community & Law' });
  await carol.press(
    messageOf(await carol.slash('mytalks list', {}, GERMAN)),
    /turn:mytalks:2/,
    GERMAN,
  );
  await carol.press(messageOf(await carol.slash('mytalks list', {}, GERMAN)), /sendList/, GERMAN);
  await erin.slash('talk', { query: 'knots' });
  await erin.slash('schedule', { room: 'Quay Hall' });
  for (const what of ['status', 'preview', 'doctor']) await grace.slash(`conference ${what}`);

  const slots = messageOf(await bob.slash('talk', { query: '#104' }));
  await bob.press(slots, /askLead:104/);
  const settings = messageOf(await ada.slash('mytalks settings'));
  await ada.select(settings, ...choiceOf(settings, 'Another time …'));
  await bob.press(found, 'Share to channel');
  await ada.press(messageOf(await ada.slash('talk', { query: '#103' })), 'Share to channel');
  await bob.contextMenu('Remind me', ofSeveral(discord.messages('announcements')));
}

/** A message about more than one talk, of which one has to be chosen. */
function ofSeveral(messages: readonly Seen[]): Seen {
  const found = messages.find(({ menus }) => menus.some(({ options }) => options.length > 1));
  if (found === undefined) throw new Error('No message is about several talks.');
  return found;
}
