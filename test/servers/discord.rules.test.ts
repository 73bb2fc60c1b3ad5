import { expect, test } from 'vitest';
import { discordForTest } from './discord/bot.ts';
import type { Discord } from './discord/server.ts';

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (rest: object) => ({ type: 2, style: 1, label: 'Star', ...rest });
const row = (...components: object[]) => ({ type: 1, components });
const star = button({ custom_id: 'star' });
const inAnHour = new Date(Date.now() + 3_600_000).toISOString();
const inTwoHours = new Date(Date.now() + 7_200_000).toISOString();
const command = { name: 'talk', description: 'Finds a talk' };
const option = { type: 3, name: 'query', description: 'What' };
const event = {
  name: 'CRFS',
  entity_type: 3,
  privacy_level: 2,
  scheduled_start_time: inAnHour,
  scheduled_end_time: inTwoHours,
  entity_metadata: { location: 'UD2' },
};

async function call(discord: Discord, method: string, path: string, body: unknown) {
  const headers = { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' };
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  const answer: unknown = await response.json();
  return { status: response.status, answer };
}

const messages = (discord: Discord) => `/channels/${discord.channelId('general')}/messages`;
const commands = (discord: Discord) => `/applications/${discord.applicationId}/commands`;
const events = (discord: Discord) => `/guilds/${discord.guildId()}/scheduled-events`;

const BAD_MESSAGES: readonly (readonly [string, object, string])[] = [
  ['content beyond 2,000 characters', { content: 'x'.repeat(2_001) }, 'content'],
  [
    'a button without an id',
    { components: [row(button({}))] },
    'components.0.components.0.custom_id',
  ],
  [
    'a link without an address',
    { components: [row(button({ style: 5 }))] },
    'components.0.components.0.url',
  ],
  [
    'an id of 101 characters',
    { components: [row(button({ custom_id: 'x'.repeat(101) }))] },
    'components.0.components.0.custom_id',
  ],
  ['the same id twice', { components: [row(star, star)] }, 'components.0.components.1.custom_id'],
  [
    'six buttons in a row',
    { components: [row(...Array.from('abcdef', (id) => button({ custom_id: id })))] },
    'components.0.components',
  ],
  [
    'an empty menu',
    { components: [row({ type: 3, custom_id: 'm', options: [] })] },
    'components.0.components.0.options',
  ],
  ['a text display without the flag', { components: [text('x')] }, 'components.0.type'],
  ['content beside the flag', { flags: V2, content: 'x', components: [text('x')] }, 'content'],
  [
    '41 components counting nested ones',
    { flags: V2, components: [{ type: 17, components: Array(40).fill(text('x')) }] },
    'components',
  ],
  [
    '4,001 characters over all displays',
    { flags: V2, components: [text('x'.repeat(2_001)), text('x'.repeat(2_000))] },
    'components',
  ],
  [
    'a container in a container',
    { flags: V2, components: [{ type: 17, components: [{ type: 17, components: [text('x')] }] }] },
    'components.0.components.0',
  ],
  [
    'a section without accessory',
    { flags: V2, components: [{ type: 9, components: [text('x')] }] },
    'components.0',
  ],
  [
    '6,001 characters of embeds',
    { embeds: [{ description: 'x'.repeat(3_001) }, { description: 'x'.repeat(3_000) }] },
    'embeds',
  ],
  ['an enforced nonce without a nonce', { content: 'x', enforce_nonce: true }, 'nonce'],
  [
    'a file that was not uploaded',
    { flags: V2, components: [{ type: 13, file: { url: 'attachment://a.ics' } }] },
    'components.0.file.url',
  ],
];

const BAD_COMMANDS: readonly (readonly [string, readonly object[], string])[] = [
  ['a capital in a name', [{ ...command, name: 'Talk' }], '0.name'],
  ['a blank in a name', [{ ...command, name: 'my talks' }], '0.name'],
  ['no description', [{ name: 'talk' }], '0.description'],
  [
    'an unknown language',
    [{ ...command, name_localizations: { xx: 'talk' } }],
    '0.name_localizations.xx',
  ],
  ['the same name twice', [command, command], '1.name'],
  [
    'a required option after an optional one',
    [{ ...command, options: [option, { ...option, name: 'b', required: true }] }],
    '0.options.1',
  ],
  [
    'more than 8,000 characters',
    [
      {
        ...command,
        options: Array.from({ length: 25 }, (_, index) => ({
          ...option,
          name: `o${index}`,
          description: 'x'.repeat(100),
          choices: Array.from({ length: 5 }, (_each, n) => ({
            name: 'x'.repeat(50),
            value: `${n}${'x'.repeat(20)}`,
          })),
        })),
      },
    ],
    '0',
  ],
  ['a description on a context menu', [{ name: 'Remind me', type: 3, description: 'x' }], '0'],
];

const BAD_EVENTS: readonly (readonly [string, object, string])[] = [
  [
    'an event in the past',
    { ...event, scheduled_start_time: '2020-02-01T09:00:00Z' },
    'scheduled_start_time',
  ],
  [
    'an end before the start',
    { ...event, scheduled_start_time: inTwoHours, scheduled_end_time: inAnHour },
    'scheduled_end_time',
  ],
  ['an external event without end', { ...event, scheduled_end_time: null }, 'scheduled_end_time'],
  [
    'a location of 101 characters',
    { ...event, entity_metadata: { location: 'x'.repeat(101) } },
    'entity_metadata.location',
  ],
];

/** Refused with 50035 at that path and remembered, whether the specification is there or not. */
async function expectViolation(
  method: string,
  path: (discord: Discord) => string,
  body: unknown,
  at: string,
) {
  for (const specification of [true, false]) {
    const discord = await discordForTest({ specification });
    const { status, answer } = await call(discord, method, path(discord), body);
    expect({ status, answer }).toMatchObject({ status: 400, answer: { code: 50035 } });
    const paths = discord.violations.flatMap((each) =>
      each.complaints.map(({ path: p }) => p.join('.')),
    );
    expect(discord.violations.map((each) => each.in)).toEqual(['request']);
    expect(paths.some((each) => each === at || each.startsWith(`${at}.`))).toBe(true);
  }
}

test.each(BAD_MESSAGES)('a message with %s is refused', async (_name, body, at) => {
  await expectViolation('POST', messages, body, at);
});

test.each(BAD_COMMANDS)('commands with %s are refused', async (_name, body, at) => {
  await expectViolation('PUT', commands, body, at);
});

test.each(BAD_EVENTS)('%s is refused', async (_name, body, at) => {
  await expectViolation('POST', events, body, at);
});

test('an empty message is refused with 50006', async () => {
  const discord = await discordForTest();
  expect(await call(discord, 'POST', messages(discord), { content: ' ' })).toMatchObject({
    status: 400,
    answer: { code: 50006 },
  });
});

test('an unknown route is remembered', async () => {
  const discord = await discordForTest();
  expect((await call(discord, 'POST', '/channels/1/massages', {})).status).toBe(404);
  expect(discord.violations).toMatchObject([{ in: 'route', request: 'POST /channels/1/massages' }]);
});

test('what is right at every limit is not refused', async () => {
  const discord = await discordForTest();
  const components = [
    { type: 17, components: [text('x'.repeat(3_962)), ...Array(38).fill(text('x'))] },
  ];
  const bodies = [
    { content: '👋'.repeat(2_000) },
    { flags: V2, components },
    {
      components: [
        row(
          button({ custom_id: 'x'.repeat(100) }),
          button({ style: 5, url: 'https://fosdem.org' }),
        ),
      ],
    },
  ];
  for (const body of bodies) {
    expect((await call(discord, 'POST', messages(discord), body)).status).toBe(200);
  }
  expect(discord.violations).toEqual([]);
});
