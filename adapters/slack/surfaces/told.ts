/** What went wrong, where whoever asked knows of it already. */
export class ToldError extends Error {}
