import { renderAbstract as discordText } from '../../adapters/discord/rendering/pieces.ts';
import { renderAbstract as slackText } from '../../adapters/slack/rendering/body.ts';
import { calendarOf } from '../../src/agenda/calendar/calendar.ts';
import { excerpt } from '../../src/cards/markup/excerpt.ts';
import { plainText } from '../../src/cards/plainText.ts';
import { messagesFor } from '../../src/messages/messages.ts';
import { createAbstractReader } from '../../src/schedule/reading/abstract.ts';
import { createFindings } from '../../src/schedule/reading/findings.ts';
import { fieldText } from '../../src/search/ranking/index/fields.ts';
import { conferenceOf, talkAt } from '../support/conferences.ts';
import { keyOf } from '../support/names.ts';

const english = messagesFor('en');

/** Everything that makes another text of an abstract. */
export const CONVERSIONS: Readonly<Record<string, (abstract: string) => string>> = {
  'the reading of a schedule': (text) => createAbstractReader(createFindings())([text], ''),
  search: (abstract) => fieldText(talkAt('1', 0, { abstract }), 'abstract'),
  'the head of an abstract': (text) => excerpt(text, 3_000).source,
  'the terminal': (source) =>
    plainText(
      { kind: 'talk', title: 'T', summary: 'T', blocks: [{ kind: 'markdown', source }] },
      { messages: english, width: 80, paint: { strong: bold, quiet: bold, struck: bold } },
    ),
  Discord: discordText,
  Slack: slackText,
  'a calendar file': (abstract) =>
    calendarOf(
      [
        {
          key: keyOf('c'),
          conference: conferenceOf([talkAt('1', 0, { abstract })]),
          talks: [{ id: '1' }],
        },
      ],
      0,
      english,
    ),
};

function bold(text: string): string {
  return `\u001B[1m${text}\u001B[22m`;
}
