import { isBuiltin } from 'node:module';
import { finding, isProduct, type Rule, type Source } from '../source.ts';

/**
 * Everything the core may import from outside: by place, the packages. A name
 * that ends in `-` or `/` stands for all that begin with it.
 */
const CORE: Readonly<Record<string, readonly string[]>> = {
  // Hashing computes and touches nothing outside.
  'src/': ['node:crypto'],
  'src/main.ts': ['node:'],
  'src/main/': ['node:'],
  'src/cli/cli.ts': ['commander'],
  'src/config/variables.ts': ['zod'],
  'src/log.ts': ['pino'],
  'src/clock.ts': ['node:timers/promises'],
  // Languages load when first spoken.
  'src/messages/messages.ts': ['node:module'],
  'src/schedule/': [
    'p-limit',
    'saxes',
    'parse5',
    'ical.js',
    'rrule-temporal',
    'cldr-core/',
    'rails-timezone',
    'csv-parse/',
    'zod',
    'unified',
    'unist-',
    'remark-',
    'rehype-',
    'mdast',
    'mdast-',
    'micromark-',
    'hast',
    'hast-',
  ],
  // Packing computes as well, apart from the thread.
  'src/schedule/written/packedText.ts': ['node:zlib'],
  'src/search/': ['minisearch', '@orama/stemmers/'],
  'src/cards/': [
    'lru-cache',
    'mdast',
    'mdast-',
    'micromark-',
    'fast-string-width',
    'fast-wrap-ansi',
  ],
  // By `createRequire` it loads the parser beside it when there is something to be parsed, and nothing else.
  'src/cards/markup/commonmark.ts': ['node:module'],
  'src/programme/': ['lru-cache'],
  'src/commands/answering/': ['lru-cache'],
  'src/agenda/': ['ical-generator'],
};

/** What belongs to one adapter alone, so that it can be replaced in one place. */
const ADAPTERS: Readonly<Record<string, readonly string[]>> = {
  'adapters/discord/': ['discord.js', 'discord-api-types/', '@discordjs/'],
  'adapters/slack/': ['@slack/'],
  'adapters/console/': ['node:readline', 'node:tty', 'fast-string-width', 'fast-wrap-ansi'],
  'adapters/storage/': ['kysely', 'kysely/', 'pg', 'pg-', 'node:sqlite'],
  'adapters/cron/': ['node-cron'],
  'adapters/metrics/': ['prom-client'],
  'adapters/web/': ['hono', '@hono/'],
  'adapters/picture/': ['@resvg/', 'xast', 'xast-', 'xastscript'],
};

/** Packages that a single file wraps for everybody else. */
const WRAPPED_BY_ONE_FILE = [
  'minisearch',
  'parse5',
  'ical-generator',
  'rrule-temporal',
  'rails-timezone',
  'pino',
  'node-cron',
];

/** The core imports no SDK, driver or I/O; an outside thing has one adapter. */
export const packages: Rule = (sources) => {
  const product = sources.filter(isProduct);
  return [
    ...product.flatMap(foreignImports),
    ...WRAPPED_BY_ONE_FILE.flatMap((name) => secondImporters(product, name)),
  ];
};

function foreignImports(source: Source): readonly string[] {
  return source.imports.flatMap(({ specifier, target, node }) => {
    if (target !== undefined || allowed(source.path, specifier)) return [];
    return [finding(source, node, `imports ${specifier}, which is not its to use`)];
  });
}

function allowed(path: string, specifier: string): boolean {
  if (path.startsWith('src/')) return placesFor(CORE, specifier).some(contains(path));
  const owners = placesFor(ADAPTERS, specifier);
  return owners.length === 0 || owners.some(contains(path));
}

/** A place is a folder, which ends in a slash, or one file. */
function contains(path: string): (place: string) => boolean {
  return (place) => path === place || (place.endsWith('/') && path.startsWith(place));
}

function placesFor(
  table: Readonly<Record<string, readonly string[]>>,
  specifier: string,
): readonly string[] {
  const name =
    isBuiltin(specifier) && !specifier.startsWith('node:') ? `node:${specifier}` : specifier;
  return Object.entries(table).flatMap(([place, names]) =>
    names.some((entry) => covers(entry, name)) ? [place] : [],
  );
}

function covers(entry: string, name: string): boolean {
  if (/[-:]$/.test(entry)) return name.startsWith(entry);
  const bare = entry.replace(/\/$/, '');
  return name === bare || name.startsWith(`${bare}/`);
}

function secondImporters(sources: readonly Source[], name: string): readonly string[] {
  const importers = sources.flatMap((source) => {
    const found = source.imports.find(({ specifier }) => specifier === name);
    return found === undefined ? [] : [{ source, node: found.node }];
  });
  const [first, ...others] = importers;
  return others.map(({ source, node }) =>
    finding(source, node, `imports ${name}, which ${first?.source.path} already wraps`),
  );
}
