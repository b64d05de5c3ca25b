import fc from "fast-check";
import { makeCsr } from "../fake-scm/testing.ts";
import { type CertificateStage, shop, type Wishes } from "./certificate-stage.ts";

/** One certificate's life: what its SCM is like, and what happens to it, each time until an apply has had its say. */
export interface Life {
  readonly issueDelayMs: number;
  readonly listLagMs: number;
  /** Switches of the fake that are turned. */
  readonly strict: readonly string[];
  /** Another state of the same order scope wishes the same, and is applied from time to time. */
  readonly hasNeighbour: boolean;
  readonly steps: readonly Step[];
}

/** What happens, and what befalls the runs that follow it; the run after them is left in peace. */
export type Step = readonly [event: string, ...faults: Fault[]];

/** `crash`: SCM has done everything and Terraform has written nothing. Else what befalls the answer to a call. */
export type Fault = "crash" | `${"reset-after" | "reset-before" | "truncated"} POST ${string}`;

const NO_SUBJECT = {
  organization: null,
  organizational_unit: null,
  locality: null,
  state: null,
  country: null,
};
const NO_KEY_CHOICE = { algorithm: null, rsa_bits: null, ecdsa_curve: null };
const NO_RENEWAL = { enabled: null, window_share: null, window_days: null, hard_deadline_days: null };
const NO_WRITE_ONLY = { private_key_wo: null, private_key_wo_version: null };
const given = () => ({
  ...{ csr_pem: makeCsr("shop.example.test").csr, private_key: null, subject: null, ...NO_WRITE_ONLY },
});
const writeOnly = (version: number) => ({
  ...{ csr_pem: null, private_key: null, private_key_wo_version: version },
  private_key_wo: makeCsr("shop.example.test").privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  subject: { common_name: "shop.example.test", ...NO_SUBJECT },
});

/** Where each life begins. */
export const FIRST_WISHES = shop({ term_days: 90, custom_fields: null, skip_validation_check: true });

/** Changes that the user makes. */
export const WISHED: Readonly<Record<string, Wishes>> = {
  "wish request A": given(),
  "wish request B": given(),
  "wish a write-only key": writeOnly(1),
  "wish another write-only key": writeOnly(2),
  "wish a key made here": {
    ...NO_WRITE_ONLY,
    csr_pem: null,
    private_key: NO_KEY_CHOICE,
    subject: { common_name: "shop.example.test", ...NO_SUBJECT },
  },
  "wish an ECDSA key made here": {
    ...NO_WRITE_ONLY,
    csr_pem: null,
    private_key: { ...NO_KEY_CHOICE, algorithm: "ECDSA" },
    subject: { common_name: "shop.example.test", ...NO_SUBJECT },
  },
  "wish patience": { timeouts: null },
  "wish impatience": { timeouts: { create: "10s", update: "10s", delete: null, read: null } },
  "wish to leave what is pending": { on_pending: "return" },
  "wish to wait": { on_pending: null },
  "wish www": { subject_alternative_names: ["www.shop.example.test"] },
  "wish no other name": { subject_alternative_names: ["shop.example.test"] },
  "wish two names": { subject_alternative_names: ["api.shop.example.test", "WWW.shop.example.test"] },
  "wish organization 7003": { organization_id: 7003 },
  "wish organization 7019": { organization_id: 7019 },
  "wish comment a": { comments: "a" },
  "wish comment b": { comments: "b\n" },
  "wish order_key 1": { order_key: "1" },
  "wish no order_key": { order_key: null },
  "wish order_then_switch": { renewal: { ...NO_RENEWAL, mode: "order_then_switch" } },
  "wish switch at once": { renewal: null },
  "wish revoke_superseded": { revoke_superseded: true },
  "wish no revoke_superseded": { revoke_superseded: null },
};

/** Happens only where there is a neighbour. */
export const NEIGHBOUR = "neighbour applies";

type Act = (stage: CertificateStage, sslId: number) => Promise<unknown>;

