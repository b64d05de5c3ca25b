/** The part of a code behind its dot → cause and remedy, one sentence each. */
export type CodeTable = Readonly<Record<string, readonly [cause: string, remedy: string]>>;
