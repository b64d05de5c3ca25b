/** How GitHub's API is reached. */
export interface GithubAccess {
  readonly token: string;
  readonly apiUrl: string | undefined;
  /** Ends all calls together, wherever they stand. */
  readonly signal: AbortSignal;
}
