import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import type { Program } from '../support/startedProgram.ts';
import { type DatabaseKind, FIXTURES, type Inheritance, inherit } from './kept.ts';
import { type Post, posts, summaryOf } from './news.ts';
import { CORRIDOR, type Stage, startStage } from './stage.ts';
import { talkingIn } from './talking.ts';
import { keptAboutOnDiscord } from './uses/discord.ts';
import type { KeptAbout } from './uses/keptAbout.ts';
import { titlesIn } from './uses/outcome.ts';
import { keptAboutOnSlack } from './uses/slack.ts';

/** A version ended at 10:45, in the middle of its work; the program of today begins at 10:50. */
describe.each(readdirSync(FIXTURES))('after an upgrade from %s', (version) => {
  describe('on SQLite', () => takeOver(version, 'sqlite'));
  describe('on PostgreSQL', () => takeOver(version, 'postgres'));
});

const HARBOURED = '201-dredging-the-backlog@harbour.example';
const IDLE = '0 waiting, 0 under way';
const CODE = /[0-9A-Z]{5}-[0-9A-Z]{5}/;

function takeOver(version: string, database: DatabaseKind): void {
  let inherited: Inheritance;
  let stage: Stage;
  let program: Program;
  let ask: ReturnType<typeof talkingIn>;
  /** Told before the program of today began. */
  let before: ReadonlyMap<string, Post>;
  let events: readonly unknown[];

  beforeAll(async () => {
    inherited = await inherit(version, database, inject('postgresUrl'));
    stage = await startStage(inherited);
    ask = talkingIn(stage);
    before = new Map(posts(stage).map((post) => [keyOf(post), post]));
    events = stage.discord.scheduledEvents();
    program = await stage.startAt('10:50:00');
  });
  afterAll(async () => {
    const { discord, slack } = stage;
    await stage.stop();
    await inherited.forget();
    expect([...discord.violations, ...slack.violations]).toEqual([]);
  });

  const news = () => posts(stage).filter((post) => !before.has(keyOf(post)));
  const inChannels = (all: readonly Post[]) => all.filter(({ where }) => where.includes('#'));
  const summaries = (all: readonly Post[]) => all.map(summaryOf).toSorted();

  test('what waited is sent once and truly, and so is what falls due', async () => {
    const told = [...TOLD_TO_CHANNELS, ...TOLD_TO_PEOPLE].toSorted();
    await expect.poll(() => summaries(news())).toEqual(told);
    await expect.poll(() => ask.onDiscord('grace', 'conference status')).toContain(IDLE);
    expect(summaries(news())).toEqual(told);
  });

  test('what had arrived unheard is found, and told truly in its place', async () => {
    expect(summaries([...before.values()].filter(isStale))).toEqual([
      'discord #announcements: Starts in N min: A bootloader in one afternoon',
      'slack #announcements: 2 talks start in N min: Who reviews the reviewers?, A bootloader in one afternoon',
    ]);
    await expect.poll(() => posts(stage).filter(isStale)).toEqual([]);
  });

  test('a list whose edit was under way says what is on it', async () => {
    const list = () =>
      posts(stage).find(({ where, text }) => where === 'discord @ada' && text.includes('My talks'));
    await expect
      .poll(() => titlesIn(list()?.text ?? ''))
      .toEqual([
        'Paging without tears',
        'Schedulers explained with trains',
        'A bootloader in one afternoon',
        'Who reviews the reviewers?',
        'The commons under stress',
        'Tracing a system that is alive',
        'Interrupts and how to bear them',
        'Filesystems for the impatient',
      ]);
  });

  test.each(MEMBERS_ON_DISCORD)('%s has on Discord what was theirs', async (name, kept) => {
    expect(await keptAboutOnDiscord(stage.discord.user(name))).toEqual({ ...NOBODY, ...kept });
  });

  test.each(MEMBERS_ON_SLACK)('%s has on Slack what was theirs', async (name, workspace, kept) => {
    const user = stage.slack.user(name, workspace);
    expect(await keptAboutOnSlack(user)).toEqual({ ...NOBODY, accounts: ['slack'], ...kept });
  });

  test('whom direct messages did not reach is told so', async () => {
    expect(await ask.onDiscord('dave', 'mytalks list')).toContain(
      'direct messages do not reach you',
    );
  });

  test('a code that was not entered yet links both accounts', async () => {
    const codes = stage.discord
      .user('bob')
      .sees('general')
      .flatMap(({ text }) => CODE.exec(text) ?? []);
    expect(await ask.onSlack('grace', `/mytalks link ${codes.at(-1)}`)).toContain(
      'one list for all these accounts',
    );
    const user = stage.slack.user('grace', 'conference');
    expect(await keptAboutOnSlack(user)).toEqual({
      ...{ leadMinutes: 10, stars: ['101', '110'], muted: ['discord'], digest: [] },
      accounts: ['discord', 'slack'],
    });
  });

  test('channels hear what they heard before', async () => {
    const { discord, slack } = stage;
    const on = (
      platform: Pick<typeof discord, 'channelId'>,
      names: readonly string[],
      workspace?: string,
    ) =>
      Object.fromEntries(names.map((name) => [`<#${platform.channelId(name, workspace)}>`, name]));
    const lines = (text: string, channels: Readonly<Record<string, string>>) =>
      text.split('\n').flatMap((line) => {
        const [id = '', ...rest] = line.split(' · ');
        const name = channels[id];
        return name === undefined ? [] : [[name, ...rest].join(' · ').replaceAll('&amp;', '&')];
      });
    const there = on(discord, ['announcements', 'general', 'lobby']);
    expect(lines(await ask.onDiscord('grace', 'conference status'), there).toSorted()).toEqual([
      `announcements · 15 min ahead · announcements, notices, digest · Main Hall, Library · English · <@&${discord.roleId('devroom')}>`,
      'general · 15 min ahead · announcements · Community & Law · German',
      'lobby · 90 min ahead · announcements, notices · everything · English',
    ]);
    expect(lines(await ask.onDiscord('frank', 'conference status'), on(discord, ['pier']))).toEqual(
      ['pier · 15 min ahead · announcements, notices · everything · English'],
    );
    // Whom an admin named on the Home is an organiser still.
    const here = on(slack, ['announcements', 'general']);
    expect(lines(await ask.onSlack('alan', '/conference status'), here).toSorted()).toEqual([
      'announcements · 15 min ahead · announcements, notices, digest · Main Hall, Library · English · @here',
      'general · 15 min ahead · announcements · Community & Law · German',
    ]);
    const status = await ask.onSlack('hana', '/conference status', 'harbour');
    expect(lines(status, on(slack, ['quay'], 'harbour'))).toEqual([
      'quay · 30 min ahead · announcements, notices · everything · English',
    ]);
  });

  test('communities keep their conference, their zone and their delays', async () => {
    const rows = (text: string) => text.match(/\d\d:\d\d–\d\d:\d\d/g) ?? [];
    const library = await ask.onDiscord('bob', 'schedule', { room: 'Library' });
    expect(rows(library)).toEqual(['10:10–10:40', '11:10–11:40', '11:40–12:10', '12:40–13:10']);
    const foyer = await ask.onDiscord('bob', 'schedule', { room: 'Foyer' });
    expect(rows(foyer)).toEqual(['11:00–11:30']);
    expect(rows(await ask.onSlack('noor', '/schedule Foyer'))).toEqual(['11:20–11:50']);
    const pier = await ask.onDiscord('erin', 'schedule', { room: 'Quay Hall' });
    expect(rows(pier)).toEqual(['10:00–10:30', '11:30–12:00']);
    const quay = await ask.onSlack('igor', '/schedule "Quay Hall"', 'harbour');
    expect(rows(quay)).toEqual(['10:15–10:45', '11:45–12:15']);
    for (const text of [pier, quay]) {
      expect(titlesIn(text)).toEqual(['Knots that hold', 'Reading the tide tables']);
    }
  });

  test('a channel that refused is named, and what it lacks', async () => {
    const lobby = `<#${stage.discord.channelId('lobby')}>`;
    expect(await ask.onDiscord('grace', 'conference doctor')).toContain(
      `${lobby}: I cannot post there. What is missing: Send Messages.`,
    );
  });

  test('events of a server are known as its own, and none is made twice', async () => {
    await stage.discord.gateway.ready();
    expect(stage.discord.scheduledEvents()).toEqual(events);
  });

  test('what comes next is announced where and as it was asked for, and a change is told once', async () => {
    expect(await program.stop()).toBe(0);
    stage.web.put(CORRIDOR, withInterruptsMoved(inherited.pages[CORRIDOR] ?? ''));
    await stage.startAt('11:00:00');
    const told = [...TOLD_TO_CHANNELS, ...TOLD_NEXT].toSorted();
    await expect.poll(() => summaries(inChannels(news()))).toEqual(told);
    await expect.poll(() => ask.onDiscord('grace', 'conference status')).toContain(IDLE);
    expect(summaries(inChannels(news()))).toEqual(told);
  });
}

