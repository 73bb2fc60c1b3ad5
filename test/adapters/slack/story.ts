import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { choiceOf, messageOf, viewOf } from '../../servers/slack/answer.ts';
import type { Seen } from '../../servers/slack/seen.ts';
import { type Slack, startSlack } from '../../servers/slack/server.ts';
import type { SlackUser } from '../../servers/slack/user.ts';
import { withMoreTalks, withoutTalksFrom } from '../../support/flood.ts';
import { type Serving, serveHere } from '../../support/serving.ts';
import { ON_SLACK, slackEnvironment, startOnSlack, type Transport } from './program.ts';
import { WORKSPACES } from './workspaces.ts';

/**
 * A Saturday at FOSDEM; the tests are its chapters. The clock takes its time while people ask, and
 * runs while they wait.
 */
const REAL = 1;
/** Three seconds a minute: where a talk must not begin before a busy machine has started the program. */
const BRISK = 20;
const FAST = 120;
const TITLE = 'Lazy distribution of container images';
const MOVED = 'Container Live Migration';
const FIRST = 'Podman - The Powerful Container Multi-Tool';

interface Begin {
  /** ISO 8601. */
  readonly from: string;
  readonly speed: number;
  readonly environment: Readonly<Record<string, string>>;
}

type Program = Pick<Serving, 'log'> & { stop(): Promise<number | null> };

/** As people start it. */
export function inProcess({ from, speed, environment }: Begin): Promise<Program> {
  return startOnSlack({ args: ['--from', from, '--speed', String(speed)], environment });
}

/** As a part of the test's own process. */
export function here(begin: Begin): Promise<Program> {
  return serveHere({ ...begin, ready: ON_SLACK });
}

