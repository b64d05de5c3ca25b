import { makeCsr } from "../../fake-scm/testing.ts";
import { HEADER } from "./configuration.ts";
import { type Stage, stage } from "./scm.ts";

type Parts = Readonly<Record<string, string>>;

/** What differs from the usual connector, profile and certificate, as HCL by argument. */
export interface Enrollment {
  readonly connector?: Parts;
  readonly profile?: Parts;
  readonly certificate?: Parts;
}

/** A connector, a profile through it, and a certificate that leaves all else to the profile. */
export function enrollment({ connector, profile, certificate }: Enrollment = {}): string {
  return [
    HEADER,
    block("sectigo_connector", "main", { name: '"main"', ...connector }),
    block("sectigo_profile", "web", {
      ...{ name: '"public-web"', connector: "sectigo_connector.main.ref", enrollment_method: '"rest_api"' },
      ...{ organization: '"Example Ltd"', scm_profile: '"OV SSL 199"' },
      ...profile,
    }),
    block("sectigo_certificate", "shop", {
      ...{ profile: "sectigo_profile.web.ref", csr_pem: 'file("shop.csr")' },
      ...certificate,
    }),
  ].join("\n");
}

function block(type: string, name: string, parts: Parts): string {
  const lines = Object.entries(parts).map(([argument, value]) => `  ${argument} = ${value}`);
  return `resource "${type}" "${name}" {\n${lines.join("\n")}\n}\n`;
}

/** @param commonName of the request that the certificate reads */
export async function enrollmentStage(
  parts: Enrollment = {},
  commonName = "shop.example.test",
): Promise<Stage> {
  const set = await stage({ "main.tf": enrollment(parts), "shop.csr": makeCsr(commonName).csr });
  await set.workspace.init();
  return set;
}

/** What Terraform said, as one line: it wraps and frames. */
export const said = ({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }): string =>
  `${stdout}${stderr}`.replace(/[\s│]+/g, " ");
