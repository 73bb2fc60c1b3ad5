/** What ails Hallway, or what it stands on: told to whoever runs it, once when it begins and once when it is over. */
export type Trouble =
  /** Where the database's file lies, nearly nothing is free. */
  | { readonly kind: 'disk' }
  /** It does not answer. */
  | { readonly kind: 'database' }
  /** A minute passed in which nothing was planned. */
  | { readonly kind: 'ticks' }
  /** People cannot be answered on it. */
  | { readonly kind: 'platform'; readonly platform: string }
  /** What waits for it does not leave in time. */
  | { readonly kind: 'late'; readonly platform: string }
  /** The schedule that whoever runs Hallway named is not reached, or cannot be read. */
  | { readonly kind: 'sourceStale' }
  /** It has a version that is not believed. */
  | { readonly kind: 'sourceRefused' };

/** One name for a trouble: of each there is one at a time, whatever the number of processes. */
export function troubleKey(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'disk':
    case 'database':
    case 'ticks':
    case 'sourceStale':
    case 'sourceRefused':
      return trouble.kind;
    case 'platform':
    case 'late':
      return `${trouble.kind}:${trouble.platform}`;
  }
}
