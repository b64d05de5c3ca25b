import { type Holdings, servingIn, tellTwin, textIn, youngTwinOf } from "../../core/index.ts";
import type { Problem } from "../problem.ts";
import { WORDS } from "../words.ts";

/**
 * A second live order of the same, which the run that placed it could not see in a list that lagged. Told by the runs of the
 * next day; null when there is none.
 */
export function problemOfTwin({ valid, line }: Holdings, path: string | null, now: Date): Problem | null {
  const held = servingIn(valid)?.details ?? line[0];
  const twin = held === undefined ? null : youngTwinOf(held, line, now);
  if (held === undefined || twin === null) return null;
  const [older, younger] = [held.sslId, twin.sslId].toSorted((one, other) => one - other);
  const { summary, detail } = tellTwin(older ?? 0, younger ?? 0, false);
  return { severity: "warning", summary, detail: textIn(detail, WORDS), path };
}
