import { expect, it } from 'vitest';
import { LANGUAGES, type Messages, messagesFor } from '../../src/messages/messages.ts';

/** What stands where a platform has little room and would cut it, by how many characters fit at least. */
const SHORT: Readonly<Record<number, (messages: Messages) => readonly string[]>> = {
  // Titles of windows in Slack.
  24: ({ agenda, byHand, errors, home, names, say, settings }) => [
    ...[agenda.leadTitle, agenda.leadTitleOf, byHand.enterTitle, errors.problem, home.findTitle],
    ...[home.forgetTitle, home.shareTitle, names.whichTalk, say.formTitle],
    ...[settings.title, settings.zone, settings.zoneLabel],
  ],
  // What Discord calls an entry of a message's menu.
  32: ({ names }) => [names.remindMe],
  // What a form of Discord asks for.
  45: ({ agenda, byHand, say, settings }) => [
    ...[agenda.leadLabel, agenda.leadLabelOf, byHand.titleLabel, say.formLabel],
    settings.zoneLabel,
  ],
  // Buttons and entries of menus in Slack.
  75: ({ afterwards, agenda, settings }) => [
    ...Object.values(afterwards.offer),
    ...Object.values(settings.volumes).map(({ label }) => label),
    ...[agenda.sendList, agenda.calendar, agenda.whatToSee, settings.asTold('Nederlands')],
  ],
  // What Discord says beside a field.
  100: ({ agenda, byHand, say, settings }) => [
    ...[`${agenda.leadHint(1440)}. ${agenda.leadForAll}`, byHand.titleHint],
    ...[say.formHint(3000), settings.zoneHint],
  ],
};

it.each(LANGUAGES)('what stands in little room is short enough in %s', (language) => {
  const long = Object.entries(SHORT).flatMap(([most, textsOf]) =>
    textsOf(messagesFor(language)).filter((text) => text.length > Number(most)),
  );
  expect(long).toEqual([]);
});
