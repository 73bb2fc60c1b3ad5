import { USE_AS } from '../../cards/actions/organiserDeeds.ts';
import { DELAY_MINUTES } from '../../cards/actions/roomDeed.ts';
import { DEFAULT_PREVIEW_HOURS, PREVIEW_HOURS } from '../../cards/view.ts';
import { LANGUAGES, messagesFor } from '../../messages/messages.ts';
import type { CommandSpec, SubcommandSpec } from '../../platform/commandSpec.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply, CommandRequest, Reply } from '../../platform/requests.ts';
import { type CommunityRef, communityOf } from '../../platform/target.ts';
import type { Command } from '../command.ts';
import type { Context } from '../context.ts';
import { seekEverywhere, seekNamedRoom } from '../places.ts';
import { channelWords, doneBy, subscriptionWords } from './actWords.ts';
import { alerts } from './alerts.ts';
import { announce } from './announce.ts';
import { answers } from './answers.ts';
import { interest } from './interest/interest.ts';
import { nameRoles } from './naming.ts';
import { organiserConfirmation } from './organiserWords.ts';
import type { OrganiserPorts } from './ports.ts';
import { accept } from './programme/accept.ts';
import { TALK_ACTS, talkByHand } from './programme/changeTalk.ts';
import { drop } from './programme/drop.ts';
import { stream } from './programme/stream.ts';
import { use } from './programme/use.ts';
import { say } from './say/say.ts';
import { drawOrganiser } from './views/draw.ts';
import { web } from './web.ts';

const NAMING: SubcommandSpec['options'] = [
  { name: 'who', kind: 'who', required: false },
  { name: 'remove', kind: 'who', required: false },
];

export const conferenceSpec: CommandSpec = {
  name: 'conference',
  access: 'organiser',
  options: [],
  subcommands: [
    {
      name: 'status',
      options: [{ name: 'show', kind: 'choice', required: false, choices: ['log'] }],
    },
    {
      name: 'use',
      options: [
        { name: 'source', kind: 'text', required: true },
        { name: 'zone', kind: 'zone', required: false },
        { name: 'name', kind: 'text', required: false },
        { name: 'rooms', kind: 'text', required: false },
        { name: 'as', kind: 'choice', required: false, choices: USE_AS },
      ],
    },
    { name: 'drop', options: [] },
    {
      name: 'announce',
      options: [
        { name: 'channel', kind: 'channel', required: true },
        { name: 'lead', kind: 'integer', required: false, range: { min: 0, max: 240 } },
        { name: 'rooms', kind: 'rooms', required: false },
        { name: 'tracks', kind: 'tracks', required: false },
        { name: 'kinds', kind: 'kinds', required: false },
        { name: 'mention', kind: 'mention', required: false },
        { name: 'language', kind: 'choice', required: false, choices: LANGUAGES },
      ],
    },
    { name: 'mute', options: [{ name: 'channel', kind: 'channel', required: true }] },
    {
      name: 'preview',
      options: [{ name: 'hours', kind: 'integer', required: false, range: PREVIEW_HOURS }],
    },
    { name: 'doctor', options: [] },
    {
      name: 'say',
      options: [
        { name: 'text', kind: 'text', required: false, rest: true },
        { name: 'to', kind: 'text', required: false },
      ],
    },
    { name: 'interest', options: [{ name: 'day', kind: 'day', required: false }] },
    {
      name: 'answers',
      options: [{ name: 'where', kind: 'text', required: true, rest: true }],
    },
    {
      name: 'web',
      options: [
        { name: 'when', kind: 'choice', required: true, choices: ['on', 'off'] },
        { name: 'name', kind: 'text', required: false },
      ],
    },
    { name: 'organisers', options: NAMING },
    { name: 'helpers', options: NAMING },
    {
      name: 'alerts',
      options: [
        { name: 'where', kind: 'text', required: false },
        { name: 'language', kind: 'choice', required: false, choices: LANGUAGES },
      ],
    },
    {
      name: 'delay',
      options: [
        { name: 'room', kind: 'room', required: true },
        { name: 'minutes', kind: 'integer', required: true, range: DELAY_MINUTES },
      ],
    },
    {
      name: 'talk',
      options: [
        { name: 'talk', kind: 'talk', required: true },
        { name: 'act', kind: 'choice', required: true, choices: TALK_ACTS },
        { name: 'to', kind: 'text', required: false, rest: true },
      ],
    },
    { name: 'accept', options: [] },
    {
      name: 'stream',
      options: [
        { name: 'room', kind: 'room', required: true },
        { name: 'url', kind: 'text', required: true },
      ],
    },
  ],
};

