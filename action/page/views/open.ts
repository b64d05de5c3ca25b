import { type View, writeAddress } from "../address.ts";

/** Address of a certificate's own page, from which the view is found again. */
export function openedBy(view: View, certificate: string): string {
  return writeAddress({ ...view, certificate });
}
