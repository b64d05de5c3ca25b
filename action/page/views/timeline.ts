import { scaleBand, scaleLinear } from "d3-scale";
import { type ComponentChild, h } from "preact";
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { withToggled } from "../address.ts";
import { type Stacks, stackWeeks } from "../stacks.ts";
import { count } from "../words.ts";
import type { ViewProps } from "./props.ts";

const HEIGHT = 200;
const MARGIN = { top: 10, right: 8, bottom: 26, left: 48 };
/** Below it names of months would touch each other. */
const NARROW = 560;
/** How far the last word reaches beyond the left of its bar. */
const LATER_REACH = 14;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** When issued certificates end, by week, stacked by issuer. A click on a week filters by it. */
export function Timeline(props: ViewProps): ComponentChild | null {
  const { facets } = props.shelf;
  const week = facets.find(({ name }) => name === "week");
  const issuer = facets.find(({ name }) => name === "issuer");
  const stacks = useMemo(
    () => (week === undefined ? null : stackWeeks(week, issuer, props.selection)),
    [week, issuer, props.selection],
  );
  if (week === undefined || stacks === null) return null;
  return h(
    "section",
    { class: "timeline", "aria-labelledby": "timeline" },
    h("h2", { id: "timeline" }, "Ends by week"),
    h(Weeks, { ...props, stacks, labels: week.labels }),
    h(
      "ul",
      { class: "legend" },
      stacks.issuers.map((label, layer) =>
        h("li", { key: label }, h("i", { class: `swatch layer-${layer}`, "aria-hidden": "true" }), label),
      ),
    ),
  );
}

type WeeksProps = ViewProps & { readonly stacks: Stacks; readonly labels: readonly string[] };

function Weeks({ view, go, stacks, labels }: WeeksProps): ComponentChild {
  const [box, width] = useWidth();
  const [focused, setFocused] = useState(0);
  const weeks = labels.slice(0, stacks.weeks.length);
  const totals = stacks.weeks.map((stack) => stack.reduce((sum, number) => sum + number, 0));
  const x = scaleBand(weeks, [MARGIN.left, Math.max(MARGIN.left + 1, width - MARGIN.right)]).padding(0.15);
  const y = scaleLinear([0, Math.max(1, ...totals)], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
  const picks = view.picks.get("week") ?? [];
  const toggle = (week: string): void => go(withToggled(view, "week", week));
  /** One stop for the tabulator; arrows go from week to week. */
  const onKey = (event: KeyboardEvent, at: number): void => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: weeks.length - 1 }[event.key];
    if (event.key === "Enter" || event.key === " ") toggle(weeks[at] ?? "");
    else if (to === undefined || weeks[to] === undefined) return;
    else {
      setFocused(to);
      box.current?.querySelectorAll<SVGElement>("[role=button]")[to]?.focus();
    }
    event.preventDefault();
  };
  const bars = weeks.map((week, at) =>
    h(
      "g",
      {
        key: week,
        role: "button",
        class: picks.length > 0 && !picks.includes(week) ? "week pale" : "week",
        tabIndex: at === focused ? 0 : -1,
        "aria-pressed": picks.includes(week),
        "aria-label": saidOf(week, stacks, at),
        onClick: () => toggle(week),
        onFocus: () => setFocused(at),
        onKeyDown: (event: KeyboardEvent) => onKey(event, at),
      },
      h("title", null, saidOf(week, stacks, at)),
      h("rect", {
        class: "reach",
        x: x(week),
        y: MARGIN.top,
        width: x.bandwidth(),
        height: HEIGHT - MARGIN.top - MARGIN.bottom,
      }),
      layers(stacks.weeks[at] ?? [], { x: x(week) ?? 0, width: x.bandwidth(), y }),
    ),
  );
  return h(
    "div",
    { class: "weeks", ref: box },
    h(
      "svg",
      { width, height: HEIGHT, role: "group", "aria-label": "Ends by week, stacked by issuer" },
      y.ticks(4).map((tick) => gridLine(tick, y(tick), width)),
      bars,
      weeks.map((week) => monthLabel(week, x(week) ?? 0, width < NARROW)),
    ),
  );
}

function layers(
  stack: readonly number[],
  { x, width, y }: { readonly x: number; readonly width: number; readonly y: (n: number) => number },
): readonly (ComponentChild | null)[] {
  let below = 0;
  return stack.map((number, layer) => {
    const from = below;
    below += number;
    if (number === 0) return null;
    return h("rect", {
      key: layer,
      class: `layer-${layer}`,
      ...{ x, width, y: y(below), height: Math.max(0.5, y(from) - y(below)) },
    });
  });
}

function gridLine(tick: number, y: number, width: number): ComponentChild {
  return h(
    "g",
    { key: `tick ${tick}`, "aria-hidden": "true" },
    h("line", { x1: MARGIN.left, x2: width - MARGIN.right, y1: y, y2: y, class: "grid" }),
    h("text", { x: MARGIN.left - 6, y: y + 4, "text-anchor": "end" }, count(tick)),
  );
}

/** Under the week in which a month begins, and under what is later. */
function monthLabel(week: string, x: number, isNarrow: boolean): ComponentChild {
  const isLater = !week.includes("-");
  const month = Number(week.slice(5, 7)) - 1;
  if (!isLater && (Number(week.slice(8)) > 7 || (isNarrow && month % 3 !== 0))) return null;
  const anchor = isLater ? "end" : "start";
  const at = isLater ? x + LATER_REACH : x;
  return h(
    "text",
    { key: `month ${week}`, x: at, y: HEIGHT - 8, "text-anchor": anchor, "aria-hidden": "true" },
    isLater ? "later" : (MONTHS[month] ?? ""),
  );
}

function saidOf(week: string, { issuers, weeks }: Stacks, at: number): string {
  const stack = weeks[at] ?? [];
  const total = stack.reduce((sum, number) => sum + number, 0);
  const parts = issuers.flatMap((issuer, layer) =>
    stack[layer] ? [`${count(stack[layer] ?? 0)} ${issuer}`] : [],
  );
  const when = week.includes("-") ? `Week of ${week}` : "Later";
  return `${when}: ${count(total)} end${parts.length === 0 ? "" : `; ${parts.join(", ")}`}`;
}

/** Width of an element as it is now. */
function useWidth() {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(900);
  useEffect(() => {
    if (box.current === null) return undefined;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 900)));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, []);
  return [box, width] as const;
}
