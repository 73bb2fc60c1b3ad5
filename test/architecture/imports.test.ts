import { describe, expect, it } from 'vitest';
import { findings } from './planted.ts';
import { cycles } from './rules/cycles.ts';
import { directions } from './rules/directions.ts';
import { packages } from './rules/packages.ts';

describe('directions', () => {
  it('lets the composition root alone import adapters', () => {
    expect(
      findings(directions, {
        'src/main.ts': "import { feed } from '../adapters/feed/feed.ts';",
        'src/main/run.ts': "import { feed } from '../../adapters/feed/feed.ts';",
        'src/mainly.ts': "import { feed } from '../adapters/feed/feed.ts';",
        'bench/main.ts': "import { feed } from '../adapters/feed/feed.ts';",
        'src/app/app.ts': "import { feed } from '../adapters/feed/feed.ts';",
        'src/cards/card.ts': "const late = () => import('../../adapters/cron/cron.ts');",
        'src/platform.ts': "type Db = import('../adapters/storage/database.ts').Db;",
      }),
    ).toEqual([
      'src/mainly.ts:1 imports adapters/feed/feed.ts: only src/main may import adapters',
      'src/app/app.ts:1 imports adapters/feed/feed.ts: only src/main may import adapters',
      'src/cards/card.ts:1 imports adapters/cron/cron.ts: only src/main may import adapters',
      'src/platform.ts:1 imports adapters/storage/database.ts: only src/main may import adapters',
    ]);
  });

  it('keeps adapters from one another and from what composes them', () => {
    expect(
      findings(directions, {
        'adapters/discord/card.ts': "import type { Card } from '../../src/cards/card.ts';",
        'adapters/discord/rest.ts': "import { card } from './card.ts';",
        'adapters/discord/x.ts': "import { card } from '../slack/card.ts';",
        'adapters/slack/x.ts': "import { start } from '../../src/app/app.ts';",
        'src/app/app.ts': "import { run } from './main/run.ts';",
        'adapters/cron/x.ts': "import { faked } from '../../test/support/faked.ts';",
      }),
    ).toEqual([
      'adapters/discord/x.ts:1 imports adapters/slack/card.ts: no adapter may import another',
      'adapters/slack/x.ts:1 imports src/app/app.ts: only src/main may import it',
      'src/app/app.ts:1 imports src/main/run.ts: only src/main may import it',
      'adapters/cron/x.ts:1 imports test/support/faked.ts: it is outside src and adapters',
    ]);
  });

  it('keeps schedule and search at the bottom, search on top of schedule', () => {
    expect(
      findings(directions, {
        'src/schedule/a.ts': "import { e } from '../errors.ts';\nimport { m } from './model.ts';",
        'src/schedule/b.ts': "import { find } from '../search/index.ts';",
        'src/schedule/c.ts': "\nimport type { Card } from '../cards/card.ts';",
        'src/search/a.ts': "import type { Talk } from '../schedule/model.ts';",
        'src/search/b.ts': "export { talk } from '../commands/talk.ts';",
        'src/commands/a.ts': "import { find } from '../search/index.ts';",
      }),
    ).toEqual([
      'src/schedule/b.ts:1 imports src/search/index.ts: it is above src/schedule/',
      'src/schedule/c.ts:2 imports src/cards/card.ts: it is above src/schedule/',
      'src/search/b.ts:1 imports src/commands/talk.ts: it is above src/search/',
    ]);
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
        'src/cli/commandLine.ts': "import { Command } from 'commander';",
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
