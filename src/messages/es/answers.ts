import type { AnswerMessages } from '../en/answers.ts';

export const answers: AnswerMessages = {
  mentionMe:
    'Eso no lo puedo leer aquí. Mencióname con tu pregunta, como en «@Hallway ¿qué viene después?».',
  remove: 'Quitar',
  presence: 'Pregúntame: ¿qué viene después?',
  notYours: 'Solo quien preguntó, o quien modera aquí, puede quitar esta respuesta.',
};
