import type { Finding } from './error.ts';

/** Who hears when something is wrong: a channel, or a person by direct message. */
export type OperatorAddress =
  | {
      readonly kind: 'channel';
      readonly platform: string;
      readonly community: string;
      readonly channel: string;
    }
  | { readonly kind: 'member'; readonly platform: string; readonly member: string };

/** Ids as the platforms have them: of Discord snowflakes, of Slack a letter that tells what it is, and more. */
const CHANNEL = [
  /^(?<platform>discord):(?<community>\d{15,20})\/(?<channel>\d{15,20})$/,
  /^(?<platform>slack):(?<community>[TE][A-Z\d]{5,20})\/(?<channel>[CG][A-Z\d]{5,20})$/,
];
/** Of a room in a space both are told, as communities are spaces; a room by itself is its own. */
const ROOM = /^(?<platform>matrix):(?:(?<space>![^\s/]+)\/)?(?<channel>![^\s/]+)$/;
const PERSON = [
  /^(?<platform>discord):user:(?<member>\d{15,20})$/,
  /^(?<platform>slack):user:(?<member>[TE][A-Z\d]{5,20}\/[UW][A-Z\d]{5,20})$/,
  /^(?<platform>matrix):user:(?<member>@[^\s:]+:\S+)$/,
];

/** How one is written, for whoever wrote it otherwise. */
export const OPERATOR_EXAMPLES = {
  channels: [
    'discord:SERVER_ID/CHANNEL_ID',
    'slack:T0123456789/C0123456789',
    'matrix:!ROOM:example.org',
  ],
  people: [
    'discord:user:USER_ID',
    'slack:user:T0123456789/U0123456789',
    'matrix:user:@NAME:example.org',
  ],
} as const;

/** One of these lets Hallway write there. */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  discord: ['DISCORD_TOKEN'],
  slack: ['SLACK_BOT_TOKEN', 'SLACK_CLIENT_ID'],
  matrix: ['MATRIX_HOMESERVER'],
};

/** Undefined where it is none of `discord:SERVER/CHANNEL`, `slack:TEAM/CHANNEL`, `discord:user:ID` and `slack:user:TEAM/ID`, or Matrix's like them. */
export function operatorAddress(value: string): OperatorAddress | undefined {
  for (const shape of CHANNEL) {
    const { platform, community, channel } = shape.exec(value)?.groups ?? {};
    if (platform && community && channel) return { kind: 'channel', platform, community, channel };
  }
  const { platform, space, channel } = ROOM.exec(value)?.groups ?? {};
  if (platform && channel)
    return { kind: 'channel', platform, community: space ?? channel, channel };
  for (const shape of PERSON) {
    const { platform, member } = shape.exec(value)?.groups ?? {};
    if (platform && member) return { kind: 'member', platform, member };
  }
  return undefined;
}

/** Nobody is told anything on a platform that Hallway does not run on. */
export function operatorFindings(
  raw: Readonly<Partial<Record<string, string>>>,
): readonly Finding[] {
  const platform = operatorAddress(raw['OPERATOR_CHANNEL'] ?? '')?.platform ?? '';
  const needed = NEEDED[platform] ?? [];
  if (needed.length === 0 || needed.some((name) => raw[name] !== undefined)) return [];
  return [(words) => words.needsOneOf('OPERATOR_CHANNEL', needed.join(' / '))];
}
