import type { Agenda } from '../../agenda/agenda.ts';
import { memberListCard } from '../../agenda/list/memberListCard.ts';
import { sharedListCard } from '../../agenda/list/sharedListCard.ts';
import { type Accounts, exportDocument } from '../../agenda/personal/accounts.ts';
import type { Redemption } from '../../agenda/personal/linking.ts';
import type { Speaking } from '../../agenda/speaking.ts';
import type { Card } from '../../cards/cards.ts';
import type { View } from '../../cards/view.ts';
import type { CommandSpec } from '../../platform/commandSpec.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { CardReply, CommandRequest } from '../../platform/requests.ts';
import { cut } from '../../platform/text.ts';
import type { Command } from '../command.ts';
import { type Context, forEveryone } from '../context.ts';
import { type CalendarParts, calendar } from './calendar.ts';
import { joinOwnLists, type OwnListPorts, ownLists } from './lists.ts';
import { drawPicture, type PicturePorts } from './picture.ts';
import { drawSettings } from './settings.ts';
import { confirmed, visitOf } from './visit.ts';
import { setWish } from './wish.ts';
import { setZone } from './zone.ts';

export interface MyTalksCommandParts extends OwnListPorts, CalendarParts, PicturePorts {
  readonly agenda: Agenda;
  readonly accounts: Accounts;
  readonly speaking: Speaking;
}

const SWITCH = { name: 'when', kind: 'choice', required: true, choices: ['on', 'off'] } as const;

export const myTalksSpec: CommandSpec = {
  name: 'mytalks',
  access: 'everyone',
  options: [],
  subcommands: [
    { name: 'list', options: [] },
    { name: 'settings', options: [] },
    { name: 'zone', options: [{ name: 'zone', kind: 'zone', required: true, rest: true }] },
    { name: 'share', options: [] },
    { name: 'calendar', options: [] },
    { name: 'picture', options: [] },
    {
      name: 'digest',
      options: [SWITCH],
    },
    { name: 'recordings', options: [SWITCH] },
    { name: 'feedback', options: [SWITCH] },
    { name: 'link', options: [{ name: 'code', kind: 'text', required: false, rest: true }] },
    { name: 'unlink', options: [] },
    { name: 'export', options: [] },
    { name: 'forget', options: [] },
  ],
};

/** The personal list, and what members do with what is kept about them. */
export function createMyTalksCommand(parts: MyTalksCommandParts): Command {
  return {
    spec: myTalksSpec,
    shows: 'own',
    run: async (request, readContext) => answer(parts, request, await readContext()),
  };
}

async function answer(
  parts: MyTalksCommandParts,
  { subcommand, args }: CommandRequest,
  context: Context,
): Promise<CardReply> {
  const { agenda: words } = context.messages;
  const visit = visitOf(context.caller, context.programme.key);
  const wanted = args['when']?.toLowerCase() === 'on';
  switch (subcommand) {
    case 'share':
      return privately(await drawSharedList(parts, context));
    case 'calendar':
      return calendar(parts, context);
    case 'picture':
      return drawPicture(parts, undefined, context);
    case 'settings':
      return privately(await drawSettings(parts, context));
    case 'zone':
      return setZone(parts.agenda, visit, args['zone'] ?? '', context);
    case 'recordings':
    case 'feedback':
      return confirmed(await setWish(parts.agenda, visit, subcommand, wanted, context), context);
    case 'digest': {
      const volume = await parts.agenda.setDigest(visit, wanted);
      const held = volume === 'full' ? '' : ` ${words.digestHeld}`;
      return confirmed(wanted ? `${words.digestOn}${held}` : words.digestOff, context);
    }
    case 'link': {
      const code = args['code']?.trim() ?? '';
      return code === ''
        ? confirmed(words.linkCode(await parts.accounts.offerLink(visit)), context)
        : linked(await parts.accounts.enterLink(visit, code), context);
    }
    case 'unlink':
      return confirmed(
        (await parts.accounts.unlink(visit)) ? words.unlinked : words.notLinked,
        context,
      );
    case 'export':
      return exported(parts, context);
    case 'forget':
      await parts.accounts.forget(context.member);
      return confirmed(words.forgotten, context);
    default:
      return privately(await drawMyTalks(parts, { kind: 'mytalks', page: 1 }, context));
  }
}

async function exported({ accounts }: MyTalksCommandParts, context: Context): Promise<CardReply> {
  const { agenda: words } = context.messages;
  const data = await accounts.export(context.member);
  if (data === undefined) return confirmed(words.nothingKept, context);
  const content = exportDocument(data);
  return {
    ...confirmed(words.exported, context),
    attachments: [{ name: words.exportFile, mediaType: 'application/json', content }],
  };
}

function linked({ kind }: Redemption, context: Context): CardReply {
  const { agenda: words } = context.messages;
  switch (kind) {
    case 'linked':
      return confirmed(words.linked, context);
    case 'own':
      return confirmed(words.linkOwn, context);
    case 'unknown':
      return refused(context.messages, words.linkUnknown);
    case 'tooManyTries':
      return refused(context.messages, words.linkTooMany);
  }
}

/** The caller's list; in a shared message nobody's. */
export async function drawMyTalks(
  parts: OwnListPorts,
  { page }: Extract<View, { readonly kind: 'mytalks' }>,
  context: Context,
): Promise<Card> {
  const mine = joinOwnLists(await ownLists(parts, context));
  return memberListCard(mine.list, page, 'answer', mine.context);
}

/** The talks that the caller starred, to be looked at before they are posted, and then posted. */
export async function drawSharedList(parts: OwnListPorts, asked: Context): Promise<Card> {
  const { list, context } = joinOwnLists(await ownLists(parts, asked));
  const name = asked.caller.name && cut(asked.caller.name, LONGEST_NAME);
  return sharedListCard(
    list.talks,
    name,
    context.audience === 'caller' ? context : forEveryone(context),
  );
}

const LONGEST_NAME = 50;
