import { expect, test } from 'vitest';
import { singleInstallation } from '../../../adapters/slack/connection/access.ts';
import { createSendingClients } from '../../../adapters/slack/connection/clients.ts';
import { createDepartures } from '../../../adapters/slack/workspaces/departures.ts';
import { silentLog } from '../../../src/log.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import { rememberedWorkspaces } from './hallwayOn.ts';

test.each([
  ['a token that works for good keeps everything', () => undefined, 0],
  ['one that ends a moment later keeps nothing', ends, 1],
  ['one that worked keeps everything where Slack cannot be asked again', fails, 0],
])('when Slack tells that Hallway was taken out, %s', async (_name, happens, erasures) => {
  const slack = await startSlack();
  const api = { apiUrl: slack.apiUrl, log: silentLog };
  const installations = singleInstallation(slack.botToken, api);
  const { signal } = new AbortController();
  await installations.open(signal);
  const workspaces = rememberedWorkspaces();
  const meanwhile = async () => {
    expect(workspaces.erased).toEqual([]);
    happens(slack);
  };
  const departures = createDepartures({
    ...{ installations, workspaces, signal, log: silentLog },
    clients: createSendingClients(installations, api),
    dayClock: { sleep: meanwhile },
  });
  await departures.told(slack.teamId());
  expect(workspaces.erased).toHaveLength(erasures);
  await slack.stop();
});

function ends(slack: Slack): void {
  slack.refuseTokens('token_revoked');
}

function fails(slack: Slack): void {
  slack.fail({ method: 'auth.test' }, { kind: 'status', status: 503, stored: false });
}
