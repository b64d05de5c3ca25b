/** What must not compile: a chain from SCM is not one that was compared, so it can be neither published nor delivered. */
import type { CertificateChain } from "../../../pki/chain.ts";
import type { LifeEvents, LifeOutcome, LifeRequest } from "../execute/life.ts";
import type { Compared, ComparedChain } from "./compare-with-order.ts";

declare const collected: CertificateChain;
declare const compared: Compared;
declare const told: () => void;
declare const outcome: LifeOutcome<LifeRequest>;

// @ts-expect-error: it came from SCM, and nothing has compared it.
export const uncompared: ComparedChain = collected;
export const isEither: ComparedChain | null = compared.fits ? compared.chain : null;
// @ts-expect-error: what is refused hands out no chain.
export const refused: ComparedChain | null = compared.fits ? null : compared.chain;
// @ts-expect-error: the record of what was issued hands out none either.
export const record = outcome.kind === "issued" ? outcome.issue.chain : null;
// @ts-expect-error: events without a place for differences.
export const silent: LifeEvents<LifeRequest> = { ordered: told, notice: told };
