import { afterEach, expect, test } from 'vitest';
import { SCOPES } from '../../../adapters/slack/connection/scopes.ts';
import { messageOf } from '../../servers/slack/answer.ts';
import { startSlack } from '../../servers/slack/server.ts';
import { serveHere } from '../../support/serving.ts';
import { ON_SLACK, slackEnvironment } from './program.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

test('an app that was installed before a scope was asked for is told so, and works meanwhile', async () => {
  const missing = ['app_mentions:read', 'im:history'];
  const slack = await startSlack({
    workspaces: [
      {
        ...{ name: 'conference', users: ['ada', { name: 'olga', admin: true }] },
        channels: [{ name: 'general' }],
        scopes: SCOPES.filter((scope) => !missing.includes(scope)),
      },
    ],
  });
  endings.push(() => slack.stop());
  const program = await serveHere({
    from: '2020-02-01T10:40:00+01:00',
    ready: ON_SLACK,
    environment: await slackEnvironment(slack, 'socket'),
  });
  endings.push(() => program.stop());

  const doctor = messageOf(await slack.user('olga').slash('/conference', 'doctor'));
  expect(doctor.text).toContain('when the app was installed: app_mentions:read, im:history.');
  expect(doctor.text).toContain('install it once more');
  const talk = messageOf(await slack.user('ada').slash('/talk', 'crfs'));
  expect(talk.text).toContain('Lazy distribution of container images');
  expect(slack.violations).toEqual([]);
});