/** The corridor's programme with that talk half an hour later. */
function withInterruptsMoved(page: string): string {
  return JSON.stringify(
    JSON.parse(page, (_, value) =>
      value?.id === 110 && 'date' in value
        ? { ...value, start: '13:00', date: value.date.replace('T12:30', 'T13:00') }
        : value,
    ),
  );
}

function keyOf({ where, id }: Post): string {
  return `${where} ${id}`;
}

/** Said when it was under way, a quarter of an hour before the talks at eleven. */
function isStale({ where, text }: Post): boolean {
  return (
    where.endsWith('#announcements') && text.includes('in 15 min') && text.includes('bootloader')
  );
}

/** What was under way and lost, what was to be tried again, and what was not tried yet. */
const TOLD_TO_CHANNELS = [
  'discord #general: 2 Vorträge beginnen in N Min.: Stickers: a social history, Soldering for absolute beginners',
  'discord #pier: 2 talks start in N min: Dredging the backlog, Knots that hold',
  'slack #general: 2 Vorträge beginnen in N Min.: Who reviews the reviewers?, Soldering for absolute beginners',
  'slack #quay: Starts in N min: Dredging the backlog',
  'slack #quay: Starts in N min: Knots that hold',
];

/** Two of them waited; the others fall due at 10:50, by the stars of before. */
const TOLD_TO_PEOPLE = [
  'discord @carol: Auf deiner Liste: beginnt in N Min.: A bootloader in one afternoon',
  'discord @erin: On your list: starts in N min: Dredging the backlog',
  'slack @alan: On your list: 2 talks start in N min: A bootloader in one afternoon, Soldering for absolute beginners',
  'slack @hana: On your list: starts in N min: Dredging the backlog',
  'slack @igor: On your list: starts in N min: Dredging the backlog',
  'slack @noor: Auf deiner Liste: beginnt in N Min.: A bootloader in one afternoon',
];

