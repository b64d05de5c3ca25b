import { randomBytes } from "node:crypto";
import type { Administrator } from "./tenant.ts";

/** OAuth2 access tokens that are out, by their text. They age on the fake's clock. */
export class Tokens {
  readonly #lifetimeMs: number;
  readonly #issued = new Map<string, { readonly administrator: Administrator; readonly expires: number }>();

  constructor(lifetimeS: number) {
    this.#lifetimeMs = lifetimeS * 1000;
  }

  /** A new token for the administrator that a client stands for. */
  issue(administrator: Administrator, now: number): string {
    const token = [20, 60, 40].map((octets) => randomBytes(octets).toString("base64url")).join(".");
    this.#issued.set(token, { administrator, expires: now + this.#lifetimeMs });
    return token;
  }

  /** Whose token it is, or undefined when it is unknown or too old. */
  holderOf(token: string, now: number): Administrator | undefined {
    const entry = this.#issued.get(token);
    return entry && now < entry.expires ? entry.administrator : undefined;
  }

  /** Makes all tokens worthless, as a restart of the token host would. */
  revokeAll(): void {
    this.#issued.clear();
  }
}
