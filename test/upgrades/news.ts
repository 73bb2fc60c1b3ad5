import type { Stage } from './stage.ts';
import { titlesIn } from './uses/outcome.ts';

/** A message that everyone in its place sees, by what the platform calls it. */
export interface Post {
  /** `discord #general`, `slack @ada`. */
  readonly where: string;
  readonly id: string;
  readonly text: string;
}

const DISCORD = { channels: ['announcements', 'general', 'lobby', 'pier'] };
const PEOPLE_ON_DISCORD = ['ada', 'bob', 'carol', 'dave', 'erin', 'frank', 'grace'];
const ON_SLACK = [
  { workspace: 'conference', channels: ['announcements', 'general'] },
  { workspace: 'harbour', channels: ['quay'] },
];
const PEOPLE_ON_SLACK = [
  { workspace: 'conference', people: ['ada', 'alan', 'grace', 'noor'] },
  { workspace: 'harbour', people: ['hana', 'igor'] },
];

/** All that Hallway said by itself, to channels and to people. */
export function posts({ discord, slack }: Stage): readonly Post[] {
  const toChannels = DISCORD.channels.flatMap((channel) =>
    discord.messages(channel).map((each) => ({ ...each, where: `discord #${channel}` })),
  );
  const toPeople = PEOPLE_ON_DISCORD.flatMap((name) =>
    discord
      .user(name)
      .dms()
      .filter(({ ephemeral }) => !ephemeral)
      .map((each) => ({ ...each, where: `discord @${name}` })),
  );
  const onSlack = [
    ...ON_SLACK.flatMap(({ workspace, channels }) =>
      channels.flatMap((channel) =>
        slack
          .messages(channel, workspace)
          .map((each) => ({ ...each, where: `slack #${channel}`, id: each.ts })),
      ),
    ),
    ...PEOPLE_ON_SLACK.flatMap(({ workspace, people }) =>
      people.flatMap((name) =>
        slack
          .dms(name, workspace)
          .filter(({ ephemeralFor }) => ephemeralFor === undefined)
          .map((each) => ({ ...each, where: `slack @${name}`, id: each.ts })),
      ),
    ),
  ];
  return [...toChannels, ...toPeople, ...onSlack].map(({ where, id, text }) => ({
    where,
    id,
    text,
  }));
}

/** `slack #quay: Starts in N min: Knots that hold`; how many minutes is a matter of the machine. */
export function summaryOf({ where, text }: Post): string {
  const heading = text.split('\n').find((line) => !line.startsWith('<')) ?? '';
  const words = heading.replace(/^#+ /, '').replace(/\d+ (min|Min\.)/, 'N $1');
  return `${where}: ${words}: ${titlesIn(text).join(', ')}`;
}
