/** What is kept about workspaces. */
export interface Workspaces {
  /** Erases everything that belongs to the workspace and its members. */
  erase(team: string): Promise<void>;
}
