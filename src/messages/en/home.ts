/** A person's own page on platforms that have one, and windows over the conversation. */
export const home = {
  findTitle: 'Find a talk',
  findPlaceholder: 'Title, speaker, topic …',
  addPlaceholder: 'Find a talk for your list …',
  shareTitle: 'Share',
  shareWhere: 'Where?',
  organisers: 'Who may use /conference beside the admins',
  organisersPlaceholder: 'Choose people …',
  forget: 'Forget me',
  forgetTitle: 'Forget everything?',
  forgetAsk: 'Your list, settings and linked accounts are erased, and no reminder comes any more.',
  keep: 'Keep',
  digestOn: 'Morning message on',
  digestOff: 'Morning message off',
  exportData: 'Export my data',
  settings: 'Settings',
  group: 'a user group, @here or @channel to mention',
  invite: (name: string) => `an invitation: write “/invite ${name}” in that channel`,
};

export type HomeMessages = typeof home;
