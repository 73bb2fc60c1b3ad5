import { globSync, readFileSync } from 'node:fs';
import type { KnownBlock } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { describe, expect, test } from 'vitest';
import { sharedPath } from '../support/shared.ts';
import { webClient } from './slack/app.ts';
import { METHOD_TIERS } from './slack/rate-limits.ts';
import { checkMessage } from './slack/rules/blocks.ts';
import { createSpecification } from './slack/rules/specification.ts';
import { startSlack } from './slack/server.ts';

/** As Slack's own schema has it: blocks told apart by their type. */
const SMALL = {
  definitions: {
    MessageBlocks: { type: 'array', items: { $ref: '#/definitions/Block' } },
    Block: {
      type: 'object',
      required: ['type'],
      allOf: [
        {
          if: { properties: { type: { const: 'context' } } },
          // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
          then: { properties: { elements: { items: { $ref: '#/definitions/Element' } } } },
        },
      ],
    },
    Element: { type: 'object', properties: { type: { enum: ['mrkdwn', 'plain_text', 'image'] } } },
  },
};

test('what only a schema knows is noticed too, and a sample is asked where there is one', () => {
  const sampleOf = (folder: string, name: string) =>
    folder === 'api-samples' && name === 'chat.postMessage' ? { ok: true, ts: '' } : undefined;
  const specification = createSpecification(SMALL, sampleOf);
  const context = (type: string) => [{ type: 'context', elements: [{ type, text: 'x' }] }];
  expect(checkMessage(undefined, 'x', context('button'))).toEqual([]);
  expect(checkMessage(specification, 'x', context('plain_text'))).toEqual([]);
  expect(checkMessage(specification, 'x', context('button'))).toEqual([
    '/0/elements/0/type must be equal to one of the allowed values',
  ]);
  const compared = (name: string) =>
    specification.compare('api-samples', name, { ok: true, ts: 5 }, true);
  expect(compared('chat.postMessage')).toEqual(['/ts is number, not string']);
  expect(compared('chat.update')).toEqual([]);
});

/** docs.slack.dev/reference/methods: those that Hallway calls most, and how often they may be called. */
test.each([
  ['chat.postMessage', undefined],
  ['chat.update', 'Tier3'],
  ['conversations.open', 'Tier3'],
  ['conversations.info', 'Tier3'],
  ['users.conversations', 'Tier2'],
  ['users.info', 'Tier4'],
  ['views.open', 'Tier4'],
  ['views.publish', 'Tier4'],
])('%s may be called as %s', (method, tier) => {
  expect(METHOD_TIERS[method]).toBe(tier);
});

const specifications = sharedPath('specs/slack');

describe.skipIf(specifications === undefined)(
  `against Slack's own files${specifications === undefined ? ' (absent here: ../shared/specs)' : ''}`,
  () => {
    test('what only the schema knows is noticed too', async () => {
      const slack = await startSlack();
      const channel = slack.channelId('general');
      const blocks = [
        { type: 'context', elements: [{ type: 'button' }] },
      ] as unknown as KnownBlock[];
      const call = webClient(slack).chat.postMessage({ channel, text: 'x', blocks });
      expect(await call.catch(errorOf)).toBe('invalid_blocks');
      await slack.stop();
    });

    test('what Slack was seen to take passes our own rules', () => {
      const folder = sharedPath('specs/slack/blockkit-spec/fixtures/valid') ?? '';
      const paths = globSync(`${folder}/{blocks,messages,rich_text}/*.json`);
      const refused = paths.filter((path) => {
        const fixture = JSON.parse(readFileSync(path, 'utf8'));
        const found = checkMessage(undefined, 'text', fixture.blocks ?? [fixture]);
        // The fixtures' ids are blanked into one, and alerts shown outside their modals.
        return found.some((each) => !/fake_block_id|alert is for modals/.test(each));
      });
      expect(paths.length).toBeGreaterThan(40);
      expect(refused).toEqual([]);
    });

    test('every method has the tier that is published', () => {
      const path = sharedPath('specs/slack/rate_limit_tiers.json') ?? '';
      expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject(METHOD_TIERS);
    });
  },
);

function errorOf(error: unknown): unknown {
  return error instanceof WebAPIPlatformError ? error.data.error : error;
}
