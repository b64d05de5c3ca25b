import { ConfigError } from "../core/index.ts";

/** What is wrong with one file of the repository, so that the annotation stands at it. */
export class FileFault extends ConfigError {
  /** From the root of the repository, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;

  constructor(
    message: string,
    options: ConstructorParameters<typeof ConfigError>[1] & { readonly file: string; readonly line?: number },
  ) {
    const { file, line = 1, ...others } = options;
    super(message, others);
    this.file = file;
    this.line = line;
  }
}
