import { describe, expect, it } from "vitest";
import { certificateStage, shop } from "../../../../test/support/certificate-stage.ts";
import { moveState, movesFrom } from "../../../framework/move-state.ts";
import type { RawState } from "../../../framework/raw-state.ts";
import { certificateIdentity, certificateMoves, foreignState } from "./import.ts";

/** What a `moved` block from that type comes to. */
function move(type: string, state: RawState) {
  const source = { providerAddress: "example.test/whoever/whatever", type, schemaVersion: 3 };
  return moveState(movesFrom(certificateMoves, source), state);
}

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
    expect(said("venafi_certificate", { certificate: pem })).toContain(`id = "serial:${serial}"`);
    expect(said("acme_certificate", { certificate_pem: pem })).toContain(`id = "serial:${serial}"`);
    expect(said("acme_certificate", { certificate_pem: "?" })).toContain('id = "serial:…"');
    expect(said("sectigo_certificate", {})).toMatch(/version 2 .* by its serial number/);
    expect(move("digicert_certificate", {})).toBeNull();
  });

  it("knows version 2's state by its members, and by having none of ours", () => {
    expect(foreignState({ base_url: "https://cert-manager.com", ssl_id: 1 })).toMatch(/version 2/);
    expect(foreignState({ comments: "x", status: null, ssl_id: null })).toMatch(/version 2/);
    for (const ours of [{ ssl_id: 1 }, { serial_number: "AB" }, { organization_id: 7003 }, { profile: {} }])
      expect(foreignState(ours)).toBeNull();
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
    ])
      expect(() => certificateIdentity.find(given)).toThrow(/request\.import_identity/);
  });
});
