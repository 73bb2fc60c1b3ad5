import { expect, test } from 'vitest';
import { sharedPath } from '../support/shared.ts';
import { discordForTest } from './discord/bot.ts';
import { createSpecification } from './discord/specification.ts';

/** As Discord's own document has it: a union of components, told apart by a number. */
const SMALL = {
  paths: {
    '/channels/{channel_id}/messages': {
      post: {
        requestBody: {
          content: { 'application/json': { schema: { $ref: '#/components/schemas/Message' } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Message: {
        type: 'object',
        properties: {
          components: { oneOf: [{ type: 'null' }, { $ref: '#/components/schemas/Any' }] },
        },
      },
      Any: {
        type: 'array',
        items: {
          oneOf: [
            { $ref: '#/components/schemas/Container' },
            { $ref: '#/components/schemas/Text' },
          ],
        },
      },
      Container: {
        type: 'object',
        required: ['type', 'components'],
        properties: {
          type: { type: 'integer', enum: [17] },
          components: { $ref: '#/components/schemas/Any' },
        },
      },
      Text: {
        type: 'object',
        required: ['type', 'content'],
        properties: { type: { type: 'integer', enum: [10] }, content: { type: 'string' } },
      },
    },
  },
};

test('a document of Discord’s kind names the component that has a wrong type, and no other', () => {
  const { knows, request } = createSpecification(SMALL);
  const template = '/channels/{channel_id}/messages';
  const asked = (content: unknown) =>
    request('POST', template, { components: [{ type: 17, components: [{ type: 10, content }] }] });
  expect([knows('POST', template), knows('GET', template)]).toEqual([true, false]);
  expect(asked('text')).toEqual([]);
  expect(asked(5)).toEqual([
    {
      path: ['components', '0', 'components', '0', 'content'],
      code: 'TYPE',
      message: 'must be string.',
    },
  ]);
  expect(request('POST', template, { components: null })).toEqual([]);
});

const specification = sharedPath('specs/discord/openapi.json');

test.skipIf(specification === undefined)(
  'a wrong type is refused by the specification, naming the component meant (needs ../shared)',
  async () => {
    const discord = await discordForTest();
    const body = {
      flags: 1 << 15,
      components: [{ type: 17, components: [{ type: 10, content: 5 }] }],
    };
    await fetch(`${discord.apiUrl}/v10/channels/${discord.channelId('general')}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${discord.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(discord.violations.flatMap((each) => each.complaints)).toEqual([
      {
        path: ['components', '0', 'components', '0', 'content'],
        code: 'TYPE',
        message: 'must be string.',
      },
    ]);
  },
);
