import { readBundle } from "../../pki/bundle.ts";
import type { Certificate } from "../../pki/certificate.ts";
import type { ContractContext, Point } from "../point.ts";

const ARRANGED = "None: chains are put in order from the certificates themselves.";
const SET_ASIDE = "It is set aside with a notice; the chain is built from the certificates themselves.";

/** What comes with a download. */
export const downloadPoints: readonly Point[] = [
  {
    id: "root-in-pemia",
    question: "Does the format `pemia` end with the root?",
    needs: "reading",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: ARRANGED },
      yes: { words: "it does", effect: ARRANGED },
    },
    async find(context) {
      const chain = await download(context, "pemia");
      return chain === null ? null : chain.some(isRoot) ? "yes" : "no";
    },
  },
  {
    id: "root-in-x509",
    question: "Does the format `x509` hold the root?",
    needs: "reading",
    usual: "yes",
    readings: {
      yes: { words: "it does", effect: ARRANGED },
      no: {
        words: "it does not",
        effect: "`chain_pem` ends below the root, as clients want it; nothing is missing.",
      },
    },
    async find(context) {
      const chain = await download(context, "x509");
      return chain === null ? null : chain.some(isRoot) ? "yes" : "no";
    },
  },
  {
    id: "stray-authority",
    question: "Does a download hold CA certificates that have nothing to do with it, and where?",
    needs: "reading",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: "None." },
      first: { words: "before the chain", effect: SET_ASIDE },
      inside: { words: "inside the chain", effect: SET_ASIDE },
      last: { words: "after the leaf", effect: SET_ASIDE },
    },
    async find(context) {
      const chain = await download(context, "x509");
      if (chain === null) return null;
      const strays = chain.flatMap((each, at) => (each.isCa && !leadsAnywhere(each, chain) ? [at] : []));
      const [at] = strays;
      if (at === undefined) return "no";
      return at === 0 ? "first" : at === chain.length - 1 ? "last" : "inside";
    },
  },
  {
    id: "cross-certificates",
    question: "Does a download show more than one way up to a root?",
    needs: "reading",
    usual: "no",
    readings: {
      no: { words: "one way", effect: "None." },
      yes: {
        words: "several ways",
        effect: "The shortest is taken, or the one that `preferred_chain` names.",
      },
    },
    async find(context) {
      const chain = await download(context, "x509");
      if (chain === null) return null;
      const authorities = chain.filter(({ isCa }) => isCa);
      const isTwice = authorities.some((one) =>
        authorities.some((other) => one !== other && one.subject.text === other.subject.text),
      );
      return isTwice ? "yes" : "no";
    },
  },
  {
    id: "revoked-download",
    question: "Can a revoked certificate still be downloaded?",
    needs: "reading",
    usual: "no",
    readings: {
      no: { words: "it can't", effect: "What is in state stays; the plan says that it is revoked." },
      yes: { words: "it can", effect: "None: the record's status decides." },
    },
    async find({ ask, samples }) {
      const sample = await samples.find(({ status }) => status === "Revoked");
      if (sample === null) return null;
      const path = `/ssl/v1/collect/${sample.sslId}?format=x509`;
      const answer = await ask({ method: "GET", path, headers: { accept: "*/*" } });
      return answer === null ? null : answer.status === 200 ? "yes" : "no";
    },
  },
];

async function download(
  { ask, samples }: ContractContext,
  format: string,
): Promise<readonly Certificate[] | null> {
  const sample = await samples.find(({ status }) => status === "Issued");
  if (sample === null) return null;
  const path = `/ssl/v1/collect/${sample.sslId}?format=${format}`;
  const answer = await ask({ method: "GET", path, headers: { accept: "*/*" } });
  return answer?.status === 200 ? readBundle(Buffer.from(answer.text)) : null;
}

function isRoot({ isCa, subject, issuer }: Certificate): boolean {
  return isCa && subject.text === issuer.text;
}

/** Whether a certificate has issued another one of the download, or was issued by one. */
function leadsAnywhere(one: Certificate, chain: readonly Certificate[]): boolean {
  return chain.some(
    (other) =>
      other !== one && (other.issuer.text === one.subject.text || other.subject.text === one.issuer.text),
  );
}
