/** The personal list: stars, clashes, lead time, export. */
export const agenda = {};

export type AgendaMessages = typeof agenda;
