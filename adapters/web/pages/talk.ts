import { html } from 'hono/html';
import { readRef } from '../../../src/cards/actions/reference.ts';
import type { View } from '../../../src/cards/view.ts';
import { referred } from '../../../src/commands/jointly.ts';
import { drawQuestion } from '../../../src/commands/questions.ts';
import { PICKED } from '../../../src/commands/talk/talk.ts';
import type { CommunityRef } from '../../../src/platform/target.ts';
import { renderCard } from './card.ts';
import { chatAddress } from './chats.ts';
import type { PageFrame } from './frame.ts';
import { type Html, layout } from './layout.ts';
import { footer, navigation } from './navigation.ts';
import { lateWords } from './talks.ts';

/** Undefined where the schedule has no such talk. */
export async function talkPage(
  frame: PageFrame,
  typed: string,
  community: CommunityRef,
): Promise<Html | undefined> {
  const { base, messages, programme } = frame;
  const ref = readRef(typed);
  const found = referred(ref, frame);
  if (found === undefined) return undefined;
  const { talk } = found;
  const card = await drawQuestion({ kind: 'talk', talk: ref, whole: true }, frame);
  const words = messages.web.page;
  const late = talk.status === 'canceled' ? undefined : lateWords(talk, frame);
  const room = programme.conference.rooms.find(({ name }) => name === talk.room);
  const chat = chatAddress(community);
  const content = html`${late === undefined ? '' : html`<p class="marks">${late}</p>`}
${renderCard(card, frame)}
<section class="add"><h2>${words.add}</h2>
<p>${words.addHow(messages.slash(`talk ${PICKED}${ref}`))}</p>
${chat === undefined ? '' : html`<p><a class="button" href="${chat}" rel="noreferrer">${words.openChat}</a></p>`}
</section>
${room === undefined ? '' : html`<p><a href="${base}/room/${room.slug}">${words.door}</a></p>`}`;
  return layout(
    {
      title: talk.title,
      of: programme.conference.title,
      navigation: navigation(frame),
      content,
      footer: footer(frame),
    },
    messages,
  );
}

/** What the chat answers to the same words. */
export async function searchPage(frame: PageFrame, query: string, page: number): Promise<Html> {
  const { messages, programme } = frame;
  const view: View = { kind: 'search', query, page };
  const card = await drawQuestion(view, frame);
  return layout(
    {
      title: messages.web.page.found(query),
      of: programme.conference.title,
      navigation: navigation(frame, query),
      content: renderCard(card, frame),
      footer: footer(frame),
    },
    messages,
  );
}
