import { ConfigError, type Words } from "../core/index.ts";

/** What is wrong with one file of the repository, so that the annotation stands at it. */
export class FileFault extends ConfigError {
  /** From the root of the repository, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;

  constructor(
    message: ConstructorParameters<typeof ConfigError>[0],
    options: ConstructorParameters<typeof ConfigError>[1] & { readonly file: string; readonly line?: number },
  ) {
    const { file, line = 1, ...others } = options;
    super(message, others);
    this.file = file;
    this.line = line;
  }

  /** What another error says, annotated at a line of a file. */
  static of(error: ConfigError, place: { readonly file: string; readonly line: number }): FileFault {
    const { code, path } = error;
    return new FileFault((words) => error.withoutCodes(words), {
      ...{ code, hint: (words: Words) => error.hintIn(words), ...place },
      ...(path === undefined ? {} : { path }),
    });
  }
}
