import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where a page's examples lie, in the layout of HashiCorp's documentation tool. */
export class Examples {
  readonly #folder: string;
  readonly #missing: string[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Files that pages needed and that are not there. */
  get missing(): readonly string[] {
    return this.#missing;
  }

  /** The file as a block of code; a missing one is remembered. */
  need(path: string): string {
    const found = this.find(path);
    if (found === null) this.#missing.push(path);
    return found ?? "";
  }

  /** The file as a block of code, null when there is none. */
  find(path: string): string | null {
    const file = join(this.#folder, path);
    if (!existsSync(file)) return null;
    const language = path.endsWith(".sh") ? "shell" : "terraform";
    return `\`\`\`${language}\n${readFileSync(file, "utf8").trim()}\n\`\`\``;
  }
}
