import type { KeyObject } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readCsr, readPrivateKey, sameKey } from "../../../../core/index.ts";
import { makeCsr } from "../../../../test/fake-scm/testing.ts";
import {
  type CertificateStage,
  certificateStage,
  shop,
  type Wishes,
} from "../../../../test/support/certificate-stage.ts";
import type { Diagnostic } from "../../../framework/diagnostics.ts";
import { importResource } from "../../../framework/import-resource.ts";
import { moveState, movesFrom } from "../../../framework/move-state.ts";
import type { RawState } from "../../../framework/raw-state.ts";
import { Unknown } from "../../../framework/value.ts";
import { certificateResource } from "../certificate.ts";
import { certificateIdentity, certificateMoves, foreignState, importId } from "./import.ts";

describe("importId", () => {
  it("takes SCM's id", () => {
    expect(importId("12345")).toEqual({ ssl_id: 12345 });
  });

  it.each([
    ["0"],
    ["-1"],
    ["01"],
    ["12x"],
    [""],
    ["1e3"],
    ["9".repeat(16)],
  ])("refuses %j and says what it wants", (id) => {
    expect(() => importId(id)).toThrow(
      /is neither an SCM certificate id nor a serial number \[request\.import_id\]/,
    );
  });

  it.each([
    ["serial:4f:0a:77"],
    ["serial:4F0A77"],
    ["serial: 004f0a77"],
    ["00:4f:0A:77"],
    // As `openssl x509 -noout -serial` prints it, and as a file or a copied cell brings it.
    ["serial=4F0A77"],
    [" serial:4F0A77\n"],
  ])("takes the serial number in %j", (id) => {
    expect(importId(id)).toEqual({ serial_number: "4F0A77" });
  });

  it.each([
    ["serial:"],
    ["serial:xyz"],
    ["4F0A77"],
  ])("refuses %j, which is not a serial number by its form", (id) => {
    expect(() => importId(id)).toThrow(/request\.import_id/);
  });

  it.each([
    "C0FFEE00112233445566778899AABBCC",
    "c0:ff:ee:00:11:22:33:44:55:66:77:88:99:aa:bb:cc",
    "serial:C0FFEE00112233445566778899AABBCC",
  ])("takes the serial number in %j", (id) => {
    expect(importId(id)).toEqual({ serial_number: "C0FFEE00112233445566778899AABBCC" });
  });

  it("shows what was typed harmlessly", () => {
    expect(() => importId("\u001b[2J")).toThrow(/"\\u\{1b\}\[2J"/);
  });
});

/** What a `moved` block from that type comes to. */
function move(type: string, state: RawState) {
  const source = { providerAddress: "example.test/whoever/whatever", type, schemaVersion: 3 };
  return moveState(movesFrom(certificateMoves, source), state);
}

/** On lines of its own, since a block on one line takes one argument only. */
const importBlock = (serial: string): string =>
  `\n  import {\n    to = sectigo_certificate.NAME\n    id = "serial:${serial}"\n  }\n`;

describe("a move from another provider", () => {
  it("takes over id and key of sectigo_ssl_certificate, in either form of its parameters", () => {
    const kept = {
      private_key_pem: "KEY",
      private_key: { algorithm: null, rsa_bits: null, ecdsa_curve: null },
    };
    for (const csr_params of [{ private_key_pem: "KEY" }, [{ private_key_pem: "KEY" }]])
      expect(move("sectigo_ssl_certificate", { ssl_id: "12", csr_params })).toEqual({
        state: { ssl_id: 12, ...kept },
        keepsPrivate: false,
      });
    for (const csr_params of [null, [], [{}], { private_key_pem: "" }])
      expect(move("sectigo_ssl_certificate", { ssl_id: 12, csr_params })).toEqual({
        state: { ssl_id: 12 },
        keepsPrivate: false,
      });
    for (const ssl_id of [null, 0, "x", 1.5, {}])
      expect(move("sectigo_ssl_certificate", { ssl_id })).toBeNull();
  });

  it("says the serial number to import by, where a certificate stands in the state", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { certificate_pem: pem, serial_number: serial } = set.values;
    const said = (type: string, state: RawState) => ({ refused: "", ...move(type, state) }).refused;
    expect(said("venafi_certificate", { certificate: pem })).toContain(importBlock(String(serial)));
    expect(said("acme_certificate", { certificate_pem: pem })).toContain(importBlock(String(serial)));
    expect(said("acme_certificate", { certificate_pem: "?" })).toContain(importBlock("…"));
    expect(said("sectigo_certificate", {})).toContain(importBlock("…"));
    expect(said("sectigo_certificate", {})).toMatch(/version 2 .* by its serial number/s);
    expect(move("digicert_certificate", {})).toBeNull();
  });

  it("knows version 2's state by its members, and by having none of ours", () => {
    expect(foreignState({ base_url: "https://cert-manager.com", ssl_id: 1 })).toMatch(/version 2/);
    expect(foreignState({ comments: "x", status: null, ssl_id: null })).toMatch(/version 2/);
    for (const ours of [{ ssl_id: 1 }, { serial_number: "AB" }, { organization_id: 7003 }, { profile: {} }])
      expect(foreignState(ours)).toBeNull();
  });
});

const pemOf = (key: KeyObject): string => String(key.export({ type: "pkcs8", format: "pem" }));

