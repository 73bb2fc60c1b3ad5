import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { VARIABLES } from '../../src/config/variables.ts';
import { everything, exceptions, type Image, makeImage, read, runIn } from './image.ts';
import { onEveryChat } from './onEveryChat.ts';

describe('the recipe', () => {
  test('keeps all out that is not named, settings and databases with it', () => {
    expect(everything).toBe('*');
    for (const exception of exceptions) expect(exception).toMatch(/^![\w.-]+$/);
    expect(exceptions).not.toContain('!.env');
  });

  test('takes the Node that the project asks for', () => {
    const [, tag] = /^ARG NODE_IMAGE=node:(\d+)-slim$/m.exec(read('Dockerfile')) ?? [];
    expect([`>=${tag}`, `${tag}\n`]).toEqual([packageJson.engines.node, read('.nvmrc')]);
  });

  test.each(['Dockerfile', 'compose.yaml'])('%s sets variables that are read', (file) => {
    const set = [...read(file).matchAll(/\b([A-Z][A-Z_]+)(?:=|: )/g)].map(([, name]) => name);
    const others = /^(?:NODE_ENV|NODE_COMPILE_CACHE|NODE_IMAGE|POSTGRES_\w+)$/;
    const ours = set.filter((name = '') => !others.test(name));
    expect(ours).not.toEqual([]);
    expect(VARIABLES).toEqual(expect.arrayContaining(ours));
  });
});

describe('what the recipe makes', () => {
  let made: Image;
  beforeAll(() => {
    made = makeImage();
  });
  afterAll(() => made.remove());
  const run = (args: readonly string[], environment = {}) =>
    runIn(made.image, ['bin/hallway.js', ...args], { ...made.environment, ...environment });

  test('has the bundle, and no sources', () => {
    const held = ['LICENSE', 'bin', 'data', 'dist', 'node_modules', 'package.json'];
    expect(readdirSync(made.image).sort()).toEqual(held);
  });

  test('has every part, and each can be loaded', () => {
    const begins = /^(?:main|.+-child|picture-worker)\.js$/;
    const parts = bundled(made.image).filter((name) => !begins.test(name));
    const loading = `for (const part of ${JSON.stringify(parts)}) await import('./' + part);`;
    const ended = runIn(bundleOf(made.image), ['--input-type=module', '--eval', loading]);
    expect(ended).toEqual({ status: 0, stdout: '', stderr: '' });
    expect(parts).toEqual(expect.arrayContaining(['de-german.js', 'web.js', 'watched.js']));
  });

  test('has each module once, so that what one remembers is remembered for all', () => {
    const modules = bundled(made.image).flatMap((name) =>
      modulesIn(join(bundleOf(made.image), name)),
    );
    const twice = modules.filter((module, at) => modules.indexOf(module) !== at);
    expect(twice).toEqual([]);
    const some = ['src/main.ts', 'src/clock.ts', 'adapters/picture/worker.ts'];
    expect(modules).toEqual(expect.arrayContaining(some));
  });

  test('answers at the command line, and knows its version', () => {
    const found = run(['search', 'crfs', '--json']);
    const checked = run(['check', 'data/fosdem-2020-containers.json']);
    const [help, german] = [run(['--help']), run(['--help'], { LANG: 'de_DE.UTF-8' })];

    expect({ ...found, stdout: JSON.parse(found.stdout) }).toMatchObject({
      ...{ status: 0, stderr: '' },
      stdout: { q: 'crfs', ids: expect.arrayContaining(['10316']) },
    });
    expect(checked).toMatchObject({ status: 0, stdout: expect.stringContaining('Brussels') });
    expect([help.stdout, german.stdout]).toEqual([
      expect.stringContaining('The conference companion for community chat.'),
      expect.stringContaining('Der Konferenzbegleiter'),
    ]);
    expect(run(['--version']).stdout).toBe(`${packageJson.version}\n`);
  });

  test('is a terminal that shows an abstract, draws a day and writes calendars', () => {
    const lines = ['/talk crfs', '!1', '/mytalks picture', '/mytalks calendar', ''];
    const input = lines.join('\n');
    const { status, stdout, stderr } = run([], { input, DATABASE_URL: 'sqlite:kept.sqlite' });

    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('The talk surveys image formats made for lazy pulling');
    const files = ['timetable.png', 'mytalks.ics'].map((name) => join(made.image, name));
    const [picture, calendar] = files.map((path) => readFileSync(path, 'latin1'));
    expect(picture).toMatch(/^\x89PNG/);
    expect(calendar).toContain('SUMMARY:Lazy distribution of container images');
    const kept = { DATABASE_URL: 'sqlite:kept.sqlite' };
    expect(run(['backup', 'copy.sqlite'], kept)).toMatchObject({ status: 0, stderr: '' });
    expect(run(['trace', 'lazy distribution'], kept).stderr).toMatch(/^Nothing was planned about/);
  });

  test('serves every chat and the web at once, from PostgreSQL', async () => {
    await onEveryChat(join(made.image, 'bin/hallway.js'), made.environment);
  });

  test('names the lines of the sources where something breaks', () => {
    const planted = `process.stdout.write = () => { throw new Error('planted'); };`;
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(planted)}`;
    const { stderr } = run(['manifest'], { NODE_OPTIONS });
    const lines = read('src/main/manifest.ts').split('\n');
    const line = lines.findIndex((each) => each.startsWith('  write(')) + 1;
    expect(stderr).toContain(`src/main/manifest.ts:${line}:`);
  });
});

function bundled(image: string): readonly string[] {
  return readdirSync(bundleOf(image)).filter((name) => name.endsWith('.js'));
}

/** What it was made of, as it says itself. */
function modulesIn(path: string): readonly string[] {
  const named = readFileSync(path, 'utf8').matchAll(
    /^\/\/ ((?:src|adapters)\/\S+|\S*node_modules\/\S+)$/gm,
  );
  return [...named].map(([, module = '']) => module);
}

function bundleOf(image: string): string {
  const bundles = readdirSync(join(image, 'dist'));
  expect(bundles).toHaveLength(1);
  return join(image, 'dist', bundles[0] ?? '');
}
