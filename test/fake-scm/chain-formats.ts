import type { CertificateAuthority } from "./ca.ts";
import type { Certificate } from "./certificate.ts";
import { formatUnknown } from "./errors.ts";
import type { Answer } from "./http/answer.ts";
import type { StrictOptions } from "./strict-options.ts";
import { toPem } from "./x509/pem.ts";
import { certificatesOnly } from "./x509/pkcs7.ts";

/** Intermediates and roots from the top down; a cross-certificate stands among the intermediates. */
type Chain = {
  readonly leaf: Buffer;
  readonly intermediates: readonly Buffer[];
  readonly root: readonly Buffer[];
  readonly stray: Stray;
};

/** A CA certificate that nothing in the chain was issued by, where a switch puts it. */
type Stray = {
  readonly first: readonly Buffer[];
  readonly inside: readonly Buffer[];
  readonly last: readonly Buffer[];
};

const pem = (certificates: readonly Buffer[]): Buffer =>
  Buffer.from(certificates.map((der) => toPem("CERTIFICATE", der)).join("\n"));

/**
 * Contents and order of each collect format; names count in any case. `x509` and `pem` end with the leaf, as public
 * clients found out the hard way. Whether `pemia` holds the root is undocumented: here it does not.
 * The set inside PKCS#7 has no order; here the leaf stands in the middle, so nobody takes the first for it.
 */
const FORMATS: Readonly<Record<string, (chain: Chain) => Buffer>> = {
  x509: (chain) => pem(around(chain, [...down(chain), chain.leaf])),
  pem: (chain) => pem(around(chain, [...down(chain), chain.leaf])),
  x509r: (chain) => pem(around(chain, [chain.leaf, ...down(chain).reverse()])),
  x509co: ({ leaf }) => pem([leaf]),
  pemco: ({ leaf }) => pem([leaf]),
  pemia: (chain) => pem(around(chain, [chain.leaf, ...down(chain).reverse()])),
  x509io: (chain) => pem(around(chain, down(chain))),
  x509ior: (chain) => pem(around(chain, down(chain).reverse())),
  base64: (chain) => Buffer.from(toPem("PKCS7", bundle(chain))),
  bin: bundle,
};

/** Intermediates come before the stray in the middle, so that it stands inside whichever way the format runs. */
function down({ root, intermediates, stray }: Chain): Buffer[] {
  const [top, ...others] = intermediates;
  return [...root, ...(top ? [top] : []), ...stray.inside, ...others];
}

function around({ stray }: Chain, certificates: readonly Buffer[]): Buffer[] {
  return [...stray.first, ...certificates, ...stray.last];
}

function bundle({ leaf, intermediates, root, stray }: Chain): Buffer {
  const [first, ...others] = intermediates;
  const strays = [...stray.first, ...stray.inside, ...stray.last];
  return certificatesOnly([...(first ? [first] : []), leaf, ...others, ...root, ...strays]);
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
  const cross = strict.crossCertificates ? authority.cross : undefined;
  const roots = cross ? [cross.olderRoot, authority.root] : [authority.root];
  const strayIf = (isTurned: boolean): Buffer[] => (isTurned ? [authority.stray] : []);
  const chain = {
    leaf: certificate.der,
    intermediates: [...(cross ? [cross.certificate] : []), ...authority.intermediates],
    root: hasRoot ? roots : [],
    stray: {
      first: strayIf(strict.strayCaFirst),
      inside: strayIf(strict.strayCaInside),
      last: strayIf(strict.strayCaLast),
    },
  };
  return { status: 200, bytes: make(chain), headers };
}
