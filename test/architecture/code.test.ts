import { describe, expect, it } from 'vitest';
import { findings } from './planted.ts';
import { environment, outsideWorld, time } from './rules/ambient.ts';
import { constructs } from './rules/constructs.ts';
import { platformNames } from './rules/platform-names.ts';
import { sentences } from './rules/sentences.ts';
import { fileSize, functionSize } from './rules/size.ts';

describe('time', () => {
  it('is taken from nothing but the clock', () => {
    expect(
      findings(time, {
        'src/a.ts': 'const a = Date.now();\nconst b = { now: Date.now };\nconst c = new Date();',
        'src/b.ts': 'const a = Temporal.Now.instant();\nconst b = performance.now();',
        'src/c.ts': 'setTimeout(() => {}, 1);\nconst later = { every: setInterval };',
        'src/d.ts': 'const text = Date();',
        'src/main.ts': 'const start = Date.now();',
      }),
    ).toEqual([
      'src/a.ts:1 takes time from Date.now',
      'src/a.ts:2 takes time from Date.now',
      'src/a.ts:3 takes time from Date()',
      'src/b.ts:1 takes time from Temporal.Now',
      'src/b.ts:2 takes time from performance.now',
      'src/c.ts:1 takes time from setTimeout',
      'src/c.ts:2 takes time from setInterval',
      'src/d.ts:1 takes time from Date()',
      'src/main.ts:1 takes time from Date.now',
    ]);
  });

  it('may be read by the clock and by adapters, and worked with by anyone', () => {
    expect(
      findings(time, {
        'src/clock.ts': 'export const now = () => Date.now();',
        'adapters/cron/a.ts': 'setTimeout(() => {}, 1);',
        'src/a.ts': "const then = new Date(0);\nconst now = clock.now();\nDate.parse('2020');",
      }),
    ).toEqual([]);
  });
});

describe('the outside world', () => {
  it('is reached from the composition root alone', () => {
    expect(
      findings(outsideWorld, {
        'src/main.ts': 'process.exit(await fetch(url));',
        'src/main/run.ts': 'const { env } = process;',
        'src/config.ts': 'const { env } = process;\nconst token = process.env.TOKEN;',
        'src/feed.ts': 'const got = await fetch(url);\nconst port = { get: fetch };',
        'src/a.ts': 'globalThis.fetch(url);\nnew WebSocket(url);',
        'adapters/feed/a.ts': 'const got = await fetch(url);',
      }),
    ).toEqual([
      'src/config.ts:1 reaches outside by process',
      'src/config.ts:2 reaches outside by process',
      'src/feed.ts:1 reaches outside by fetch',
      'src/feed.ts:2 reaches outside by fetch',
      'src/a.ts:1 reaches outside by globalThis',
      'src/a.ts:2 reaches outside by WebSocket',
    ]);
  });

  it('is not meant by a port that happens to use the same word', () => {
    expect(
      findings(outsideWorld, {
        'src/a.ts': 'await source.fetch(url);\ninterface Source { fetch(): void }\nprocess(row);',
      }),
    ).toEqual([]);
  });
});

describe('the environment', () => {
  it('is read once and handed down', () => {
    expect(
      findings(environment, {
        'src/main.ts': 'run(process.env);',
        'src/main/run.ts': 'const { stdin, env: variables } = process;',
        'adapters/feed/a.ts': "const token = process.env['TOKEN'];\nconst { env } = options;",
        'adapters/cron/a.ts': "process.env['TZ'] = 'UTC';\nprocess.env['A'] = process.env['B'];",
        'bench/a.ts': 'const { PATH } = process.env;',
      }),
    ).toEqual([
      'src/main/run.ts:1 reads the environment',
      'adapters/feed/a.ts:1 reads the environment',
      'adapters/cron/a.ts:2 reads the environment',
    ]);
  });
});

