import { bySlugRef } from '../../cards/actions/reference.ts';
import type { View } from '../../cards/view.ts';
import { localName } from '../../cards/wording/localName.ts';
import { parseTalkQuery } from '../../search/query/talkQuery.ts';
import { sinceWords } from '../changes/changedCard.ts';
import type { Context } from '../context.ts';
import { dayWords, queryWords } from '../talk/sought.ts';

/** How a question was understood: `rust · Sunday, until 12:00`; the title of a list of talks says the same. */
export function understoodWords(view: View, context: Context): string {
  const { asking, lists, agenda, following } = context.messages;
  switch (view.kind) {
    case 'search':
      return queryWords(view.query, context);
    case 'now':
    case 'next':
      return joined([asking[view.kind], roomName(view, context)]);
    case 'schedule':
      return joined([
        asking.programme,
        dayName(view.day, context),
        roomName(view, context),
        trackName(view, context),
      ]);
    case 'changed':
      return joined([
        asking.changes(sinceWords(view.since, context)),
        view.query && queryWords(view.query, context),
      ]);
    case 'mytalks':
      return asking.mine;
    case 'settings':
      return context.messages.settings.title;
    case 'suggest': {
      const about = queryWords(view.query, context);
      return joined([view.within === 'gaps' ? asking.gaps : asking.suggestions, about]);
    }
    case 'talk':
      return context.programme.talkByRef(view.talk)?.title ?? '';
    case 'slot':
      return lists.slot(context.programme.talkByRef(view.talk)?.title ?? '');
    case 'follows':
    case 'followed':
      return following.title;
    case 'follow': {
      const title = context.programme.talkByRef(view.talk)?.title ?? '';
      return following.follow(title);
    }
    case 'claims':
    case 'speaker':
      return context.messages.speaking.title;
    case 'help':
      return asking.help;
    default:
      return agenda.title;
  }
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function roomName(
  view: Extract<View, { readonly kind: 'now' | 'next' | 'schedule' }>,
  context: Context,
) {
  const room = view.room && bySlugRef(context.programme.conference.rooms, view.room);
  return room && localName(room.name, context);
}

function trackName(view: Extract<View, { readonly kind: 'schedule' }>, context: Context) {
  const track = view.track && bySlugRef(context.programme.conference.tracks, view.track);
  return track && localName(track.name, context);
}

function dayName(index: number | undefined, context: Context): string | undefined {
  const day = context.programme.conference.days.find((each) => each.index === index);
  return day && dayWords(day, context);
}

/** `Follow Daniel Borkmann` */
export function followWords(
  { query: text, isEnd }: { readonly query: string; readonly isEnd: boolean },
  { messages, now, programme }: Context,
): string {
  const { follow, unfollow } = messages.following;
  const { conference } = programme;
  const query = parseTalkQuery(text, { conference, now, localNames: messages.names.filters });
  const names = query.meanings.flatMap((meaning) => ('names' in meaning ? meaning.names : []));
  const said = query.words === '' ? names.join(', ') : messages.agenda.quoted(query.words);
  return (isEnd ? unfollow : follow)(said);
}
