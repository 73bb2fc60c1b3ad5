import { readdir, readFile } from 'node:fs/promises';
import { PermissionFlagsBits } from 'discord.js';
import { beforeAll, expect, test } from 'vitest';

const ROOT = new URL('../../../', import.meta.url);
let page: string;
beforeAll(async () => {
  page = await readFile(new URL('docs/discord.md', ROOT), 'utf8');
});

test('the invitation in docs/discord.md asks for what the table beside it says', () => {
  const [, scope, permissions = '0'] = /scope=(\S+)&permissions=(\d+)/.exec(page) ?? [];
  const asked = Object.entries(PermissionFlagsBits)
    .filter(([, bit]) => (BigInt(permissions) & bit) !== 0n)
    .map(([name]) => name);
  expect(scope).toBe('bot+applications.commands');
  expect(asked.toSorted()).toEqual([
    'CreateEvents',
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'ViewChannel',
  ]);
});

test('the log lines that docs/discord.md explains are those that are written', async () => {
  const sources = [...(await filesIn('adapters/discord/')), ...(await filesIn('src/platform/'))];
  const [, table = ''] = page.split('## When something is wrong');
  const lines = [...table.matchAll(/^\|(.*?)\|/gm)]
    .flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, line = '']) => line))
    .filter((line) => !line.startsWith('DISCORD_TOKEN') && !line.endsWith('…'));
  expect(lines.length).toBeGreaterThan(3);
  expect(lines.filter((line) => !sources.some((source) => source.includes(`'${line}'`)))).toEqual(
    [],
  );
});

async function filesIn(place: string): Promise<readonly string[]> {
  const folder = new URL(place, ROOT);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.ts'));
  return Promise.all(files.map((name) => readFile(new URL(name, folder), 'utf8')));
}
