import type { Text } from '../../../cards/cards.ts';
import type { SayAudience } from '../../../outbox/kinds/say.ts';
import type { CommunityRef } from '../../../platform/target.ts';
import type { ActWords } from '../../../programme/acts.ts';
import type { SpeakerClaim } from '../../../programme/speakerClaims.ts';
import type { ConferenceKey } from '../../../schedule/source.ts';
import type { Context } from '../../context.ts';
import { refusalOf } from '../announce.ts';
import { channelIds } from '../channelIds.ts';
import type { OrganiserPorts } from '../ports.ts';

type Read =
  | { readonly kind: 'read'; readonly audience: SayAudience }
  | { readonly kind: 'refused'; readonly sentence: string };

const STARRED = /^starred\s+(.+)$/is;

/** `to=`: channels with commas between them, `starred TALK` or `speakers`; unless told, the channels that are announced to. */
export async function readAudience(
  ports: Pick<OrganiserPorts, 'subscriptions' | 'channelsOf' | 'speakerClaims'>,
  community: CommunityRef,
  typed: string,
  context: Context,
): Promise<Read> {
  const starred = STARRED.exec(typed.trim())?.[1]?.trim();
  if (starred !== undefined) return readTalk(starred, context);
  const { messages } = context;
  const words = ['speakers', messages.say.speakers];
  if (words.includes(typed.trim().toLowerCase())) return readSpeakers(ports, community, context);
  const named = channelIds(typed);
  const announcedTo = named.length > 0 ? [] : await ports.subscriptions.of(community);
  const channels = named.length > 0 ? named : announcedTo.map(({ target }) => target.channel);
  if (channels.length === 0) return { kind: 'refused', sentence: messages.say.noChannels };
  for (const channel of channels) {
    const { platform, id } = community;
    const target = { kind: 'channel', platform, community: id, channel } as const;
    const check = await ports.channelsOf(platform)?.inspect(target, messages, undefined);
    if (check?.kind !== 'writable') {
      return { kind: 'refused', sentence: refusalOf(check, messages) };
    }
  }
  return { kind: 'read', audience: { kind: 'channels', channels } };
}

async function readSpeakers(
  ports: Pick<OrganiserPorts, 'speakerClaims'>,
  community: CommunityRef,
  { messages, programme }: Context,
): Promise<Read> {
  const claims = await ports.speakerClaims.in(community);
  return countSpeakers(claims, programme.key) === 0
    ? { kind: 'refused', sentence: messages.say.noSpeakers }
    : { kind: 'read', audience: { kind: 'speakers' } };
}

/** People, of whom one may be several speakers. */
export function countSpeakers(claims: readonly SpeakerClaim[], key: ConferenceKey): number {
  const confirmed = claims.filter(
    ({ conference, state }) => conference === key && state === 'confirmed',
  );
  return new Set(confirmed.map(({ member }) => member.id)).size;
}

/** By its id, or by its whole title, which one alone has. */
function readTalk(typed: string, { messages, programme }: Context): Read {
  const { talks } = programme.conference;
  const wanted = typed.toLowerCase();
  const found =
    talks.filter(({ id }) => id === typed).length === 1
      ? talks.filter(({ id }) => id === typed)
      : talks.filter(({ title }) => title.toLowerCase() === wanted);
  const ranked = found.length > 0 ? found.map(({ id }) => id) : onlyHit(typed, programme);
  const [talk, ...others] = ranked;
  return talk === undefined || others.length > 0
    ? { kind: 'refused', sentence: messages.say.whichTalk(typed) }
    : { kind: 'read', audience: { kind: 'starred', talk } };
}

function onlyHit(typed: string, { index }: Context['programme']): readonly string[] {
  return index.suggest(typed, { limit: 2 }).map(({ id }) => id);
}

/** For the card: which channels, whose talk and about how many have it on their list, or how many speakers. */
export function audienceText(
  audience: SayAudience,
  people: number | undefined,
  { messages, programme }: Context,
): Text {
  if (audience.kind === 'starred') {
    const title = programme.timetable.talk(audience.talk)?.title ?? audience.talk;
    return [messages.say.toStarred(title, people)];
  }
  if (audience.kind === 'speakers') return [messages.say.toSpeakers(people)];
  const named = audience.channels.flatMap(
    (id, at): Text => [at === 0 ? ' ' : ', ', { kind: 'channel', id }],
  );
  return [messages.say.toChannels, ...named];
}

/** For the log. */
export function audienceWords(audience: SayAudience): ActWords {
  if (audience.kind === 'starred') return [`starred ${audience.talk}`];
  if (audience.kind === 'speakers') return ['speakers'];
  return audience.channels.flatMap(
    (id, at): ActWords => [...(at === 0 ? [] : [', ']), { kind: 'channel', id }],
  );
}
