import { PkiError } from "../base/errors.ts";

/** What is wrong with the bytes. Callers wrap it in an error that names the thing they were reading. */
export class MalformedDer extends PkiError {
  /** The fault alone, to be the end of a sentence. */
  readonly found: string;

  constructor(found: string, cause?: unknown) {
    const hint = "Give the file as the CA or the tool wrote it; it may be damaged or cut off.";
    super(`read DER: ${found}`, { code: "pki.der_malformed", hint, cause });
    this.found = found;
  }
}

export function malformed(found: string): MalformedDer {
  return new MalformedDer(found);
}