describe('platform names', () => {
  it('occur in the core neither in code nor comments nor paths', () => {
    expect(
      findings(platformNames, {
        'src/main.ts': 'const discord = 1;',
        'src/main/chats.ts': 'const slack = 1;',
        'src/config/config.ts': 'const SLACK_BOT_TOKEN = 1;',
        'adapters/slack/a.ts': 'const slack = 1;',
        'src/a.ts': '// at most 100, as in Discord\nconst limit = 100;\nconst isSlack = false;',
        'src/cards/discord.ts': 'const console = 1;',
      }),
    ).toEqual([
      'src/a.ts:1 names Discord',
      'src/a.ts:3 names Slack',
      'src/cards/discord.ts names a platform',
    ]);
  });
});

describe('sentences', () => {
  it('come from the messages', () => {
    expect(
      findings(sentences, {
        'src/messages/en.ts': "const none = 'There is no such talk.';",
        'src/commands/a.ts': "const none = 'There is no such talk.';",
        'src/cards/a.ts': `const at = \`\${room}: starts in about \${minutes} min\`;`,
        'src/agenda/a.ts': `const key = 'two words';\nconst list = \`\${a}, \${b} and \${c}\`;`,
        'adapters/slack/a.ts': "post({ text: 'Please, try again' });",
        'adapters/storage/a.ts': "const sql = 'select all from talks';",
      }),
    ).toEqual([
      'src/commands/a.ts:1 has a sentence of its own: "There is no such talk."',
      'src/cards/a.ts:1 has a sentence of its own: ": starts in about"',
      'adapters/slack/a.ts:1 has a sentence of its own: "Please, try again"',
    ]);
  });

  it('may stand where they are used when they are for errors and logs', () => {
    expect(
      findings(sentences, {
        'src/commands/a.ts':
          "throw new RangeError('no such lead time');\nlog.warn({}, 'gave up on it');",
        'src/announcements/a.ts': `context.log.error({ id }, \`could not send \${id} at all\`);`,
        'adapters/discord/a.ts': "reply.warn('gave up on it');\nnew Card('gave up on it');",
      }),
    ).toEqual([
      'adapters/discord/a.ts:1 has a sentence of its own: "gave up on it"',
      'adapters/discord/a.ts:2 has a sentence of its own: "gave up on it"',
    ]);
  });
});

describe('constructs', () => {
  it('leave out what the project does without', () => {
    expect(
      findings(constructs, {
        'src/a.ts':
          'export default 1;\nexport enum Kind { A }\nnamespace Inner { export const a = 1 }',
        'src/b.ts':
          "export { a } from './a.ts';\nexport * from './a.ts';\nexport type { A } from './a.ts';",
        'src/c.ts': 'const a: any = 1;\nconst b = a!;',
        'src/d.ts': 'class Store {\n  constructor(readonly path: string) {}\n}',
        'src/e.ts':
          'export class SourceError extends Error {}\nconst a = 1;\nexport { a };\nconst many = "any";',
      }),
    ).toEqual([
      'src/a.ts:1 has a default export',
      'src/a.ts:2 has an enum',
      'src/a.ts:3 has a namespace',
      'src/b.ts:1 has a re-export',
      'src/b.ts:2 has a re-export',
      'src/b.ts:3 has a re-export',
      'src/c.ts:1 has any',
      'src/c.ts:2 has a non-null assertion',
      'src/d.ts:1 has a class that is no error',
      'src/d.ts:2 has a parameter property',
    ]);
  });
});

describe('size', () => {
  it('allows files of 300 lines and no more', () => {
    const lines = (count: number) => `${'a;\n'.repeat(count)}`;
    expect(findings(fileSize, { 'src/a.ts': lines(300), 'src/b.ts': lines(301) })).toEqual([
      'src/b.ts:1 is 301 lines long, over 300',
    ]);
  });

  it('allows functions of 60 lines and no more, of any kind', () => {
    const body = (count: number) => `{\n${'a;\n'.repeat(count - 2)}}`;
    expect(
      findings(functionSize, {
        'src/a.ts': `function a() ${body(60)}\nfunction b() ${body(61)}`,
        'src/b.ts': `const a = () => ${body(61)};`,
        'src/c.ts': `const port = {\n  send() ${body(61)},\n};`,
      }),
    ).toEqual([
      'src/a.ts:61 has a function of 61 lines, over 60',
      'src/b.ts:1 has a function of 61 lines, over 60',
      'src/c.ts:2 has a function of 61 lines, over 60',
    ]);
  });
});
