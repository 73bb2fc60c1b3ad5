import { type Card, paragraph, quiet } from '../../cards/cards.ts';
import { fitsView, viewButton } from '../../cards/controls.ts';
import type { View } from '../../cards/view.ts';
import { viewAccess } from '../../cards/viewAccess.ts';
import type { Clock } from '../../clock.ts';
import { languageOf } from '../../messages/messages.ts';
import type { Caller, Welcomed } from '../../platform/requests.ts';
import { readNames } from '../asking/names/names.ts';
import type { Act, Question, Remark, Shown } from '../asking/question.ts';
import { shownByCard, shownByIds } from '../asking/shown.ts';
import { understand } from '../asking/understand.ts';
import type { Context } from '../context.ts';
import { jointly } from '../jointly.ts';
import { openSchedule } from '../schedule.ts';
import { answerTalk, drawNearest, PICKED } from '../talk/talk.ts';
import { talkOfPageIn } from '../talk/talkPage.ts';
import {
  canceledCard,
  doneCard,
  noRoomCard,
  personalCard,
  thanksCard,
  unknownCard,
} from './manners.ts';
import { createShownMemory, type ShownMemory } from './memory.ts';
import { withButtons } from './rows.ts';
import { settled } from './settled.ts';
import { followWords, understoodWords } from './understood.ts';
import { withWelcome } from './welcome.ts';

export interface AnswerPorts {
  readonly clock: Pick<Clock, 'now'>;
  draw(view: View, context: Context): Promise<Card>;
  /** Does something to the caller's own list. */
  act(act: Act, context: Context): Promise<Card>;
  /** Follows what the query names, or no more. */
  follow(query: string, isEnd: boolean, context: Context): Promise<Card>;
}

export interface Asked {
  readonly text: string;
  /** Action ids of the message that it carries on from. */
  readonly follows?: readonly string[];
  readonly welcome?: Welcomed | undefined;
}

/** A question and the card that answers it. */
export interface Answered {
  readonly question: Question;
  /** The sentence that tells how it was understood; empty where it was not. */
  readonly understood: string;
  readonly card: Card;
  /** For the asker alone, where others read along and the card tells them nothing of it. */
  readonly own?: Card;
}

export interface Answerer {
  answer(asked: Asked, context: Context): Promise<Answered>;
}

/** Answers what people say in words of their own, wherever they say it. */
export function createAnswerer(ports: AnswerPorts): Answerer {
  const memory = createShownMemory(ports.clock);
  return {
    async answer(asked, where) {
      const context = jointly(where);
      const own = within(where, ports);
      await readNames(context.programme.planned);
      const before = shownBefore(asked, memory, context);
      const meant = settled(understoodIn(asked, before, context), context);
      const drawn = await cardFor(asked.text, meant, own, context);
      const question = isSameAgain(meant, drawn, before, context)
        ? { intent: meant.intent, ...NOTHING_MORE }
        : meant;
      const answer = question === meant ? drawn : await cardFor(asked.text, question, own, context);
      const card = welcoming(answer, asked, question, context);
      const shown = shownByCard(card, context.programme.key);
      if (question.outcome.kind === 'act')
        rememberAct(question.outcome.act, memory, context.caller);
      else if (shown.talks.length > 0) remember(question, shown, memory, context.caller);
      const answered = { question, understood: sentenceOf(question, context) };
      // What is on somebody's list, and what they do to it, is theirs.
      return question.outcome.kind === 'act' && context.audience === 'everyone'
        ? { ...answered, card: doneCard(card, context), own: card }
        : { ...answered, card };
    },
  };
}

/** What is drawn and done goes by the conference that somebody is in, beside which it finds the others. */
function within(where: Context, ports: AnswerPorts): AnswerPorts {
  return {
    ...ports,
    draw: (of) => ports.draw(of, where),
    act: (act) => ports.act(act, where),
    follow: (query, isEnd) => ports.follow(query, isEnd, where),
  };
}

function shownBefore(
  { follows = [] }: Asked,
  memory: ShownMemory,
  { caller, programme }: Context,
): Shown | undefined {
  const told = shownByIds(follows, programme.key);
  return told.talks.length > 0 ? told : memory.recall(caller);
}

const NOTHING_MORE = {
  outcome: { kind: 'unknown', why: 'nothingMore' },
  remarks: [],
} as const satisfies Partial<Question>;

/** A list turned beyond its end shows its last page; whoever asks for more has seen that. */
function isSameAgain(
  { outcome }: Question,
  card: Card,
  before: Shown | undefined,
  { programme: { key } }: Context,
): boolean {
  const isTurned = outcome.kind === 'view' && 'page' in outcome.view && outcome.view.page > 1;
  return isTurned && String(shownByCard(card, key).talks) === String(before?.talks);
}

function understoodIn(
  { text }: Asked,
  shown: Shown | undefined,
  { programme, now, caller, messages }: Context,
): Question {
  if (text === '') return { intent: 'help', outcome: view({ kind: 'help' }), remarks: [] };
  if (text.startsWith(PICKED)) {
    return { intent: 'find', outcome: view({ kind: 'search', query: text, page: 1 }), remarks: [] };
  }
  const page = talkOfPageIn(text, programme.conference.talks, now);
  if (page !== undefined) {
    const talk = { kind: 'talk', talk: programme.refOf(page), whole: false } as const;
    return { intent: 'find', outcome: view(talk), remarks: [] };
  }
  return understand(text, {
    ...{ programme, now, language: languageOf(caller.locale) },
    localNames: messages.names.filters,
    ...(shown === undefined ? {} : { shown }),
  });
}

