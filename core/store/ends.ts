import { type RawBuilder, type SqlBool, sql } from "kysely";
import { DAY_SECONDS, EARLIEST_SECONDS, LATEST_SECONDS } from "../domain/validity.ts";
import type { Predicate } from "./match.ts";

/*
 * Ends in SQL, as core/domain/validity.ts has them: `expires` is the first second of a day where `whole_day` is 1. Sums are
 * on the side of the number, so that an index on the column can serve.
 */

type Expression = RawBuilder<unknown>;

/** 1 where an end has come for certain, else 0. */
export function isOver(expires: Expression, wholeDay: Expression, now: number): Expression {
  return sql`case when ${expires} <= ${now} - ${wholeDay} * ${sql.lit(LATEST_SECONDS)} then 1 else 0 end`;
}

/** The first second that an end may mean. */
export function earliestOf(expires: Expression, wholeDay: Expression): Expression {
  return sql`(${expires} - ${wholeDay} * ${sql.lit(EARLIEST_SECONDS)})`;
}

/**
 * Rows (`c`) that are not over and may end within so many days. The first two bounds are for the index. `<> 1`, since a planner
 * that knows nothing of an expression takes "is" for rare.
 */
export function endsWithin(now: number, days: number): Predicate {
  const end = now + days * DAY_SECONDS;
  const [expires, wholeDay] = [sql.ref("c.expires"), sql.ref("c.whole_day")];
  return sql<SqlBool>`(${expires} > ${now - LATEST_SECONDS} and ${expires} <= ${end + EARLIEST_SECONDS}
    and ${isOver(expires, wholeDay, now)} <> 1 and ${earliestOf(expires, wholeDay)} <= ${end})`;
}
