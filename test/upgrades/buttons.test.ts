import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { SeenView } from '../servers/slack/seen.ts';
import type { SlackUser } from '../servers/slack/user.ts';
import { FIXTURES, type Inheritance, inherit } from './kept.ts';
import { type Stage, startStage } from './stage.ts';
import { talkingIn } from './talking.ts';
import { changeOf, oneOfEachChange } from './uses/change.ts';
import {
  changesOnDiscord,
  type KeptThere,
  keptAboutOnDiscord,
  keptOnDiscord,
  useOnDiscord,
} from './uses/discord.ts';
import {
  isChanging,
  isRefused,
  type Outcome,
  titlesIn,
  type Use,
  withoutOrder,
} from './uses/outcome.ts';
import {
  changesOnSlack,
  type KeptHere,
  keptAboutOnSlack,
  keptOnSlack,
  useOnSlack,
} from './uses/slack.ts';

/** Of hundreds of uses one after the other, on the busiest machine. */
const LONG_MS = 600_000;

/** What stands in Discord and Slack since before the upgrade, used with the program of today. */
describe.each(readdirSync(FIXTURES))('what %s left on the platforms', (version) => {
  let inherited: Inheritance;
  let stage: Stage;
  /** As it stood before anything was used. */
  let onDiscord: readonly KeptThere[];
  let onSlack: readonly KeptHere[];
  let windows: ReadonlyMap<string, readonly SeenView[]>;

  beforeAll(async () => {
    inherited = await inherit(version, 'sqlite', inject('postgresUrl'));
    stage = await startStage(inherited);
    await stage.startAt('10:50:00');
    const ask = talkingIn(stage);
    const status = () => ask.onDiscord('grace', 'conference status');
    const isIdle = async () => expect(await status()).toContain('0 waiting, 0 under way');
    await vi.waitFor(isIdle, { timeout: 60_000 });
    stage.rewind();
    onDiscord = keptOnDiscord(stage.discord);
    onSlack = keptOnSlack(stage.slack);
    const people = ['ada', 'alan'].map((name) => stage.slack.user(name));
    windows = new Map(people.map((user) => [user.name, user.modals()]));
  });
  afterAll(async () => {
    const { discord, slack } = stage;
    await stage.stop();
    await inherited.forget();
    expect([...discord.violations, ...slack.violations]).toEqual([]);
    expect(slack.unacknowledged).toEqual([]);
  });

  const earlier = outcomesOf(version);

  test(
    'shows on Discord what it showed before',
    async () => {
      const shown = earlier('discord').filter((each) => !isRefused(each));
      const outcomes: Outcome[] = [];
      for (const each of showing(onDiscord)) {
        if (wasAnswered(shown, each)) outcomes.push(await useOnDiscord(stage.discord, each));
      }
      expect(byPlace(outcomes.map(withoutOrder))).toEqual(byPlace(shown.map(withoutOrder)));
    },
    LONG_MS,
  );

  test(
    'shows on Slack what it showed before',
    async () => {
      const shown = earlier('slack');
      const outcomes: Outcome[] = [];
      for (const each of showing(onSlack)) {
        if (wasAnswered(shown, each)) outcomes.push(await useOnSlack(stage.slack, each));
      }
      expect(byPlace(outcomes.map(withoutOrder))).toEqual(byPlace(shown.map(withoutOrder)));
    },
    LONG_MS,
  );

  test('shows in the direct messages of a server with its own conference what it shows there', async () => {
    const refused = earlier('discord').filter(isRefused);
    const outcomes: Outcome[] = [];
    for (const each of showing(onDiscord)) {
      const isMeant = wasAnswered(refused, each) && !each.id.endsWith(':sendList');
      if (isMeant) outcomes.push(await useOnDiscord(stage.discord, each));
    }
    expect(outcomes.filter(isRefused)).toEqual([]);
  });

  test(
    'changes on Discord what it says',
    async () => {
      const { discord } = stage;
      const shown = earlier('discord').filter((each) => !isRefused(each));
      const answered = onDiscord.filter(({ at, by }) =>
        shown.some((each) => each.at === at && each.by === by),
      );
      for (const kept of oneOfEachChange(answered)) {
        const change = changeOf(kept);
        const done = change && (await changesOnDiscord(discord, kept, change));
        expect([kept.at, kept.id, done]).toEqual([kept.at, kept.id, true]);
      }
    },
    LONG_MS,
  );

  test(
    'changes on Slack what it says',
    async () => {
      const { slack } = stage;
      for (const kept of oneOfEachChange(onSlack)) {
        const change = changeOf(kept);
        const done = change && (await changesOnSlack(slack, kept, change));
        expect([kept.at, kept.id, done]).toEqual([kept.at, kept.id, true]);
      }
    },
    LONG_MS,
  );

  test('a form about a talk that stands open on Discord is taken, for that talk', async () => {
    const bob = stage.discord.user('bob');
    const [modal] = bob.modals();
    if (modal === undefined) throw new Error('The form is gone.');
    await bob.submit(modal, { [modal.fields[0]?.customId ?? '']: '25' });
    expect(await keptAboutOnDiscord(bob)).toMatchObject({
      leadMinutes: 10,
      leads: { 104: 25 },
      stars: expect.arrayContaining(['104']),
    });
  });

  test('windows that stand open on Slack are taken', async () => {
    const { slack } = stage;
    const [alan, ada] = [slack.user('alan'), slack.user('ada')];
    slack.rewind();
    const forms = windows.get('alan')?.filter(({ callbackId }) => callbackId === 'form') ?? [];
    expect(forms).toHaveLength(2);
    for (const [at, form] of forms.entries()) {
      const value = String(25 + at);
      await alan.submit(form, { value }, { acknowledged: true });
      const lead = async () => (await keptAboutOnSlack(alan)).leadMinutes;
      await expect.poll(lead).toBe(Number(value));
    }
    const share = windows
      .get('ada')
      ?.find(({ controls }) => controls.some(({ type }) => type === 'conversations_select'));
    if (share === undefined) throw new Error('The window is gone.');
    const known = slack.messages('announcements').length;
    await ada.submit(share, { share: slack.channelId('announcements') }, { acknowledged: true });
    const shared = () =>
      slack
        .messages('announcements')
        .slice(known)
        .map(({ text }) => titlesIn(text)[0]);
    await expect.poll(shared).toEqual(['Interrupts and how to bear them']);
  });

  test('a message’s menu reminds of the talk that it is about', async () => {
    const { discord, slack } = stage;
    const [grace, noor] = [discord.user('grace'), slack.user('noor')];
    const about = ({ text }: { readonly text: string }) =>
      titlesIn(text).join() === 'Paging without tears';
    const [there] = discord.messages('announcements').filter(about);
    if (there === undefined) throw new Error('The announcement is gone.');
    await grace.contextMenu('Remind me', there);
    expect(await keptAboutOnDiscord(grace)).toMatchObject({ stars: ['101'] });
    const [here] = slack
      .messages('general')
      .filter(({ text }) => titlesIn(text).join() === 'Licences for people in a hurry');
    if (here === undefined) throw new Error('The announcement is gone.');
    await noor.shortcut('remind_me', here, { acknowledged: true });
    await expect.poll(async () => (await keptAboutOnSlack(noor)).stars).toContain('102');
  });

  test('a Home finds talks, names organisers and forgets', async () => {
    const { slack } = stage;
    const [ada, grace] = [slack.user('ada'), slack.user('grace')];
    const igor = slack.user('igor', 'harbour');
    const ask = talkingIn(stage);
    const [option] = await ada.suggest(homeOf(ada), /^suggest:/, 'filesystems');
    await ada.action(homeOf(ada), /^suggest:/, option?.value);
    await expect
      .poll(() => titlesIn(ada.modal()?.text ?? '')[0])
      .toBe('Filesystems for the impatient');

    expect(await ask.onSlack('ada', '/conference status')).toContain('organisers');
    await grace.action(homeOf(grace), 'organisers', [ada.id], { acknowledged: true });
    await expect.poll(() => ask.onSlack('ada', '/conference status')).toContain('Corridor Days');

    await igor.action(homeOf(igor), 'line:/mytalks forget', undefined, { acknowledged: true });
    await expect
      .poll(async () => titlesIn(await ask.onSlack('igor', '/mytalks', 'harbour')))
      .toEqual([]);
  });
});

function outcomesOf(version: string): (platform: string) => readonly Outcome[] {
  const lines = readFileSync(join(FIXTURES, version, 'outcomes.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const all = lines.map((line): Outcome & { readonly on: string } => JSON.parse(line));
  return (platform) =>
    all.filter(({ on }) => on === platform).map(({ on: _, ...outcome }) => outcome);
}

/** In whatever order they were used. */
function byPlace(outcomes: readonly Outcome[]): readonly Outcome[] {
  const name = ({ at, id }: Outcome) => `${at} ${id}`;
  return outcomes.toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
}

function showing<U extends Use>(uses: readonly U[]): readonly U[] {
  return uses.filter((each) => !isChanging(each));
}

function wasAnswered(outcomes: readonly Outcome[], { at, id }: Use): boolean {
  return outcomes.some((each) => each.at === at && each.id === id);
}

function homeOf(user: SlackUser): SeenView {
  const home = user.home();
  if (home === undefined) throw new Error(`${user.name} has no Home.`);
  return home;
}
