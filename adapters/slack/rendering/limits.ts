import { cut } from '../../../src/platform/text.ts';

/** Slack's limits that cards have to keep (docs.slack.dev/reference/block-kit; the whole message: slackapi/bolt-js#2509). */
export const LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  header: 150,
  sectionText: 3000,
  /** Slack takes about 13,200 characters over all blocks of a message. */
  messageSize: 13_000,
  viewSize: 60_000,
  actionsElements: 25,
  buttonText: 75,
  accessibilityLabel: 75,
  /** Of a button; links in texts keep to it, too. */
  url: 3000,
  optionText: 75,
  optionValue: 150,
  options: 100,
  overflowOptions: 5,
  actionId: 255,
  placeholder: 150,
  inputText: 2000,
  viewTitle: 24,
  fallback: 4000,
} as const;

const FENCE = '```';

/** {@link cut} for mrkdwn: no entity, link or time is left half, and no code open. */
export function cutMarkup(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const kept = cut(text, limit - FENCE.length).replace(/(?:&[a-z]*|<[^>]*)…$/u, '…');
  const isInCode = kept.split(FENCE).length % 2 === 0;
  return isInCode ? `${kept}${FENCE}` : kept;
}
