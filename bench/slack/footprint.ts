import { slackEnvironment, startProgram } from '../../test/adapters/slack/program.ts';
import { startSlack } from '../../test/servers/slack/server.ts';
import { startBareClient } from '../bareClient.ts';
import { compareFootprint } from '../footprint.ts';
import type { Verdict } from '../verdict.ts';

const BARE = new URL('bare.js', import.meta.url);

export async function benchFootprint(): Promise<readonly Verdict[]> {
  const slack = await startSlack({ specification: false });
  const connection = await slackEnvironment(slack, 'socket');
  const verdict = await compareFootprint({
    bare: () => startBareClient(BARE, connection),
    hallway: (args, environment) =>
      startProgram({ args, environment: { ...connection, ...environment } }),
  });
  await slack.stop();
  return [verdict];
}
