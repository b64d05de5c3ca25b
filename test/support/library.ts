/** The connection of the test provider: what a configured library is. */
export interface Library {
  readonly town: string;
}
