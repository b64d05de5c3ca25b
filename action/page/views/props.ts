import type { View } from "../address.ts";
import type { Selection, Shelf } from "../select.ts";
import type { Go } from "./use-view.ts";

/** What each part of the page is given. */
export interface ViewProps {
  readonly shelf: Shelf;
  readonly view: View;
  readonly go: Go;
  readonly selection: Selection;
}
