/** What organisers are told by /conference. */
export const organiser = {};

export type OrganiserMessages = typeof organiser;
