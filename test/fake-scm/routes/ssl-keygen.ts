import { generateKeyPairSync, randomBytes } from "node:crypto";
import * as errors from "../errors.ts";
import { type Answer, json } from "../http/answer.ts";
import { checkLength, parseBody, required } from "../http/body.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { blankSslRecord, type RequestedKey, type SslRecord } from "../ssl-record.ts";
import type { Profile } from "../tenant.ts";
import { keyFacts } from "../x509/csr.ts";
import { checkNames, checkOrder, checkTexts, keptText, readCustomFields } from "./ssl-checks.ts";
import { splitNames, submit } from "./ssl-enroll.ts";
import { actionRecord } from "./ssl-read.ts";

/** Orders whose key SCM makes, and the link to that key. The reference has the link as GET, the OpenAPI file as POST. */
export const sslKeygenRoutes: readonly Route[] = [
  {
    method: "POST",
    path: "/ssl/v1/enroll-keygen",
    privilege: "sslRequest",
    action: "request SSL certificates",
    work: enrollWithKey,
  },
  { method: "GET", path: "/ssl/v1/keystore/{sslId}/{formatType}", work: keystoreLink },
  { method: "POST", path: "/ssl/v1/keystore/{sslId}/{formatType}", work: keystoreLink },
];

const CURVES: Readonly<Record<string, string>> = { "P-256": "P-256", "P-384": "P-384", "P-521": "P-521" };
const KEYSTORE_FORMATS = new Set(["key", "p12", "p12aes", "jks", "pem"]);

function enrollWithKey(call: Call): Answer {
  const { scm } = call;
  const body = parseBody(call.body, {
    orgId: "integer",
    commonName: "text",
    subjAltNames: "text",
    certType: "integer",
    term: "integer",
    comments: "text",
    externalRequester: "text",
    customFields: "objects",
    algorithm: "text",
    keyParam: "text",
    keyGenerationMethod: "text",
    passPhrase: "text",
  });
  const orgId = body.orgId ?? missing("orgId");
  const commonName = body.commonName ?? missing("commonName");
  checkLength("commonName", commonName, 1, 64);
  checkTexts(body.comments, body.externalRequester);
  checkLength("passPhrase", body.passPhrase, 8, 64);
  const profileId = required("certType", body.certType);
  const term = required("term", body.term);
  const customFields = readCustomFields(scm, body.customFields ?? []);
  const profile = checkOrder(call, { orgId, profileId, term, customFields });
  const names = splitNames(body.subjAltNames);
  checkNames(scm.tenant, profile, orgId, [commonName, ...names]);
  const algorithm = body.algorithm ?? "RSA";
  const { key, privateKeyPem } = makeKey(
    profile,
    algorithm,
    body.keyParam ?? (algorithm === "RSA" ? "2048" : "P-256"),
  );
  const record: SslRecord = {
    ...blankSslRecord(scm.nextSslId(), orgId, commonName),
    renewId: scm.random.token(20),
    profileId,
    term,
    key,
    privateKeyPem,
    subjectAlternativeNames: names,
    comments: keptText(body.comments ?? "", scm.options.strict),
    externalRequester: body.externalRequester || undefined,
    customFields,
  };
  submit(call, record);
  return json({ sslId: record.sslId, renewId: record.renewId });
}

function missing(name: string): never {
  throw errors.nullParameter(name);
}

function makeKey(
  profile: Profile,
  algorithm: string,
  parameter: string,
): { key: RequestedKey; privateKeyPem: string } {
  if (!profile.keyTypes[algorithm]) throw errors.csrAlgorithm();
  if (!profile.keyTypes[algorithm].includes(parameter)) throw errors.csrKeySize();
  const { publicKey, privateKey } =
    algorithm === "RSA"
      ? generateKeyPairSync("rsa", { modulusLength: Number(parameter) })
      : generateKeyPairSync("ec", { namedCurve: CURVES[parameter] ?? "P-256" });
  const spki = publicKey.export({ format: "der", type: "spki" });
  const privateKeyPem = privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  return { key: { ...keyFacts(publicKey), spki }, privateKeyPem };
}

/** A link, good for nothing but its form: what stands behind it is a person's download in SCM's pages. */
function keystoreLink(call: Call): Answer {
  const format = param(call, "formatType");
  if (call.body.length > 0) {
    const { passphrase } = parseBody(call.body, { passphrase: "text" });
    checkLength("passphrase", passphrase, 0, 32);
  }
  if (!KEYSTORE_FORMATS.has(format)) throw errors.fieldInvalid("formatType");
  const record = actionRecord(call);
  if (record.privateKeyPem === undefined) throw errors.notPossible("The private key is not managed by SCM.");
  if (!record.certificate) throw errors.notCollectable();
  const token = randomBytes(16).toString("hex").toUpperCase();
  return json({ link: `${new URL(call.root).origin}/download?token=${token}&keyformat=${format}` });
}