/** What organisers do: the schedule, the channels, and how all is. */
export function createConferenceCommand(ports: OrganiserPorts): Command {
  return {
    spec: conferenceSpec,
    shows: 'own',
    async run(request, readContext) {
      const { caller } = request;
      const community = communityOf(caller);
      if (community === undefined) {
        const messages = messagesFor(caller.locale, caller.commandPrefix);
        return refused(messages, messages.organiser.onlyInCommunity);
      }
      // The present schedule may be one that cannot be read.
      if (request.subcommand === 'use') return use(ports, community, request, readContext);
      return answer(ports, community, request, await readContext());
    },
  };
}

const STATUS = { kind: 'status' } as const;
const LOG = { kind: 'log', page: 1 } as const;

async function answer(
  ports: OrganiserPorts,
  community: CommunityRef,
  { subcommand, args }: CommandRequest,
  context: Context,
): Promise<Reply> {
  switch (subcommand) {
    case 'announce':
      return announce(ports, community, args, context);
    case 'answers':
      return answers(ports, community, args, context);
    case 'web':
      return web(ports, community, args, context);
    case 'alerts':
      return alerts(ports, community, args, context);
    case 'drop':
      return drop(ports, community, context);
    case 'mute':
      return mute(ports, community, args, context);
    case 'delay':
      return delay(ports, community, args, context);
    case 'talk':
      return talkByHand(ports, community, args, context);
    case 'organisers':
      return nameRoles(ports, community, 'organiser', args, context);
    case 'helpers':
      return nameRoles(ports, community, 'helper', args, context);
    case 'accept':
      return accept(ports, community, context);
    case 'stream':
      return stream(ports, community, args, context);
    case 'preview': {
      const hours = Number(args['hours'] ?? DEFAULT_PREVIEW_HOURS);
      return privately(await drawOrganiser(ports, { kind: 'preview', hours }, context));
    }
    case 'say':
      return say(ports, community, args, context);
    case 'interest':
      return interest(ports, community, args['day'], context);
    case 'doctor':
      return privately(await drawOrganiser(ports, { kind: 'doctor' }, context));
    default: {
      const view = args['show'] === 'log' ? LOG : STATUS;
      return privately(await drawOrganiser(ports, view, context));
    }
  }
}

async function mute(
  { organiserWork }: OrganiserPorts,
  community: CommunityRef,
  { channel = '' }: CommandRequest['args'],
  context: Context,
): Promise<CardReply> {
  const { organiser } = context.messages;
  const { platform, id } = community;
  const target = { kind: 'channel', platform, community: id, channel } as const;
  const removed = await organiserWork.transaction(async ({ subscriptions, acts }) => {
    const former = (await subscriptions.of(community)).find(
      (one) => one.target.channel === channel,
    );
    if (former === undefined || !(await subscriptions.remove(target))) return false;
    const before = subscriptionWords(former);
    const act = { kind: 'mute', about: channelWords(channel), before, after: [] } as const;
    await acts.record(community, act, doneBy(context));
    return true;
  });
  return privately(
    organiserConfirmation(removed ? organiser.muted : organiser.notAnnounced, context.messages),
  );
}

/** `delay`: a room runs late for the rest of the day, or is on time again. */
export async function delay(
  { delays }: OrganiserPorts,
  community: CommunityRef,
  { room: text = '', minutes: typed = '' }: CommandRequest['args'],
  context: Context,
): Promise<CardReply> {
  const { messages } = context;
  const sought = seekEverywhere(context, (one) => seekNamedRoom(text, one));
  if (sought.kind === 'refused') return refused(messages, sought.sentence);
  const { programme } = sought.context;
  const room = sought.value;
  const minutes = Number(typed);
  const held = await delays.set(
    community,
    programme,
    { room: room.slug, minutes },
    context.caller.member,
  );
  const sentence = messages.organiser.delayed(room.name, minutes, held);
  return privately(organiserConfirmation(sentence, messages));
}
