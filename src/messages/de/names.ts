import type { NameMessages } from '../en/names.ts';

export const names: NameMessages = {
  remindMe: 'Erinnere mich',
  // Commands keep their English names, since every other sentence calls them so.
  own: {
    query: 'suche',
    room: 'raum',
    rooms: 'räume',
    day: 'tag',
    channel: 'kanal',
    lead: 'vorlauf',
    kinds: 'arten',
    mention: 'erwähnung',
    language: 'sprache',
    source: 'quelle',
    zone: 'zeitzone',
    hours: 'stunden',
    minutes: 'minuten',
  },
  noTalkThere:
    'Diese Nachricht handelt von keinem Vortrag. Das geht bei Nachrichten über Vorträge.',
  whichTalk: 'Welcher Vortrag?',
};