/** The Library is ten minutes late on Discord alone. */
const TOLD_NEXT = [
  'discord #announcements: Starts in N min: Who reviews the reviewers?',
  'discord #general: Beginnt in N Min.: Who reviews the reviewers?',
  'discord #announcements: Moved: Interrupts and how to bear them',
  'slack #announcements: Moved: Interrupts and how to bear them',
];

const NOBODY = { leadMinutes: 10, stars: [], muted: [], digest: [], accounts: ['discord'] };
const ADA = {
  leadMinutes: 20,
  stars: ['101', '103', '104', '106', '107', '108', '110', '112'],
  accounts: ['discord', 'slack'],
};
const CAROL = ['101', '102', '103', '104', '106', '107', '108', '110', '112', '115'];
const MEMBERS_ON_DISCORD: readonly (readonly [string, Partial<KeptAbout>])[] = [
  ['ada', ADA],
  ['bob', { stars: ['101', '110'], muted: ['discord'] }],
  ['carol', { stars: CAROL, digest: ['discord'] }],
  ['dave', { stars: ['104'] }],
  ['erin', { stars: [HARBOURED] }],
];
const MEMBERS_ON_SLACK: readonly (readonly [string, string, Partial<KeptAbout>])[] = [
  ['ada', 'conference', ADA],
  ['alan', 'conference', { stars: ['104', '105', '107'] }],
  ['noor', 'conference', { stars: ['101', '104'], digest: ['slack'] }],
  ['hana', 'harbour', { stars: [HARBOURED], leadMinutes: 30 }],
  ['igor', 'harbour', { stars: [HARBOURED], leadMinutes: 30 }],
];
