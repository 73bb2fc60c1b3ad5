import { takeLook } from '../../../agenda/interest.ts';
import type { Deed } from '../../../cards/actions/action.ts';
import type { Card } from '../../../cards/cards.ts';
import { actionId } from '../../../cards/controls.ts';
import { problemCard } from '../../../cards/problem.ts';
import type { Instant } from '../../../clock.ts';
import { languageOf } from '../../../messages/messages.ts';
import {
  LONGEST_SAY,
  type Say,
  type SayProgress,
  sayAgain,
  sayDelivery,
} from '../../../outbox/kinds/say.ts';
import { inPlace, refused } from '../../../platform/replies.ts';
import type { CardReply, Form, PressRequest, Reply, Standing } from '../../../platform/requests.ts';
import { type CommunityRef, isSameCommunity } from '../../../platform/target.ts';
import { cut, plain } from '../../../platform/text.ts';
import type { ActWords } from '../../../programme/acts.ts';
import type { Context } from '../../context.ts';
import { doneBy } from '../actWords.ts';
import type { OrganiserPorts, OrganiserStores } from '../ports.ts';
import { audienceWords, countSpeakers, readAudience } from './audience.ts';
import { type SayFacts, saysView, sayView } from './sayCards.ts';

export type SayPorts = Pick<
  OrganiserPorts,
  'organiserWork' | 'subscriptions' | 'channelsOf' | 'speakerClaims' | 'random'
>;

type SayDeed = Extract<Deed, { readonly kind: 'say' }>;

/** As much as is looked over at once. */
const MOST_LISTED = 8;

/** `say [text] [to=]`: kept as a draft first, so that ids hold all; without a text, a form asks for it. */
export async function say(
  ports: SayPorts,
  community: CommunityRef,
  { text, to = '' }: Readonly<Record<string, string>>,
  context: Context,
): Promise<Reply> {
  const { messages, now, programme } = context;
  const read = await readAudience(ports, community, to, context);
  if (read.kind === 'refused') return refused(messages, read.sentence);
  const draft: Say = {
    ...{ id: ports.random.id().replaceAll('-', '').slice(0, 16), community },
    ...{ conference: programme.key, audience: read.audience },
    ...{ text: '', edition: 1, state: 'draft', madeAt: now },
  };
  await ports.organiserWork.transaction(({ says }) => says.add(draft));
  return text === undefined
    ? form(draft, context)
    : write(ports, draft, text, context).then((reply) => ({ ...reply, placement: 'new' }));
}

/** What the buttons of its card do. Whose community it is, is asked here: ids can be made up. */
export async function performSay(
  ports: SayPorts,
  community: CommunityRef,
  deed: SayDeed,
  context: Context,
  { value }: PressRequest,
): Promise<Reply> {
  const { messages } = context;
  const found = await ports.organiserWork.transaction(({ says }) => says.find(deed.say));
  if (!isOurs(found, community, context)) return refused(messages, messages.say.gone);
  const isPresent = found.edition === deed.edition;
  switch (deed.act) {
    case 'write':
      return found.state === 'removed' ? shown(ports, found, context) : form(found, context);
    case 'text':
      return isPresent
        ? write(ports, found, value ?? '', context)
        : shown(ports, found, context, messages.say.changed);
    case 'send':
      return isPresent && found.draft !== undefined
        ? send(ports, found, context)
        : shown(ports, found, context, found.draft && messages.say.changed);
    case 'look':
      return shown(ports, found, context);
    case 'stop':
      return stop(ports, found, context);
    case 'remove':
      return remove(ports, found, context);
  }
}

export async function drawSay(
  ports: Pick<SayPorts, 'organiserWork'>,
  community: CommunityRef,
  id: string,
  context: Context,
): Promise<Card> {
  return (await standing(ports, { id, community }, context)).card;
}

/** How it stands; what is still to be sent is under way, and so is what is to be edited or removed. */
function standing(
  { organiserWork }: Pick<SayPorts, 'organiserWork'>,
  { id, community }: Pick<Say, 'id' | 'community'>,
  context: Context,
  note?: string,
): Promise<Standing> {
  const { messages, now } = context;
  return organiserWork.transaction(async (stores) => {
    const say = await stores.says.find(id);
    if (!isOurs(say, community, context)) {
      return { card: problemCard(messages, messages.say.gone), done: 1 };
    }
    const whom = await whomOf(stores, say, now);
    const progress = await stores.says.progress(id);
    return { card: sayView({ say, progress, ...whom }, note, context), done: shareDone(progress) };
  });
}

function shareDone({ waiting, sent, behind, failed }: SayProgress): number {
  const all = waiting + sent + failed;
  return all === 0 ? 1 : 1 - (waiting + behind) / all;
}

/** Of channels it is said which. */
async function whomOf(
  { interest, speakerClaims }: Pick<OrganiserStores, 'interest' | 'speakerClaims'>,
  { audience, community, conference }: Say,
  now: Instant,
): Promise<Pick<SayFacts, 'people' | 'reached'>> {
  const none = { people: undefined, reached: undefined };
  switch (audience.kind) {
    case 'channels':
      return none;
    case 'speakers':
      return { ...none, people: countSpeakers(await speakerClaims.in(community), conference) };
    case 'starred': {
      const { talks, reached } = await takeLook(interest, community, conference, now);
      return { people: talks.get(audience.talk), reached: reached.get(audience.talk) };
    }
  }
}

