import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { readAddress, type View, writeAddress } from "../address.ts";
import { FACET_NAMES } from "../facets.ts";

/** Goes to another view. `typed` leaves the way back as it is: each letter would be a step of its own. */
export type Go = (view: View, how?: "typed") => void;

/** Browsers take some two hundred changes of an address in half a minute. */
const TYPING_MS = 250;

/** The view that the address names; both follow each other. */
export function useView(): readonly [View, Go] {
  const [view, setView] = useState(() => readAddress(location.hash, FACET_NAMES));
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => {
    const follow = (): void => setView(readAddress(location.hash, FACET_NAMES));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, []);
  const go = useCallback<Go>((next, how) => {
    clearTimeout(timer.current);
    setView(next);
    if (how === "typed") {
      timer.current = setTimeout(() => history.replaceState(null, "", writeAddress(next)), TYPING_MS);
    } else {
      history.pushState(null, "", writeAddress(next));
    }
  }, []);
  return [view, go];
}
