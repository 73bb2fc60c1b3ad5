import type { Card } from '../../src/cards/cards.ts';
import { privately, publicly } from '../../src/platform/replies.ts';
import type { Hallway, QuestionRequest } from '../../src/platform/requests.ts';

/** A core that answers each question with its words, keeps quiet at `hush`, and is asked nothing else. */
export function createEcho(): { readonly hallway: Hallway; readonly asked: QuestionRequest[] } {
  const asked: QuestionRequest[] = [];
  return {
    asked,
    hallway: {
      command: unasked,
      ask: async (question) => {
        asked.push(question);
        if (question.text === 'hush') return undefined;
        const answer = card(`You asked: ${question.text}`);
        return question.isPublic ? publicly(answer) : privately(answer);
      },
      press: unasked,
      remind: unasked,
      reader: async ({ locale }) => ({ locale }),
      suggest: unasked,
    },
  };
}

export const unasked = () => Promise.reject(new Error('Not asked here.'));

const card = (title: string): Card => ({
  kind: 'talks',
  title,
  summary: title,
  blocks: [
    {
      kind: 'buttons',
      buttons: [{ kind: 'action', id: 'h1:x:open:now', label: 'Now', style: 'secondary' }],
    },
  ],
});
