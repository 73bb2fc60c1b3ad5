/** Chance that nobody can foresee. */
export interface Random {
  /** Different every time. */
  id(): string;
  bytes(count: number): Uint8Array;
}
