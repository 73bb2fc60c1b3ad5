import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { bundleIn, bundlesIn, stampOf } from '../../bin/bundle.ts';

const LONG_AGO = new Date('2020-02-01T09:00:00Z');

/** A project that was built: what `bundleIn` looks at, and a bundle that was made of it. */
function builtProject() {
  const root = mkdtempSync(join(tmpdir(), 'hallway-bundle-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const path of ['src/main.ts', 'src/deep/er/one.ts', 'adapters/a.ts', 'data/words/w.json']) {
    write(path, 'before');
  }
  write('package.json', '{}');
  write('node_modules/.package-lock.json', '{}');
  const build = () => {
    const main = join(bundlesIn(root), stampOf(root), 'main.js');
    mkdirSync(dirname(main), { recursive: true });
    writeFileSync(main, '');
    return main;
  };
  return { root, write, build };
}

test('there is none before one is made, and then it is that one', () => {
  const { root, build } = builtProject();
  expect(bundleIn(root)).toBeUndefined();
  const main = build();
  expect(bundleIn(root)).toBe(main);
});

test.each<[string, (root: string, write: (path: string, text: string) => void) => void]>([
  ['a source is edited', (_, write) => write('src/deep/er/one.ts', 'after!!')],
  ['a source is added', (_, write) => write('adapters/b.ts', '')],
  ['a source is removed', (root) => rmSync(join(root, 'adapters/a.ts'))],
  [
    'a source has another name',
    (root) => renameSync(join(root, 'src/main.ts'), join(root, 'src/maim.ts')),
  ],
  [
    'a source is replaced by an older one',
    (root) => utimesSync(join(root, 'src/main.ts'), LONG_AGO, LONG_AGO),
  ],
  ['a table of words is edited', (_, write) => write('data/words/w.json', 'afterwards')],
  ['other packages are installed', (_, write) => write('node_modules/.package-lock.json', '[]')],
])('it is not used once %s', (_, change) => {
  const { root, write, build } = builtProject();
  build();
  change(root, write);
  expect(bundleIn(root)).toBeUndefined();
});

test('what others write beside the sources changes nothing', () => {
  const { root, write, build } = builtProject();
  const main = build();
  write('hallway.sqlite', '');
  write('node_modules/.package-lock.json', '{}');
  write('node_modules/.cache/hallway/v26/0123', '');
  write('dist/.unfinished/main.js', '');
  expect(bundleIn(root)).toBe(main);
});

test('where the sources are not, it is the one that is there', () => {
  const { root, build } = builtProject();
  const main = build();
  for (const path of ['src', 'adapters', 'data']) rmSync(join(root, path), { recursive: true });
  expect(bundleIn(root)).toBe(main);
  cpSync(root, `${root}-moved`, { recursive: true });
  onTestFinished(() => rmSync(`${root}-moved`, { recursive: true }));
  expect(bundleIn(`${root}-moved`)).toBe(main.replace(root, `${root}-moved`));
});
