import { setTimeout as delay } from 'node:timers/promises';
import { corridor } from './schedules.ts';
import { CORRIDOR, type Stage } from './stage.ts';
import { discordPeople } from './story/discord.ts';
import { slackPeople } from './story/slack.ts';

/**
 * What happened before the upgrade: a Saturday at which everything occurs of which a database, a
 * message or a button tells afterwards. Ends with the program killed in the middle of its work.
 */
export async function tellStory(stage: Stage): Promise<void> {
  const { web } = stage;
  const [onDiscord, onSlack] = [discordPeople(stage), slackPeople(stage)];

  let program = await stage.startAt('07:40:00');
  await onSlack.install();
  await Promise.all([onDiscord.organise(), onSlack.organise()]);
  await Promise.all([onDiscord.star(), onSlack.star()]);
  await onDiscord.link(await onSlack.offerLink());
  await Promise.all([onDiscord.untilListed(), onSlack.untilListed()]);
  await program.stop();

  program = await stage.startAt('08:00:00');
  await Promise.all([onDiscord.untilMorning(), onSlack.untilMorning()]);
  await program.stop();

  program = await stage.startAt('09:45:00');
  await Promise.all([onDiscord.untilAnnounced(), onSlack.untilAnnounced()]);
  web.put(CORRIDOR, corridor(2));
  await Promise.all([onDiscord.untilTold(), onSlack.untilTold()]);
  await program.stop();

  program = await stage.startAt('10:05:00');
  await onDiscord.ask();
  await onSlack.ask();
  await onDiscord.untilListedAnew();
  await program.stop();

  onDiscord.disturb();
  onSlack.disturb();
  program = await stage.startAt('10:45:00');
  await Promise.all([onDiscord.untilDisturbed(), onSlack.untilDisturbed()]);
  await onDiscord.offerLink();
  await onDiscord.starMeanwhile();
  // What was refused is written down; what hangs stays under way.
  await delay(1_500);
  await program.kill();
}
