import { globSync, readFileSync } from 'node:fs';
import type { KnownBlock, View } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { sharedPath } from '../support/shared.ts';
import { webClient } from './slack/app.ts';
import { METHOD_TIERS } from './slack/rate-limits.ts';
import { checkMessage, checkSuggestions, checkView } from './slack/rules/blocks.ts';
import { compareShapes } from './slack/rules/shapes.ts';
import { type Slack, startSlack } from './slack/server.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const section = (text: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text },
});
const button = (action_id: string, text = 'Star') => ({
  type: 'button' as const,
  action_id,
  text: plain(text),
});
const option = (value: string, text = value) => ({ text: plain(text), value });
const menu = (options: object[], more: object = {}) => ({
  type: 'static_select' as const,
  action_id: 'menu',
  options,
  ...more,
});
const actions = (...elements: object[]) => ({ type: 'actions' as const, elements });

/** Without the specification: these rules hold in a stranger's clone as well. */
const complaints = (...blocks: object[]) => checkMessage(undefined, 'text', blocks);

test('blocks within every limit are taken', () => {
  expect(
    complaints(
      { type: 'header', text: plain('x'.repeat(150)) },
      section('x'.repeat(3_000)),
      { type: 'divider', block_id: 'one' },
      { type: 'divider', block_id: 'two' },
      actions(button('star'), menu([option('1'), option('2')], { initial_option: option('2') })),
      actions(button('star')),
    ),
  ).toEqual([]);
});

test.each<[string, readonly string[], object[]]>([
  [
    'a repeated block_id',
    ['block_id "a" is repeated'],
    [
      { ...section('x'), block_id: 'a' },
      { ...section('y'), block_id: 'a' },
    ],
  ],
  [
    'a repeated action_id',
    ['action_id "star" is repeated in one block'],
    [actions(button('star'), button('star'))],
  ],
  [
    'a long header',
    ['text of header has 151, not 1 to 150'],
    [{ type: 'header', text: plain('x'.repeat(151)) }],
  ],
  ['an empty section', ['text of section has 0, not 1 to 3000'], [section('')]],
  ['a long button', ['text of button has 76, not 1 to 75'], [actions(button('a', 'x'.repeat(76)))]],
  ['a menu without options', ['options of static_select has 0, not 1 to 100'], [actions(menu([]))]],
  [
    'too many options',
    ['options of overflow has 6, not 1 to 5'],
    [
      actions({
        ...menu(['1', '2', '3', '4', '5', '6'].map((each) => option(each))),
        type: 'overflow',
      }),
    ],
  ],
  [
    'a long option',
    ["An option's text has 76 characters, not 1 to 75"],
    [actions(menu([option('1', 'x'.repeat(76))]))],
  ],
  [
    'an initial option that is none',
    ['initial_option "3" is not among the options'],
    [actions(menu([option('1')], { initial_option: option('3') }))],
  ],
  [
    'too many blocks',
    ['There are 51 blocks, over 50'],
    Array.from({ length: 51 }, () => section('x')),
  ],
])('%s is noticed', (_, expected, blocks) => {
  expect(complaints(...blocks)).toEqual(expected);
});

test('a message needs a text beside its blocks', () => {
  expect(checkMessage(undefined, '', [section('x')])).toEqual([
    'There are blocks and no text beside them',
  ]);
});

test('a modal needs a title, a submit button for its inputs, and short metadata', () => {
  const input = {
    type: 'input',
    label: plain('Talk'),
    element: { type: 'plain_text_input', action_id: 'a' },
  };
  const view = { type: 'modal', blocks: [input], private_metadata: 'x'.repeat(3_001) };
  expect(checkView(undefined, view, 'modal')).toEqual([
    'private_metadata is over 3000 characters',
    'There are inputs and no submit',
    'title is missing',
  ]);
  const good = { type: 'modal', title: plain('A talk'), submit: plain('Go'), blocks: [input] };
  expect(checkView(undefined, good, 'modal')).toEqual([]);
  expect(checkView(undefined, good, 'home')).toEqual(['type is "modal", not "home"']);
});

test('suggestions are a list of at most a hundred options', () => {
  const many = Array.from({ length: 101 }, (_, index) => option(String(index)));
  expect(checkSuggestions(undefined, {})).toEqual(['There are neither options nor option_groups']);
  expect(checkSuggestions(undefined, { options: many })).toEqual([
    'There are 101 options, over 100',
  ]);
  expect(
    checkSuggestions(undefined, { option_groups: [{ label: plain('Saturday'), options: [] }] }),
  ).toEqual(['A group has no options']);
  expect(checkSuggestions(undefined, { options: [] })).toEqual([]);
});

test('a value of another type than the sample’s is noticed, an absent one is not', () => {
  const sample = { id: '', count: 1, list: [{ on: false }] };
  expect(compareShapes(sample, { id: 'x', list: [{ on: true }] })).toEqual([]);
  expect(compareShapes(sample, { id: 1, list: [{ on: 'yes' }], more: 1 }, true)).toEqual([
    '/more is no key of its kind',
    '/id is number, not string',
    '/list/0/on is string, not boolean',
  ]);
});

describe('over the wire', () => {
  let slack: Slack;
  beforeAll(async () => {
    slack = await startSlack();
  });
  afterAll(() => slack.stop());
  let before = 0;
  beforeEach(() => {
    before = slack.violations.length;
  });
  const post = (blocks: object[], text = 'text') =>
    webClient(slack)
      .chat.postMessage({
        channel: slack.channelId('general'),
        text,
        blocks: blocks as KnownBlock[],
      })
      .then(() => 'ok', errorOf);

  test('planted invalid blocks are refused and remembered', async () => {
    expect(await post([actions(button('star'), button('star'))])).toBe('invalid_blocks');
    expect(slack.violations.slice(before)).toMatchObject([
      { in: 'call', what: 'chat.postMessage' },
    ]);
    expect(slack.messages('general')).toEqual([]);
  });

  test('too much text over all blocks is refused under its own name', async () => {
    const five = (length: number) => Array.from({ length: 5 }, () => section('x'.repeat(length)));
    expect(await post(five(2_641))).toBe('msg_blocks_too_long');
    expect(await post(five(2_640))).toBe('ok');
    expect(await post([], 'x'.repeat(40_001))).toBe('msg_too_long');
    expect(slack.violations.slice(before)).toHaveLength(1);
  });

  test('a view that breaks a rule is refused with the reasons', async () => {
    const view = { type: 'home', blocks: [actions(menu([]))] } as unknown as View;
    const user_id = slack.user('ada').id;
    const publish = webClient(slack).views.publish({ user_id, view });
    expect(await publish.catch(errorOf)).toBe('invalid_arguments');
    expect(slack.violations.slice(before)).toHaveLength(1);
    expect(slack.home('ada')).toBeUndefined();
  });

  test('a Home tab is not overwritten under an old hash', async () => {
    const user_id = slack.user('ada').id;
    const publish = (hash?: string) =>
      webClient(slack).views.publish({
        user_id,
        view: { type: 'home', blocks: [section('x')] },
        ...(hash === undefined ? {} : { hash }),
      });
    const first = (await publish()).view?.hash ?? '';
    await publish(first);
    expect(await publish(first).catch(errorOf)).toBe('hash_conflict');
  });
});

function errorOf(error: unknown): unknown {
  return error instanceof WebAPIPlatformError ? error.data.error : error;
}

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
