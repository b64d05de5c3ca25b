import type { Observed, Question } from "../scm/observer.ts";
import type { Samples } from "./samples.ts";
import type { TestOrders } from "./test-orders.ts";

/** One way in which an account may answer where the documents are silent or disagree. */
interface Reading {
  /** What SCM does, one sentence. */
  readonly words: string;
  /** What that means for the provider and the Action. */
  readonly effect: string;
}

/** What a probe works with. */
export interface ContractContext {
  /** @returns null when no answer came */
  readonly ask: (question: Question) => Promise<Observed | null>;
  /** The same with the sign-in of an administrator who is shut out; null where none was given. */
  readonly askAsShutOut: ((question: Question) => Promise<Observed | null>) | null;
  readonly signIn: "password" | "certificate" | "oauth2";
  /** `GET` of a path below `/api`. */
  readonly get: (path: string) => Promise<Observed | null>;
  readonly samples: Samples;
  /** Null in a run that only reads. */
  readonly orders: TestOrders | null;
  readonly now: () => Date;
}

/** A point of SCM's behaviour that only a real account can settle. */
export interface Point {
  /** Unique, in kebab case. */
  readonly id: string;
  readonly question: string;
  /** Whether certificates must be ordered to see it. */
  readonly needs: "reading" | "orders";
  readonly readings: { readonly [name: string]: Reading };
  /** Name of the reading that public clients have seen or rely on. */
  readonly usual: string;
  /** @returns the name of a reading; null where the account holds nothing that would show it */
  readonly find: (context: ContractContext) => Promise<string | null>;
}
