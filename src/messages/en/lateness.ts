/** Why a delivery was late, for organisers and operators; `until` is a time of day with seconds. */
export const lateness = {
  onTime: 'on time',
  late: (span: string) => `${span} late`,
  notSent: (span: string) => `not sent, given up after ${span}`,
  because: (words: string, why: string) => `${words}: ${why}`,
  kinds: {
    announcement: 'announcement',
    reminder: 'reminder',
    notice: 'notice of a change',
    changes: 'notice of many changes',
    digest: 'digest of the day',
    list: 'personal list',
    formerList: 'end of an earlier list',
    correction: 'correction of an announcement',
  },
  waits: {
    'no-tick': (until: string) =>
      `nothing was planned until ${until}, since Hallway was not running or could not use its database`,
    'next-tick': (until: string) => `it was planned by the tick of ${until}`,
    'no-sender': (until: string) => `no running Hallway sent anything there until ${until}`,
    'sender-died': (until: string) =>
      `whoever was sending it died, and another could take over at ${until}`,
    'lane-resting': (until: string) => `the platform asked for a pause until ${until}`,
    'target-resting': (until: string) => `other messages went to the same place until ${until}`,
    'target-silent': (until: string) =>
      `the platform had not answered for the same place, until ${until}`,
    queue: (until: string) => `what was due before it went first, until ${until}`,
    slow: (until: string) => `Hallway or its database was slow until ${until}`,
    'slow-platform': (until: string) => `the platform answered only at ${until}`,
    retry: (until: string, code: string) => `${code}; it was tried again at ${until}`,
    doubt: (until: string, code: string) => `${code}; whether it had arrived was asked at ${until}`,
  },
  codes: {
    'rate-limited': 'the platform asked to wait',
    unavailable: 'the platform could not be reached',
    'direct-messages-closed': 'direct messages are closed',
    'channel-gone': 'the channel is gone',
    'message-gone': 'the message is gone',
    forbidden: 'the platform does not allow it',
    'community-gone': 'Hallway was removed from the community',
    invalid: 'the platform did not take it',
    'no-answer': 'the platform did not answer in time',
    mistake: 'something broke in Hallway; the log says what',
  },
  /** Of what was not sent, besides the codes. */
  reasons: {
    late: 'it was of no use any more',
    outdated: 'it was true no more',
    'out-of-time': 'it was of no use any more when it could have been tried again',
    'fate-unknown': 'whether it arrived can not be known, so it is not said twice',
  },
};

export type LatenessMessages = typeof lateness;
