import { App } from '@slack/bolt';

/** What Hallway is held against: Bolt alone, connected; in JavaScript, so that nothing is loaded to read it. */
const { SLACK_BOT_TOKEN = '', SLACK_APP_TOKEN = '', SLACK_API_URL = '' } = process.env;
const app = new App({
  token: SLACK_BOT_TOKEN,
  appToken: SLACK_APP_TOKEN,
  socketMode: true,
  clientOptions: { slackApiUrl: SLACK_API_URL },
});
process.once('SIGTERM', () => app.stop());
await app.start();
console.log('ready');
