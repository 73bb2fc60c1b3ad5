import type { AnswerMessages } from '../en/answers.ts';

export const answers: AnswerMessages = {
  mentionMe:
    'Je ne peux pas lire ça ici. Mentionne-moi avec ta question, comme « @Hallway qu’est-ce qui vient ensuite ? ».',
  remove: 'Retirer',
  presence: 'Demande-moi : la suite, c’est quoi ?',
  notYours: 'Seules la personne qui a demandé et la modération peuvent retirer cette réponse.',
};