/** What others do in SCM to one that is issued. */
export const OUTSIDE: Readonly<Record<string, Act>> = {
  "outside revoke": ({ scm }, sslId) => scm.control.revoke(sslId, 0),
  "outside revoke as superseded": ({ scm }, sslId) => scm.control.revoke(sslId, 4),
  "outside edit": ({ scm }, sslId) => scm.control.act(sslId, "edit", { comments: "somebody" }),
  "outside replace": ({ scm }, sslId) => scm.control.act(sslId, "replace"),
  // With words of their own: what copied our marker, for a key that we made, is told apart from our order by nothing.
  "outside renew": async ({ scm }, sslId) => {
    const renewed = await scm.control.renew(sslId);
    await scm.control.act(renewed.sslId, "edit", { comments: "somebody" });
  },
};

const DAYS = [1, 10, 30, 65, 85].map((days) => `pass ${days} days`);
const ORDERS = ["*", "enroll", "renewById/{id}", "replace/{id}"].map(
  (path) => `POST /ssl/v1/${path}` as const,
);

const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.constant<Fault>("crash"),
  fc
    .tuple(fc.constantFrom("reset-after", "reset-before", "truncated"), fc.constantFrom(...ORDERS))
    .map(([kind, route]): Fault => `${kind} ${route}`),
);

const step: fc.Arbitrary<Step> = fc
  .tuple(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(...Object.keys(WISHED)) },
      { weight: 3, arbitrary: fc.constantFrom(...Object.keys(OUTSIDE)) },
      { weight: 2, arbitrary: fc.constantFrom(...DAYS) },
      { weight: 1, arbitrary: fc.constant(NEIGHBOUR) },
    ),
    fc.oneof(
      { weight: 3, arbitrary: fc.constant<Fault[]>([]) },
      { weight: 2, arbitrary: fc.array(fault, { minLength: 1, maxLength: 2 }) },
    ),
  )
  .map(([event, faults]): Step => [event, ...faults]);

/** Longer than any apply waits. */
const SLOW_MS = 3 * 3_600_000;

const anyLife: fc.Arbitrary<Life> = fc.record({
  issueDelayMs: fc.constantFrom(0, 0, 20_000, SLOW_MS),
  listLagMs: fc.constantFrom(0, 800),
  hasNeighbour: fc.boolean(),
  strict: fc.subarray([
    ...["replaceStaysIssued", "replaceRevokes", "renewalCopiesComments", "sansWithoutCommonName"],
    ...["isoDates", "newestFirst", "exactNameFilter", "requestedViaWebApi"],
    ...["caAddsWww", "caDropsName", "caRespellsCommonName", "caPutsCommonNameFirst", "caCutsTerm"],
    ...["renewedWhenIssued", "trimsTexts", "joinsLines", "strayCaInside", "strayCaLast", "crossCertificates"],
    ...["prefixNameFilter", "commonNameFilterSeesAll", "sanFilterWithoutCommonName", "statusFilterIgnored"],
  ]),
  steps: fc.array(step, { minLength: 1, maxLength: 14, size: "max" }),
});

/**
 * A renewal that a killed run ordered, and that is not issued yet, shows by nothing for whose key it is; until it does, no
 * state may hold it. So a run that forgets what it did is not drawn where it may end before the certificate is issued.
 */
export const arbitraryLife: fc.Arbitrary<Life> = anyLife.map((life) =>
  mayEndEarly(life) ? { ...life, steps: life.steps.map(withoutCrash) } : life,
);

function mayEndEarly({ issueDelayMs, steps }: Life): boolean {
  const isHasty = steps.some(([event]) => /^wish (impatience|to leave what is pending)$/.test(event));
  return issueDelayMs === SLOW_MS || (issueDelayMs > 0 && isHasty);
}

function withoutCrash([event, ...faults]: Step): Step {
  return [event, ...faults.filter((fault) => fault !== "crash")];
}
