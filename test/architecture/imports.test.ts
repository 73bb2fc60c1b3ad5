import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findings } from './planted.ts';
import { cycles } from './rules/cycles.ts';
import { doors } from './rules/doors.ts';
import { floors } from './rules/floors.ts';
import { folders } from './rules/folders.ts';
import { packages } from './rules/packages.ts';

describe('floors', () => {
  it('lets the composition root alone import adapters', () => {
    expect(
      findings(floors, {
        'src/main.ts': "import { feed } from '../adapters/feed/feed.ts';",
        'src/main/run.ts': "import { feed } from '../../adapters/feed/feed.ts';",
        'src/app/app.ts': "import { feed } from '../../adapters/feed/feed.ts';",
        'src/cards/card.ts': "const late = () => import('../../adapters/cron/cron.ts');",
        'src/platform/platform.ts': "type Db = import('../../adapters/storage/stores.ts').Db;",
      }),
    ).toEqual([
      'src/app/app.ts:1 imports adapters/feed/feed.ts: adapters is above app',
      'src/cards/card.ts:1 imports adapters/cron/cron.ts: adapters is above cards',
      'src/platform/platform.ts:1 imports adapters/storage/stores.ts: adapters is above platform',
    ]);
  });

  it('keeps adapters from one another, from what composes them and from what is not shipped', () => {
    expect(
      findings(floors, {
        'adapters/discord/card.ts': "import type { Card } from '../../src/cards/card.ts';",
        'adapters/discord/rest.ts': "import { card } from './rendering/card.ts';",
        'adapters/discord/x.ts': "import { card } from '../slack/card.ts';",
        'adapters/slack/x.ts': "import { run } from '../../src/main/run.ts';",
        'adapters/cron/x.ts': "import { faked } from '../../test/support/faked.ts';",
      }),
    ).toEqual([
      'adapters/discord/x.ts:1 imports adapters/slack/card.ts: no adapter may import another',
      'adapters/slack/x.ts:1 imports src/main/run.ts: main is above adapters',
      'adapters/cron/x.ts:1 imports test/support/faked.ts: it is outside src and adapters',
    ]);
  });

  it.each([
    ['src/clock.ts', 'src/messages/catalogue.ts', 'messages stands beside clock'],
    ['src/log/secret.ts', 'src/config/config.ts', 'config is above log'],
    ['src/messages/en/en.ts', 'src/schedule/model.ts', 'schedule is above messages'],
    ['src/config/config.ts', 'src/schedule/model.ts', 'schedule is above config'],
    ['src/schedule/reading/xml.ts', 'src/search/search.ts', 'search is above schedule'],
    ['src/search/ranking/rank.ts', 'src/cards/card.ts', 'cards is above search'],
    ['src/cards/frame.ts', 'src/programme/programme.ts', 'programme is above cards'],
    ['src/platform/grammar.ts', 'src/commands/command.ts', 'commands is above platform'],
    ['src/programme/programme.ts', 'src/outbox/outbox.ts', 'outbox is above programme'],
    ['src/outbox/due.ts', 'src/agenda/star.ts', 'agenda is above outbox'],
    ['src/agenda/star.ts', 'src/announcements/plan.ts', 'announcements stands beside agenda'],
    ['src/announcements/plan.ts', 'src/courier/courier.ts', 'courier is above announcements'],
    ['src/courier/wording/a.ts', 'src/commands/router.ts', 'commands is above courier'],
    ['src/commands/talk/talk.ts', 'src/app/app.ts', 'app is above commands'],
    ['src/app/app.ts', 'src/cli/check.ts', 'cli is above app'],
    ['src/cli/check.ts', 'src/main/run.ts', 'main is above cli'],
    ['src/errors.ts', 'src/clock.ts', undefined],
    [
      'src/courier/lane.ts',
      'src/programme/programme.ts',
      'src/courier/lane.ts sees less than its floor',
    ],
  ])('finds %s importing %s', (path, target, reason) => {
    const specifier = posix.relative(posix.dirname(path), target);
    const written = specifier.startsWith('.') ? specifier : `./${specifier}`;
    expect(findings(floors, { [path]: `import { it } from '${written}';` })).toEqual([
      reason === undefined
        ? `${path}:1 stands on no floor`
        : `${path}:1 imports ${target}: ${reason}`,
    ]);
  });

  it('lets each floor see those below it', () => {
    expect(
      findings(floors, {
        'src/schedule/keeper.ts': "import { now } from '../clock.ts';",
        'src/courier/wording/compose.ts': "import { view } from '../../programme/programme.ts';",
        'src/courier/lane.ts': "import type { Card } from '../cards/card.ts';",
        'adapters/health/server.ts': "import type { Health } from '../../src/app/health.ts';",
        'bench/main.ts': "import { feed } from '../adapters/feed/feed.ts';",
      }),
    ).toEqual([]);
  });

  it('lets data be seen from everywhere, and no code that lies beside it', () => {
    const json = "import words from '../../data/words/a.json' with { type: 'json' };";
    expect(
      findings(floors, {
        'src/search/a.ts': json,
        'src/search/b.ts': "import { words } from '../../data/words/a.ts';",
      }),
    ).toEqual(['src/search/b.ts:1 imports data/words/a.ts: it is outside src and adapters']);
  });
});

