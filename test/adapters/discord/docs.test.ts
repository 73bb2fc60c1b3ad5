import { readFile } from 'node:fs/promises';
import { PermissionFlagsBits } from 'discord.js';
import { expect, test } from 'vitest';

test('the invitation in docs/discord.md asks for what the table beside it says', async () => {
  const page = await readFile(new URL('../../../docs/discord.md', import.meta.url), 'utf8');
  const [, permissions = '0'] = /permissions=(\d+)/.exec(page) ?? [];
  const asked = Object.entries(PermissionFlagsBits)
    .filter(([, bit]) => (BigInt(permissions) & bit) !== 0n)
    .map(([name]) => name);
  expect(asked.toSorted()).toEqual([
    'CreateEvents',
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'ViewChannel',
  ]);
});
