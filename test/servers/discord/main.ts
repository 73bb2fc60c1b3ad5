import { createInterface } from 'node:readline';
import type { Seen } from './seen.ts';
import { startDiscord } from './server.ts';

/**
 * A Discord to try a bot on by hand. Prints what the bot's environment needs,
 * then does what each line says, as `ada`: `/talk query=crfs`, or `!2` to
 * press the second button of the last message.
 */
const discord = await startDiscord();
const ada = discord.user('ada');
let last: Seen | undefined;

console.log(`DISCORD_API_URL=${discord.apiUrl} DISCORD_TOKEN=${discord.token}`);
for await (const line of createInterface({ input: process.stdin })) {
  await perform(line.trim()).catch((error: unknown) => console.log(String(error)));
}
await discord.stop();

async function perform(line: string): Promise<void> {
  const answer = await (line.startsWith('!') ? press(Number(line.slice(1))) : slash(line.slice(1)));
  if (answer.kind === 'modal') {
    console.log(`[modal ${answer.modal.title}]`);
    return;
  }
  last = answer.message;
  const buttons = last.buttons.map((each, index) => `[!${index + 1} ${each.label}]`);
  console.log([last.ephemeral ? '(only you)' : '(everyone)', last.text, ...buttons].join('\n'));
  for (const violation of discord.violations) console.log(JSON.stringify(violation.complaints));
}

function slash(line: string) {
  const words = line.split(/\s+(?=\w+=)/);
  const values = words.slice(1).map((word) => word.split('=', 2));
  return ada.slash(words[0] ?? '', Object.fromEntries(values), { force: true });
}

function press(number: number) {
  const button = last?.buttons[number - 1];
  if (last === undefined || button === undefined) throw new Error(`There is no button ${number}.`);
  return ada.press(last, button.customId);
}
