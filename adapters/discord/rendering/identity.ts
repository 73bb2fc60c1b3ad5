export const PLATFORM = 'discord';

/** Instead of the id of a role: whoever is on the server. */
export const EVERYONE = 'everyone';
