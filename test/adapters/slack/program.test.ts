import { afterEach, describe, expect, test } from 'vitest';
import { messageOf, viewOf } from '../../servers/slack/answer.ts';
import { startSlack } from '../../servers/slack/server.ts';
import { serveHere } from '../../support/serving.ts';
import { ON_SLACK, slackEnvironment, startOnSlack, type Transport } from './program.ts';

const endings: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** As a program over HTTP: the story over Socket Mode is one of the other. */
async function running(transport: Transport) {
  const slack = await startSlack();
  endings.push(() => slack.stop());
  const environment = await slackEnvironment(slack, transport);
  const from = '2020-02-01T10:00:00+01:00';
  const program =
    transport === 'http'
      ? await startOnSlack({ args: ['--from', from], environment })
      : await serveHere({ from, environment, ready: ON_SLACK });
  endings.push(() => program.stop());
  return slack;
}

describe.each<Transport>(['socket', 'http'])(
  'npm start with Slack’s tokens, over %s',
  (transport) => {
    test('answers privately, and finds talks while somebody types', async () => {
      const slack = await running(transport);
      const ada = slack.user('ada');
      const answer = messageOf(await ada.slash('/talk', 'crfs'));
      expect(answer).toMatchObject({ ephemeralFor: ada.id });
      expect(answer.text).toContain('Lazy distribution of container images');

      const finder = viewOf(await ada.slash('/talk'));
      expect(finder.title).toBe('Find a talk');
      expect(finder.text).toContain('Podman - The Powerful Container Multi-Tool');
      const [option] = await ada.suggest(finder, 'Title, speaker, topic …', 'crfs');
      expect(option).toMatchObject({
        text: 'Sat 10:55 · Lazy distribution of container images',
        group: 'Sat 1 Feb',
      });
      const found = await ada.action(finder, 'Title, speaker, topic …', option?.value ?? '');
      expect(viewOf(found)).toMatchObject({ id: finder.id, title: 'Find a talk' });
      expect(viewOf(found).text).toContain('Akihiro Suda');
      expect(slack.violations).toEqual([]);
      expect(slack.unacknowledged).toEqual([]);
    });
  },
);
