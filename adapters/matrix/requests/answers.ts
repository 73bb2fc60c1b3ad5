import { HOUR_MS, systemClock } from '../../../src/clock.ts';
import { messagesFor } from '../../../src/messages/messages.ts';
import type { LiveAnswers } from '../../../src/platform/liveAnswers.ts';
import type { CardReply, Form, Reply } from '../../../src/platform/requests.ts';
import type { MatrixApi } from '../connection/api.ts';
import type { Content } from '../connection/verbs.ts';
import { escaped } from '../rendering/html.ts';
import type { DirectRooms } from '../rooms/direct.ts';
import type { RoomNames } from '../rooms/names.ts';
import { editOf, MESSAGE, messageOf, transactionOf } from '../sending/content.ts';
import type { Offers } from '../sending/offers.ts';
import { FORM_KEY, PLACE_KEY } from './shown.ts';

const PNG = 'image/png';

/** Where a question was asked. */
export interface Place {
  readonly room: string;
  /** The message that asks, or what else is answered: the same one is answered once. */
  readonly question: string;
  readonly sender: string;
  /** First message of the thread that the answer belongs to; undefined where there is nothing to reply to. */
  readonly thread: string | undefined;
  /** Which room it is about, where that is another. */
  readonly about?: string | undefined;
  /** Whether one talks to Hallway alone there. */
  readonly isDirect: boolean;
  /** BCP 47 of whoever asks. */
  readonly locale: string;
  /** The message of Hallway's that a reaction is to: the answer takes the place of it, where it says so. */
  readonly pressed?: string | undefined;
}

/** Where an answer is, for whoever edits or takes back the question. */
export interface Given {
  readonly room: string;
  readonly event: string;
  readonly at: number;
}

export interface AnswerParts {
  readonly api: Pick<MatrixApi, 'send' | 'upload'>;
  readonly direct: Pick<DirectRooms, 'openFor'>;
  readonly roomNames: RoomNames;
  readonly offers: Pick<Offers, 'offer'>;
  readonly live: LiveAnswers;
}

/** Each edit is an event that stays in the room's history, so that there are few. */
const EDITS = { everyMs: 5_000, most: 20, withinMs: HOUR_MS };

/** Says it where it was asked, pinging nobody; what is for the asker alone goes to their direct room. */
export async function answer(parts: AnswerParts, place: Place, reply: Reply): Promise<Given> {
  const { api, offers, live } = parts;
  const { pressed } = place;
  if (pressed !== undefined) await live.end(pressed);
  const there = await roomFor(parts, place, reply);
  const content = await contentOf(parts, reply, place, there);
  if (reply.kind === 'card' && replacing(place, reply, there)) {
    const edit = editOf(pressed ?? '', content);
    const event = await api.send(there, MESSAGE, transactionOf('turn', place.question), edit);
    keepTrue(parts, place, { room: there, event: pressed ?? '' }, reply);
    return { room: there, event, at: systemClock.now() };
  }
  const txnId = transactionOf('answer', place.question);
  const event = await api.send(there, MESSAGE, txnId, content);
  if (reply.kind === 'card') {
    offers.offer(there, event, content);
    await attach(parts, place, there, reply);
    keepTrue(parts, place, { room: there, event }, reply);
  }
  if (there !== place.room) await pointThere(parts, place);
  return { room: there, event, at: systemClock.now() };
}

function keepTrue(
  parts: AnswerParts,
  place: Place,
  at: Pick<Given, 'room' | 'event'>,
  reply: CardReply,
): void {
  parts.live.begin(at.event, reply, EDITS, (card) =>
    answerAgain(parts, place, at, { ...reply, card, attachments: [] }),
  );
}

