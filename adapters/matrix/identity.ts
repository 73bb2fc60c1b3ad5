/** The platform's name in targets, members and callers. */
export const PLATFORM = 'matrix';
