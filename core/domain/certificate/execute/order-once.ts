import { LostError, SectigoError, StateError } from "../../../base/errors.ts";
import { quoted } from "../../../base/text.ts";
import { type Csr, readCsr } from "../../../pki/csr.ts";
import { withCommonName } from "../../../pki/names.ts";
import { sameKey } from "../../../pki/public-key.ts";
import type { ScmClient } from "../../../scm/client.ts";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { type CandidateRules, judgeCandidate, withoutPredecessors } from "../judge/judge-candidates.ts";
import { isOrderOfKey } from "../judge/order-of-key.ts";
import { refuseFound } from "../judge/refuse-found.ts";
import { collect } from "../observe/collect.ts";
import { findOrders, type OrderPlace } from "../observe/find-orders.ts";
import type { CertificateOrder } from "../order.ts";
import {
  claimOf,
  makeNonce,
  type OrderOrigin,
  orderMarker,
  readComments,
  writeComments,
} from "../order-tag.ts";
import { standingOf } from "../status.ts";
import { compareClocks } from "./compare-clocks.ts";
import { findCompromised, isCompromised, keyCompromised } from "./compromised-key.ts";
import type { OrderContext, OrderNotice } from "./context.ts";
import { enroll } from "./enrollment.ts";
import { tellOtherId } from "./tell-other-id.ts";
import { tellTwin } from "./tell-twin.ts";

export interface OrderOnceRequest {
  /** `comments` are the user's own words; our lines are added here. */
  readonly order: CertificateOrder;
  readonly origin: OrderOrigin;
  readonly orderKey: string | null;
  /** `given`: the CSR is the user's, the same at every run. `made`: its key was made for this very order. */
  readonly key: "given" | "made";
  readonly adoptWithinMs: number;
  /** The caller knows that no other place serves with what it ordered: one for a lost key is taken over too, and reissued. */
  readonly reissues?: boolean | undefined;
  /** The order may stay behind unfinished and is to be taken over by the next run, however late. */
  readonly isLeft?: boolean | undefined;
  /** The caller's own, from an order before this one, so that all it holds are in the same hands; else one is made. */
  readonly nonce?: string | null | undefined;
  /** Ids that the caller holds already; they are never candidates. */
  readonly known?: readonly number[] | undefined;
}

interface Placed {
  readonly sslId: number;
  /** Stands in SCM's comments too: who holds the certificate. Null when SCM did not let us write it. */
  readonly nonce: string | null;
  /** The claim that stood on what was taken over; null when there was none, or nothing was taken over. */
  readonly formerNonce: string | null;
  /** `adopted`: an earlier run had ordered it, nothing was ordered now. */
  readonly kind: "enrolled" | "adopted";
  readonly notices: readonly OrderNotice[];
}

function isIssued({ status }: CertificateDetails): boolean {
  return standingOf(status) === "issued";
}

/** Pauses between looks after a lost answer: SCM may list what it has accepted a moment later. */
const LOOKS_AFTER_LOSS_MS = [0, 3000, 10_000];

/**
 * Enrolls exactly once: looks whether an earlier run has placed this order and takes it over, else enrolls, and looks again
 * when the answer is lost. Never enrolls twice, not even when nothing is found.
 * @throws StateError `state.same_order`, `state.order_exists`, `state.order_unclear`; LostError when the answer is lost and
 *         nothing is found; what `enroll` throws
 */
export async function orderOnce(
  client: ScmClient,
  request: OrderOnceRequest,
  context: OrderContext,
): Promise<Placed> {
  return new Placing(client, request, context).place();
}

/**
 * Looks for a second order once more, when the wait for issue is over: a list that lags may not have shown it before.
 * @returns what is to be said; nothing when there is none, or it can't be told
 */
export async function findTwin(
  client: ScmClient,
  request: OrderOnceRequest,
  sslId: number,
  context: OrderContext,
): Promise<readonly OrderNotice[]> {
  return new Placing(client, request, context).lookAgain(sslId);
}

class Placing {
  readonly #client: ScmClient;
  readonly #request: OrderOnceRequest;
  readonly #context: OrderContext;
  readonly #csr: Csr;
  readonly #where: OrderPlace;
  readonly #marker: string;
  readonly #what: string;

