import { afterAll, beforeAll, expect, test } from 'vitest';
import { typedReferences, typedWords } from '../../../adapters/slack/requests/typed.ts';
import { createCounted } from '../../../adapters/storage/communities/counted.ts';
import type { Database } from '../../../adapters/storage/database/database.ts';
import type { Seen } from '../../servers/slack/seen.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { createEcho } from '../../support/echo.ts';
import { openMemory } from '../../support/memory.ts';
import { adapterOn, rememberedWorkspaces } from './hallwayOn.ts';

const { hallway, asked } = createEcho();

const welcomed: string[] = [];

let slack: Slack;
let database: Database;
let stop: () => Promise<void>;

beforeAll(async () => {
  slack = await startSlack({
    workspaces: [
      {
        name: 'conference',
        users: ['ada', 'alan', { name: 'olga', admin: true }],
        channels: ['general', 'removed', 'quiet', 'lobby', 'hall'].map((name) => ({
          name,
          app: true,
        })),
      },
    ],
  });
  database = await openMemory();
  const platform = await adapterOn(slack, {
    hallway,
    workspaces: rememberedWorkspaces(),
    counted: createCounted(database.kysely),
    isFirstWelcome: async (team) => {
      welcomed.push(team);
      return welcomed.length === 1;
    },
  });
  stop = () => platform.stop();
});

afterAll(async () => {
  await stop();
  await database.close();
  expect(slack.violations).toEqual([]);
  await slack.stop();
});

const ada = () => slack.user('ada');
const own = (messages: readonly Seen[]) => messages.filter(({ byApp }) => byApp);
const answersIn = (channel: string) => own(slack.messages(channel));
const questions = (word: string) => asked.filter(({ text }) => text.includes(word));

async function answerTo(question: Seen, channel: string): Promise<Seen> {
  const replies = () => answersIn(channel).filter(({ threadTs }) => threadTs === question.ts);
  await expect.poll(replies).toHaveLength(1);
  const [only] = replies();
  if (only === undefined) throw new Error('Nothing was answered.');
  return only;
}

test('a mention is answered in its thread, for everyone who reads along', async () => {
  const question = await ada().says('@hallway  when is   lunch?', { channel: 'general' });

  const answer = await answerTo(question, 'general');

  expect(answer.text).toContain('You asked: when is lunch?');
  expect(answer.buttons.map(({ label }) => label)).toEqual(['Now', 'Remove']);
  expect(questions('when is lunch')).toMatchObject([
    {
      text: 'when is lunch?',
      isPublic: true,
      follows: [],
      caller: { community: slack.teamId(), channel: slack.channelId('general') },
    },
  ]);
});

test('a mention within a thread is answered there, and carries on from what was answered', async () => {
  const question = await ada().says('@hallway before', { channel: 'general' });
  await answerTo(question, 'general');
  await slack.user('alan').says('and @hallway tomorrow?', { channel: 'general', thread: question });

  const inThread = () => answersIn('general').filter(({ threadTs }) => threadTs === question.ts);
  await expect.poll(inThread).toHaveLength(2);
  expect(inThread()[1]?.text).toContain('You asked: and tomorrow?');
  expect(questions('tomorrow?')[0]?.follows).toContain('h1:x:open:now');
});

test('a direct message is answered in place, and carries on from what was shown', async () => {
  const shown = () => own(ada().dms()).map(({ text }) => text.split('\n')[0]);
  await ada().says('first', { dm: true });
  await expect.poll(shown).toEqual(['You asked: first']);
  await ada().says('and then?', { dm: true });
  await expect.poll(shown).toEqual(['You asked: first', 'You asked: and then?']);

  expect(questions('first')[0]).toMatchObject({ isPublic: false, follows: [], welcome: 'member' });
  expect(questions('and then?')[0]).not.toHaveProperty('welcome');
  expect(questions('and then?')[0]?.follows).toContain('h1:x:open:now');
  expect(own(ada().dms()).flatMap(({ buttons }) => buttons.map(({ label }) => label))).toEqual([
    'Now',
    'Now',
  ]);
});

test('an edited direct question changes its answer, a deleted one takes it along', async () => {
  const bob = slack.user('alan');
  const shown = () => own(bob.dms()).map(({ text }) => text.split('\n')[0]);
  const question = await bob.says('rst', { dm: true });
  await expect.poll(shown).toEqual(['You asked: rst']);

  await bob.edits(question, 'rust');
  await expect.poll(shown).toEqual(['You asked: rust']);
  await bob.edits(question, 'rust');
  await bob.deletes(question);
  await expect.poll(shown).toEqual([]);
  expect(questions('rust')).toHaveLength(1);
});

