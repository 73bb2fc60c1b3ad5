import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const MARKDOWN = new URL('../../src/cards/markup/markdown.ts', import.meta.url).href;

const PROGRAM = `
  import { registerHooks } from 'node:module';
  const loaded = [];
  registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
  const parsers = () => loaded.filter((url) => url.includes('/mdast-util-from-markdown/index')).length;
  const { renderMarkdown } = await import('${MARKDOWN}');
  const before = parsers();
  const marks = new Proxy({}, { get: (_, name) => (words) => name === 'text' ? words : name + '(' + words + ')' });
  const shown = ['a *few* words', '~~no~~ **yes**'].map((source) => renderMarkdown(source, marks));
  console.log(JSON.stringify({ before, shown, after: parsers() }));`;

it('the parser of abstracts is loaded by the first one that is shown, and once', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--input-type=module', '--eval', PROGRAM],
    { encoding: 'utf8' },
  );

  expect({ ...JSON.parse(stdout || '{}'), stderr }).toEqual({
    before: 0,
    shown: ['a emphasis(few) words', 'struck(no) strong(yes)'],
    after: 1,
    stderr: '',
  });
});
