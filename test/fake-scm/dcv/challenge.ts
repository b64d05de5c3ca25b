import { createHash } from "node:crypto";
import { ScmError } from "../errors.ts";
import type { DcvOrder, Domain } from "../tenant.ts";

/** How control of a domain can be proved, by the word that stands in the path. */
export const DCV_MODES = {
  http: "HTTP",
  https: "HTTPS",
  cname: "CNAME",
  txt: "TXT",
  email: "EMAIL",
} as const;

export type DcvWord = keyof typeof DCV_MODES;

/**
 * A new challenge, other than every one before it: what was published for an earlier start is worth nothing.
 * Shapes: recorded answers of `start/domain/{cname|http|email}`; TXT shows its record at submission only.
 * @param round number that differs from every earlier start
 */
export function newChallenge(word: DcvWord, domain: Domain, round: number): DcvOrder {
  const bare = domain.name.replace(/^\*\./, "");
  const digest = (part: string): string => createHash("md5").update(`${part} ${bare} ${round}`).digest("hex");
  const order = { mode: DCV_MODES[word], state: "AWAITING_SUBMISSION" } as const;
  switch (word) {
    case "cname":
      return {
        ...order,
        host: `_${digest("host")}.${bare}.`,
        point: `${digest("first")}.${digest("second")}.sectigo.com.`,
      };
    case "txt":
      return { ...order, host: `_pki-validation.${bare}.`, point: digest("value") };
    case "email":
      return { ...order, emails: [`admin@${bare}`, `hostmaster@${bare}`] };
    default:
      return {
        ...order,
        url: `${word}://${bare}/.well-known/pki-validation/${digest("file").slice(0, 12).toUpperCase()}.txt`,
        lines: [digest("line"), "sectigo.com"],
      };
  }
}

/** How a domain was validated, as lists and details name it. Source: Admin Operations OpenAPI file, `dcvMethod`. */
export function methodName({ method = "CNAME" }: Domain): string {
  if (method === "TXT") return "DNSTXT_RANDOM_VALUE";
  return method === "EMAIL" ? method : `${method}_CSR_HASH`;
}

/** Code and text of what goes wrong in a validation. The code is documented, its text is not. */
export const dcvError = (why: string): ScmError => new ScmError(400, -1603, why);