describe('folders', () => {
  it('finds two that import each other, and lets a folder and its own use one another', () => {
    expect(
      findings(folders, {
        'adapters/x/a/one.ts': "import { two } from '../b/two.ts';",
        'adapters/x/b/three.ts': "import { four } from '../a/four.ts';",
        'adapters/x/x.ts': "import { one } from './a/one.ts';",
        'adapters/x/a/five.ts': "import { x } from '../x.ts';",
      }),
    ).toEqual(['adapters/x/a and adapters/x/b import each other']);
  });
});

describe('doors', () => {
  it('are missed where a floor has none, or one that says nothing of it', () => {
    expect(
      findings(doors, {
        'src/cards/cards.ts':
          '/**\n * The floor `cards`: messages by meaning.\n */\nexport type A = 1;',
        'src/outbox/due.ts': 'export const a = 1;',
        'src/agenda/agenda.ts': 'export const a = 1;',
        'src/log.ts': 'export const a = 1;',
        'src/log/secret.ts': 'export const a = 1;',
      }),
    ).toEqual(['src/outbox has no door', 'src/agenda has no door']);
  });
});

describe('packages', () => {
  it('keeps SDKs, drivers and I/O out of the core, however they are imported', () => {
    expect(
      findings(packages, {
        'src/app/app.ts': "import { Client } from 'discord.js';",
        'src/commands/a.ts': "import type { Block } from '@slack/types';",
        'src/agenda/a.ts': "import { Kysely } from 'kysely';",
        'src/schedule/a.ts': "import { readFile } from 'node:fs/promises';",
        'src/schedule/b.ts': "import { readFile } from 'fs/promises';",
        'src/search/a.ts': "const db = await import('node:sqlite');",
        'src/cards/a.ts': "import { setTimeout } from 'node:timers/promises';",
      }),
    ).toEqual([
      'src/app/app.ts:1 imports discord.js, which is not its to use',
      'src/commands/a.ts:1 imports @slack/types, which is not its to use',
      'src/agenda/a.ts:1 imports kysely, which is not its to use',
      'src/schedule/a.ts:1 imports node:fs/promises, which is not its to use',
      'src/schedule/b.ts:1 imports fs/promises, which is not its to use',
      'src/search/a.ts:1 imports node:sqlite, which is not its to use',
      'src/cards/a.ts:1 imports node:timers/promises, which is not its to use',
    ]);
  });

  it('grants each place what is written out for it, and nothing to its neighbours', () => {
    expect(
      findings(packages, {
        'src/clock.ts': "import { setTimeout } from 'node:timers/promises';",
        'src/main.ts': "import { parseArgs } from 'node:util';",
        'src/cli/cli.ts': "import { Command } from 'commander';",
        'src/schedule/xml.ts': "import { SaxesParser } from 'saxes';",
        'src/schedule/csv.ts': "import { parse } from 'csv-parse/sync';",
        'src/agenda/ics.ts': "import ical from 'ical-generator';",
        'src/commands/xml.ts': "import { SaxesParser } from 'saxes';",
        'src/schedule/ics.ts': "import { generate } from 'ical-generators';",
        'src/log.ts.ts': "import { pino } from 'pino';",
      }),
    ).toEqual([
      'src/commands/xml.ts:1 imports saxes, which is not its to use',
      'src/schedule/ics.ts:1 imports ical-generators, which is not its to use',
      'src/log.ts.ts:1 imports pino, which is not its to use',
    ]);
  });

  it('gives an outside thing to one adapter', () => {
    expect(
      findings(packages, {
        'adapters/discord/a.ts': "import { Client } from 'discord.js';",
        'adapters/feed/a.ts': "import { lookup } from 'node:dns';",
        'adapters/slack/a.ts': "import type { APIUser } from 'discord-api-types/v10';",
        'adapters/cron/a.ts': "import { DatabaseSync } from 'node:sqlite';",
      }),
    ).toEqual([
      'adapters/slack/a.ts:1 imports discord-api-types/v10, which is not its to use',
      'adapters/cron/a.ts:1 imports node:sqlite, which is not its to use',
    ]);
  });

  it('lets one file alone wrap the search library', () => {
    expect(
      findings(packages, {
        'src/search/index.ts': "import MiniSearch from 'minisearch';",
        'src/search/suggest.ts': "import type { Options } from 'minisearch';",
      }),
    ).toEqual([
      'src/search/suggest.ts:1 imports minisearch, which src/search/index.ts already wraps',
    ]);
  });
});

describe('cycles', () => {
  it('finds each cycle once, also one through types alone', () => {
    expect(
      findings(cycles, {
        'src/a.ts': "import { b } from './b.ts';",
        'src/b.ts': "import type { C } from './c.ts';",
        'src/c.ts': "import { a } from './a.ts';\nimport { d } from './d.ts';",
        'src/d.ts': "export type E = import('../adapters/e.ts').E;",
        'adapters/e.ts': "import { d } from '../src/d.ts';",
      }),
    ).toEqual([
      'src/a.ts -> src/b.ts -> src/c.ts -> src/a.ts is a cycle',
      'src/d.ts -> adapters/e.ts -> src/d.ts is a cycle',
    ]);
  });

  it('does not mistake two ways to one file for a cycle', () => {
    expect(
      findings(cycles, {
        'src/a.ts': "import { b } from './b.ts';\nimport { c } from './c.ts';",
        'src/b.ts': "import { d } from './d.ts';",
        'src/c.ts': "import { d } from './d.ts';",
        'src/d.ts': 'export const d = 1;',
      }),
    ).toEqual([]);
  });
});
