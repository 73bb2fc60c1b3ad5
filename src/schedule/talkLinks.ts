import type { Instant } from '../clock.ts';
import type { Conference, Link, Talk } from './schedule.ts';

/**
 * What a talk's links are for, where that matters: a stream while it runs, a recording afterwards, a
 * place to say how it was. Schedules tell them apart from slides by the host alone, or by what the link
 * is called (FOSDEM's `Live video stream from the room`, `Video recording (mp4)` and `Submit Feedback`;
 * c3voc's hosts; Sessionize's `liveUrl` and `recordingUrl`, which are links by those names; issue 17).
 */

/** Hosts that have nothing but streams, those under them included. */
const STREAM_HOSTS = ['live.fosdem.org', 'stream.fosdem.org', 'streaming.media.ccc.de'];
/** c3voc shows there again what has been streamed. */
const SHOWN_AGAIN = /^\/[^/]+\/relive\//u;
/** A whole title, so that a talk about streams has none: `Live`, `Watch live`, `Live video stream (…)`. */
const STREAM_TITLE =
  /^(?:watch )?(?:the )?(?:live|live[ -]?(?:video[ -]?)?stream(?:ing)?|live video|(?:video ?)?stream)(?: (?:from|of|in|aus|im) .*| ?\(.*\)|:.*)?$/iu;

const RECORDING_HOSTS = ['video.fosdem.org', 'media.ccc.de'];
/** Hosts of videos of every kind: there the title has to say that this one is the talk's. */
const VIDEO_HOSTS = ['youtube.com', 'youtu.be', 'vimeo.com', 'peertube.tv', 'archive.org'];
const RECORDING_TITLE =
  /^(?:(?:watch |the )*(?:video |talk |session |audio )?recording|aufzeichnung|videoaufzeichnung|mitschnitt|enregistrement|recorded (?:talk|session|video))(?:$|[^\p{L}\p{N}])/iu;
const VIDEO_TITLE = /^(?:(?:the )?(?:talk )?video(?: of (?:the|this) talk)?|youtube|vimeo)$/iu;

const FEEDBACK_TITLE = /^(?:(?:submit|give|leave) )?feedback$/iu;

/**
 * The address at which the talk is watched while it runs: its organisers' own of the room, or else the
 * one that the source tells. Always `https:`; undefined where there is none.
 */
export function streamOf(
  { room, links }: Pick<Talk, 'room' | 'links'>,
  { rooms }: Pick<Conference, 'rooms'>,
): string | undefined {
  const ofRoom = rooms.find(({ name }) => name === room)?.stream;
  return ofRoom ?? links.find(isStream)?.url;
}

/** The links of a talk that is over by which it can be seen again; none of one that is not. */
export function recordingsOf(
  { links, end }: Pick<Talk, 'links' | 'end'>,
  now: Instant,
): readonly Link[] {
  return end > now ? [] : links.filter(isRecording);
}

/** Where people say how it was; undefined where the source tells no such address. */
export function feedbackOf({
  feedbackUrl,
  links,
}: Pick<Talk, 'feedbackUrl' | 'links'>): string | undefined {
  return feedbackUrl ?? links.find(({ title }) => FEEDBACK_TITLE.test(title))?.url;
}

function isStream({ title, url }: Link): boolean {
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol !== 'https:') return false;
  if (isOf(STREAM_HOSTS, hostname)) return !SHOWN_AGAIN.test(pathname);
  return STREAM_TITLE.test(title);
}

function isRecording({ title, url }: Link): boolean {
  const { hostname, pathname } = new URL(url);
  if (isOf(STREAM_HOSTS, hostname)) return SHOWN_AGAIN.test(pathname);
  if (isOf(RECORDING_HOSTS, hostname) || RECORDING_TITLE.test(title)) return true;
  return isOf(VIDEO_HOSTS, hostname) && VIDEO_TITLE.test(title);
}

function isOf(hosts: readonly string[], hostname: string): boolean {
  return hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`));
}
