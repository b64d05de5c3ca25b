import {
  type Certificate,
  type CertificateDetails,
  claimOf,
  differenceOfRequest,
  findYoungTwin,
  namesMissing,
  readCertificatePem,
  readComments,
  readCsr,
  tellTwin,
  textIn,
  type WaitOptions,
  wasOrderedHere,
  withCommonName,
} from "../../../../core/index.ts";
import type { Operation } from "../../../framework/resource.ts";
import type { Connection } from "../../connection.ts";
import { readDetails } from "../../read-details.ts";
import { WORDS } from "../../words.ts";
import { noteMissing, withKeyMatch } from "./compare-with-order.ts";
import { IMPORT, movedKey } from "./import.ts";
import { readPrivateData, writeLastSeen, writePrivateData } from "./private-data.ts";
import { collectIssued } from "./refresh-certificate.ts";
import {
  knownIds,
  type ManagedArguments,
  type ReadRequest,
  type StoredCertificate,
  stableStatus,
  withRenewal,
} from "./state.ts";
import { withFormer } from "./superseded.ts";

const REFRESH = {
  what: "read certificate",
  hint:
    "It was deleted, or this administrator may no longer see it: SCM does not tell these apart. Restore the " +
    "administrator's access; or, if it is gone, forget it with `state rm` and the resource's address. To " +
    'enroll a new one in its place, set when_missing = "reenroll" and apply, which records that choice; then plan ' +
    "as usual.",
};

/** The state after a look at the record and, where its serial number is another, at the certificate. */
export async function refreshRecord(request: ReadRequest, wait: WaitOptions): Promise<StoredCertificate> {
  const { private: data } = request;
  const isImport = request.state.status === null;
  // A key that came with a move is nothing to compare with before it is known to be the certificate's.
  const state = isImport ? { ...request.state, private_key: null, private_key_pem: null } : request.state;
  const details = await readDetails(request.api, state.ssl_id ?? 0, {
    wait,
    purpose: isImport ? IMPORT : REFRESH,
  });
  writeLastSeen(data, details);
  writePrivateData(data, { isRenewed: details.isRenewed });
  if (isImport) takeOver(request, details);
  const { tag } = readComments(details.comments);
  const isTaken = claimOf(details.comments, readPrivateData(data).nonce) === "taken";
  writePrivateData(data, { takenBy: isTaken ? (tag?.holder ?? "") : null });
  if (tag?.isReleased && tag.nonce === readPrivateData(data).nonce)
    writePrivateData(data, { adoptedFrom: null });
  // What becomes of it there is not this state's: the pair that it holds stays.
  if (isTaken) return withRenewal(state);
  await warnOfYoungTwin({ ...request, state }, details, wait);
  const found: StoredCertificate = {
    ...state,
    ...readMetadata(details, state, isImport),
    ...(isImport ? importedArguments(details) : movedArguments(details, state)),
    ...(await collectIssued({ ...request, state }, details, wait)),
    status: stableStatus(details.status),
  };
  if (isImport) {
    noteMissing(details, found, data);
    const whole = { ...found, ...movedKey(request.state, found.certificate_pem, request.warn) };
    return withRenewal(withKeyMatch(whole, null, readPrivateData(data).madeCsr));
  }
  const isSame = found.certificate_pem === state.certificate_pem;
  const current =
    isSame || found.certificate_pem === null
      ? found
      : {
          ...found,
          ...replacedArguments(state, readCertificatePem(found.certificate_pem)),
          superseded: withFormer(state, request.api.clock.now()),
        };
  return withRenewal(withKeyMatch(current, state, readPrivateData(data).madeCsr));
}

/** An import takes it over as it stands, with the mark of the hands it was in. */
function takeOver({ api, private: data }: ReadRequest, { comments }: CertificateDetails): void {
  const { host, customerUri } = api.identity;
  writePrivateData(data, { nonce: readComments(comments).tag?.nonce ?? null, host, customerUri });
}

/** An import has only the id; what the order was is read off the record, save the request, which SCM keeps to itself. */
function importedArguments(details: CertificateDetails) {
  return {
    organization_id: details.organizationId,
    scm_profile_id: wasOrderedHere(details) ? (details.scmProfile?.scmProfileId ?? null) : null,
    subject_alternative_names:
      details.subjectAlternativeNames.length > 0 ? details.subjectAlternativeNames : null,
  };
}

