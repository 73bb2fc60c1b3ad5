import { messageOf } from '../servers/discord/answer.ts';
import type { Values } from '../servers/discord/command-input.ts';
import type { Answer } from '../servers/slack/answer.ts';
import type { Seen } from '../servers/slack/seen.ts';
import type { Slack } from '../servers/slack/server.ts';
import type { Stage } from './stage.ts';
import { until } from './story/until.ts';

/** What people read when they give a command. */
export function talkingIn({ discord, slack }: Stage) {
  return {
    onDiscord: async (name: string, command: string, values: Values = {}) =>
      messageOf(await discord.user(name).slash(command, values)).text,
    onSlack: async (name: string, line: string, workspace = 'conference') => {
      const [command = '', ...words] = line.split(' ');
      const answer = await slack.user(name, workspace).slash(command, words.join(' '));
      return (await said(slack, answer)).text;
    },
  };
}

/** What was said to the one who asked; their list may change at the same moment, or before. */
export async function said(slack: Slack, answer: Answer): Promise<Seen> {
  let found: Seen | undefined;
  await until(async () => {
    const { messages } = await slack.later(answer, 0);
    found = messages.find(({ ephemeralFor }) => ephemeralFor !== undefined);
    return found !== undefined;
  }, 'there was an answer');
  if (found === undefined) throw new Error('There was no answer.');
  return found;
}
