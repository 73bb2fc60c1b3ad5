/** Who is named what in a community. */
export const naming = {
  label: { organiser: 'Organisers', helper: 'Helpers' },
  listed: {
    organiser: 'Organisers, beside whoever manages this community:',
    helper: 'Helpers, who may say how rooms stand, beside the organisers:',
  },
  nobody: 'nobody yet.',
  byAdmins: 'Whoever manages this community says who else organises.',
  everybody: 'That would be everybody. Name a role that only your team has, or people.',
  notNamed: {
    organiser: 'was not named an organiser, so nothing was changed.',
    helper: 'was not named a helper, so nothing was changed.',
  },
  noGroups: (group: string) =>
    `Who is in a group is not told here, so ${group} cannot be named. Name its people, with an @ before each.`,
  noPerson: (word: string) => `“${word}” is nobody here. Name people with an @ before each.`,
};

export type NamingMessages = typeof naming;
