import type { LinkUnfurls } from '@slack/types';
import { encodeAction } from '../../../src/cards/action.ts';
import { shortRef } from '../../../src/cards/reference.ts';
import type { Hallway } from '../../../src/platform/requests.ts';
import type { Programmes } from '../../../src/programme/programme.ts';
import { renderCard } from '../rendering/card.ts';
import { type Asker, readCard } from '../workspaces/asker.ts';

/** The cards of the talks whose pages are linked to, by the link; links to anything else stay bare. */
export async function unfurlsFor(
  urls: readonly string[],
  hallway: Hallway,
  programmes: Programmes,
  asker: Asker,
): Promise<LinkUnfurls> {
  const { caller, team } = asker;
  const { key, conference } = await programmes.of({ platform: caller.platform, id: team });
  const unfurls: LinkUnfurls = {};
  for (const url of urls) {
    const talk = conference.talks.find((each) => each.url !== undefined && isSame(each.url, url));
    if (talk === undefined) continue;
    const view = { kind: 'talk', talk: shortRef(talk.id), whole: false } as const;
    const id = encodeAction({ conference: key, deed: { kind: 'share', view } });
    const reply = await hallway.press({ kind: 'press', id, caller });
    if (reply.kind === 'card') unfurls[url] = { blocks: renderCard(readCard(reply, asker)) };
  }
  return unfurls;
}

/** The same page, whatever follows its path. */
function isSame(own: string, linked: string): boolean {
  return pageOf(own) !== undefined && pageOf(own) === pageOf(linked);
}

function pageOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed === null ? undefined : `${parsed.host}${parsed.pathname.replace(/\/$/u, '')}`;
}
