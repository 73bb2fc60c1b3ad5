export interface RoomDescription {
  /** What tests call it by, and its alias: `#name:server`. */
  readonly name: string;
  /** Who made it, and has all power in it; default the first user. */
  readonly creator?: string;
  /** People who joined it besides; default everyone. Hallway is invited by a test. */
  readonly members?: readonly string[];
  /** By name; whoever is not named has 0. */
  readonly powers?: Readonly<Record<string, number>>;
  /** Default 10; rooms of version 12 have ids without a server's name, and creators above all levels. */
  readonly version?: string;
  readonly isEncrypted?: boolean;
  readonly isSpace?: boolean;
  /** Anybody may join it; default true. */
  readonly isPublic?: boolean;
  /** Names of the rooms that this space holds. */
  readonly children?: readonly string[];
}

export interface MatrixOptions {
  readonly serverName?: string;
  readonly users?: readonly string[];
  readonly rooms?: readonly RoomDescription[];
  /** What one account may send; absent: as much as it likes. Synapse's own is 0.2 a second, 10 at once. */
  readonly rateLimit?: RateLimit;
  /** Events of one room that a sync tells at most; the filter may ask for fewer. Default 100. */
  readonly timelineLimit?: number;
  /** Whether events say which membership their reader had (since Matrix 1.11); default true. */
  readonly marksMembership?: boolean;
  /** Also check against the specification when it is there. Default true. */
  readonly specification?: boolean;
}

export interface RateLimit {
  readonly perSecond: number;
  readonly burst: number;
}

/** How often Synapse lets an account speak, unless its administrator says otherwise. */
export const SYNAPSE_RATE_LIMIT: RateLimit = { perSecond: 0.2, burst: 10 };

export const DEFAULT_USERS: readonly string[] = ['grace', 'ada', 'alan'];
export const DEFAULT_ROOMS: readonly RoomDescription[] = [
  { name: 'containers', creator: 'grace' },
  { name: 'lobby', creator: 'grace' },
];
