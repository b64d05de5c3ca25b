import { describe, expect, it } from "vitest";
import { makeCsr } from "../fake-scm/testing.ts";
import { certificate } from "./support/configuration.ts";
import { type Stage, stage } from "./support/scm.ts";

const ADDRESS = "sectigo_certificate.shop";
const TOKEN_ROUTE = "POST /auth/realms/apiclients/protocol/openid-connect/token";
/** What `stage` exports for a password; unset for the other ways to sign in. */
const NO_PASSWORD = { SECTIGO_PASSWORD: "", SECTIGO_USERNAME: "", SECTIGO_CUSTOMER_URI: "" };

async function shop(options: Parameters<typeof stage>[1] = {}): Promise<Stage> {
  const { csr } = makeCsr("shop.example.test");
  return stage({ "main.tf": certificate(), "shop.csr": csr }, options);
}

function administrator({ scm }: Stage, login = "svc-certs") {
  const found = scm.logins.find((known) => known.login === login);
  if (found === undefined) throw new Error(`the fake has no ${login}`);
  return found;
}

/** What a user exports to sign in by client id and secret. */
function oauth2(set: Stage): Record<string, string> {
  const { clientId, clientSecret } = administrator(set);
  return {
    ...NO_PASSWORD,
    SECTIGO_CLIENT_ID: clientId,
    SECTIGO_CLIENT_SECRET: clientSecret,
    SECTIGO_TOKEN_URL: set.scm.tokenUrl,
  };
}

describe("signing in", () => {
  it("S2 S3 takes a password from an ephemeral variable: on every call, and in no saved plan or state", async () => {
    await using set = await shop();
    set.workspace.write(
      "provider.tf",
      `variable "password" {
  type      = string
  ephemeral = true
}

provider "sectigo" {
  password = var.password
}
`,
    );
    const environment = { SECTIGO_PASSWORD: "", TF_VAR_password: set.scm.credentials.password };
    await set.workspace.init();
    await set.workspace.must(["plan", "-no-color", "-out=saved.tfplan"], environment);
    await set.workspace.must(["apply", "-no-color", "saved.tfplan"], environment);
    expect((await set.workspace.state()).values(ADDRESS).status).toBe("Issued");
    const requests = await set.scm.control.requests();
    expect(requests.length).toBeGreaterThan(4);
    for (const { headerNames, login, loginKind } of requests) {
      expect(headerNames.map((name) => name.toLowerCase())).toEqual(
        expect.arrayContaining(["customeruri", "login", "password"]),
      );
      expect({ login, loginKind }).toEqual({ login: "svc-certs", loginKind: "password" });
    }
  });

  it("S1 never follows a redirect: it is an error that says so", async () => {
    await using set = await shop();
    await set.workspace.init();
    await set.scm.control.plantFault({
      route: "GET /organization/v1",
      kind: "status",
      status: 302,
      times: 10,
    });
    const plan = await set.workspace.plan();
    expect(plan.code).toBe(1);
    expect(plan.stderr.replace(/\s+/g, " ")).toMatch(/redirect|302/i);
    expect(await set.scm.control.certificates()).toEqual([]);
  });

  it("S5 works with a client certificate over TLS, without a password on any call", async () => {
    await using set = await shop({ tls: true });
    const { clientCertificatePem, clientKeyPem } = administrator(set);
    set.workspace.write("ca.pem", set.scm.caPem);
    const environment = {
      SECTIGO_PASSWORD: "",
      SECTIGO_CLIENT_CERTIFICATE: clientCertificatePem,
      SECTIGO_CLIENT_KEY: clientKeyPem,
      NODE_EXTRA_CA_CERTS: `${set.workspace.folder}/ca.pem`,
    };
    await set.workspace.init();
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], environment);
    expect((await set.workspace.state()).values(ADDRESS).status).toBe("Issued");
    const requests = await set.scm.control.requests();
    expect(requests.every(({ path }) => path.startsWith("/private/api/"))).toBe(true);
    const second = await set.workspace.run(["plan", "-detailed-exitcode", "-no-color"], environment);
    expect(second.code).toBe(0);
  });

  it("S6 works with OAuth2: one token for many calls of a process, none on disk", async () => {
    await using set = await shop();
    const environment = oauth2(set);
    await set.workspace.init();
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], environment);
    expect((await set.workspace.state()).values(ADDRESS).status).toBe("Issued");
    const requests = await set.scm.control.requests();
    const tokens = requests.filter(({ path }) => path.endsWith("/token")).length;
    // One for the process that plans and one for the process that applies.
    expect(tokens).toBe(2);
    expect(requests.length - tokens).toBeGreaterThan(4);
    const second = await set.workspace.run(["plan", "-detailed-exitcode", "-no-color"], environment);
    expect(second.code).toBe(0);
  });

  it("S6 fetches a new token once when the old one is refused", async () => {
    await using set = await shop();
    const environment = oauth2(set);
    await set.workspace.init();
    await set.scm.control.plantFault({
      route: "GET /organization/v1",
      kind: "status",
      status: 401,
      times: 1,
    });
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], environment);
    expect(await set.scm.control.certificates()).toHaveLength(1);
  });

  it("says that the client secret is refused, where it came from, and never shows it", async () => {
    await using set = await shop();
    const environment = { ...oauth2(set), SECTIGO_CLIENT_SECRET: "not-the-secret" };
    await set.workspace.init();
    const plan = await set.workspace.run(["plan", "-no-color"], environment);
    expect(plan.code).toBe(1);
    const text = plan.stderr.replace(/\s+/g, " ");
    expect(text).toMatch(/login\./);
    expect(text).toMatch(/SECTIGO_CLIENT_SECRET/);
    expect(text).not.toContain("not-the-secret");
  });

  it("waits out a token host that is down for a moment", async () => {
    await using set = await shop();
    await set.workspace.init();
    await set.scm.control.plantFault({ route: TOKEN_ROUTE, kind: "status", status: 503, times: 1 });
    await set.workspace.must(["apply", "-auto-approve", "-no-color"], oauth2(set));
    expect(await set.scm.control.certificates()).toHaveLength(1);
  });

  it("refuses two ways to sign in at once, naming both", async () => {
    await using set = await shop();
    await set.workspace.init();
    const plan = await set.workspace.run(["plan", "-no-color"], {
      SECTIGO_CLIENT_ID: "x",
      SECTIGO_CLIENT_SECRET: "y",
    });
    expect(plan.code).toBe(1);
    expect(plan.stderr.replace(/\s+/g, " ")).toMatch(/password, client_id and client_secret are set/);
  });
});
