import { ConfigError, type GivenValue, readRow, readRules, rowAt } from "../../../core/index.ts";
import type { Codec } from "../../framework/codec.ts";
import { Decimal } from "../../framework/decimal.ts";
import {
  anything,
  dictionary,
  parameter,
  providerFunction,
  record,
  rest,
  sequence,
  text,
} from "../../framework/function.ts";
import { isArray, isRecord, type Value } from "../../framework/value.ts";
import { type AssignmentRuleRef, assignmentRulesArgument, ruleOf } from "../assignment-rule-ref.ts";
import { explain } from "../explain.ts";
import { judgeInstant } from "./judge-instant.ts";

/** An attribute reads and writes its value as a codec does; of which type, the attribute knows. */
const rulesCodec = assignmentRulesArgument as unknown as Codec<readonly AssignmentRuleRef[]>;

/** `provider::sectigo::match_rules(rules, certificate)`: what rules give a certificate, by the engine that inventories use. */
export const matchRules = providerFunction(
  "match_rules",
  {
    summary: "What assignment rules give a certificate",
    doc: "Applies assignment rules to one certificate, as an inventory does. Answers `matched` (names of the rules that apply, in their order), `tags` and `owners` (of all of them, sorted), `custom_attributes` (the later rule's value counts) and `conflicts` (custom attributes that an `earlier` and a `later` rule give different values). For trying rules out, for checks, and for certificates that are in no inventory.",
    parameters: {
      rules: parameter(rulesCodec, {
        doc: "The rules, in order, each as a whole: `[sectigo_assignment_rule.platform.ref]`.",
      }),
      certificate: parameter(anything, {
        doc: 'The certificate: an element of `rows` of a `sectigo_inventory`, or an object of what is known, such as `{ common_name = "shop.example.test", key_size = 2048 }`. What is left out is empty; `status` counts as it is given, which rows have as of their read; give `at` for another moment.',
      }),
    },
    rest: rest("at", text, {
      doc: "One instant, RFC 3339, such as `plantimestamp()`: an `Issued` certificate whose `expires` has come by then is `Expired`, as in an inventory. Left out, `status` counts as it is given: a function knows no time.",
      checks: [judgeInstant],
    }),
    returns: record({
      matched: sequence("list", text),
      tags: sequence("list", text),
      owners: sequence("list", text),
      custom_attributes: dictionary(text),
      conflicts: sequence("list", record({ attribute: text, earlier: text, later: text })),
    }),
  },
  ({ rules, certificate }, { rest: [at, ...others], refuse }) => {
    if (others.length > 0) throw refuse(1, "one instant is enough");
    const { value } = certificate;
    if (!isRecord(value))
      throw refuse("certificate", "it must be an object with attributes of a certificate");
    const row = readRow(Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)])));
    if (typeof row === "string") throw refuse("certificate", row);
    const { labels, matched, conflicts } = ruleSet(rules, (problem) => refuse("rules", problem)).judge(
      at === undefined ? row : rowAt(row, new Date(at)),
    );
    const { tags, owners, attributes } = labels;
    return { matched, tags, owners, custom_attributes: attributes, conflicts };
  },
);

function ruleSet(rules: readonly AssignmentRuleRef[], refuse: (problem: string) => Error) {
  try {
    return readRules(rules.map(ruleOf));
  } catch (thrown) {
    if (!(thrown instanceof ConfigError)) throw thrown;
    throw refuse(explain(thrown, null).summary);
  }
}

/** Numbers as their text; all else is plain already, since the whole argument is known. */
function plain(value: Value): GivenValue {
  if (value instanceof Decimal) return value.toString();
  if (isArray(value)) return value.map(plain);
  if (isRecord(value))
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}
