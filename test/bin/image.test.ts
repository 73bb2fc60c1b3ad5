import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { VARIABLES } from '../../src/config/variables.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(resolve(ROOT, file), 'utf8');

/** What `.dockerignore` lets through, and how it says so. */
const [everything, ...exceptions] = read('.dockerignore')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const image = mkdtempSync(join(tmpdir(), 'hallway-image-'));
afterAll(() => rmSync(image, { recursive: true }));

test('all is kept out of the image that is not named, settings and databases with it', () => {
  expect(everything).toBe('*');
  for (const exception of exceptions) expect(exception).toMatch(/^![\w.-]+$/);
  expect(exceptions).not.toContain('!.env');
});

test('what is let into the image is enough to answer with', () => {
  for (const exception of exceptions) {
    const path = exception.slice(1);
    cpSync(resolve(ROOT, path), join(image, path), { recursive: true });
  }
  symlinkSync(resolve(ROOT, 'node_modules'), join(image, 'node_modules'));
  const schedule = ['--schedule', 'data/fosdem-2020-containers.json'];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['bin/hallway.js', 'search', 'crfs', '--json', ...schedule],
    { cwd: image, encoding: 'utf8', env: {} },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ q: 'crfs', ids: expect.arrayContaining(['10316']) });
});

test('its Node is the one that the project asks for', () => {
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
