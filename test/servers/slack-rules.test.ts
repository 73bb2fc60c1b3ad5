import type { ActionsBlockElement, KnownBlock, PlainTextOption, View } from '@slack/types';
import { WebAPIPlatformError } from '@slack/web-api';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { webClient } from './slack/app.ts';
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
const menu = (options: PlainTextOption[], more: object = {}) => ({
  type: 'static_select' as const,
  action_id: 'menu',
  options,
  ...more,
});
const image = (image_url: string) => ({ type: 'image' as const, image_url, alt_text: 'A map' });
const actions = (...elements: ActionsBlockElement[]) => ({ type: 'actions' as const, elements });

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

/** By Slack's own types: one of each kind of block, with what may stand in it. */
const TAKEN = [
  { type: 'header', text: plain('A talk') },
  { type: 'divider' },
  { type: 'section', text: plain('Plain'), block_id: 'plain' },
  { type: 'section', fields: [plain('Room'), { type: 'mrkdwn', text: '*Janson*' }] },
  { ...section('*With* a button'), accessory: button('open') },
  { ...section('With a picture'), accessory: image('https://example.org/a.png') },
  { type: 'context', elements: [plain('Small'), image('https://example.org/b.png')] },
  { type: 'image', image_url: 'https://example.org/c.png', alt_text: 'A map' },
  actions(
    { ...button('link'), url: 'https://example.org/', style: 'primary' },
    menu([option('1'), option('2')]),
    { type: 'overflow', action_id: 'more', options: [option('1'), option('2')] },
    { type: 'checkboxes', action_id: 'boxes', options: [option('1')] },
    { type: 'radio_buttons', action_id: 'radio', options: [option('1')] },
    { type: 'datepicker', action_id: 'day', initial_date: '2020-02-01' },
    { type: 'timepicker', action_id: 'time', initial_time: '10:30' },
    { type: 'users_select', action_id: 'who' },
    { type: 'channels_select', action_id: 'where' },
    { type: 'conversations_select', action_id: 'there' },
    { type: 'external_select', action_id: 'talk', min_query_length: 0 },
  ),
  {
    type: 'input',
    label: plain('Find a talk'),
    element: { type: 'plain_text_input', action_id: 'text', multiline: true },
  },
  {
    type: 'input',
    label: plain('Rooms'),
    optional: true,
    element: { type: 'multi_static_select', action_id: 'rooms', options: [option('1')] },
  },
  {
    type: 'rich_text',
    elements: [
      { type: 'rich_text_section', elements: [{ type: 'text', text: 'x', style: { bold: true } }] },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] }],
      },
      { type: 'rich_text_quote', elements: [{ type: 'link', url: 'https://example.org/' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'code' }] },
    ],
  },
  { type: 'markdown', text: '**bold**' },
  { type: 'file', external_id: 'F1', source: 'remote' },
  {
    type: 'video',
    video_url: 'https://example.org/v',
    thumbnail_url: 'https://example.org/t.png',
    alt_text: 'The recording',
    title: plain('Recording'),
  },
] satisfies readonly KnownBlock[];

test('of every kind of block one is taken', () => {
  expect(complaints(...TAKEN)).toEqual([]);
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
