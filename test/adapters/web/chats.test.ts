import { expect, test } from 'vitest';
import { chatAddress } from '../../../adapters/web/pages/chats.ts';

test.each([
  ['discord', '1577063822642905088', 'https://discord.com/channels/1577063822642905088'],
  ['slack', 'T0123ABCD', 'https://app.slack.com/client/T0123ABCD'],
  ['matrix', '!hall:example.org', 'https://matrix.to/#/!hall%3Aexample.org'],
  ['console', 'terminal', undefined],
])('“Add to my list” opens the community’s chat on %s', (platform, id, address) => {
  expect(chatAddress({ platform, id })).toBe(address);
});

test('and what a community is called leads nowhere else', () => {
  const address = chatAddress({ platform: 'discord', id: '../@me/1?x=#y' }) ?? '';
  expect(new URL(address).pathname).toBe('/channels/..%2F%40me%2F1%3Fx%3D%23y');
  expect(new URL(address).host).toBe('discord.com');
});
