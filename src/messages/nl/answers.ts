import type { AnswerMessages } from '../en/answers.ts';

export const answers: AnswerMessages = {
  mentionMe:
    'Dat kan ik hier niet lezen. Vermeld me met je vraag, zoals “@Hallway wat komt hierna?”.',
  remove: 'Verwijderen',
  presence: 'Vraag me: wat komt hierna?',
  notYours: 'Alleen wie het vroeg of wie hier modereert, kan dit antwoord verwijderen.',
};