/** Says it in place of what was answered before. */
export async function answerAgain(
  { api, roomNames }: Pick<AnswerParts, 'api' | 'roomNames'>,
  place: Place,
  { room, event }: Pick<Given, 'room' | 'event'>,
  reply: CardReply,
): Promise<void> {
  const edit = editOf(event, await contentOf({ roomNames }, reply, place, room));
  const txnId = transactionOf('answer again', `${event} ${JSON.stringify(edit)}`);
  await api.send(room, MESSAGE, txnId, edit);
}

async function roomFor({ direct }: AnswerParts, place: Place, reply: Reply): Promise<string> {
  const isForAll = reply.kind === 'card' && reply.audience === 'everyone';
  return place.isDirect || isForAll ? place.room : direct.openFor(place.sender);
}

/** A card that one alone sees is turned where it stands. */
function replacing({ pressed, isDirect, room }: Place, reply: CardReply, there: string): boolean {
  return pressed !== undefined && isDirect && reply.placement === 'replace' && there === room;
}

async function contentOf(
  { roomNames }: Pick<AnswerParts, 'roomNames'>,
  reply: Reply,
  place: Place,
  there: string,
): Promise<Content> {
  const said =
    reply.kind === 'card' ? messageOf(await roomNames.in(reply.card)) : formOf(reply, place.locale);
  const about = there === place.room ? place.about : place.room;
  const kept = about === undefined ? {} : { [PLACE_KEY]: about };
  return { ...said, ...kept, ...(there === place.room ? relationTo(place) : {}) };
}

/** Asks for words, which are what is said next. */
function formOf({ id, title, label, hint, value }: Form, locale: string): Content {
  const { numbered } = messagesFor(locale);
  const lines = [
    title,
    `${label}. ${hint}`,
    ...(value === '' ? [] : [numbered.now(value)]),
    numbered.writeIt,
  ];
  return {
    msgtype: 'm.text',
    body: lines.join('\n'),
    format: 'org.matrix.custom.html',
    formatted_body: lines
      .map((line, at) => (at === 0 ? `<h4>${escaped(line)}</h4>` : `<p>${escaped(line)}</p>`))
      .join('\n'),
    'm.mentions': {},
    [FORM_KEY]: id,
  };
}

/** In a room, a thread of its own: an event that has a relation cannot begin one. */
function relationTo({ question, thread, isDirect, pressed = question }: Place): Content {
  if (isDirect || thread === undefined) return {};
  return {
    'm.relates_to': {
      rel_type: 'm.thread',
      event_id: thread,
      is_falling_back: true,
      'm.in_reply_to': { event_id: pressed },
    },
  };
}

async function attach({ api }: AnswerParts, place: Place, room: string, reply: CardReply) {
  for (const [at, { name, mediaType, content }] of reply.attachments.entries()) {
    const bytes = Buffer.from(content);
    const url = await api.upload(name, mediaType, bytes);
    const info = { mimetype: mediaType, size: bytes.byteLength };
    const file = { msgtype: 'm.file', body: name, filename: name, url, info, 'm.mentions': {} };
    await api.send(room, MESSAGE, transactionOf(`file ${at}`, place.question), file);
  }
  if (reply.picture === undefined) return;
  const { name, png, alt } = reply.picture;
  const url = await api.upload(name, PNG, png);
  const info = { mimetype: PNG, size: png.byteLength };
  // Without a name of the file, the body is what is read out (client-server API, "m.image").
  const image = { msgtype: 'm.image', body: alt, url, info, 'm.mentions': {} };
  await api.send(room, MESSAGE, transactionOf('picture', place.question), image);
}

/** In the room, one line that says where the answer is. A notice rings for nobody. */
async function pointThere({ api }: AnswerParts, place: Place): Promise<void> {
  if (place.thread === undefined) return;
  const body = messagesFor(place.locale).numbered.inDirectRoom;
  const content = { msgtype: 'm.notice', body, 'm.mentions': {}, ...relationTo(place) };
  await api.send(place.room, MESSAGE, transactionOf('point', place.question), content);
}