describe("the key of a state before", () => {
  /** As the move answers, and the read that follows. */
  async function moved(set: CertificateStage, key: string): Promise<readonly Diagnostic[]> {
    const id = String(set.values.ssl_id);
    const { state } = importResource(certificateResource, id, set.api.explain);
    const private_key = { algorithm: null, rsa_bits: null, ecdsa_curve: null };
    set.state = { ...state, private_key, private_key_pem: key };
    set.private = new Uint8Array();
    return set.refresh();
  }

  it("stays beside its certificate, and is left out with a warning where it is another's or not a key", async () => {
    await using set = await certificateStage();
    const { csr, privateKey } = makeCsr("shop.example.test");
    await set.apply(shop({ csr_pem: csr }));
    expect(await moved(set, pemOf(privateKey))).toEqual([]);
    expect(set.values).toMatchObject({ key_matches: true });
    expect(sameKey(readPrivateKey(set.values.private_key_pem ?? "").publicKey, readCsr(csr).publicKey)).toBe(
      true,
    );
    for (const other of [pemOf(makeCsr("shop.example.test").privateKey), "not a key"]) {
      const [warning] = await moved(set, other);
      expect(warning?.severity).toBe("warning");
      expect(warning?.summary).toMatch(/the private key of the state before is left out/);
      expect(set.values).toMatchObject({ private_key: null, private_key_pem: null, status: "Issued" });
    }
  });

  it("is kept while its certificate is not issued, and compared when it is", async () => {
    await using set = await certificateStage({ issueDelayMs: 3_600_000 });
    const { csr, privateKey } = makeCsr("shop.example.test");
    await set.apply(shop({ csr_pem: csr, on_pending: "return" }));
    for (const [key, isOwn] of [
      [makeCsr("shop.example.test").privateKey, false],
      [privateKey, true],
    ] as const) {
      const [warning] = await moved(set, pemOf(key));
      expect(warning?.summary).toMatch(/the private key of the state before is kept, and not compared yet/);
      expect(set.values).toMatchObject({ private_key_pem: pemOf(key), certificate_pem: null });
      if (isOwn) await set.pass(1);
      await set.refresh();
    }
    expect(set.values).toMatchObject({ key_matches: true, status: "Issued" });
  });

  it("is not taken out of the state without a word, where nothing else says whose key it is", async () => {
    await using set = await certificateStage();
    const { csr, privateKey } = makeCsr("shop.example.test");
    await set.apply(shop({ csr_pem: csr }));
    await moved(set, pemOf(privateKey));
    const forgotten = shop({ csr_pem: null });
    const told = async (wishes: Wishes) =>
      (await set.plan(wishes)).diagnostics.filter(({ summary }) =>
        /private key leaves the state$/.test(summary),
      );
    expect(await told(forgotten)).toMatchObject([
      {
        severity: "warning",
        detail: expect.stringMatching(/Copy private_key_pem first, .* private_key = \{\}/),
      },
    ]);
    const kept = { algorithm: null, rsa_bits: null, ecdsa_curve: null };
    for (const said of [{ private_key: kept }, { csr_pem: csr }, { private_key_wo_version: 1 }])
      expect(await told({ ...forgotten, ...said })).toEqual([]);
  });

  it("waits for a read: a plan before it is refused", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { state } = importResource(certificateResource, String(set.values.ssl_id), set.api.explain);
    set.state = state;
    const { diagnostics } = await set.plan(shop());
    expect(diagnostics).toMatchObject([
      {
        severity: "error",
        summary: expect.stringMatching(/was moved here and never read \[config\.not_read_yet\]/),
      },
    ]);
  });
});

describe("an identity", () => {
  it("is an id, or a certificate whose serial number is looked up; neither and both are refused", async () => {
    await using set = await certificateStage();
    await set.apply(shop());
    const { certificate_pem, serial_number } = set.values;
    expect(certificateIdentity.find({ ssl_id: 5, certificate_pem: null })).toEqual({ ssl_id: 5 });
    expect(certificateIdentity.find({ ssl_id: null, certificate_pem })).toEqual({ serial_number });
    for (const given of [
      { ssl_id: null, certificate_pem: null },
      { ssl_id: 5, certificate_pem },
      { ssl_id: 0, certificate_pem: null },
      { ssl_id: -1, certificate_pem: null },
    ])
      expect(() => certificateIdentity.find(given)).toThrow(/request\.import_identity/);
  });
});

const NO_LIMITS = { create: null, read: null, update: null, delete: null };

describe("S57 an import", () => {
  it.each([
    ["a request", { csr_pem: shop().csr_pem ?? null }],
    ["timeouts", { timeouts: { ...NO_LIMITS, create: "20m" } }],
  ])("takes %s written by hand in one update without a call, and is empty then", async (_what, written) => {
    await using set = await certificateStage();
    await set.apply(shop());
    await set.import(String(set.values.ssl_id));
    const wishes = { ...set.generated, ...written };
    await set.scm.control.clearRequests();
    const { planned } = await set.plan(wishes);
    expect(planned).not.toEqual(set.state);
    expect(Object.values(planned ?? {}).some((value) => value instanceof Unknown)).toBe(false);
    await set.apply(wishes);
    expect([...(await set.calls("POST")), ...(await set.calls("PUT"))]).toEqual([]);
    await set.refresh();
    expect((await set.plan(wishes)).planned).toEqual(set.state);
  });
});