test('what is not for Hallway, or wants no answer, gets none', async () => {
  await ada().says('nothing for anybody', { channel: 'quiet' });
  await ada().says('@hallway hush', { channel: 'quiet' });
  const last = await ada().says('@hallway heard', { channel: 'quiet' });

  await answerTo(last, 'quiet');
  expect(answersIn('quiet')).toHaveLength(1);
  expect(questions('nothing')).toEqual([]);
});

test('an answer is removed by whoever asked or organises, and by nobody else', async () => {
  const first = await answerTo(await ada().says('@hallway one', { channel: 'removed' }), 'removed');
  const second = await answerTo(
    await ada().says('@hallway two', { channel: 'removed' }),
    'removed',
  );

  const refusal = await slack.user('alan').action(first, 'Remove');
  expect(refusal.messages.map(({ text }) => text).join()).toContain('Only whoever asked');
  expect(answersIn('removed')).toHaveLength(2);

  await ada().action(first, 'Remove', undefined, { acknowledged: true });
  await slack.user('olga').action(second, 'Remove', undefined, { acknowledged: true });
  await expect.poll(() => answersIn('removed')).toEqual([]);
});

test('a workspace is welcomed once, where somebody invites Hallway, and not where it joins by itself', async () => {
  const comes = (channel: string, by: object) =>
    slack.event({
      ...{ type: 'member_joined_channel', channel: slack.channelId(channel), channel_type: 'C' },
      ...{ user: slack.botUserId(), team: slack.teamId(), event_ts: '1.1', ...by },
    });
  await comes('quiet', {});
  await comes('lobby', { inviter: slack.user('olga').id });
  await expect.poll(() => answersIn('lobby').map(({ text }) => text)).toEqual(['You asked:']);
  await comes('hall', { inviter: ada().id });
  // Of others who join nothing is looked up.
  const before = slack.calls.length;
  await comes('hall', { inviter: ada().id, user: slack.user('alan').id });
  await ada().says('@hallway heard', { channel: 'hall' });
  await expect.poll(() => answersIn('hall').map(({ text }) => text)).toEqual(['You asked: heard']);
  expect(JSON.stringify(slack.calls.slice(before))).not.toContain(slack.user('alan').id);

  await expect.poll(() => welcomed).toEqual([slack.teamId(), slack.teamId()]);
  expect(answersIn('quiet')).toHaveLength(1);
  expect(asked.filter(({ welcome }) => welcome === 'community')).toMatchObject([
    { isPublic: true, caller: { channel: slack.channelId('lobby'), isOrganiser: false } },
  ]);
});

test.each([
  ['what&amp;when', 'what&when'],
  ['is <@U1|ada> in <#C1|general>?', 'is ada in #general?'],
  ['who is <@U2>?', 'who is  ?'],
  ['rust<@U2>today<#C2>in janson', 'rust today in janson'],
  ['<http://node.js|node.js> talks', 'node.js talks'],
  ['<https://x.example/talk/1>', 'https://x.example/talk/1'],
  ['<http://x.example|x.example> or <https://x.example/2|the talk>', 'x.example or the talk'],
  ['ask <!here> &lt;now&gt;', 'ask here <now>'],
  ['<!subteam^S1|@staff> at <!date^1392734382^{date}|noon>, <!here|all>', '@staff at noon, here'],
  ['<!subteam^S1> and <!date^1392734382^{date}>', ' and '],
])('words are read as people see them: %s', (text, words) => {
  expect(typedWords(text, 'UHALL')).toBe(words);
});

test.each(['<!date', '<!subteam^', '<@U|', '<#C|', '<https:x|'])(
  'a long text of %s without an end is left as it is, in work bounded by its length',
  (start) => {
    const text = start.repeat(40_000 / start.length);
    expect(typedWords(text, 'UHALL')).toBe(text);
    expect(typedReferences(text)).toBe(text);
  },
);

test('organisers name channels, groups and addresses by what they are', () => {
  const text = '<#C1|general> <@U1> <!subteam^S1|@helpers> <!here> <https://a.example/x|a.example>';
  expect(typedReferences(`“${text}” &amp;`)).toBe('"C1 U1 S1 here https://a.example/x" &');
});
