import type { App } from '@slack/bolt';
import type { LinkSharedEvent, LinkUnfurls } from '@slack/types';
import { encodeAction } from '../../src/cards/actions/action.ts';
import { shortRef } from '../../src/cards/actions/reference.ts';
import { type Clock, MINUTE_MS, systemClock } from '../../src/clock.ts';
import { talkOfPage } from '../../src/commands/talk/talkPage.ts';
import type { Log } from '../../src/log.ts';
import { communityOf } from '../../src/platform/target.ts';
import type { Programmes } from '../../src/programme/programme.ts';
import { createRecently } from './connection/recently.ts';
import type { Homes } from './home/homes.ts';
import { renderCard } from './rendering/card.ts';
import type { CommandParts } from './requests/commands.ts';
import { messageOf } from './surfaces/show.ts';
import type { Asker, AskerOf } from './workspaces/asker.ts';
import type { Departures } from './workspaces/departures.ts';

export interface EventParts extends CommandParts {
  readonly programmes: Pick<Programmes, 'of'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly homes: Homes;
  readonly departures: Pick<Departures, 'told'>;
  readonly isFirstWelcome: (team: string) => Promise<boolean>;
  readonly log: Log;
}

/**
 * Slack sends an event again at once, after one and after five minutes, while it is not acknowledged.
 * Where that reaches another process, it is done again there: what follows from an event can be.
 */
const REPEATS = { spanMs: 10 * MINUTE_MS, most: 10_000 };

/** What happens in workspaces; every event counts once in a process, however often it is sent. */
export function listenToEvents(app: App, parts: EventParts, askerOf: AskerOf): void {
  const { homes, departures, log } = parts;
  const events = createRecently(systemClock, REPEATS);
  app.use(async ({ body, next }) => {
    const isRepeated = 'event_id' in body && !events.isFirst(String(body.event_id));
    if (!isRepeated) await next();
  });
  app.event('app_home_opened', async ({ event, client, context }) => {
    if (event.tab === 'home') await homes.open(await askerOf(client, context));
  });
  app.event('link_shared', async ({ event, client, context }) => {
    const urls = event.links.map(({ url }) => url);
    const asker = await askerOf(client, context, event.channel);
    const unfurls = await unfurlsFor(urls, parts, asker);
    if (Object.keys(unfurls).length === 0) return;
    await client.chat.unfurl({ ...placeOf(event), unfurls });
  });
  app.event('member_joined_channel', async ({ event, client, context }) => {
    // Where nobody invited it, Hallway joined by itself.
    if (event.user !== context.botUserId || event.inviter === undefined) return;
    if (!(await parts.isFirstWelcome(context.teamId ?? ''))) return;
    await welcome(
      await askerOf(client, { ...context, userId: event.inviter }, event.channel),
      parts,
    );
  });
  app.event('app_uninstalled', async ({ body }) => departures.told(body.team_id));
  // By itself a revoked token takes nothing out: it may have leaked, and its workspace gets another.
  app.event('tokens_revoked', async ({ event, body }) => {
    if ((event.tokens.bot ?? []).length > 0)
      log.warn({ team: body.team_id }, 'Hallway can act in this workspace with a new token only');
  });
}

/** A link is told of while its message is written, too: then there is no channel, nor a message, but an id. */
function placeOf({ channel, message_ts: ts, source, unfurl_id }: LinkSharedEvent) {
  const isById = source === 'composer' || source === 'conversations_history';
  return isById && unfurl_id !== undefined ? ({ source, unfurl_id } as const) : { channel, ts };
}

/** The cards of the talks whose pages are linked to, by the link; links to anything else stay bare. */
export async function unfurlsFor(
  urls: readonly string[],
  { hallway, programmes, clock }: Pick<EventParts, 'hallway' | 'programmes' | 'clock'>,
  asker: Asker,
): Promise<LinkUnfurls> {
  const { caller } = asker;
  const { key, conference } = await programmes.of(communityOf(caller));
  const unfurls: LinkUnfurls = {};
  for (const url of urls) {
    const talk = talkOfPage(url, conference.talks, clock.now());
    if (talk === undefined) continue;
    const view = { kind: 'talk', talk: shortRef(talk.id), whole: false } as const;
    const id = encodeAction({ conference: key, deed: { kind: 'share', view } });
    const reply = await hallway.press({ kind: 'press', id, caller });
    if (reply.kind === 'card') unfurls[url] = { blocks: renderCard(reply.card) };
  }
  return unfurls;
}

/** In the channel that Hallway was invited to, in the language of whoever did so. */
async function welcome(asker: Asker, { hallway }: Pick<EventParts, 'hallway'>): Promise<void> {
  const { caller, channel, client } = asker;
  if (channel === undefined) return;
  const reply = await hallway.ask({
    ...{ kind: 'question', text: '', isPublic: true, follows: [], welcome: 'community' },
    caller: { ...caller, isOrganiser: false },
  });
  if (reply === undefined) return;
  const { blocks, text } = messageOf(reply.card);
  await client.chat.postMessage({ channel, text, blocks: [...blocks] });
}
