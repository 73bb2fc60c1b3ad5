import { encodeAction } from '../../../cards/actions/action.ts';
import { type Block, type Card, paragraph, quiet, type Text } from '../../../cards/cards.ts';
import { clockWords, durationWords, instantTime } from '../../../cards/wording/time.ts';
import type { Instant } from '../../../clock.ts';
import { type Messages, messagesFor } from '../../../messages/messages.ts';
import type { Delivery, Subject } from '../../../outbox/delivery.ts';
import type { Alert, AlertChannel, AlertChannels, Alerts } from '../../../outbox/kinds/alert.ts';
import { type CommunityRef, communityOf, targetKey } from '../../../platform/target.ts';
import type { SpeakerClaim, SpeakerClaims } from '../../../programme/speakerClaims.ts';
import type { ConferenceKey } from '../../../schedule/source.ts';
import { claimBlocks } from './claimBlocks.ts';

export interface AlertPorts {
  readonly alertChannels: Pick<AlertChannels, 'of'>;
  readonly alerts: Pick<Alerts, 'told'>;
  readonly speakerClaims: Pick<SpeakerClaims, 'in'>;
}

/** So many have room in a message of any platform, with their buttons; the status shows them all. */
const MOST_SHOWN = 8;
const MOST_TO_DECIDE = 5;

type Told = Extract<Subject, { readonly kind: 'alert' }>;

/** How it is read: by which clock, and at what moment. */
interface Setting {
  readonly messages: Messages;
  /** IANA. */
  readonly zone: string;
  readonly now: Instant;
  readonly conference: ConferenceKey;
  /** Of the community. */
  readonly claims: readonly SpeakerClaim[];
}

/** How what a message tells stands now; undefined where there is nothing to tell. By the clocks of `zone`. */
export async function alertCard(
  { alertChannels, alerts, speakerClaims }: AlertPorts,
  { target, language, conference }: Delivery,
  subject: Told,
  zone: string,
  now: Instant,
): Promise<Card | undefined> {
  if (target.kind !== 'channel') return undefined;
  const community = communityOf(target);
  const channel = await alertChannels.of(community);
  const isHere = channel !== undefined && targetKey(channel.target) === targetKey(target);
  const claims = await speakerClaims.in(community);
  const setting = { messages: messagesFor(language), zone, now, conference, claims };
  const card = isHere
    ? await cardHere(alerts, community, subject, setting)
    : elsewhere(channel, setting);
  return card && { ...card, reader: { locale: setting.messages.time.locale } };
}

async function cardHere(
  alerts: AlertPorts['alerts'],
  community: CommunityRef,
  { isNaming, episode }: Told,
  setting: Setting,
): Promise<Card | undefined> {
  const { here, hereIs } = setting.messages.alerts;
  if (isNaming) {
    return { kind: 'confirmation', title: here, summary: here, blocks: [paragraph(hereIs)] };
  }
  const told = await alerts.told(community, episode);
  return told.length === 0 ? undefined : toldCard(told, setting);
}

/** In the place of what was told where alerts went before. */
function elsewhere(channel: AlertChannel | undefined, { messages }: Setting): Card {
  const { nowElsewhere, nowNowhere } = messages.alerts;
  const title = channel === undefined ? nowNowhere : nowElsewhere;
  const place: readonly Block[] =
    channel === undefined ? [] : [paragraph({ kind: 'channel', id: channel.target.channel })];
  return { kind: 'confirmation', title, summary: title, blocks: place };
}

function toldCard(told: readonly Alert[], setting: Setting): Card {
  const { messages, conference } = setting;
  const title = titleOf(told, messages);
  const status = encodeAction({ conference, deed: { kind: 'open', view: { kind: 'status' } } });
  const label = messages.organiser.toStatus;
  const shown = shownOf(told);
  const rest = told.length - shown.length;
  return {
    kind: told.some(isOpen) ? 'problem' : 'confirmation',
    title,
    summary: title,
    blocks: [
      ...shown.flatMap((alert) => alertBlocks(alert, told.length > 1, setting)),
      ...(rest === 0 ? [] : [paragraph(messages.alerts.more(rest))]),
      {
        kind: 'buttons',
        buttons: [{ kind: 'action', id: status, label, style: 'secondary' }],
      },
    ],
  };
}

