import { type Accounts, exportDocument } from '../../agenda/accounts.ts';
import type { Agenda, Visit } from '../../agenda/agenda.ts';
import type { Redemption } from '../../agenda/linking.ts';
import { agendaCard } from '../../agenda/listCard.ts';
import { type MyTalksParts, readMyTalks } from '../../agenda/myTalks.ts';
import type { Card } from '../../cards/cards.ts';
import { confirmationCard } from '../../cards/problem.ts';
import type { View } from '../../cards/view.ts';
import type { CommandSpec } from '../../platform/commandSpec.ts';
import { privately, refused } from '../../platform/replies.ts';
import type { Caller, CardReply, CommandRequest } from '../../platform/requests.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import type { Command } from '../command.ts';
import { type Scene, setScene } from '../scene.ts';

export interface MyTalksCommandParts extends MyTalksParts {
  readonly agenda: Agenda;
  readonly accounts: Accounts;
}

export const myTalksSpec: CommandSpec = {
  name: 'mytalks',
  access: 'everyone',
  options: [],
  subcommands: [
    { name: 'list', options: [] },
    {
      name: 'digest',
      options: [{ name: 'when', kind: 'choice', required: true, choices: ['on', 'off'] }],
    },
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
    async run(request, asked) {
      const scene = await setScene(asked, request.caller);
      return answer(parts, request, scene);
    },
  };
}

async function answer(
  parts: MyTalksCommandParts,
  { subcommand, args }: CommandRequest,
  scene: Scene,
): Promise<CardReply> {
  const { agenda: words } = scene.messages;
  const visit = visitOf(scene.caller, scene.programme.key);
  switch (subcommand) {
    case 'digest': {
      const wanted = args['when']?.toLowerCase() === 'on';
      await parts.agenda.setDigest(visit, wanted);
      return confirmed(wanted ? words.digestOn : words.digestOff, scene);
    }
    case 'link': {
      const code = args['code']?.trim() ?? '';
      return code === ''
        ? confirmed(words.linkCode(await parts.accounts.offerLink(visit)), scene)
        : linked(await parts.accounts.enterLink(visit, code), scene);
    }
    case 'unlink':
      return confirmed(
        (await parts.accounts.unlink(visit)) ? words.unlinked : words.notLinked,
        scene,
      );
    case 'export':
      return exported(parts, scene);
    case 'forget':
      await parts.accounts.forget(scene.member);
      return confirmed(words.forgotten, scene);
    default:
      return privately(await drawMyTalks(parts, { kind: 'mytalks', page: 1 }, scene));
  }
}

async function exported({ accounts }: MyTalksCommandParts, scene: Scene): Promise<CardReply> {
  const { agenda: words } = scene.messages;
  const data = await accounts.export(scene.member);
  if (data === undefined) return confirmed(words.nothingKept, scene);
  const content = exportDocument(data);
  return {
    ...confirmed(words.exported, scene),
    attachments: [{ name: words.exportFile, mediaType: 'application/json', content }],
  };
}

function linked({ kind }: Redemption, scene: Scene): CardReply {
  const { agenda: words } = scene.messages;
  switch (kind) {
    case 'linked':
      return confirmed(words.linked, scene);
    case 'own':
      return confirmed(words.linkOwn, scene);
    case 'unknown':
      return refused(scene.messages, words.linkUnknown);
    case 'tooManyTries':
      return refused(scene.messages, words.linkTooMany);
  }
}

/** The caller's list; in a shared message nobody's. */
export async function drawMyTalks(
  parts: MyTalksParts,
  { page }: Extract<View, { readonly kind: 'mytalks' }>,
  scene: Scene,
): Promise<Card> {
  const mine = await readMyTalks(parts, scene.member, scene.programme);
  const starred = new Set(mine.talks.map(({ id }) => id));
  return agendaCard(mine, page, 'answer', { ...scene, starred });
}

/** The caller as the agenda takes note of them. */
export function visitOf(
  { platform, member, locale, timeZone, community }: Caller,
  conference: ConferenceKey,
): Visit {
  return {
    seen: {
      ref: { platform, id: member },
      locale,
      ...(timeZone === undefined ? {} : { timeZone }),
      ...(community === undefined ? {} : { community }),
    },
    conference,
  };
}

export function confirmed(sentence: string, { messages }: Pick<Scene, 'messages'>): CardReply {
  return privately(confirmationCard(messages.agenda.title, sentence));
}
