import { member, rows, text, totalOf } from "../json.ts";
import type { Point } from "../point.ts";

/** Accounts that profiles keep in SCM, and the sign-in. */
export const accountPoints: readonly Point[] = [
  {
    id: "acme-accounts-of-departments",
    question: "Does the filter `organizationId` of ACME accounts show those of departments too?",
    needs: "reading",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: "None: the account's own organization is compared." },
      yes: {
        words: 'it does, unless ",-2" follows',
        effect: "None: the account's own organization is compared.",
      },
    },
    async find({ get }) {
      for (const organization of rows((await get("/organization/v1"))?.json)) {
        if (rows(member(organization, "departments")).length === 0) continue;
        const path = `/acme/v2/account?size=1&organizationId=${String(member(organization, "id"))}`;
        const [wide, narrow] = [totalOf(await get(path)), totalOf(await get(`${path}%2C-2`))];
        const counts = await Promise.all(
          rows(member(organization, "departments")).map(async (department) =>
            totalOf(await get(`/acme/v2/account?size=1&organizationId=${String(member(department, "id"))}`)),
          ),
        );
        if (wide === null || narrow === null || !counts.some((count) => (count ?? 0) > 0)) continue;
        return wide > narrow ? "yes" : "no";
      }
      return null;
    },
  },
  {
    id: "endpoint-account-details",
    question: "What do details of a web form's account show?",
    needs: "reading",
    usual: "everything",
    readings: {
      everything: { words: "every member", effect: "None." },
      brief: {
        words: "name, type, organization and token only",
        effect: "Drift of the other members can't be seen; the plan says so.",
      },
    },
    async find({ get }) {
      for (const endpoint of rows((await get("/endpoint/v1?size=50"))?.json)) {
        const path = `/endpoint/v1/${String(member(endpoint, "id"))}/account`;
        const [account] = rows((await get(`${path}?size=1`))?.json);
        if (account === undefined) continue;
        const details = (await get(`${path}/${String(member(account, "id"))}`))?.json;
        return text(member(details, "csrGenerationMethod")) === "" ? "brief" : "everything";
      }
      return null;
    },
  },
  {
    id: "bearer-under-private",
    question: "Is a token accepted under `/private`?",
    needs: "reading",
    usual: "yes",
    readings: {
      yes: { words: "it is", effect: "None: tokens go to the documented path." },
      no: { words: "it is refused", effect: "None: tokens go to the documented path." },
    },
    async find({ ask, signIn }) {
      if (signIn !== "oauth2") return null;
      const answer = await ask({ method: "GET", path: "/ssl/v1?size=1", prefix: "/private/api" });
      return answer === null ? null : answer.status < 400 ? "yes" : "no";
    },
  },
  {
    id: "customer-beside-a-token",
    question: "Does a token need the header `customerUri` beside it?",
    needs: "reading",
    usual: "no",
    readings: {
      no: { words: "it does not", effect: "None." },
      yes: { words: "it does", effect: "Set `customer_uri`, which is sent along." },
    },
    async find({ ask, signIn }) {
      if (signIn !== "oauth2") return null;
      const headers = { customerUri: "" };
      const answer = await ask({ method: "GET", path: "/ssl/v1?size=1", headers });
      return answer === null ? null : answer.status < 400 ? "no" : "yes";
    },
  },
  {
    id: "shut-out-administrator",
    question: "What does an administrator get who is suspended, or whose password has expired?",
    needs: "reading",
    usual: "as a wrong password",
    readings: {
      "as a wrong password": {
        words: "the same as for a wrong password (-16)",
        effect: "The message names both.",
      },
      "an own code": { words: "an answer of its own (-970)", effect: "The message names it." },
    },
    async find({ askAsShutOut }) {
      const answer = (await askAsShutOut?.({ method: "GET", path: "/ssl/v1?size=1" })) ?? null;
      if (answer === null || answer.status < 400) return null;
      return answer.code === -16 || answer.status === 401 ? "as a wrong password" : "an own code";
    },
  },
];
