import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface RequestWishes {
  /** Lines of a distinguished name as openssl's configuration has them: `0.CN = a.test`, `+CN = a.test` joins the line before. */
  readonly subject: readonly string[];
  /** Lines of extensions: `subjectAltName = DNS:a.test`, `tlsfeature = status_request`. */
  readonly extensions?: readonly string[];
  readonly challengePassword?: string;
  readonly form?: "PEM" | "DER";
}

/** A request as openssl writes it from a configuration: what people have who make odd ones. With a new P-256 key. */
export function opensslRequest({
  subject,
  extensions = [],
  challengePassword,
  form = "PEM",
}: RequestWishes): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "request-"));
  try {
    const config = [
      ...["[req]", "prompt = no", "utf8 = yes", "distinguished_name = subject"],
      ...(extensions.length === 0 ? [] : ["req_extensions = wished"]),
      ...(challengePassword === undefined ? [] : ["attributes = attributes"]),
      ...["[subject]", ...subject, "[wished]", ...extensions],
      ...[
        "[attributes]",
        ...(challengePassword === undefined ? [] : [`challengePassword = ${challengePassword}`]),
      ],
    ];
    writeFileSync(join(folder, "request.cnf"), `${config.join("\n")}\n`);
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "key.pem"];
    const output = ["-config", "request.cnf", "-outform", form, "-out", "request"];
    execFileSync("openssl", ["req", "-new", ...key, ...output], { cwd: folder, stdio: "pipe" });
    return readFileSync(join(folder, "request"));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
