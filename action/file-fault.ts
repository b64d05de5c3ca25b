import { ConfigError } from "../core/index.ts";

/** What is wrong with one file of the repository, so that the annotation stands at it. */
export class FileFault extends ConfigError {
  /** From the root of the repository, with forward slashes. */
  readonly file: string;

  constructor(
    message: string,
    options: ConstructorParameters<typeof ConfigError>[1] & { readonly file: string },
  ) {
    const { file, ...others } = options;
    super(message, others);
    this.file = file;
  }
}
