import type { AcmeAccount, AcmeClient } from "./accounts.ts";

/** How the fake treats challenges: see the option of that name. */
export const CHALLENGE_WAYS = ["accept", "prevalidated", "refuse"] as const;
export type ChallengeWay = (typeof CHALLENGE_WAYS)[number];

export type AcmeChallenge = {
  readonly id: string;
  readonly type: "http-01" | "dns-01";
  readonly token: string;
  status: "pending" | "processing" | "valid" | "invalid";
  validated: number | undefined;
};

export type AcmeAuthorization = {
  readonly id: string;
  readonly domain: string;
  readonly isWildcard: boolean;
  readonly expires: number;
  status: "pending" | "valid" | "invalid";
  readonly challenges: readonly AcmeChallenge[];
};

export type AcmeOrder = {
  readonly id: string;
  readonly account: AcmeAccount;
  readonly client: AcmeClient;
  /** Names as asked for, wildcards with their star. */
  readonly names: readonly string[];
  readonly authorizations: readonly AcmeAuthorization[];
  readonly expires: number;
  /** The SCM record it became; undefined before it was finalized. */
  sslId: number | undefined;
};

const WEEK_MS = 7 * 86_400_000;

/** Orders under way and what belongs to them, found again by their ids, which nobody can guess. */
export class AcmeOrders {
  readonly #token: () => string;
  readonly #way: ChallengeWay;
  readonly #orders = new Map<string, AcmeOrder>();

  constructor(token: () => string, way: ChallengeWay) {
    this.#token = token;
    this.#way = way;
  }

  open(account: AcmeAccount, client: AcmeClient, wish: { names: readonly string[]; now: number }): AcmeOrder {
    const expires = wish.now + WEEK_MS;
    const authorizations = wish.names.map((name) => this.#authorize(name, expires));
    const order = { id: this.#token(), account, client, names: wish.names, authorizations, expires };
    const opened: AcmeOrder = { ...order, sslId: undefined };
    this.#orders.set(order.id, opened);
    return opened;
  }

  /** Wildcards take DNS only (RFC 8555 section 8.3). */
  #authorize(name: string, expires: number): AcmeAuthorization {
    const isWildcard = name.startsWith("*.");
    const isDone = this.#way === "prevalidated";
    const types = isWildcard ? (["dns-01"] as const) : (["http-01", "dns-01"] as const);
    return {
      id: this.#token(),
      domain: name.replace(/^\*\./, ""),
      isWildcard,
      expires,
      status: isDone ? "valid" : "pending",
      challenges: types.map((type) => ({
        id: this.#token(),
        type,
        token: this.#token(),
        status: isDone ? "valid" : "pending",
        validated: undefined,
      })),
    };
  }

  /** The client says that it is ready; the verdict comes when it looks again, as at a CA that goes and checks. */
  answer(challenge: AcmeChallenge): void {
    if (challenge.status === "pending") challenge.status = "processing";
  }

  /** Decides challenges that were answered. */
  settle(authorization: AcmeAuthorization, now: number): void {
    const answered = authorization.challenges.find(({ status }) => status === "processing");
    if (!answered) return;
    const verdict = this.#way === "refuse" ? "invalid" : "valid";
    answered.status = verdict;
    answered.validated = verdict === "valid" ? now : undefined;
    authorization.status = verdict;
  }

  order(id: string): AcmeOrder | undefined {
    return this.#orders.get(id);
  }

  authorization(id: string): { authorization: AcmeAuthorization; order: AcmeOrder } | undefined {
    for (const order of this.#orders.values()) {
      const authorization = order.authorizations.find((each) => each.id === id);
      if (authorization) return { authorization, order };
    }
    return undefined;
  }

  challenge(
    id: string,
  ): { challenge: AcmeChallenge; authorization: AcmeAuthorization; order: AcmeOrder } | undefined {
    for (const order of this.#orders.values()) {
      for (const authorization of order.authorizations) {
        const challenge = authorization.challenges.find((each) => each.id === id);
        if (challenge) return { challenge, authorization, order };
      }
    }
    return undefined;
  }
}