export function tellStory(transport: Transport, start: (begin: Begin) => Promise<Program>): void {
  let folder: string;
  let schedule: string;
  let slack: Slack;
  let environment: Readonly<Record<string, string>>;
  let program: Program;
  let ada: SlackUser;
  let grace: SlackUser;

  const startAt = (clock: string, speed: number) =>
    start({
      from: `2020-02-01T${clock}:00+01:00`,
      speed,
      environment: {
        ...environment,
        DATABASE_URL: `sqlite:${join(folder, 'hallway.sqlite')}`,
        SCHEDULE: join(folder, 'schedule.json'),
        SCHEDULE_REFRESH_MINUTES: '1',
      },
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hallway-'));
    const original = new URL('../../../data/fosdem-2020-containers.json', import.meta.url);
    schedule = await readFile(original, 'utf8');
    await writeFile(join(folder, 'schedule.json'), schedule);
    slack = await startSlack({ workspaces: WORKSPACES });
    environment = await slackEnvironment(slack, transport);
    [ada, grace] = [slack.user('ada'), slack.user('grace')];
    program = await startAt('10:24', REAL);
  });

  afterAll(async () => {
    await program.stop();
    expect(slack.violations).toEqual([]);
    expect(slack.unacknowledged).toEqual([]);
    await slack.stop();
    await rm(folder, { recursive: true });
  });

  const titles = (messages: readonly Seen[]) => messages.map(titleOf);
  const listOf = () => slack.dms('ada').find((each) => titleOf(each) === 'My talks');
  const theList = (): Seen => {
    const list = listOf();
    if (list === undefined) throw new Error('Ada has no list.');
    return list;
  };

  test('an organiser has talks announced in a channel that Hallway joins by itself', async () => {
    const refusal = messageOf(await ada.slash('/conference', 'status'));
    expect(refusal.text).toContain('organisers');
    const channel = slack.channelId('announcements');
    const done = await grace.slash('/conference', `announce <#${channel}|announcements>`);
    expect(messageOf(done).text).toContain(`<#${channel}>`);
  });

  test('the first star opens direct messages with the list, and a second one edits it', async () => {
    const card = messageOf(await ada.slash('/talk', 'crfs'));
    await ada.action(card, '☆ Star');
    await expect.poll(() => listOf()?.text).toContain(TITLE);
    const other = messageOf(await ada.slash('/talk', 'live migration'));
    await ada.action(other, '☆ Star');
    await expect.poll(() => listOf()?.text).toContain(MOVED);
    expect(titles(slack.dms('ada')).filter((title) => title === 'My talks')).toHaveLength(1);
  });

  test('an organiser renames a talk by hand, and takes that back', async () => {
    const toldAda = () => slack.dms('ada').filter(({ text }) => text.includes('was “')).length;
    const shown = messageOf(await grace.slash('/conference', `talk "${MOVED}" rename Moving day`));
    expect(shown.text).toContain('1 channel and 1 person will be told.');
    await grace.action(shown, 'Change it');
    await expect.poll(() => listOf()?.text).toContain('Moving day');
    await expect.poll(toldAda).toBe(1);
    const refusal = messageOf(await ada.slash('/conference', 'talk "Moving day" restore'));
    expect(refusal.text).toContain('organisers');
    await grace.action(
      messageOf(await grace.slash('/conference', 'talk "Moving day" restore')),
      'Change it',
    );
    await expect.poll(() => listOf()?.text).toContain(MOVED);
  });

  test('the lead time is asked for in a form that says what is wrong', async () => {
    const settings = messageOf(await ada.action(theList(), 'Settings'));
    const asked = viewOf(await ada.action(settings, ...choiceOf(settings, 'Another time …')));
    expect(asked).toMatchObject({ callbackId: 'form', title: expect.stringContaining('Lead') });
    const wrong = await ada.submit(asked, { value: 'soon' });
    expect(wrong.errors).toEqual({ value: '“soon” is not a number of minutes from 0 to 1440.' });
    await ada.submit(asked, { value: '9' });
    await expect.poll(() => theList().text).toContain('9 min before');
  });

  test('what stands beside a talk in a list does what it says', async () => {
    const list = messageOf(await ada.slash('/schedule'));
    const menu = list.controls.find(({ type }) => type === 'overflow');
    const choose = (text: string) => {
      const value = menu?.options.find((option) => option.text === text)?.value;
      return ada.action(list, menu?.actionId ?? '', value);
    };
    expect(menu?.options.map(({ text }) => text)).toEqual([
      'Details',
      'Share to channel',
      'Add to calendar',
      'Remind me …',
    ]);
    const details = messageOf(await choose('Details'));
    expect(details).toMatchObject({ ephemeralFor: ada.id, text: expect.stringContaining(FIRST) });
    expect(messageOf(await choose('Share to channel'))).toMatchObject({
      ephemeralFor: undefined,
      text: expect.stringContaining(FIRST),
    });
    await choose('Add to calendar');
    const files = () => slack.dms('ada').flatMap((each) => each.files.map(({ name }) => name));
    await expect.poll(files).toEqual(['talk.ics']);
    const asked = viewOf(await choose('Remind me …'));
    await ada.submit(asked, { value: '9' });
    await expect.poll(() => theList().text).toContain(FIRST);
  });

  test('what is shared out of the direct messages goes where its reader says', async () => {
    const menu = theList().controls.find(({ type }) => type === 'overflow');
    const share = menu?.options.find(({ text }) => text === 'Share to channel');
    const asked = viewOf(await ada.action(theList(), menu?.actionId ?? '', share?.value));
    await ada.submit(asked, { share: slack.channelId('general') });
    const shared = () => slack.messages('general').filter(({ text }) => text.includes(FIRST));
    await expect.poll(shared).toHaveLength(2);
  });

  test('after a restart the channel hears of the talk at its minute, and then its member', async () => {
    expect(await program.stop()).toBe(0);
    program = await startAt('10:44', BRISK);
    const announced = () =>
      slack.messages('announcements').filter(({ text }) => text.includes(TITLE));
    await expect.poll(announced).toHaveLength(1);
    const reminded = () =>
      slack
        .dms('ada')
        .filter((each) => titleOf(each)?.startsWith('On your list') && each.text.includes(TITLE));
    await expect.poll(reminded).toHaveLength(1);
  });

  const changed = () =>
    schedule.replaceAll('T12:55:00', 'T13:25:00').replaceAll('"12:55"', '"13:25"');

  test('a talk that moves is told to its channel and its members, and the list follows', async () => {
    await writeFile(join(folder, 'schedule.json'), changed());
    const moved = (messages: readonly Seen[]) =>
      messages.filter((each) => titleOf(each) === 'Moved' && each.text.includes(MOVED));
    await expect.poll(() => moved(slack.messages('announcements'))).toHaveLength(1);
    await expect.poll(() => moved(slack.dms('ada'))).toHaveLength(1);
    await expect.poll(() => theList().text).toContain('13:25');
  });

  const floods = () =>
    slack.messages('announcements').filter((each) => titleOf(each)?.startsWith('22 changes'));

  function theFlood(): Seen {
    const [flood] = floods();
    if (flood === undefined) throw new Error('Nothing tells of the flood.');
    return flood;
  }

  test('very many changes are one message, whose button opens all of them by page', async () => {
    await writeFile(join(folder, 'schedule.json'), withMoreTalks(changed(), 22));
    await expect.poll(floods).toHaveLength(1);
    const first = messageOf(await ada.action(theFlood(), /:open:changed:1:/));
    expect(first).toMatchObject({ text: expect.stringContaining('Page 1 of 3') });
    const second = messageOf(await ada.action(first, /:turn:changed:2:/));
    expect(second.text).toContain('New: Lightning talk 9');
  });

  test('who comes late asks what changed: each talk once, the own marked for its reader alone', async () => {
    const page = messageOf(await ada.slash('/changes', 'since breakfast'));
    expect(page).toMatchObject({ ephemeralFor: ada.id });
    expect(page.text).toContain('changes since 07:00');
    const last = messageOf(await ada.action(page, /:turn:.*:changed:2:|:changed:2:/));
    expect(last.text).toContain('on your list');
    const asked = messageOf(await ada.slash('/talk', 'what changed since yesterday?'));
    expect(titleOf(asked)).toContain('changes since Fri 31 Jan');
    const shared = messageOf(await ada.action(asked, /:share:changed:/));
    expect(shared).toMatchObject({
      ephemeralFor: undefined,
      text: expect.not.stringContaining('your list'),
    });
  });

  test('buttons of before a restart still work after it, and nothing is told twice', async () => {
    const told = () => titles([...slack.dms('ada'), ...slack.messages('announcements')]);
    const before = told();
    expect(await program.stop()).toBe(0);
    program = await startAt('11:40', FAST);
    await ada.action(theList(), /:unstar:10316:/);
    await expect.poll(() => theList().text).not.toContain(TITLE);
    expect(theList().text).toContain(MOVED);
    // Ada has just pressed the same: a second time would be a double click.
    const page = messageOf(await grace.action(theFlood(), /:open:changed:1:/));
    expect(page.text).toContain('Page 1 of 3');
    for (const title of new Set(before)) {
      const count = (list: readonly unknown[]) => list.filter((each) => each === title).length;
      expect([title, count(told())]).toEqual([title, count(before)]);
    }
  });

  test('who wishes for it hears of recordings and is asked how talks were, once the hour is over', async () => {
    const url = 'https://live.fosdem.org/watch/ud2208';
    expect(await program.stop()).toBe(0);
    program = await startAt('11:52', REAL);
    await grace.slash('/conference', `stream UD2.208 ${url}`);
    const { text: log } = messageOf(await grace.slash('/conference', 'status show:log'));
    expect(log).toContain(`<@${grace.id}> · stream of UD2.208 (Decroly): nothing → ${url}`);
    for (const [query, title] of [
      ['crfs', TITLE],
      ['bpf as a revolutionary', 'BPF as a revolutionary'],
    ] as const) {
      await ada.action(messageOf(await ada.slash('/talk', query)), '☆ Star');
      // Her list is edited meanwhile: what she sees first of the next question may be that.
      await expect.poll(() => theList().text).toContain(title);
    }
    for (const wish of ['recordings', 'feedback']) await ada.slash('/mytalks', `${wish} on`);
    expect(await program.stop()).toBe(0);
    program = await startAt('11:58', FAST);
    const told = (title: string) => slack.dms('ada').filter((each) => titleOf(each) === title);
    await expect.poll(() => told('How were they?')).toHaveLength(1);
    await expect.poll(() => told('3 recordings are up')).toHaveLength(1);
    expect(told('3 recordings are up')[0]?.text).toContain(TITLE);
    const watched = () => slack.messages('announcements').filter(({ text }) => text.includes(url));
    await expect.poll(() => watched().length).toBeGreaterThan(0);
  });

  test('a version that lost too much is taken once an organiser has looked at it', async () => {
    const channel = slack.channelId('general');
    const refusal = messageOf(await ada.slash('/conference', `alerts <#${channel}|general>`));
    expect(refusal.text).toContain('organisers');
    const named = messageOf(await grace.slash('/conference', `alerts <#${channel}|general>`));
    expect(named.text).toContain(`<#${channel}> is where organisers are told`);
    const alerts = () => titles(slack.messages('general'));
    await expect.poll(alerts).toContain('Alerts come here');
    await writeFile(join(folder, 'schedule.json'), withoutTalksFrom(schedule, '12:00'));
    const shown = messageOf(await grace.slash('/conference', 'accept'));
    expect(shown.text).toMatch(/has lacked \d+ of \d+ talks still to come/);
    expect(shown.text).toMatch(/It would change \d+ talks: \d+ canceled/);
    const unbelieved = 'A new version of the schedule looks wrong';
    await expect.poll(alerts).toContain(unbelieved);
    const told = () => slack.messages('announcements').map(({ text }) => text);
    expect(told()).not.toContainEqual(expect.stringMatching(/\d canceled/));

    const taken = messageOf(await grace.action(shown, 'Take this version'));
    expect(taken.text).toContain('The version is taken over. 1 channel');
    await expect.poll(told).toContainEqual(expect.stringMatching(/\d canceled/));
    const { text: log } = messageOf(await grace.slash('/conference', 'status show:log'));
    expect(log).toMatch(/version: #\d+ .*→ #\d+/);
    await expect.poll(alerts).toContain(`Over: ${unbelieved}`);
    expect(alerts().filter((title) => title?.includes(unbelieved))).toHaveLength(1);
  });

  test('who asks to be forgotten is', async () => {
    const said = () => ada.sees('general').map(({ text }) => text);
    await ada.slash('/mytalks', 'forget');
    await expect.poll(said).toContainEqual(expect.stringContaining('erased'));
    await ada.slash('/mytalks');
    await expect.poll(said).toContainEqual(expect.stringContaining('Your list is empty'));
  });
}

function titleOf({ blocks }: Seen): string | undefined {
  const header = blocks.find(({ type }) => type === 'header');
  const text = header?.['text'];
  return typeof text === 'object' && text !== null && 'text' in text
    ? String(text.text)
    : undefined;
}
