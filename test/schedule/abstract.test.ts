import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, test } from 'vitest';
import { createAbstractReader } from '../../src/schedule/reading/abstract.ts';
import { createFindings } from '../../src/schedule/reading/findings.ts';
import { markdownOfTree, simpleParagraphs } from '../../src/schedule/reading/html.ts';
import { runs } from '../support/thorough.ts';

const ELEMENTS =
  'a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame h1 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript object ol optgroup option output p param picture plaintext pre progress q rp rt ruby s samp script search section select slot small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr xmp custom-x'.split(
    ' ',
  );

function markdown(...texts: readonly string[]): string {
  return createAbstractReader(createFindings())(texts, '');
}

describe('HTML becomes Markdown', () => {
  test.each([
    ['paragraphs', '<p>One\n two.</p>\n\n<p>Three.</p>', 'One two.\n\nThree.'],
    ['lists', '<p>We:</p><ul><li>dig</li><li>fill</li></ul>', 'We:\n\n- dig\n- fill'],
    [
      'links',
      '<p>See <a href="https://a.example/x">there</a>.</p>',
      'See [there](https://a.example/x).',
    ],
    ['code', '<p>Run <code>a_b &lt;c&gt;</code></p>', 'Run `a_b <c>`'],
    ['blocks of code', '<pre><code>x = 1\ny = 2</code></pre>', '```\nx = 1\ny = 2\n```'],
    ['headings', '<h2>What</h2><p>That.</p>', '## What\n\nThat.'],
    ['line breaks', '<p>One<br>two</p>', 'One\\\ntwo'],
    ['emphasis', '<p><em>Very</em> <strong>big</strong></p>', '*Very* **big**'],
    [
      'blanks at the edges of emphasis',
      '<p>Oh <b>no! </b>Yes<i> maybe</i></p>',
      'Oh **no!** Yes *maybe*',
    ],
    ['entities', '<p>R&amp;D &quot;now&quot;</p>', 'R\\&D "now"'],
    [
      'characters that Markdown would take for marks',
      '<p>2*3*4 and [x]</p>',
      '2\\*3\\*4 and \\[x]',
    ],
    ['what looks like a list', '<p>1. is not a list</p>', '1\\. is not a list'],
    [
      'tables',
      '<table><caption>When</caption><tr><th>Day<th>Room<tr><td>Sat<td><p>A <b>or</b> B</p></table>',
      'When\n\nDay | Room\n\nSat | A **or** B',
    ],
    [
      'tables with lists in them',
      '<table><tr><td>Bring<td><ul><li>a</li><li>b</li></ul></table>',
      'Bring\n\n- a\n- b',
    ],
    ['lines through words', '<p>A <s>fine</s> <del>good</del> day</p>', 'A fine good day'],
    [
      'links that lead nowhere',
      '<p><a href="javascript:x()">a</a> <a href="/b">b</a> <a>c</a></p>',
      'a b c',
    ],
    [
      'pictures',
      '<p><img src="https://a.example/x.png" alt="A"> <img src="data:image/png;base64,AA" alt="B"></p>',
      '![A](https://a.example/x.png) B',
    ],
    ['no comments', '<!-- x --><p>One <!-- > -->two</p>', 'One two'],
    ['no script', '<p>Hi</p><script>alert(1)</script>', 'Hi'],
    [
      'blank lines outside paragraphs',
      'First.\n\nSecond.<ul><li>x</li></ul>',
      'First.\n\nSecond.\n\n- x',
    ],
  ])('%s', (_, html, expected) => {
    expect(markdown(html)).toBe(expected);
  });

  test.each(ELEMENTS)('<%s> is read, wherever it stands', (name) => {
    const element = `<${name} type="checkbox" checked href="y" src="z">word</${name}>`;
    for (const html of [
      `<p>x</p>${element}`,
      `<p>a ${element} b</p>`,
      `<ul><li>${element}</li></ul>`,
      `<table><tr><td>${element}</td></tr></table>`,
    ]) {
      expect(fromMarkdown(markdown(html)).type).toBe('root');
    }
  });

  test('inline tags inside a word vanish without a blank', () => {
    expect(markdown('<p>SECCOMP<em>RET</em>USER_NOTIF and H<sub>2</sub>O, <b>un</b>done</p>')).toBe(
      'SECCOMPRETUSER_NOTIF and H2O, undone',
    );
  });

  test('the quick way and the complete way agree wherever the quick one answers', () => {
    const word = fc.constantFrom(
      'tide',
      'C++',
      'a_b',
      '2.',
      '-',
      'x*y',
      '&amp;',
      '&quot;',
      'é',
      '1)',
      '#1',
      '<b>b</b>',
      '&nbsp;',
      '&#39;',
      '\n',
      '\n\n',
      '!',
      'e.g.',
      '~',
      '+',
      '=',
    );
    const html = fc
      .array(fc.array(word, { minLength: 1, maxLength: 6 }), { maxLength: 4 })
      .map((paragraphs) => paragraphs.map((words) => `<p>${words.join(' ')}</p>`).join('\n'));
    fc.assert(
      fc.property(html, (text) => {
        const quick = simpleParagraphs(text);
        fc.pre(quick !== undefined);
        expect(quick).toBe(markdownOfTree(text));
      }),
      { numRuns: runs(150) },
    );
  });
});

