import { member, rows, text } from "../json.ts";
import type { Point } from "../point.ts";

const READ_BOTH = "None: both forms are read.";

/** Shapes of single records, of refusals and of reports. */
export const detailPoints: readonly Point[] = [
  {
    id: "details-dates",
    question: "In which form do details of a certificate write dates?",
    needs: "reading",
    usual: "month first",
    readings: {
      "month first": { words: "as 05/21/2026", effect: READ_BOTH },
      instants: { words: "as instants (ISO 8601)", effect: READ_BOTH },
    },
    async find({ samples }) {
      const sample = await samples.find(({ json }) => text(member(json, "requested")) !== "");
      if (sample === null) return null;
      return text(member(sample.json, "requested")).includes("T") ? "instants" : "month first";
    },
  },
  {
    id: "names-in-details",
    question: "Does the list of names in details hold the common name?",
    needs: "reading",
    usual: "yes",
    readings: {
      yes: { words: "it does", effect: "None: names are compared as sets with the common name added." },
      no: { words: "it does not", effect: "None: names are compared as sets with the common name added." },
    },
    async find({ samples }) {
      const sample = await samples.find(({ otherNames }) => otherNames.length > 0);
      if (sample === null) return null;
      return sample.listsCommonName ? "yes" : "no";
    },
  },
  {
    id: "reason-code-type",
    question: "Of which JSON type is the reason of a revocation?",
    needs: "reading",
    usual: "number",
    readings: {
      number: { words: "a number", effect: READ_BOTH },
      text: { words: "text", effect: READ_BOTH },
    },
    async find({ samples }) {
      const sample = await samples.find(({ json }) => member(json, "reasonCode") !== undefined);
      if (sample === null) return null;
      return typeof member(sample.json, "reasonCode") === "number" ? "number" : "text";
    },
  },
  {
    id: "requested-via",
    question: "How does SCM name orders by REST?",
    needs: "reading",
    usual: "REST API",
    readings: {
      "REST API": { words: '"REST API"', effect: "None: both names count as REST." },
      "Web API": { words: '"Web API"', effect: "None: both names count as REST." },
    },
    async find({ samples }) {
      const names = ["REST API", "Web API"];
      const sample = await samples.find(({ json }) => names.includes(text(member(json, "requestedVia"))));
      return sample === null ? null : text(member(sample.json, "requestedVia"));
    },
  },
  {
    id: "status-of-two-words",
    question: "How are statuses of two words written?",
    needs: "reading",
    usual: "in one word",
    readings: {
      "in one word": { words: '"SAApproved"', effect: READ_BOTH },
      "with a blank": { words: '"SA Approved"', effect: READ_BOTH },
    },
    async find({ samples }) {
      const sample = await samples.find(({ status }) => /^[A-Z][A-Za-z]+ ?[A-Z][a-z]+$/.test(status));
      if (sample === null) return null;
      return sample.status.includes(" ") ? "with a blank" : "in one word";
    },
  },
  {
    id: "unknown-id",
    question: "Which code has the 404 of an unknown certificate?",
    needs: "reading",
    usual: "other",
    readings: {
      other: { words: "another than -124, or none", effect: "None: the status decides." },
      "-124": { words: "-124", effect: "None: the status decides." },
    },
    async find({ get }) {
      const answer = await get("/ssl/v1/1");
      if (answer === null || answer.status === 200) return null;
      return answer.code === -124 ? "-124" : "other";
    },
  },
  {
    id: "date-header",
    question: "Do answers say what time it is (header `Date`)?",
    needs: "reading",
    usual: "yes",
    readings: {
      yes: { words: "they do", effect: "The clock of the machine is compared with SCM's before an order." },
      no: { words: "they do not", effect: "A wrong clock of the machine is not noticed: keep it right." },
    },
    async find({ get }) {
      const answer = await get("/ssl/v1?size=1");
      if (answer === null) return null;
      return answer.headers.date === undefined ? "no" : "yes";
    },
  },
  {
    id: "validation-states",
    question: "How are states of domain validations written?",
    needs: "reading",
    usual: "constants",
    readings: {
      constants: { words: "as constants: NOT_VALIDATED", effect: READ_BOTH },
      display: { words: "in display form: Not validated", effect: READ_BOTH },
    },
    async find({ get }) {
      for (const row of rows((await get("/domain/v1?size=20"))?.json)) {
        const details = await get(`/domain/v1/${String(member(row, "id"))}`);
        const state = text(member(details?.json, "validationStatus"));
        if (state !== "") return state === state.toUpperCase() ? "constants" : "display";
      }
      return null;
    },
  },
  {
    id: "issue-date-in-reports",
    question: "Do rows of the SSL report hold the date of issue?",
    needs: "reading",
    usual: "no",
    readings: {
      no: { words: "they do not", effect: "The inventory takes the request's date where it needs one." },
      yes: { words: "they do", effect: "None: it is read where it is there." },
    },
    async find({ ask, samples, now }) {
      const sample = await samples.find(({ status }) => status === "Issued");
      if (sample === null) return null;
      const requested = Date.parse(text(member(sample.json, "requested"))) || now().getTime();
      const day = (offset: number): string => new Date(requested + offset * 86_400_000).toISOString();
      const body = {
        organizationIds: [],
        certificateDateAttribute: 4,
        from: day(-2),
        to: day(2),
      };
      const answer = await ask({ method: "POST", path: "/report/v1/ssl-certificates", body });
      const reports = rows(member(answer?.json, "reports"));
      const issued = reports.filter((row) => text(member(row, "status")).toLowerCase() === "issued");
      if (issued.length === 0) return null;
      return issued.some((row) => member(row, "issued") !== undefined) ? "yes" : "no";
    },
  },
];
