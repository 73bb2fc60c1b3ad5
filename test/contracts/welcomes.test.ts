import { expect, it } from 'vitest';
import { createCommunities } from '../../adapters/storage/communities/communities.ts';
import { createWelcomes } from '../../adapters/storage/communities/welcomes.ts';
import { createSlackWorkspaces } from '../../adapters/storage/slack/slackWorkspaces.ts';
import { forEachDatabase } from './databases.ts';

const camp = { platform: 'discord', id: 'camp' };

forEachDatabase('welcomes', ({ createUrl, open }) => {
  it('are given by one of many processes that meet a community at once, once', async () => {
    const url = await createUrl();
    const processes = await Promise.all([open(url), open(url), open(url)]);
    const welcomes = processes.map(({ kysely }) => createWelcomes(kysely));
    const meet = async (community: typeof camp) =>
      (await Promise.all(welcomes.map(({ isFirst }) => isFirst(community)))).filter(Boolean).length;

    expect(await meet(camp)).toBe(1);
    expect(await meet(camp)).toBe(0);
    expect(await meet({ ...camp, id: 'kongress' })).toBe(1);
    expect(await meet({ ...camp, platform: 'slack' })).toBe(1);
  });

  it('are given anew where everything about a community was erased', async () => {
    const { kysely } = await open();
    const { isFirst } = createWelcomes(kysely);
    const workspace = { platform: 'slack', id: 'T1' };
    for (const community of [camp, { ...camp, id: 'kongress' }, workspace])
      await isFirst(community);

    await createCommunities(kysely).forget(camp);
    await createSlackWorkspaces(kysely).erase(workspace.id);

    expect([
      await isFirst(camp),
      await isFirst({ ...camp, id: 'kongress' }),
      await isFirst(workspace),
    ]).toEqual([true, false, true]);
  });

  it('say nothing of which communities there were', async () => {
    const { kysely } = await open();
    await createWelcomes(kysely).isFirst(camp);
    const kept = JSON.stringify(await kysely.selectFrom('counted').selectAll().execute());
    expect(kept).toContain('welcome ');
    expect(kept).not.toContain('camp');
  });
});
