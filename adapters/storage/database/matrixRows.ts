/** One device of one account on Matrix. */
export interface MatrixSessionRow {
  /** The homeserver's address and the user, as they were configured. */
  account: string;
  device: string;
  /** Its access token, encrypted; `null` where that is configured. */
  sealed: string | null;
  /** The sync token: up to there everything is in `matrix_news`. */
  since: string | null;
}

/** Something that happened there and may be for Hallway. */
export interface MatrixNewsRow {
  account: string;
  /** What happens twice under one key happened once. */
  key: string;
  /** In the order of arrival. */
  number: number;
  room: string;
  /** As JSON; `null` once it is handled: nothing that was said is kept. */
  news: string | null;
  /** What became of it, as JSON, for whoever takes it back. */
  outcome: string | null;
  /** When the row goes; `null` while it waits. */
  forgotten_at: number | null;
}
