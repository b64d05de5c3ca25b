import type { NamedAttribute } from "./attribute-names.ts";
import type { Pattern } from "./pattern.ts";
import type { OrderOperator, TextOperator } from "./rule.ts";

/** A day is compared with the day of a date, an instant with its instant; both as UTC. */
export type Moment = { readonly day: string } | { readonly instant: Date };

/** What a condition asks of an attribute's value. */
export type Demand =
  | { readonly kind: "presence"; readonly isPresent: boolean }
  | { readonly kind: "text"; readonly operator: TextOperator; readonly anyOf: readonly string[] }
  | { readonly kind: "without"; readonly noneOf: readonly string[] }
  | { readonly kind: "pattern"; readonly anyOf: readonly Pattern[]; readonly isFound: boolean }
  | { readonly kind: "number"; readonly operator: OrderOperator; readonly number: number }
  | { readonly kind: "date"; readonly operator: OrderOperator; readonly moment: Moment }
  | { readonly kind: "flag"; readonly flag: boolean };

/** A condition that was read and found right. */
export interface ReadCondition extends NamedAttribute {
  readonly demand: Demand;
}
