import { execFile } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** What a program is told: the account by its external binding (RFC 8555 §7.3.4), and one name. */
interface Told {
  readonly directoryUrl: string;
  readonly keyId: string;
  readonly hmacKey: string;
  readonly name: string;
  /** For its account, keys and certificates. */
  readonly folder: string;
}

/** The certificate as PEM; rejects with what the program said. */
interface Opened {
  enroll(): Promise<string>;
  renew(): Promise<string>;
  revoke(): Promise<void>;
}

export interface AcmeClient {
  readonly name: string;
  readonly open: (told: Told) => Opened;
}

/** https://go-acme.github.io/lego; serves its challenge on a free port, where the fake does not look. */
export const lego: AcmeClient = {
  name: "lego",
  open({ directoryUrl, keyId, hmacKey, name, folder }) {
    const path = join(folder, "lego");
    const call = async (...verb: string[]) => {
      const account = [
        "--accept-tos",
        "--email",
        "ops@example.test",
        "--server",
        directoryUrl,
        "--path",
        path,
      ];
      const binding = ["--eab", "--kid", keyId, "--hmac", hmacKey];
      const order = ["--domains", name, "--http", "--http.port", "127.0.0.1:0"];
      await run("lego", [...account, ...binding, ...order, ...verb]);
      return readFileSync(join(path, "certificates", `${name}.crt`), "utf8");
    };
    return {
      enroll: () => call("run"),
      renew: () => call("renew", "--days", "1000", "--no-random-sleep"),
      async revoke() {
        // It moves the files away once they are revoked.
        await call("revoke", "--keep", "--reason", "4");
      },
    };
  },
};

/** https://dehydrated.io; writes its challenge into a folder. */
export const dehydrated: AcmeClient = {
  name: "dehydrated",
  open({ directoryUrl, keyId, hmacKey, name, folder }) {
    const base = join(folder, "dehydrated");
    const config = join(base, "config");
    const leaf = join(base, "certs", name, "cert.pem");
    mkdirSync(join(base, "www"), { recursive: true });
    const settings = {
      ...{ CA: directoryUrl, BASEDIR: base, WELLKNOWN: join(base, "www"), KEY_ALGO: "rsa" },
      ...{ CONTACT_EMAIL: "ops@example.test", EAB_KID: keyId, EAB_HMAC_KEY: hmacKey },
    };
    const lines = Object.entries(settings).map(([setting, value]) => `${setting}="${value}"`);
    writeFileSync(config, `${lines.join("\n")}\n`, { mode: 0o600 });
    const call = async (...verb: string[]) => {
      await run("dehydrated", ["--config", config, ...verb]);
      return readFileSync(leaf, "utf8");
    };
    return {
      async enroll() {
        await run("dehydrated", ["--config", config, "--register", "--accept-terms"]);
        return call("--cron", "--domain", name);
      },
      renew: () => call("--cron", "--force", "--domain", name),
      async revoke() {
        await run("dehydrated", ["--config", config, "--revoke", leaf]);
      },
    };
  },
};
