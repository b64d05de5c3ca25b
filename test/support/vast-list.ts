import type { ScmClient } from "../../core/scm/client.ts";
import type { CertificateIdentity } from "../../core/scm/schemas/certificates.ts";

/** A client whose lists say that so many are issued. @param asked positions of its questions for them */
export function withIssued(client: ScmClient, count: number, asked: number[]): ScmClient {
  const { certificates } = client;
  const list: typeof certificates.list = (filter, wait) => {
    if (filter?.status === "Issued") asked.push(filter.position ?? 0);
    const honest = certificates.list(filter, wait);
    const page = honest.then((first) => ({ ...first, total: filter?.status === "Issued" ? count : 0 }));
    return Object.assign(page, { [Symbol.asyncIterator]: () => honest[Symbol.asyncIterator]() });
  };
  return { ...client, certificates: { ...certificates, list } };
}

/** A client that tells whenever the names of a row that lives are read, of lists that name no certificate. */
export function withRowsTold(client: ScmClient, tell: (row: CertificateIdentity) => void): ScmClient {
  const { certificates } = client;
  const list: typeof certificates.list = (filter, wait) => {
    const honest = certificates.list(filter, wait);
    if (filter?.status === undefined) return honest;
    const page = honest.then((first) => ({ ...first, items: first.items.map((row) => watched(row, tell)) }));
    return Object.assign(page, { [Symbol.asyncIterator]: () => honest[Symbol.asyncIterator]() });
  };
  return { ...client, certificates: { ...certificates, list } };
}

function watched(row: CertificateIdentity, tell: (row: CertificateIdentity) => void): CertificateIdentity {
  return {
    ...row,
    get subjectAlternativeNames() {
      tell(row);
      return row.subjectAlternativeNames;
    },
  };
}
