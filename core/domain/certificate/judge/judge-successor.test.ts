import { expect, it } from "vitest";
import type { CertificateDetails } from "../../../scm/schemas/certificates.ts";
import { signOf } from "./judge-successor.ts";

const OURS = "Ordered as code, claim aaaaaaaa\ntf:abcdefghijklmnopqrstuvwxyz";
const OTHERS = "Ordered as code, claim bbbbbbbb\ntf:zbcdefghijklmnopqrstuvwxyz";

function record(more: Partial<CertificateDetails>): CertificateDetails {
  const base = { sslId: 40_211, organizationId: 7003, commonName: "shop.example.test", comments: null };
  // What the judgement reads of a record; the rest does not count.
  return { ...base, requestedVia: "REST API", requester: "us@example.test", ...more } as CertificateDetails;
}

const FORMER = record({ comments: OURS });
const UNMARKED = record({});

it.each<[string, Partial<CertificateDetails>, CertificateDetails, string | null, string]>([
  [
    "bears the marker of the one before",
    { comments: OURS, requester: "jo@example.test" },
    FORMER,
    null,
    "ours",
  ],
  ["bears another's marker", { comments: OTHERS }, FORMER, "us@example.test", "others"],
  ["lies in another organization", { organizationId: 7019 }, FORMER, "us@example.test", "others"],
  ["is of another name", { commonName: "pay.example.test" }, FORMER, "us@example.test", "others"],
  ["was requested in a web form", { requestedVia: "Enrollment Form" }, FORMER, "us@example.test", "others"],
  ["was requested by our login", { requester: "US@example.test " }, UNMARKED, "us@example.test", "ours"],
  ["was requested by a colleague", { requester: "jo@example.test" }, FORMER, "us@example.test", "others"],
  ["shows the requester of our order before, where no login tells", {}, FORMER, null, "ours"],
  ["shows another one, where no login tells", { requester: "jo@example.test" }, FORMER, null, "others"],
  ["shows one, and nothing tells who we are", {}, UNMARKED, null, "unclear"],
  ["shows none", { requester: null }, FORMER, "us@example.test", "unclear"],
])("a record that is said to follow %s", (_what, present, former, requester, sign) => {
  expect(signOf(record(present), former, requester)).toBe(sign);
});
