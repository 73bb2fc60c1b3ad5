import type { AnswerMessages } from '../en/answers.ts';

export const answers: AnswerMessages = {
  mentionMe:
    'Das kann ich hier nicht lesen. Erwähne mich mit Namen und deiner Frage, etwa „@Hallway was kommt als Nächstes?“.',
  remove: 'Entfernen',
  presence: 'Frag mich: Was kommt als Nächstes?',
  notYours: 'Diese Antwort kann nur entfernen, wer gefragt hat oder hier moderiert.',
};
