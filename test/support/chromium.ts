import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** Programs that show the inventory's page as its readers' browsers do; any of them. */
const NAMES = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

export const CHROMIUM_REMEDY =
  "apt-get install -y chromium (Debian, Ubuntu), or put Chromium or Chrome on the PATH";

/** The first one on the PATH; null where there is none. */
export function findChromium(path: string): string | null {
  const places = path.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return places.find(isProgram) ?? null;
}

/** @throws Error that names the remedy: tests in a browser are never left out */
export function chromiumOrFail(): string {
  const found = findChromium(process.env.PATH ?? "");
  if (found === null) throw new Error(`these tests need a browser; repair: ${CHROMIUM_REMEDY}`);
  return found;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    // Not there, or not for us: the next one may be.
    return false;
  }
}
