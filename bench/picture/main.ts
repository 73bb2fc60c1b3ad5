import { drawMessage } from './discord.ts';
import { drawEvent } from './matrix.ts';
import { columns, exchange, payload, photograph, photographAt } from './page.ts';
import { drawBlocks } from './slack.ts';
import { servePages } from './web.ts';

/**
 * Draws the pictures in docs/images from what platforms are really sent (test/golden), for a reader in
 * New York: `node bench/picture/main.ts [NAME…]`, with the Chromium of `npm run debian`.
 */
const READER = 'America/New_York';

const onDiscord = (name: string) => drawMessage(payload('discord', name).components, READER);
const onSlack = (name: string) => drawBlocks(payload('slack', name).blocks, READER);
/** Tells no zone: times are the venue's. */
const onMatrix = (name: string) => drawEvent(payload('matrix', name));

await photograph({
  name: 'discord',
  style: 'discord.css',
  size: [1180, 1020],
  body: columns([
    [
      ['Only you can see this', onDiscord('talk-list')],
      ['#announcements', onDiscord('announcement')],
      ['#announcements', onDiscord('notice-moved')],
    ],
    [
      ['Only you can see this', onDiscord('talk')],
      ['Direct message', onDiscord('mytalks')],
    ],
  ]),
});

interface Exchange {
  readonly name: string;
  readonly words: string;
  readonly components: Parameters<typeof drawMessage>[0];
}

const [asked, ...carriedOn] = payload('discord', 'conversation').map(
  ({ name, words, components }: Exchange) => exchange(name, words, drawMessage(components, READER)),
);

await photograph({
  name: 'conversation',
  style: 'discord.css',
  size: [1180, 950],
  body: `<div class="column">${asked}</div><div class="column">${carriedOn.join('')}</div>`,
});

await photograph({
  name: 'slack',
  style: 'slack.css',
  size: [1180, 1160],
  body: columns([
    [
      ['Only visible to you', onSlack('talk-list-elsewhere')],
      ['#announcements', onSlack('announcement')],
      ['#announcements', onSlack('notice-moved')],
    ],
    [
      ['Only visible to you', onSlack('talk-elsewhere')],
      ['Direct message', onSlack('mytalks')],
      ['Direct message', onSlack('reminder')],
    ],
  ]),
});

await photograph({
  name: 'slack-home',
  style: 'slack.css',
  className: 'home',
  size: [760, 1060],
  body: `<div><div class="tabs"><div class="who">Hallway</div><span class="open">Home</span><span>Messages</span></div>${onSlack('home')}</div>`,
});

await photograph({
  name: 'matrix',
  style: 'matrix.css',
  size: [1180, 960],
  body: columns([
    [
      ['in #containers, in the thread of whoever asked', onMatrix('talk-list')],
      ['in #containers', onMatrix('announcement')],
      ['in #containers', onMatrix('notice-moved')],
    ],
    [
      ['in #containers, in the thread of whoever asked', onMatrix('talk')],
      ['in the room for two', onMatrix('mytalks')],
      ['in the room for two', onMatrix('reminder')],
    ],
  ]),
});

const { addresses, stop } = await servePages();
await photographAt(addresses[0], { name: 'page', size: [390, 844] });
await photographAt(addresses[1], { name: 'door', size: [1920, 1080] });
await stop();
