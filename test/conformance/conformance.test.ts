import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROMISES, type Promised, type Shown, type Stage } from './stage.ts';
import { PLATFORMS, tableOf } from './table.ts';

const TITLE = 'Lazy distribution of container images';
const OTHER = 'Container Live Migration';
const LATER = 'BPF as a revolutionary technology';

/** One of those two, however long it took to come here. */
const ANNOUNCED = new RegExp(`start.*(?:${TITLE}|${LATER})`, 'is');

/** One after the other: what is starred first is reminded of later. */
const KEPT: Readonly<Record<Promised, (stage: Stage) => Promise<void>>> = {
  'a command is answered': async (stage) => {
    expect((await stage.ask('/talk crfs')).text).toContain(TITLE);
  },
  'a plain question is answered': async (stage) => {
    expect((await stage.say('who speaks about live migration?')).text).toContain(OTHER);
  },
  'what is one’s own is shown to oneself alone': async (stage) => {
    expect(await stage.ask('/mytalks')).toMatchObject({ isPublic: false });
  },
  'a button under a card stars its talk': async (stage) => {
    const starred = await stage.press(await stage.ask('/talk crfs'), /:star:/);
    expect(starred.text).toContain(TITLE);
    expect((await stage.ask('/mytalks')).text).toContain(TITLE);
  },
  'the list comes by itself, and stays one message': async (stage) => {
    const lists = (title: string) =>
      stage.direct().filter(({ text }) => text.includes('My talks') && text.includes(title));
    await expect.poll(() => lists(TITLE).length).toBeGreaterThan(0);
    await stage.press(await stage.ask('/talk bpf as a revolutionary'), /:star:/);
    const both = () => lists(LATER).filter(({ text }) => text.includes(TITLE));
    await expect.poll(both).toHaveLength(1);
  },
  'a value that is missing is asked for': async (stage) => {
    const asked = await stage.askValue(await settingsOf(stage), /:askLead/);
    await asked.answer('7');
    await expect.poll(async () => (await stage.ask('/mytalks')).text).toContain('7 min before');
  },
  'a calendar file is handed over': async (stage) => {
    await stage.press(await stage.ask('/talk crfs'), /:exportCalendar:/);
    await expect.poll(() => stage.files()).toContain('talk.ics');
  },
  'one’s day is drawn as a picture': async (stage) => {
    await stage.press(await stage.ask('/mytalks'), /:drawDay/);
    await expect
      .poll(() => stage.files())
      .toContainEqual(expect.stringMatching(/^timetable\.png$|^Timetable of /u));
  },
  'organisers are known, and nobody else may': async (stage) => {
    if (!stage.isAlone) expect((await stage.announce('ada')).text).toContain('organisers');
    expect((await stage.announce('grace')).text).toContain('will hear');
  },
  'a channel hears of its talks': async (stage) => {
    const said = () => stage.channel().map(({ text }) => text);
    await expect.poll(said).toContainEqual(expect.stringMatching(ANNOUNCED));
    expect(stage.channel().every(({ isPublic }) => isPublic)).toBe(true);
  },
  'who starred a talk is reminded': async (stage) => {
    const reminded = () => stage.direct().map(({ text }) => text);
    await expect.poll(reminded).toContainEqual(expect.stringContaining('On your list'));
  },
};

function settingsOf(stage: Stage): Promise<Shown> {
  return stage.ask('/mytalks settings');
}

describe.each(PLATFORMS)('on $name', ({ open }) => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await open();
  });
  afterAll(() => stage.stop());

  test.each(PROMISES)('%s', (promise) => KEPT[promise](stage));
});

test('docs/platforms.md says what works where, as it is tested here', async () => {
  const page = await readFile(new URL('../../docs/platforms.md', import.meta.url), 'utf8');
  expect(page).toContain(tableOf(PLATFORMS));
});
