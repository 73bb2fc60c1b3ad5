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
  | { readonly kind: 'late'; readonly platform: string };

/** One name for a trouble: of each there is one at a time, whatever the number of processes. */
export function troubleKey(trouble: Trouble): string {
  switch (trouble.kind) {
    case 'disk':
    case 'database':
    case 'ticks':
      return trouble.kind;
    case 'platform':
    case 'late':
      return `${trouble.kind}:${trouble.platform}`;
  }
}
