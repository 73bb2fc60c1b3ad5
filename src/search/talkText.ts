import type { Talk } from '../schedule/schedule.ts';
import type { TalkText } from './meaning/talkVectors.ts';
import { fieldText } from './ranking/index/fields.ts';

/** What of a talk says what it means. */
export function talkText(talk: Talk): TalkText {
  const { title, subtitle = '' } = talk;
  return { title: `${title} ${subtitle}`.trim(), text: fieldText(talk, 'abstract') };
}
