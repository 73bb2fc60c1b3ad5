import type { Seen } from '../servers/matrix/seen.ts';
import { startMatrix } from '../servers/matrix/server.ts';
import type { MatrixUser } from '../servers/matrix/user.ts';
import { serveHere } from '../support/serving.ts';
import { type Conforming, FROM, type Shown, SPEED } from './stage.ts';

const ACTIONS = 'im.hallway.actions';
const READY = ['Hallway hears what is said on Matrix', 'Talks are indexed'];
const POLL_MS = 20;

/** The first of what is there as soon as there is something. */
async function first<T>(read: () => readonly T[]): Promise<T> {
  for (;;) {
    const [one] = read();
    if (one !== undefined) return one;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
}

/** The number under which a message offers what fits. */
function numberIn({ content }: Seen, action: RegExp): string {
  const actions = content[ACTIONS];
  const at = Array.isArray(actions) ? actions.findIndex((id) => action.test(String(id))) : -1;
  if (at < 0) throw new Error(`Nothing there is ${action}.`);
  return String(at + 1);
}

export const MATRIX: Conforming = {
  name: 'Matrix',
  how: {
    'a command is answered': '`!talk crfs`, below it in a thread',
    'a plain question is answered': 'mention, reply, room for two',
    'what is one’s own is shown to oneself alone': 'in the room for two',
    'a button under a card stars its talk': 'its number, or the reaction ⭐',
    'the list comes by itself, and stays one message': 'room for two',
    'a value that is missing is asked for': 'the next message, or `2 15`',
    'a calendar file is handed over': 'file',
    'one’s day is drawn as a picture': 'image',
    'organisers are known, and nobody else may': 'power level 50 in the room or its space',
    'a channel hears of its talks': 'rooms that Hallway was invited to',
    'who starred a talk is reminded': 'room for two, as a mention',
  },
  open: async () => {
    const matrix = await startMatrix({ rooms: [{ name: 'containers', creator: 'grace' }] });
    const hallway = await serveHere({
      environment: { MATRIX_HOMESERVER: matrix.url, MATRIX_ACCESS_TOKEN: matrix.botToken },
      ...{ from: FROM, speed: SPEED, ready: READY },
    });
    const room = matrix.roomId('containers');
    const [ada, grace] = [matrix.user('ada'), matrix.user('grace')];
    const people = { ada, grace };
    const byHallway = (all: readonly Seen[]) =>
      all.filter(({ sender }) => sender === matrix.botUserId);
    grace.invites(room, 'hallway');
    await first(() => byHallway(matrix.messages(room)));
    const shown = (seen: Seen): Shown => ({
      text: seen.text,
      isPublic: seen.room === room,
      handle: seen,
    });
    const directWith = ({ name }: MatrixUser) => byHallway(matrix.dms(name));
    /** Where they asked, or in the room for two, where that is what the thread says. */
    const answerTo = async (who: MatrixUser, say: () => string, where: string) => {
      // Hallway opens the room for two, and invites.
      who.joins(where);
      const before = new Set(directWith(who).map(({ id }) => id));
      const id = say();
      const below = () =>
        byHallway(matrix.messages(where)).filter(
          ({ thread, replyTo }) => (replyTo ?? thread) === id,
        );
      const beside = () => directWith(who).filter((each) => !before.has(each.id));
      if (where !== room) return first(beside);
      const answer = await first(below);
      // What is one's own was said in the room for two before.
      return answer.text.includes('for you alone') ? first(() => beside().toReversed()) : answer;
    };
    const say = async (who: MatrixUser, text: string, manner = {}) =>
      shown(await answerTo(who, () => who.says(room, text, manner), room));
    const choose = (on: Shown, action: RegExp) => {
      const seen = on.handle as Seen;
      const reply = () => ada.says(seen.room, numberIn(seen, action), { replyTo: seen.id });
      return answerTo(ada, reply, seen.room);
    };
    return {
      isAlone: false,
      ask: (line, who = 'ada') => say(people[who], line.replace('/', '!')),
      say: (text) => say(ada, `hallway: ${text}`, { mentions: ['hallway'] }),
      press: async (on, action) => shown(await choose(on, action)),
      askValue: async (on, action) => {
        const asked = await choose(on, action);
        const answer = (value: string) => () => ada.says(asked.room, value, { replyTo: asked.id });
        return { answer: async (value) => shown(await answerTo(ada, answer(value), asked.room)) };
      },
      files: () =>
        [...directWith(ada), ...byHallway(matrix.messages(room))]
          .filter(({ msgtype }) => msgtype === 'm.file' || msgtype === 'm.image')
          .map(({ text }) => text),
      direct: () => directWith(ada).map(shown),
      channel: () =>
        byHallway(matrix.messages(room))
          .filter(({ thread }) => thread === undefined)
          .map(shown),
      announce: (who) => say(people[who], `!conference announce ${room}`),
      stop: async () => {
        await hallway.stop();
        await matrix.stop();
        if (matrix.violations.length > 0) throw new Error(JSON.stringify(matrix.violations));
      },
    };
  },
};