  constructor(client: ScmClient, request: OrderOnceRequest, context: OrderContext) {
    this.#client = client;
    this.#request = request;
    this.#context = context;
    const { order, key, origin, orderKey } = request;
    this.#csr = readCsr(order.csrPem);
    const { organizationId, scmProfileId, subjectAlternativeNames } = order;
    const { commonName, publicKeySha256 } = this.#csr;
    const names = withCommonName(commonName, subjectAlternativeNames);
    this.#where = { organizationId, scmProfileId, commonName, names };
    const keySha256 = key === "given" ? publicKeySha256 : null;
    this.#marker = orderMarker({ ...this.#where, scope: origin.scope, keySha256, orderKey });
    this.#what = `enroll ${quoted(commonName ?? names[0]?.value ?? "a certificate")}`;
  }

  async place(): Promise<Placed> {
    const release = this.#context.claims.reserve(this.#marker, this.#what);
    try {
      const found = await this.#look([]);
      const taken = await this.#takeOver(found, "before");
      if (taken !== null) return taken;
      await this.#refuseCompromised(found);
      return await this.#enroll();
    } catch (thrown) {
      // After a lost answer the order may exist: this process must not place it again.
      if (!(thrown instanceof LostError)) release();
      throw thrown;
    }
  }

  async #enroll(): Promise<Placed> {
    const clocks = compareClocks(this.#client);
    const nonce = this.#nonce();
    const comments = writeComments(
      this.#request.order.comments,
      { marker: this.#marker, nonce, isLeft: this.#request.isLeft ?? false },
      this.#request.origin,
    );
    try {
      const answer = await enroll(this.#client, { ...this.#request.order, comments }, this.#context);
      const others = await this.#othersThan(answer.sslId);
      const sslId = this.#placedAmong(others, nonce) ?? answer.sslId;
      this.#context.claims.take(sslId);
      const told =
        sslId === answer.sslId ? await this.#declineTwin(others, sslId) : [tellOtherId(answer.sslId, sslId)];
      const notices = clocks === null ? told : [clocks, ...told];
      return { sslId, nonce, formerNonce: null, kind: "enrolled", notices };
    } catch (thrown) {
      if (!(thrown instanceof LostError)) throw thrown;
      return await this.#findLost(thrown);
    }
  }

  async lookAgain(sslId: number): Promise<readonly OrderNotice[]> {
    const twin = await this.#twinAmong(await this.#othersThan(sslId), sslId);
    return twin === null ? [] : [tellTwin(twin, sslId, false)];
  }

  /** A compromised key gets no other certificate, with whatever name, organization, order key or scope it is asked for. */
  async #refuseCompromised(found: readonly CertificateDetails[]): Promise<void> {
    if (this.#request.key === "made") return;
    for (const details of found.filter(isCompromised))
      if (await this.#isForOurKey(details)) throw keyCompromised(this.#what, details.sslId);
    const { origin, orderKey } = this.#request;
    const ours = { scope: origin.scope, orderKey, keySha256: this.#csr.publicKeySha256 };
    const sslId = await findCompromised(this.#client, ours, this.#context);
    if (sslId !== null) throw keyCompromised(this.#what, sslId);
  }

  /** By its marker; else by the certificate, where SCM hands out one that is revoked. */
  async #isForOurKey(details: CertificateDetails): Promise<boolean> {
    const { origin, orderKey } = this.#request;
    const ours = { where: this.#where, scope: origin.scope, orderKey, keySha256: this.#csr.publicKeySha256 };
    return isOrderOfKey(details, ours) || (await this.#hasOurKey(details)) === true;
  }

  async #findLost(lost: LostError): Promise<Placed> {
    for (const pauseMs of LOOKS_AFTER_LOSS_MS) {
      if (pauseMs > 0) await this.#context.clock.wait(pauseMs, this.#context.signal);
      const taken = await this.#takeOver(await this.#lookOrLose(lost), "lost");
      if (taken !== null) return taken;
    }
    throw lost;
  }

  /** Whatever keeps us from looking, the first thing to tell is that an order may be there. */
  async #lookOrLose(lost: LostError): Promise<readonly CertificateDetails[]> {
    try {
      return await this.#look([]);
    } catch {
      throw lost;
    }
  }

  #nonce(): string {
    return this.#request.nonce ?? makeNonce(this.#context.random);
  }

  #look(alsoSkipped: readonly number[]): Promise<readonly CertificateDetails[]> {
    const skipped = new Set([...(this.#request.known ?? []), ...alsoSkipped]);
    const isOut = (sslId: number): boolean => skipped.has(sslId) || this.#context.claims.isTaken(sslId);
    return findOrders(this.#client, this.#where, isOut, this.#context);
  }

  /**
   * @param when `lost`: our own order is looked for, whose key is here
   * @returns null when none of them is this order
   */
  async #takeOver(found: readonly CertificateDetails[], when: "before" | "lost"): Promise<Placed | null> {
    if (found.length === 0) return null;
    const rules = await this.#rules();
    const judged = await Promise.all(
      withoutPredecessors(found, rules).map(async (details) => ({
        details,
        verdict: await this.#judge(details, rules),
      })),
    );
    const [only, ...others] = this.#ownFirst(
      judged.filter(({ verdict }) => verdict === "ours").map(({ details }) => details),
    );
    if (only !== undefined && others.length === 0) return this.#adopt(only);
    const blocking = judged.filter(
      ({ verdict }) => verdict !== "other" && (when === "before" || verdict !== "other_key"),
    );
    if (blocking.length > 0) throw refuseFound(this.#what, blocking, rules);
    return null;
  }

  /** Of several, the one that bears the caller's own claim: a run of its own placed it and did not live to keep it. */
  #ownFirst(ours: readonly CertificateDetails[]): readonly CertificateDetails[] {
    const { nonce } = this.#request;
    const own = ours.filter(({ comments }) => nonce && readComments(comments).tag?.nonce === nonce);
    return own.length === 1 ? own : ours;
  }

  async #judge(details: CertificateDetails, rules: CandidateRules) {
    const verdict = judgeCandidate(details, rules);
    if (verdict === "other" || verdict === "unclear") return verdict;
    if (verdict === "not_adoptable" && !rules.isOwnKey) return verdict;
    const isComparable = verdict === "compare_key" || isIssued(details);
    const isSame = isComparable ? await this.#hasOurKey(details) : null;
    // A young order is not a proof of an interrupted run: a reissue would take the certificate from where it serves.
    if (verdict === "ours" && isComparable && !rules.isOwnKey)
      return isSame || this.#mayReissue(details) ? "ours" : "other_key";
    // A renewal by another actor may have our marker with the comments that it took along.
    if (isSame === false) return "other";
    if (verdict !== "compare_key") return verdict;
    return isSame ? "ours" : "unclear";
  }

  /** What was left behind on purpose serves nowhere, until a run has had it issued and taken the note away. */
  #mayReissue({ comments }: CertificateDetails): boolean {
    return (this.#request.reissues || readComments(comments).tag?.isLeft) ?? false;
  }

  /** Null when it can't be compared: then it can't be ruled out either. */
  async #hasOurKey({ sslId, serialNumber }: CertificateDetails): Promise<boolean | null> {
    const { signal, deadline, clock } = this.#context;
    try {
      const chain = await collect(this.#client, sslId, { signal, deadline, clock, serialNumber });
      return chain && sameKey(chain.leaf.publicKey, this.#csr.publicKey);
    } catch (thrown) {
      if (thrown instanceof StateError) return null;
      throw thrown;
    }
  }

  async #rules(): Promise<CandidateRules> {
    const { adoptWithinMs, key, origin } = this.#request;
    return {
      marker: this.#marker,
      names: this.#where.names,
      now: this.#context.clock.now(),
      adoptWithinMs,
      isOwnKey: key === "given",
      hasScope: origin.scope !== null,
      requester: await this.#context.requester(),
    };
  }

  async #adopt(details: CertificateDetails): Promise<Placed> {
    const { sslId } = details;
    this.#context.claims.take(sslId);
    const { comment, tag } = readComments(details.comments);
    const nonce = this.#nonce();
    const written = { marker: this.#marker, nonce, isLeft: this.#request.isLeft ?? false };
    const comments = writeComments(this.#request.order.comments ?? comment, written, this.#request.origin);
    const isWritten = (await this.#note(sslId, comments)) || (await this.#bears(sslId, nonce));
    return {
      sslId,
      nonce: isWritten ? nonce : (tag?.nonce ?? null),
      formerNonce: isWritten ? (tag?.nonce ?? null) : null,
      kind: "adopted",
      notices: [
        {
          summary: `Certificate ${sslId} (${this.#what.replace("enroll ", "")}) was ordered before and is taken over`,
          detail:
            `This order was placed${details.requested === null ? "" : ` on ${details.requested.slice(0, 10)}`}, and SCM shows it as ${details.status}. ` +
            (this.#request.key === "given"
              ? "Nothing was ordered now."
              : "No other one was ordered; where its key is not here any more, it is reissued for the new one under the same id."),
        },
      ],
    };
  }

  /** Who may enroll may still not be allowed to edit; the certificate is ours all the same. */
  async #note(sslId: number, comments: string): Promise<boolean> {
    try {
      await this.#client.certificates.update(sslId, { comments }, this.#context);
      return true;
    } catch (thrown) {
      const { code } = SectigoError.from(thrown);
      this.#context.log?.info("could not write into the comments of an order", { sslId, code });
      return false;
    }
  }

  /** A write whose answer was lost may have taken effect; a claim that is not known as ours would be taken for another's. */
  async #bears(sslId: number, nonce: string): Promise<boolean> {
    try {
      const { comments } = await this.#client.certificates.get(sslId, this.#context);
      return claimOf(comments, nonce) === "ours";
    } catch (thrown) {
      const { code } = SectigoError.from(thrown);
      this.#context.log?.info("could not see whose claim an order bears", { sslId, code });
      return false;
    }
  }

  /**
   * The claim that was made for this very order stands on one record alone. Where SCM, or what stands before it, answers with
   * the id of another record, that one is not ours to publish, to replace or to revoke.
   */
  #placedAmong(others: readonly CertificateDetails[], nonce: string): number | null {
    // A claim of the caller's own may stand on orders before this one.
    if (this.#request.nonce) return null;
    const isOurs = ({ comments }: CertificateDetails): boolean =>
      claimOf(comments, nonce) === "ours" && readComments(comments).tag?.marker === this.#marker;
    return others.find(isOurs)?.sslId ?? null;
  }

  /**
   * Two runs at the same moment both look before either has ordered. Looking once more finds the other's: the older of the
   * two stays, ours is declined if that is still possible. That there are two is told in any case.
   */
  async #declineTwin(others: readonly CertificateDetails[], sslId: number): Promise<readonly OrderNotice[]> {
    const twin = await this.#twinAmong(others, sslId);
    if (twin === null) return [];
    const declined = await this.#declineOurs(sslId);
    return [tellTwin(twin, sslId, declined)];
  }

  /** The order is placed; that it can't be compared with others is not a reason to lose it, so then there are none. */
  async #othersThan(sslId: number): Promise<readonly CertificateDetails[]> {
    try {
      return await this.#look([sslId]);
    } catch (thrown) {
      this.#warnUncompared(sslId, thrown);
      return [];
    }
  }

  async #twinAmong(others: readonly CertificateDetails[], sslId: number): Promise<number | null> {
    if (others.length === 0) return null;
    try {
      const rules = await this.#rules();
      const twins = others.filter((details) => judgeCandidate(details, rules) === "ours");
      return twins.find((twin) => twin.sslId < sslId)?.sslId ?? null;
    } catch (thrown) {
      this.#warnUncompared(sslId, thrown);
      return null;
    }
  }

  #warnUncompared(sslId: number, thrown: unknown): void {
    const { code } = SectigoError.from(thrown);
    this.#context.log?.warn("could not look for a second order", { sslId, code });
  }

  async #declineOurs(sslId: number): Promise<boolean> {
    try {
      const { outcome } = await this.#client.certificates.decline(
        sslId,
        "The same certificate was ordered by another run at the same moment",
        this.#context,
      );
      return outcome === "declined";
    } catch (thrown) {
      // Not allowed, not in time, out of order: it is placed all the same, and its id must not get lost.
      const { code } = SectigoError.from(thrown);
      this.#context.log?.warn("could not decline a second order", { sslId, code });
      return false;
    }
  }
}
