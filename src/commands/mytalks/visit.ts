import type { Visit } from '../../agenda/agenda.ts';
import { toldOf } from '../../agenda/reading.ts';
import { confirmationCard } from '../../cards/problem.ts';
import { privately } from '../../platform/replies.ts';
import type { Caller, CardReply } from '../../platform/requests.ts';
import type { ConferenceKey } from '../../schedule/source.ts';
import type { Context } from '../context.ts';

/** The caller as the agenda takes note of them. */
export function visitOf(caller: Caller, conference: ConferenceKey): Visit {
  const { platform, member, community } = caller;
  return {
    seen: {
      ref: { platform, id: member },
      ...toldOf(caller),
      ...(community === undefined ? {} : { community }),
    },
    conference,
  };
}

export function confirmed(sentence: string, { messages }: Pick<Context, 'messages'>): CardReply {
  return privately(confirmationCard(messages.agenda.title, sentence));
}
