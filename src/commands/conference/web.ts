import { type Card, paragraph, quiet } from '../../cards/cards.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply, CommandRequest } from '../../platform/requests.ts';
import type { CommunityRef } from '../../platform/target.ts';
import type { Context } from '../context.ts';
import { doneBy } from './actWords.ts';
import { organiserConfirmation } from './organiserWords.ts';
import type { OrganiserPorts } from './ports.ts';

const LONGEST_NAME = 40;
const NAME = /^[a-z\d](?:[a-z\d-]{0,38}[a-z\d])?$/;

/** `web on|off`: whether the programme, as this community has it, is on the web for everybody. */
export async function web(
  ports: Pick<OrganiserPorts, 'organiserWork' | 'web'>,
  community: CommunityRef,
  { when = '', name = '' }: CommandRequest['args'],
  context: Context,
): Promise<CardReply> {
  const { messages } = context;
  const words = messages.web.pages;
  if (when.toLowerCase() === 'off') {
    await setPage(ports, community, () => undefined, context);
    return privately(organiserConfirmation(words.off, messages));
  }
  if (ports.web === undefined) return refused(messages, words.notServed);
  const typed = name.trim().toLowerCase();
  if (typed !== '' && !NAME.test(typed)) return refused(messages, words.noName(name));
  const fresh = typed === '' ? nameOf(context.programme.conference.title) : typed;
  const slug = await setPage(
    ports,
    community,
    (former) => (typed === '' ? (former ?? fresh) : fresh),
    context,
  );
  if (slug === undefined) return refused(messages, words.taken(fresh));
  return privately(confirmation(`${ports.web.url}/c/${slug}`, context));
}

/** The name that holds now; undefined where another community has it. */
function setPage(
  { organiserWork }: Pick<OrganiserPorts, 'organiserWork'>,
  community: CommunityRef,
  choose: (former: string | undefined) => string | undefined,
  context: Context,
): Promise<string | undefined> {
  return organiserWork.transaction(async ({ communities, acts }) => {
    const former = await communities.pageOf(community);
    const slug = choose(former);
    if (slug === former) return slug;
    if (!(await communities.setPage(community, slug))) return undefined;
    const said = (one: string | undefined) => [one ?? 'off'];
    const act = { kind: 'web', about: [], before: said(former), after: said(slug) } as const;
    await acts.record(community, act, doneBy(context));
    return slug;
  });
}

/** `FOSDEM 2020` as `fosdem-2020`; what has no letter of the alphabet is `programme`. */
function nameOf(title: string): string {
  const plain = title.normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const slug = plain.replace(/[^a-z\d]+/g, '-').slice(0, LONGEST_NAME);
  return slug.replace(/^-+|-+$/g, '') || 'programme';
}

function confirmation(url: string, { messages }: Context): Card {
  const { on, whatIsSeen } = messages.web.pages;
  return {
    ...organiserConfirmation(on, messages),
    blocks: [paragraph(`${on} `, { kind: 'link', text: url, url }), quiet(whatIsSeen)],
  };
}
