import { type Card, type Fact, paragraph, type Text } from '../../../cards/cards.ts';
import { viewButton } from '../../../cards/controls.ts';
import type { Frame } from '../../../cards/frame.ts';
import type { Instant } from '../../../clock.ts';
import { announces, type Subscription } from '../../../outbox/subscription.ts';
import type { ChannelTarget } from '../../../platform/target.ts';
import type { SourceProblem } from '../../../schedule/keeping/kept.ts';
import {
  channelInline,
  crowdFacts,
  mentionInline,
  momentWords,
  reasonWords,
} from '../organiserWords.ts';
import { doubtedButtons } from '../programme/accept.ts';
import type { Finding } from './diagnosis.ts';

export interface Examination {
  readonly findings: readonly Finding[];
  readonly subscriptions: readonly Subscription[];
  /** How much is followed of which there is nothing, where that tells of nobody. */
  readonly inVain: number | undefined;
  readonly lastTickAt: Instant | undefined;
  readonly lastSentAt: Instant | undefined;
}

const MOST_FINDINGS = 20;
const MOST_ROOMS = 8;

/** `/conference doctor`: each finding says what to do. */
export function organiserDoctorCard(
  { findings, subscriptions, inVain, lastTickAt, lastSentAt }: Examination,
  frame: Frame,
): Card {
  const { organiser } = frame.messages;
  const summary = findings.length === 0 ? organiser.healthy : organiser.found(findings.length);
  const rest = findings.length - MOST_FINDINGS;
  return {
    kind: 'organiser',
    title: organiser.doctor(frame.programme.conference.title),
    summary,
    blocks: [
      paragraph({ kind: 'strong', text: summary }),
      ...findings
        .slice(0, MOST_FINDINGS)
        .map((finding) => paragraph('• ', ...words(finding, frame))),
      ...(rest > 0 ? [paragraph(organiser.moreFindings(rest))] : []),
      {
        kind: 'facts',
        facts: [
          { label: organiser.lastTick, value: [momentWords(lastTickAt, frame)] },
          { label: organiser.lastSent, value: [momentWords(lastSentAt, frame)] },
          ...crowdFacts(frame),
          ...mentionFacts(subscriptions, frame),
          ...inVainFacts(inVain, frame),
        ],
      },
      {
        kind: 'buttons',
        buttons: [
          viewButton(frame, { kind: 'doctor' }, organiser.again),
          ...findings.flatMap((finding) =>
            finding.kind === 'sourceFails' ? doubtedButtons(finding.problem, frame) : [],
          ),
        ],
      },
    ],
  };
}

/** `#hall @devroom, #news @here`: whom announcements ping. */
function mentionFacts(subscriptions: readonly Subscription[], { messages }: Frame): Fact[] {
  const value = subscriptions
    .filter(announces)
    .flatMap(
      ({ target, mention }): Text =>
        mention === undefined ? [] : [', ', channelInline(target), ' ', mentionInline(mention)],
    );
  return value.length === 0 ? [] : [{ label: messages.organiser.mentioned, value: value.slice(1) }];
}

function inVainFacts(inVain: number | undefined, { messages }: Frame): Fact[] {
  if (inVain === undefined) return [];
  const { about, inVain: label } = messages.following;
  return [{ label, value: [about(inVain)] }];
}

function words(finding: Finding, frame: Frame): Text {
  const { findings } = frame.messages.organiser;
  switch (finding.kind) {
    case 'sourceFails':
      return [problemWords(finding.problem, frame)];
    case 'sourceStale':
      return [findings.sourceStale(momentWords(finding.checkedAt, frame))];
    case 'zoneIsUtc':
    case 'noTalks':
    case 'noSubscription':
      return [findings[finding.kind]];
    case 'over':
      return [findings.over(momentWords(finding.end, frame))];
    case 'farAhead':
      return [findings.farAhead(momentWords(finding.start, frame))];
    case 'channelMissing':
    case 'alertsMissing':
    case 'mentionGone':
      return inChannel(finding, findings[finding.kind], frame);
    case 'channelForbidden':
      return inChannel(finding, findings.channelForbidden(finding.lacking.join(', ')), frame);
    case 'channelRefused': {
      const at = momentWords(finding.at, frame);
      return inChannel(finding, findings.channelRefused(at, finding.code), frame);
    }
    case 'unknownPlaces':
      return [channelInline(finding.target), ' ', findings.unknownPlaces(finding.slugs.join(', '))];
    case 'streamsGone':
      return [findings.streamsGone(finding.slugs.join(', '))];
    case 'roomFeedFails': {
      const { since, reason } = finding.failing;
      return [
        findings.roomFeedFails(momentWords(since, frame), reasonWords(reason, frame.messages)),
      ];
    }
    case 'roomFeedUnknown':
      return [frame.messages.organiser.roomFeedUnknown(roomWords(finding.names, frame))];
    case 'unheardRooms':
      return [findings.unheardRooms(roomWords(finding.rooms, frame))];
    case 'roomClash':
      return [findings.roomClash(finding.room, finding.talks[0].title, finding.talks[1].title)];
    case 'claimsOpen':
      return [frame.messages.speaking.waiting(finding.count)];
    case 'contradicted':
      return [contradictionWords(finding.byHand, frame)];
    case 'beside':
      return [
        { kind: 'strong', text: finding.title },
        frame.messages.marks.colon,
        ...words(finding.finding, frame),
      ];
    case 'ungranted':
      return [findings.ungranted(finding.permissions.join(', '))];
    case 'slow':
      return [findings.slow(finding.perMinute, finding.remedy)];
    case 'noTick':
      return [findings.noTick(momentWords(finding.lastTickAt, frame))];
  }
}

function contradictionWords(
  { title, own, source }: Extract<Finding, { readonly kind: 'contradicted' }>['byHand'],
  { messages }: Frame,
): string {
  return messages.byHand.contradicted(title, own, source);
}

function inChannel(
  { target }: { readonly target: ChannelTarget },
  sentence: string,
  { messages }: Frame,
): Text {
  return [channelInline(target), messages.marks.colon, sentence];
}

function roomWords(rooms: readonly string[], { messages }: Frame): string {
  const named = rooms.slice(0, MOST_ROOMS).join(', ');
  const rest = rooms.length - MOST_ROOMS;
  return rest > 0 ? messages.talk.andMore(named, rest) : named;
}

function problemWords(problem: SourceProblem, frame: Frame): string {
  const { findings } = frame.messages.organiser;
  const since = momentWords(problem.since, frame);
  switch (problem.kind) {
    case 'unreadable':
      return findings.sourceUnreadable(since, reasonWords(problem.reason, frame.messages));
    case 'setAside':
      return findings.sourceSetAside(since);
    case 'shrunken':
      return findings.sourceShrunken(since, problem.lost, problem.of);
    case 'past':
      return findings.sourcePast(since, problem.lost, problem.of);
  }
}
