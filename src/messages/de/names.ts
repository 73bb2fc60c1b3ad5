import type { NameMessages } from '../en/names.ts';

export const names: NameMessages = {
  remindMe: 'Erinnere mich',
  own: {},
  noTalkThere:
    'Diese Nachricht handelt von keinem Vortrag. Das geht bei Nachrichten über Vorträge.',
  whichTalk: 'Welcher Vortrag?',
};
