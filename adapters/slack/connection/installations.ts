/** What lets Hallway act in one workspace. */
export interface Access {
  readonly botToken: string;
  readonly botId: string;
  readonly botUserId: string;
}

/** Where Hallway is installed. */
export interface Installations {
  /** Undefined where it is not (any more). */
  accessTo(team: string): Promise<Access | undefined>;
  /** The workspaces that installed Hallway by themselves, and may have taken it out again. */
  teams(): Promise<readonly string[]>;
  /** Resolves when accesses can be asked for; throws a `ConfigError` for a token that Slack refuses. */
  open(signal: AbortSignal): Promise<void>;
}
