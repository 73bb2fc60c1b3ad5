import { serveDiscord } from '../adapters/discord/program.ts';
import { type Answer, messageOf, modalOf } from '../servers/discord/answer.ts';
import type { Seen } from '../servers/discord/seen.ts';
import { startDiscord } from '../servers/discord/server.ts';
import { type Conforming, FROM, type Shown, SPEED } from './stage.ts';

const shown = (seen: Seen, isPublic = !seen.ephemeral): Shown => ({
  text: seen.text,
  isPublic,
  handle: seen,
});

function choice({ menus }: Seen, action: RegExp): readonly [string, string] | undefined {
  for (const { customId, options } of menus) {
    const option = options.find(({ value }) => action.test(value));
    if (option !== undefined) return [customId, option.value];
  }
  return undefined;
}

export const DISCORD: Conforming = {
  name: 'Discord',
  how: {
    'a command is answered': '`/talk query:crfs`, completed as it is typed',
    'a plain question is answered': 'mention, direct message, reply that pings',
    'what is one’s own is shown to oneself alone': 'only visible to you',
    'a button under a card stars its talk': 'button',
    'the list comes by itself, and stays one message': 'direct message',
    'a value that is missing is asked for': 'modal',
    'a calendar file is handed over': 'attachment',
    'one’s day is drawn as a picture': 'below the card, with words for who does not see it',
    'organisers are known, and nobody else may': 'who may manage the server, and named roles',
    'a channel hears of its talks': 'where Hallway may post',
    'who starred a talk is reminded': 'direct message',
  },
  open: async () => {
    const discord = await startDiscord({ now: () => Date.parse(FROM) });
    const hallway = await serveDiscord(discord, { from: FROM, speed: SPEED });
    const [ada, grace] = [discord.user('ada'), discord.user('grace')];
    const people = { ada, grace };
    const handed: string[] = [];
    const read = (answer: Answer, isPublic?: boolean) => {
      const all = [messageOf(answer), ...answer.followUps];
      handed.push(...all.flatMap(({ attachments }) => attachments.map(({ filename }) => filename)));
      return shown(messageOf(answer), isPublic);
    };
    const use = (on: Shown, action: RegExp) => {
      const seen = on.handle as Seen;
      const chosen = choice(seen, action);
      return chosen === undefined
        ? ada.press(seen, action)
        : ada.select(seen, chosen[0], [chosen[1]]);
    };
    return {
      isAlone: false,
      ask: async (line, who = 'ada') => {
        const [command = '', ...rest] = line.slice(1).split(' ');
        const words = rest.join(' ');
        const isTalk = command === 'talk' && words !== '';
        return isTalk
          ? read(await people[who].slash(command, { query: words }))
          : read(await people[who].slash([command, ...rest].join(' ')));
      },
      say: async (text) => {
        const asked = ada.says(`@hallway ${text}`, { channel: 'general' });
        for (;;) {
          const answer = discord
            .messages('general')
            .find(({ raw }) => raw.message_reference?.message_id === asked.id);
          if (answer !== undefined) return shown(answer);
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
      },
      press: async (on, action) => read(await use(on, action)),
      askValue: async (on, action) => {
        const modal = modalOf(await use(on, action));
        return { answer: async (value) => read(await ada.submit(modal, { value })) };
      },
      files: () => handed,
      direct: () => ada.dms().map((seen) => shown(seen, false)),
      channel: () => discord.messages('announcements').map((seen) => shown(seen)),
      announce: async (who) =>
        read(await people[who].slash('conference announce', { channel: 'announcements' })),
      stop: async () => {
        await hallway.stop();
        await discord.stop();
        if (discord.violations.length > 0) throw new Error(JSON.stringify(discord.violations));
      },
    };
  },
};
