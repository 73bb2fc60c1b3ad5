/** What is kept about workspaces. */
export interface Workspaces {
  /** Users whom an admin named, who may then use `/conference` as admins do. */
  organisersOf(team: string): Promise<readonly string[]>;
  nameOrganisers(team: string, users: readonly string[]): Promise<void>;
  /** Erases everything that belongs to the workspace and its members. */
  erase(team: string): Promise<void>;
}
