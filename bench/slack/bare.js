import { createInterface } from 'node:readline';
import { App } from '@slack/bolt';

/**
 * What Hallway is held against: an app that answers every command with the same text and sends what
 * it is told to, written as Bolt's guide writes them. In JavaScript, so that nothing is loaded to
 * read it.
 */
const { SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN = '', SLACK_API_URL = '' } = process.env;
const app = new App({
  token: SLACK_BOT_TOKEN,
  appToken: SLACK_APP_TOKEN,
  socketMode: true,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
app.command(/./, async ({ ack, respond }) => {
  await ack();
  await respond('An answer. '.repeat(90));
});

let last;
const doings = {
  post: async ({ to, body: { text, blocks } }) => {
    last = await app.client.chat.postMessage({ channel: to, text, blocks });
  },
  edit: ({ body: { text, blocks } }) =>
    app.client.chat.update({ channel: last.channel, ts: last.ts, text, blocks }),
};

process.once('SIGTERM', async () => {
  await app.stop();
  process.exit();
});
await app.start();
console.log('ready');
for await (const line of createInterface({ input: process.stdin })) {
  const order = JSON.parse(line);
  await doings[order.kind](order);
}