/** What is open goes before what is over, and of claims the oldest go before the others until those are decided. */
function shownOf(told: readonly Alert[]): readonly Alert[] {
  const toDecide = told.filter((alert) => isOpen(alert) && alert.trouble.kind === 'claim');
  const later = new Set(toDecide.slice(MOST_TO_DECIDE));
  const all = told.filter((alert) => !later.has(alert));
  if (all.length <= MOST_SHOWN) return all;
  const { true: open = [], false: over = [] } = Object.groupBy(all, (alert) => `${isOpen(alert)}`);
  return [...open, ...over].slice(0, MOST_SHOWN);
}

function isOpen({ overAt }: Alert): boolean {
  return overAt === undefined;
}

function titleOf(told: readonly Alert[], messages: Messages): string {
  const { alerts } = messages;
  const open = told.filter(isOpen);
  const all = open.length === 0 ? told : open;
  const [first, ...others] = all;
  if (first === undefined) return '';
  const what = others.length === 0 ? titleOfOne(first, messages) : alerts.several(all.length);
  return open.length === 0 ? alerts.over(what) : what;
}

/** `Fringe: The schedule’s source cannot be read` */
function titleOfOne({ trouble }: Alert, { alerts, marks }: Messages): string {
  const { kind, conference } = trouble;
  const title = alerts.titles[kind];
  return conference === undefined ? title : conference.name + marks.colon + title;
}

function alertBlocks(alert: Alert, isNamed: boolean, setting: Setting): readonly Block[] {
  const { alerts } = setting.messages;
  const title = titleOfOne(alert, setting.messages);
  return [
    ...(isNamed
      ? [paragraph({ kind: 'strong', text: isOpen(alert) ? title : alerts.over(title) })]
      : []),
    ...[words(alert, setting.messages)].flatMap((text) =>
      text.length === 0 ? [] : [paragraph(...text)],
    ),
    ...undecided(alert, setting),
    quiet(...spanText(alert, setting)),
  ];
}

/** Of somebody who says to be a speaker: who, and the buttons that decide, until it is. */
function undecided({ trouble }: Alert, { claims, ...setting }: Setting): readonly Block[] {
  const claim = claims.find(
    ({ id, state }) => trouble.kind === 'claim' && id === trouble.claim && state === 'open',
  );
  return claim === undefined
    ? []
    : claimBlocks(claim, claims, { ...setting, conference: claim.conference });
}

/** What to do is said while it is to be done. */
function words(alert: Alert, messages: Messages): Text {
  const { alerts, marks } = messages;
  const { trouble } = alert;
  const advice = isOpen(alert) ? [alerts.advice[trouble.kind]] : [];
  switch (trouble.kind) {
    case 'sourceStale':
    case 'roomFeedStale':
    case 'late':
      return advice;
    case 'sourceRefused': {
      const { flaw, lost, of } = trouble;
      return [[alerts[flaw](lost, of), ...advice].join(' ')];
    }
    case 'claim':
      return [[trouble.name, ...advice].join(marks.colon)];
    case 'contradiction':
      return [[messages.agenda.quoted(trouble.title), ...advice].join(marks.colon)];
    case 'channel':
      return [
        { kind: 'channel', id: trouble.channel },
        ...advice.map((text) => marks.colon + text),
      ];
  }
}

/** `Since 10:02, for 8 min`, or `8 min, from 10:02 to 10:10`; of what flaps the last time. */
function spanText({ since, seenAt, overAt, returns }: Alert, setting: Setting): Text {
  const { messages, zone, now } = setting;
  const { alerts, operator } = messages;
  const again = returns === 0 ? [] : [` ${alerts.again(returns)}`];
  const span = (until: Instant) => durationWords(until - since, messages);
  if (overAt === undefined) {
    const time = instantTime(since, zone, 'dateTime', messages);
    return [`${operator.since} `, time, `, ${span(now)}.`, ...again];
  }
  const clock = (at: Instant) => clockWords(at, zone, messages);
  return [`${operator.from(clock(since), clock(seenAt), span(seenAt))}.`, ...again];
}