/** Whoever asks what Hallway is and does is answered that, and needs no welcome beside. */
function welcoming(card: Card, { welcome }: Asked, { intent }: Question, context: Context): Card {
  const isWelcome = intent === 'help' && welcome === 'member';
  return welcome === undefined || isWelcome ? card : withWelcome(card, welcome, context);
}

function view(of: View): Question['outcome'] {
  return { kind: 'view', view: of };
}

/** What a deed was done with is the talk that “it” means next; the list it was picked from stays. */
function rememberAct({ talks }: Act, memory: ShownMemory, caller: Caller): void {
  const [picked, ...others] = talks;
  const before = memory.recall(caller);
  if (picked === undefined || others.length > 0) return;
  const isOfList = before?.talks.includes(picked) === true;
  memory.remember(caller, isOfList ? { ...before, picked } : { talks: [picked] });
}

/** What was but the nearest was not asked for: its rows can be picked, its words go no further. */
function remember(
  { outcome, isNearest }: Question,
  shown: ReturnType<typeof shownByCard>,
  memory: ShownMemory,
  caller: Caller,
): void {
  const { view, talks } = shown;
  const isOther = outcome.kind === 'view' && outcome.view.kind !== view?.kind;
  const kept = isOther ? { view: outcome.view, talks } : shown;
  memory.remember(caller, isNearest ? { talks } : kept);
}

async function cardFor(
  text: string,
  question: Question,
  ports: AnswerPorts,
  context: Context,
): Promise<Card> {
  const { outcome } = question;
  switch (outcome.kind) {
    case 'view':
      return explained(
        await drawn(question, outcome.view, ports, context),
        text,
        question,
        context,
      );
    case 'act':
      return ports.act(outcome.act, context);
    case 'follow':
      return ports.follow(outcome.query, outcome.isEnd, context);
    case 'canceled':
      return canceledCard(context);
    case 'thanks':
      return thanksCard(context);
    case 'noRoom':
      return explained(noRoomCard(outcome.name, context), text, question, context);
    case 'unknown':
      return explained(unknownCard(outcome.why, context), text, question, context);
  }
}

async function drawn(
  { isNearest, isOpen }: Question,
  of: View,
  ports: AnswerPorts,
  context: Context,
): Promise<Card> {
  const isOwn =
    viewAccess(of) === 'self' ||
    ((of.kind === 'search' || of.kind === 'changed') && /(^| )is:starred/.test(of.query ?? ''));
  if (isOwn && context.audience === 'everyone') return personalCard(of, context);
  if (of.kind === 'search' && isNearest) return drawNearest(of, context);
  if (of.kind === 'search' && of.page === 1 && isOpen !== true)
    return answerTalk(of.query, context);
  return of.kind === 'schedule' && of.page === 1
    ? openSchedule(of, context)
    : ports.draw(of, context);
}

/** With how it was understood above, where the words alone would have been another question. */
function explained(card: Card, text: string, question: Question, context: Context): Card {
  const { asking } = context.messages;
  const remarks = question.remarks.map((remark) => paragraph(remarkWords(remark, context)));
  const sentence = sentenceOf(question, context);
  const { literal } = question;
  const isPlain =
    literal === undefined || sentence === '' || card.kind === 'help' || sentence === text;
  const told =
    isPlain || isTitled(card, question, sentence) ? [] : [quiet(asking.understood(sentence))];
  const buttons =
    isPlain || !fitsView(context, literal) ? [] : [viewButton(context, literal, asking.literally)];
  return { ...card, blocks: [...told, ...remarks, ...withButtons(card.blocks, buttons)] };
}

/** The title of a list of talks tells in the same words what was looked for, that of a talk is the talk's. */
function isTitled({ kind, title }: Card, { outcome }: Question, sentence: string): boolean {
  const isList = kind === 'talks' && outcome.kind === 'view' && outcome.view.kind === 'search';
  return isList || title === sentence;
}

export function remarkWords(remark: Remark, { messages, programme }: Context): string {
  const { asking } = messages;
  switch (remark.kind) {
    case 'notBegun':
    case 'over':
      return asking[remark.kind](programme.conference.title);
    case 'noSuchDay':
    case 'whereRoom':
    case 'talksAlone':
      return asking[remark.kind];
    case 'filterNear':
      return asking.filterNear(remark.typed, remark.meant);
    case 'cityLeftOut':
      return asking.cityLeftOut(remark.city);
    case 'oneAtATime':
      return asking.oneAtATime(remark.other);
  }
}

function sentenceOf({ outcome }: Question, context: Context): string {
  switch (outcome.kind) {
    case 'view':
      return understoodWords(outcome.view, context);
    case 'act':
      return outcome.act.talks
        .flatMap((ref) => context.programme.talkByRef(ref)?.title ?? [])
        .join(' · ');
    case 'follow':
      return followWords(outcome, context);
    case 'canceled':
      return context.messages.asking.canceledTalks;
    case 'thanks':
      return context.messages.asking.thanks;
    case 'noRoom':
      return context.messages.asking.noRoom(outcome.name);
    case 'unknown':
      return context.messages.asking.unknown[outcome.why];
  }
}