/** Only what SCM states otherwise is drift; a record that says nothing says nothing against us. */
function movedArguments(details: CertificateDetails, state: StoredCertificate) {
  const { organization_id, scm_profile_id, pending } = state;
  // The arguments are those of the successor that is on its way, the record is its predecessor's.
  if (pending !== null) return {};
  return {
    organization_id: organization_id && (details.organizationId ?? organization_id),
    scm_profile_id: scm_profile_id && (details.scmProfile?.scmProfileId ?? scm_profile_id),
  };
}

/**
 * SCM can put another certificate under the same id, for another request and other names. Then what state says of them is
 * no longer true: the request is unknown again, and the names are the certificate's. Names that a CA adds are not a change.
 */
function replacedArguments(state: StoredCertificate, leaf: Certificate) {
  const { csr_pem: csr, subject_alternative_names: names } = state;
  const present = withCommonName(leaf.subject.commonName, leaf.names);
  const isLacking = names !== null && namesMissing(names, present).length > 0;
  return {
    csr_pem: csr === null || differenceOfRequest(leaf, readCsr(csr)) !== null ? null : csr,
    subject_alternative_names: isLacking ? leaf.names.map(({ value }) => value) : names,
  };
}

/** An order so old is in every list and report, and a daily run has told it. */
const YOUNG_MS = 86_400_000;

/** Whether this state ordered its certificate within the last day. */
export function isYoungOrder({ api, private: data }: Operation<Connection>): boolean {
  const { orderedAt } = readPrivateData(data);
  return orderedAt !== null && api.clock.now().getTime() - Date.parse(orderedAt) < YOUNG_MS;
}

/**
 * Tells of a second order of the same in every refresh while the certificate is young: when it was ordered, SCM's list may
 * not have shown it.
 */
async function warnOfYoungTwin(
  request: Operation<Connection> & { readonly state: StoredCertificate },
  details: CertificateDetails,
  wait: WaitOptions,
): Promise<void> {
  const { api, state, warn, log } = request;
  if (state.pending !== null || !isYoungOrder(request)) return;
  const twin = await findYoungTwin(api.client, details, { ...wait, known: knownIds(state), log });
  if (twin === null) return;
  const { summary, detail } = tellTwin(twin, details.sslId, false);
  warn(summary, textIn(detail, WORDS));
}

/** Where SCM says it: a record, or a row of the report. */
type Managed = Pick<CertificateDetails, "comments" | "externalRequesters" | "customFields">;

/**
 * What SCM says of the metadata that the configuration manages. Arguments left out stay null: what SCM holds there is
 * another's. Right after an import everything is taken over, so that generated configuration plans empty.
 * SCM knows no difference between empty and absent, so what is declared empty stays so, and what is not becomes null.
 */
export function readMetadata(details: Managed, state: ManagedArguments, isImport: boolean): ManagedArguments {
  const { comments, external_requesters: requesters, custom_fields: fields } = state;
  if (isImport) return importedMetadata(details);
  return {
    comments: comments === null ? null : (readComments(details.comments).comment ?? emptied(comments)),
    external_requesters:
      requesters && requesters.length + details.externalRequesters.length > 0
        ? emptyToNull(details.externalRequesters)
        : requesters,
    custom_fields: fields && declaredFields(fields, details),
  };
}

function importedMetadata(details: Managed): ManagedArguments {
  const fields = details.customFields.filter(({ value }) => value !== "");
  return {
    comments: readComments(details.comments).comment,
    external_requesters: emptyToNull(details.externalRequesters),
    custom_fields: fields.length === 0 ? null : fieldsByName(fields),
  };
}

/** A field that SCM holds no value for is left out, unless it is declared empty. */
function declaredFields(declared: Fields, { customFields }: Managed): Fields {
  const present = new Map(customFields.map(({ name, value }) => [name, value]));
  const found = Object.keys(declared).map((name) => ({ name, value: present.get(name) ?? "" }));
  return fieldsByName(found.filter(({ name, value }) => value !== "" || declared[name] === ""));
}

function fieldsByName(fields: CertificateDetails["customFields"]): Fields {
  return Object.fromEntries(fields.map(({ name, value }) => [name, value]));
}

type Fields = Readonly<Record<string, string>>;

/** What SCM's silence about a text means: as declared when that is empty, else that it was taken away. */
function emptied(declared: string): string | null {
  return declared.trim() === "" ? declared : null;
}

function emptyToNull(list: readonly string[]): readonly string[] | null {
  return list.length === 0 ? null : list;
}
