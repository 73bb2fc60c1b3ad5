import { describe, expect, it } from 'vitest';
import type { Caller } from '../../../src/platform/requests.ts';
import { at } from '../../support/instants.ts';
import { ada, openHall, organiser } from '../support/hall.ts';

const now = at('2020-02-01T10:00+01:00');
const volunteer: Caller = { ...ada, member: 'vera', roles: ['crew'] };

async function openStory() {
  const hall = await openHall({ now });
  const say = async (subcommand: string, args: Record<string, string>, caller: Caller) => {
    const about = { kind: 'command', command: 'conference', subcommand, args, caller } as const;
    const reply = await hall.hallway.command(about);
    return reply.kind === 'card' ? reply.card.summary : reply.kind;
  };
  return { ...hall, say };
}

describe('/conference organisers and helpers', () => {
  it('names roles and people, lists them, and takes them off again', async () => {
    const { say, acts } = await openStory();
    expect([
      await say('organisers', {}, organiser),
      await say('organisers', { who: 'crew,@otto' }, organiser),
      await say('organisers', { who: 'doors', remove: '@otto' }, organiser),
      await say('organisers', { remove: 'nobody' }, organiser),
      await say('helpers', { who: 'doors' }, organiser),
    ]).toEqual([
      'Organisers, besides whoever manages this community: nobody yet.',
      'Organisers, besides whoever manages this community: @crew, @otto',
      'Organisers, besides whoever manages this community: @crew, @doors',
      '@nobody was not named an organiser, so nothing was changed.',
      'Helpers, who may say what state rooms are in, besides the organisers: @doors',
    ]);
    const community = { platform: 'chat', id: 'fosdem' };
    const role = (id: string) => ({ kind: 'mention', id });
    const otto = { kind: 'member', id: 'otto' };
    expect(await acts.of(community, { skip: 0, limit: 9 })).toEqual([
      ...[
        { kind: 'helpers', before: [], after: [role('doors')] },
        {
          kind: 'organisers',
          before: [role('crew'), ', ', otto],
          after: [role('crew'), ', ', role('doors')],
        },
        { kind: 'organisers', before: [], after: [role('crew'), ', ', otto] },
      ].map((act) => ({ at: now, by: 'olga', about: [], ...act })),
    ]);
  });

  it('lets whoever holds a named role organise there, but name no organisers', async () => {
    const { say } = await openStory();
    const refusal = '/conference is for organisers. Whoever manages this community can use it.';
    expect(await say('status', {}, volunteer)).toBe(refusal);
    await say('organisers', { who: 'crew' }, organiser);

    expect(await say('status', {}, volunteer)).not.toBe(refusal);
    expect(await say('helpers', { who: 'doors' }, volunteer)).toContain('@doors');
    expect(await say('organisers', { who: '@mallory' }, volunteer)).toBe(
      'Whoever manages this community says who else organises.',
    );
    expect(await say('status', {}, { ...volunteer, roles: ['doors'] })).toBe(refusal);
    expect(await say('status', {}, { ...volunteer, community: 'debconf' })).toBe(refusal);
    await say('organisers', { remove: 'crew' }, organiser);
    expect(await say('status', {}, volunteer)).toBe(refusal);
  });

  it.each(['everyone', 'here', 'crew,everyone', 'EVERYONE'])('refuses %s', async (who) => {
    const { say, namedRoles } = await openStory();
    expect(await say('organisers', { who }, organiser)).toContain('That would be everybody.');
    expect(await namedRoles.of({ platform: 'chat', id: 'fosdem' })).toEqual([]);
  });

  it('shows in the status who was named', async () => {
    const { hallway, say } = await openStory();
    await say('organisers', { who: 'crew' }, organiser);
    await say('helpers', { who: '@hedy' }, organiser);
    const reply = await hallway.command({
      ...{ kind: 'command', command: 'conference', subcommand: 'status', args: {} },
      caller: organiser,
    });
    const facts = JSON.stringify(reply);
    expect(facts).toContain('{"label":"Organisers","value":[{"kind":"mention","id":"crew"}]}');
    expect(facts).toContain('{"label":"Helpers","value":[{"kind":"member","id":"hedy"}]}');
  });
});
