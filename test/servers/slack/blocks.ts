/** Building blocks of messages and views, for tests. */
export const button = (text: string, action_id: string, value: string) => ({
  type: 'button' as const,
  text: { type: 'plain_text' as const, text },
  action_id,
  value,
});

export const section = (text: string) => ({
  type: 'section' as const,
  text: { type: 'mrkdwn' as const, text },
});

export const option = (text: string, value: string) => ({
  text: { type: 'plain_text' as const, text },
  value,
});
