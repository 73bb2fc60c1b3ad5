import { ON_SLACK, slackEnvironment } from '../adapters/slack/program.ts';
import { WORKSPACES } from '../adapters/slack/workspaces.ts';
import { type Answer, messageOf, viewOf } from '../servers/slack/answer.ts';
import type { Seen } from '../servers/slack/seen.ts';
import { startSlack } from '../servers/slack/server.ts';
import { serveHere } from '../support/serving.ts';
import { type Conforming, FROM, type Shown, SPEED } from './stage.ts';

const shown = (seen: Seen): Shown => ({
  text: seen.text,
  isPublic: seen.ephemeralFor === undefined && !seen.channelId.startsWith('D'),
  handle: seen,
});

/** What bears the action, as a button or as a choice of a menu. */
function control({ controls }: Seen, action: RegExp): readonly [string, string | undefined] {
  for (const { actionId, options, value } of controls) {
    const choice = options.find((each) => action.test(each.value));
    if (choice !== undefined) return [actionId, choice.value];
    if (action.test(actionId) || action.test(value)) return [actionId, undefined];
  }
  throw new Error(`Nothing there is ${action}.`);
}

export const SLACK: Conforming = {
  name: 'Slack',
  how: {
    'a command is answered': '`/talk crfs`',
    'a plain question is answered': 'mention, direct message',
    'what is one’s own is shown to oneself alone': 'only visible to you',
    'a button under a card stars its talk': 'button',
    'the list comes by itself, and stays one message': 'direct message, and the app’s Home',
    'a value that is missing is asked for': 'modal',
    'a calendar file is handed over': 'file in direct messages',
    'one’s day is drawn as a picture': 'image in direct messages',
    'organisers are known, and nobody else may': 'admins and owners of the workspace',
    'a channel hears of its talks': 'Hallway joins public channels by itself',
    'who starred a talk is reminded': 'direct message',
  },
  open: async () => {
    const slack = await startSlack({ workspaces: WORKSPACES });
    const environment = await slackEnvironment(slack, 'socket');
    const hallway = await serveHere({ environment, from: FROM, speed: SPEED, ready: ON_SLACK });
    const [ada, grace] = [slack.user('ada'), slack.user('grace')];
    const people = { ada, grace };
    const use = (on: Shown, action: RegExp) => {
      const seen = on.handle as Seen;
      const [id, value] = control(seen, action);
      return ada.action(seen, id, value);
    };
    const read = (answer: Answer) => shown(messageOf(answer));
    return {
      isAlone: false,
      ask: async (line, who = 'ada') => {
        const [command = '', ...rest] = line.split(' ');
        return read(await people[who].slash(command, rest.join(' ')));
      },
      say: async (text) => {
        const { ts } = await ada.says(`@hallway ${text}`, { channel: 'general' });
        const answers = () =>
          slack.messages('general').filter((each) => each.threadTs === ts && each.byApp);
        return shown(await first(answers));
      },
      press: async (on, action) => read(await use(on, action)),
      askValue: async (on, action) => {
        const view = viewOf(await use(on, action));
        return {
          answer: async (value) => {
            await ada.submit(view, { value }, { acknowledged: true });
            return { text: '', isPublic: false, handle: view };
          },
        };
      },
      files: () => slack.dms('ada').flatMap(({ files }) => files.map(({ name }) => name)),
      direct: () => slack.dms('ada').map(shown),
      channel: () => slack.messages('announcements').map(shown),
      announce: async (who) => {
        const id = slack.channelId('announcements');
        return read(await people[who].slash('/conference', `announce <#${id}|announcements>`));
      },
      stop: async () => {
        await hallway.stop();
        await slack.stop();
        if (slack.violations.length > 0) throw new Error(JSON.stringify(slack.violations));
      },
    };
  },
};

/** The first of what is there as soon as there is something. */
async function first(read: () => readonly Seen[]): Promise<Seen> {
  for (;;) {
    const [seen] = read();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
