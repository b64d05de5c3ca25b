import type { CertificateAuthority } from "./ca.ts";
import type { Certificate } from "./certificate.ts";
import { formatUnknown } from "./errors.ts";
import type { Answer } from "./http/answer.ts";
import type { StrictOptions } from "./strict-options.ts";
import { toPem } from "./x509/pem.ts";
import { certificatesOnly } from "./x509/pkcs7.ts";

type Chain = {
  readonly leaf: Buffer;
  readonly intermediates: readonly Buffer[];
  readonly root: readonly Buffer[];
};

const pem = (certificates: readonly Buffer[]): Buffer =>
  Buffer.from(certificates.map((der) => toPem("CERTIFICATE", der)).join("\n"));

/**
 * Contents and order of each collect format; names count in any case. `x509` and `pem` end with the leaf, as public
 * clients found out the hard way. Whether `pemia` holds the root is undocumented: here it does not.
 * The set inside PKCS#7 has no order; here the leaf stands in the middle, so nobody takes the first for it.
 */
const FORMATS: Readonly<Record<string, (chain: Chain) => Buffer>> = {
  x509: ({ leaf, intermediates, root }) => pem([...root, ...intermediates, leaf]),
  pem: ({ leaf, intermediates, root }) => pem([...root, ...intermediates, leaf]),
  x509r: ({ leaf, intermediates, root }) => pem([leaf, ...intermediates.toReversed(), ...root]),
  x509co: ({ leaf }) => pem([leaf]),
  pemco: ({ leaf }) => pem([leaf]),
  pemia: ({ leaf, intermediates, root }) => pem([leaf, ...intermediates.toReversed(), ...root]),
  x509io: ({ intermediates, root }) => pem([...root, ...intermediates]),
  x509ior: ({ intermediates, root }) => pem([...intermediates.toReversed(), ...root]),
  base64: (chain) => Buffer.from(toPem("PKCS7", bundle(chain))),
  bin: bundle,
};

function bundle({ leaf, intermediates, root }: Chain): Buffer {
  const [first, ...others] = intermediates;
  return certificatesOnly([...(first ? [first] : []), leaf, ...others, ...root]);
}

/** @throws ScmError -126 for a format that nobody knows */
export function checkFormat(format: string): void {
  if (!FORMATS[format.toLowerCase()]) throw formatUnknown();
}

/** What a download holds. */
export type Download = {
  readonly authority: CertificateAuthority;
  readonly certificate: Certificate;
  /** Gives the file its name. */
  readonly commonName: string;
  readonly format: string;
  readonly strict: StrictOptions;
};

/** Octets with the headers of the real host: text goes as octet-stream too, and the file name is not quoted. */
export function download({ authority, certificate, commonName, format, strict }: Download): Answer {
  const make = FORMATS[format.toLowerCase()];
  if (!make) throw formatUnknown();
  const suffix = /^(base64|bin)$/i.test(format) ? "p7b" : "cer";
  const file = `${commonName.replace(/\./g, "_").replace(/[^\w-]/g, "")}_cert.${suffix}`;
  const headers = {
    "Content-Type": "application/octet-stream;charset=UTF-8",
    "Content-Disposition": `attachment; filename=${file}`,
  };
  const isIssuerAfter = format.toLowerCase() === "pemia";
  const hasRoot = isIssuerAfter ? strict.pemiaWithRoot : !strict.chainWithoutRoot;
  const { intermediates } = authority;
  const chain = { leaf: certificate.der, intermediates, root: hasRoot ? [authority.root] : [] };
  return { status: 200, bytes: make(chain), headers };
}
