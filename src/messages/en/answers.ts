/** Around the answers to what people say in words of their own. */
export const answers = {
  mentionMe:
    'I cannot read that here. Mention me by name with your question, as in “@Hallway what is next?”.',
  remove: 'Remove',
  presence: 'Ask me: what is next?',
  notYours: 'Only whoever asked, or moderates here, can remove this answer.',
};

export type AnswerMessages = typeof answers;
