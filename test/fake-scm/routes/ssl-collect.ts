import type { CertificateAuthority } from "../ca.ts";
import type { Certificate } from "../certificate.ts";
import * as errors from "../errors.ts";
import type { Answer } from "../http/answer.ts";
import { type Call, param, type Route } from "../http/call.ts";
import { statusAt } from "../ssl-record.ts";
import { toPem } from "../x509/pem.ts";
import { certificatesOnly } from "../x509/pkcs7.ts";
import { visibleRecord } from "./ssl-read.ts";

/** Downloading, by query and in the older form with the format in the path, which most public clients use. */
export const sslCollectRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/ssl/v1/collect/{sslId}",
    work: (call) => collect(call, call.query.get("format") ?? "base64"),
  },
  {
    method: "GET",
    path: "/ssl/v1/collect/{sslId}/{format}",
    work: (call) => collect(call, param(call, "format")),
  },
];

type Chain = { readonly leaf: Buffer; readonly intermediates: readonly Buffer[]; readonly root: Buffer };

const pem = (certificates: readonly Buffer[]): Buffer =>
  Buffer.from(certificates.map((der) => toPem("CERTIFICATE", der)).join("\n"));

/**
 * Contents and order of each format; names count in any case. `x509` and `pem` end with the leaf, as public clients
 * found out the hard way. Whether `pemia` holds the root is undocumented: here it does not.
 * The set inside PKCS#7 has no order; here the leaf stands in the middle, so nobody takes the first for it.
 */
const FORMATS: Readonly<Record<string, (chain: Chain) => Buffer>> = {
  x509: ({ leaf, intermediates, root }) => pem([root, ...intermediates, leaf]),
  pem: ({ leaf, intermediates, root }) => pem([root, ...intermediates, leaf]),
  x509r: ({ leaf, intermediates, root }) => pem([leaf, ...intermediates.toReversed(), root]),
  x509co: ({ leaf }) => pem([leaf]),
  pemco: ({ leaf }) => pem([leaf]),
  pemia: ({ leaf, intermediates }) => pem([leaf, ...intermediates.toReversed()]),
  x509io: ({ intermediates, root }) => pem([root, ...intermediates]),
  x509ior: ({ intermediates, root }) => pem([...intermediates.toReversed(), root]),
  base64: (chain) => Buffer.from(toPem("PKCS7", bundle(chain))),
  bin: bundle,
};

function bundle({ leaf, intermediates, root }: Chain): Buffer {
  const [first, ...others] = intermediates;
  return certificatesOnly([...(first ? [first] : []), leaf, ...others, root]);
}

function collect(call: Call, format: string): Answer {
  const make = FORMATS[format.toLowerCase()];
  const record = visibleRecord(call);
  if (!make) throw errors.formatUnknown();
  const status = statusAt(record, call.now);
  if (status === "Requested") throw errors.notApproved();
  if (status === "Init" || status === "Approved" || status === "Applied") throw errors.beingProcessed();
  if (status === "Revoked" && !call.scm.options.strict.collectRevoked) throw errors.revokedNotCollectable();
  if (!record.certificate) throw errors.notCollectable();
  return download(make(chainOf(call.scm.authority, record.certificate)), record.commonName, format);
}

function chainOf(authority: CertificateAuthority, { der }: Certificate): Chain {
  return { leaf: der, intermediates: authority.intermediates, root: authority.root };
}

/** Octets with the headers of the real host: text goes as octet-stream too, and the file name is not quoted. */
export function download(bytes: Buffer, commonName: string, format: string): Answer {
  const suffix = /^(base64|bin)$/i.test(format) ? "p7b" : "cer";
  const file = `${commonName.replace(/\./g, "_").replace(/[^\w-]/g, "")}_cert.${suffix}`;
  const headers = {
    "Content-Type": "application/octet-stream;charset=UTF-8",
    "Content-Disposition": `attachment; filename=${file}`,
  };
  return { status: 200, bytes, headers };
}