describe('Markdown and plain text stay', () => {
  test.each([
    ['line ends', 'One\r\n\r\n* two\r\n', 'One\n\n* two'],
    ['marks', '**Bold** and [link](https://a.example)', '**Bold** and [link](https://a.example)'],
    ['inline tags vanish', 'SIG<b>CANCEL</b> is <i>big</i>', 'SIGCANCEL is big'],
    [
      'links are written out',
      'See <a href="https://a.example/x" target=_blank>there</a>',
      'See [there](https://a.example/x)',
    ],
    ['what merely looks like a tag', 'std::vector<int> of <you>', 'std::vector\\<int> of \\<you>'],
    ['code keeps its angle brackets', 'Use `vector<int>`', 'Use `vector<int>`'],
    ['addresses in angle brackets', 'At <https://a.example>', 'At <https://a.example>'],
    ['comparisons', 'a < b > c', 'a < b > c'],
    ['comparisons without blanks', 'if a<b && c>d', 'if a\\<b && c>d'],
    [
      'inline tags with attributes vanish',
      'A <span class="x y" lang=de title>B</span > C',
      'A B C',
    ],
    ['comments vanish', 'One <!-- a > b -->two <!-- open', 'One two <!-- open'],
    ['nothing', ' \n', ''],
  ])('%s', (_, text, expected) => {
    expect(markdown(text)).toBe(expected);
  });
});

describe('abstract and description', () => {
  test('come one after the other', () => {
    expect(markdown('<p>Short.</p>', 'Long.')).toBe('Short.\n\nLong.');
  });

  test('are told once where one begins with the other', () => {
    expect(markdown('Short.', 'Short. And long.')).toBe('Short. And long.');
    expect(markdown('Short. And long.', 'Short.')).toBe('Short. And long.');
    expect(markdown('Same', 'Same')).toBe('Same');
    expect(markdown('', 'Only')).toBe('Only');
  });

  test('become plain text with a warning when there is too much markup', () => {
    const findings = createFindings();
    const read = createAbstractReader(findings);
    expect(read([`${'<div>'.repeat(5000)}deep${'</div>'.repeat(5000)}`], 'here')).toBe('deep');
    expect(read([`<p>a</p>${'<p><b>x</b> y</p>'.repeat(3000)}`], 'there')).toMatch(
      /^a\n\nx y\n\nx y/,
    );
    expect(findings.warnings()).toEqual([
      { code: 'abstract-plain', count: 2, path: 'here', example: '' },
    ]);
  });
});
