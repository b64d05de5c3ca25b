import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from "@tanstack/virtual-core";
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from "preact/hooks";

/** In pixels, as the style sheet has it. */
export const ROW_HEIGHT = 34;
/** Above and below what is seen. */
const OVERSCAN = 12;
/** Paper has no scroll bar, and a thousand pages are of no use. */
const MOST_PRINTED = 2_000;

/** Which rows have to be in the document: from `first` up to `last`, not included. */
export function useVisibleRows(length: number) {
  const box = useRef<HTMLDivElement>(null);
  const [, redraw] = useReducer<number, undefined>((times) => times + 1, 0);
  const isPrinting = usePrinting();
  const options = {
    count: length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => redraw(undefined),
    initialRect: { width: 800, height: 600 },
  };
  const [virtualizer] = useState(() => new Virtualizer<HTMLDivElement, HTMLTableRowElement>(options));
  virtualizer.setOptions(options);
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  useLayoutEffect(() => virtualizer._willUpdate());
  const items = virtualizer.getVirtualItems();
  const last = isPrinting
    ? Math.min(length, MOST_PRINTED)
    : Math.min(length, (items.at(-1)?.index ?? -1) + 1);
  const first = isPrinting ? 0 : Math.min(items[0]?.index ?? 0, last);
  return { box, first, last, isCut: isPrinting && last < length };
}

function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const print = matchMedia("print");
    const follow = (): void => setPrinting(print.matches);
    print.addEventListener("change", follow);
    return () => print.removeEventListener("change", follow);
  }, []);
  return isPrinting;
}
