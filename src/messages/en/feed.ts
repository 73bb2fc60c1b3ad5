/** Why a schedule could not be fetched. */
export const feed = {
  notHttps: (address: string) =>
    `"${address}" does not begin with https://; give the address of the schedule as in a browser.`,
  withPassword: () => 'The address holds a user name or password; give one that needs neither.',
  privateAddress: (host: string) =>
    `"${host}" is in a private network, which Hallway does not reach into.`,
  status: (status: number) => `The source answered with HTTP status ${status}.`,
  badRedirect: (location: string) =>
    `The source redirects to "${location}", which is no web address.`,
  tooManyRedirects: (most: number) => `The source redirects more than ${most} times.`,
  tooSlow: (seconds: number) => `The source did not answer within ${seconds} s.`,
  unreachable: (address: string, reason: string) => `"${address}" cannot be reached: ${reason}`,
};

export type FeedMessages = typeof feed;
