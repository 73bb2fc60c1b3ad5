/** What whoever runs Hallway is told of the process and of what it stands on. Platforms by their name. */
export const operator = {
  disk: {
    begun: 'The disk is nearly full',
    over: 'The disk has room again',
    advice:
      'The database lies there: on a full disk nothing can be kept, and so nothing is planned or sent. Make room.',
  },
  database: {
    begun: 'The database does not answer',
    over: 'The database answers again',
    advice:
      'Until it answers, nothing is planned or sent, and questions fail. Hallway goes on by itself once it is back: look after the database, and do not restart Hallway.',
  },
  ticks: {
    begun: 'A tick was missed',
    over: 'Ticks come every minute again',
    advice:
      'Nothing was planned in that time. What is still of use is caught up on. The log says why, unless Hallway was not running.',
  },
  platform: {
    begun: (platform: string) => `${platform} cannot be reached`,
    over: (platform: string) => `${platform} can be reached again`,
    advice:
      'People get no answers there, and what is due waits while it is of use. Hallway connects again by itself; its log and the status page of the platform say why.',
  },
  late: {
    begun: (platform: string) => `Messages on ${platform} are late`,
    over: (platform: string) => `Messages on ${platform} leave on time again`,
    advice:
      'Some have waited for two minutes or more. “hallway trace TALK” says what they wait for.',
  },
  sourceStale: {
    begun: 'The schedule that SCHEDULE names cannot be read',
    over: 'The schedule that SCHEDULE names can be read again',
    advice:
      'The last good version stays in use, and changes are unknown. “hallway check” with its address says what is wrong.',
  },
  sourceRefused: {
    begun: 'A new version of what SCHEDULE names looks wrong',
    over: 'What SCHEDULE names is in use as it is again',
    advice:
      'It lacks much of what is still to come, or has it in the past: the log says how much. The version before stays in use. If the new one is right after all, organisers take it with “conference accept”.',
  },
  since: 'Since',
  span: 'Lasted',
  soFar: (since: string, span: string) => `${since}, ${span} ago`,
  from: (from: string, until: string, span: string) => `${span}, from ${from} to ${until}`,
  one: (title: string, rest: string) => `${title}: ${rest}`,
};

export type OperatorMessages = typeof operator;