export async function drawSays(
  { organiserWork }: Pick<SayPorts, 'organiserWork'>,
  community: CommunityRef,
  context: Context,
): Promise<Card> {
  const all = await organiserWork.transaction(({ says }) => says.of(community, MOST_LISTED));
  return saysView(
    all.filter(({ conference }) => conference === context.programme.key),
    context,
  );
}

function isOurs(say: Say | undefined, community: CommunityRef, { programme }: Context): say is Say {
  return (
    say !== undefined &&
    isSameCommunity(say.community, community) &&
    say.conference === programme.key
  );
}

/** In place, and kept true where something is under way. */
async function shown(
  ports: SayPorts,
  say: Say,
  context: Context,
  note?: string,
): Promise<CardReply> {
  const { card, done } = await standing(ports, say, context, note);
  const reply = inPlace(card);
  return done < 1 ? { ...reply, later: () => standing(ports, say, context) } : reply;
}

function form({ id, edition, text, draft }: Say, context: Context): Form {
  const { say: words } = context.messages;
  return {
    kind: 'form',
    id: actionId(context, { kind: 'say', act: 'text', say: id, edition }),
    title: words.formTitle,
    label: words.formLabel,
    hint: words.formHint(LONGEST_SAY),
    value: draft ?? text,
    long: LONGEST_SAY,
  };
}

/** Takes a text, and shows it as it will look. */
async function write(
  ports: SayPorts,
  found: Say,
  typed: string,
  context: Context,
): Promise<CardReply> {
  const { messages } = context;
  const draft = plain(typed).trim();
  if (draft === '') return refused(messages, messages.say.empty);
  if (draft.length > LONGEST_SAY) {
    return refused(messages, messages.say.tooLong(draft.length, LONGEST_SAY));
  }
  const isTaken = await ports.organiserWork.transaction(({ says }) =>
    says.change(found.id, found.edition, { draft }),
  );
  return shown(ports, found, context, isTaken ? undefined : messages.say.changed);
}

/** Once for everybody: two who confirm at once are told the same, and it leaves once. */
async function send(ports: SayPorts, found: Say, context: Context): Promise<CardReply> {
  const { id, edition, draft = '', state, text } = found;
  const isFirst = state === 'draft';
  await ports.organiserWork.transaction(async (stores) => {
    const change = { text: draft, draft: '', ...(isFirst ? { state: 'sent' as const } : {}) };
    if (!(await stores.says.change(id, edition, change))) return;
    if (isFirst) await sendAll(stores, found, context);
    else await again(stores, found, context);
    await note(stores, found, isFirst ? [] : [excerpt(text)], [excerpt(draft)], context);
  });
  return shown(ports, found, context);
}

async function sendAll(
  { says, subscriptions, outbox }: OrganiserStores,
  { id, community, conference, audience }: Say,
  { caller, now }: Context,
): Promise<void> {
  const { platform } = community;
  if (audience.kind !== 'channels') {
    const members =
      audience.kind === 'starred'
        ? await says.starrers(community, conference, audience.talk)
        : await says.speakers(community, conference);
    await outbox.enqueue(
      members.map((member) => {
        const target = { kind: 'member', platform, member: member.id } as const;
        return sayDelivery({ target, conference, community }, id, now);
      }),
    );
    return;
  }
  const announcedTo = await subscriptions.of(community);
  await outbox.enqueue(
    audience.channels.map((channel) => {
      const target = { kind: 'channel', platform, community: community.id, channel } as const;
      const own = announcedTo.find((one) => one.target.channel === channel)?.language;
      const language = own ?? languageOf(caller.communityLocale ?? caller.locale);
      return sayDelivery({ target, conference, language }, id, now);
    }),
  );
}

/** What has arrived is edited; what has not left is worded when it does. */
async function again(
  { says, outbox }: OrganiserStores,
  { id }: Say,
  { now }: Context,
): Promise<void> {
  const reached = await says.reached(id);
  await outbox.enqueue(reached.map((one) => sayAgain(one, now)));
}

async function stop(ports: SayPorts, found: Say, context: Context): Promise<CardReply> {
  const { id, edition, state, text } = found;
  await ports.organiserWork.transaction(async (stores) => {
    if (state !== 'sent' || !(await stores.says.change(id, edition, { state: 'stopped' }))) return;
    await stores.says.drop(id, context.now);
    await note(stores, found, [excerpt(text)], ['stop'], context);
  });
  return shown(ports, found, context);
}

async function remove(ports: SayPorts, found: Say, context: Context): Promise<CardReply> {
  const { id, edition, state, text } = found;
  await ports.organiserWork.transaction(async (stores) => {
    const change = { state: 'removed', text: '', draft: '' } as const;
    if (state === 'removed' || state === 'draft') return;
    if (!(await stores.says.change(id, edition, change))) return;
    await again(stores, found, context);
    await stores.says.drop(id, context.now);
    await note(stores, found, [excerpt(text)], [], context);
  });
  return shown(ports, found, context);
}

/** For the log, which shows the text's beginning. */
const LONGEST_EXCERPT = 200;

function excerpt(text: string): string {
  return cut(text, LONGEST_EXCERPT);
}

function note(
  { acts }: OrganiserStores,
  { community, audience }: Say,
  before: ActWords,
  after: ActWords,
  context: Context,
): Promise<void> {
  const about = audienceWords(audience);
  return acts.record(community, { kind: 'say', about, before, after }, doneBy(context));
}
