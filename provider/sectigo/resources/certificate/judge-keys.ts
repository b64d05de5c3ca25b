import { judgeKeySpec, type KeyTypes, readPrivateKey } from "../../../../core/index.ts";
import { type Diagnostic, error } from "../../../framework/diagnostics.ts";
import { path } from "../../../framework/path.ts";
import { Unknown } from "../../../framework/value.ts";
import { explain } from "../../explain.ts";
import { judgeKeyKind, keySpec } from "../../key-kind.ts";
import { unreadable } from "../../readable.ts";
import { commonNameOf, keyMissing } from "./key-source.ts";
import type { PlannedCertificate, PlanningConfig } from "./values.ts";

/** What is wrong with the arguments that say where the key comes from, whatever SCM holds. */
export function judgeKeyArguments(config: PlanningConfig): readonly Diagnostic[] {
  return [
    ...judgeSources(config),
    ...judgeVersion(config),
    ...judgeKind(config.private_key),
    ...unreadable("private_key_wo", config.private_key_wo, readPrivateKey),
  ];
}

function judgeSources(config: PlanningConfig): readonly Diagnostic[] {
  const given = (["csr_pem", "private_key_wo", "private_key"] as const).filter(
    (name) => config[name] !== null,
  );
  const [first, second] = given;
  if (first !== undefined && second !== undefined) {
    const detail = "A certificate is for one key: keep one of csr_pem, private_key_wo and private_key.";
    return [error(`${given.join(" and ")} exclude each other`, detail, path(second))];
  }
  if (config.csr_pem !== null && config.subject !== null) {
    const detail =
      "Its subject is part of a request that you give. Leave subject out, or have the request signed here.";
    return [error("subject is set beside csr_pem", detail, path("subject"))];
  }
  return [];
}

function judgeVersion({
  private_key_wo: key,
  private_key_wo_version: version,
}: PlanningConfig): readonly Diagnostic[] {
  if (key !== null && version === null) {
    const detail =
      "Terraform does not store the key, so only a number can say that it is another one: set private_key_wo_version = 1, and raise it for each new key.";
    return [
      error("private_key_wo is set without private_key_wo_version", detail, path("private_key_wo_version")),
    ];
  }
  if (version instanceof Unknown || version === null || version >= 1) return [];
  return [error(`private_key_wo_version is ${version}`, "Give 1 or more.", path("private_key_wo_version"))];
}

function judgeKind(wished: PlanningConfig["private_key"]): readonly Diagnostic[] {
  return wished === null || wished instanceof Unknown ? [] : judgeKeyKind(wished, path("private_key"));
}

/** Of an order to be placed: whether there is a key for it, a name for it, and whether the SCM profile offers its kind. */
export function judgeKeyToMake(
  planned: PlannedCertificate,
  writeOnlyKey: string | Unknown | null,
  keyTypes: KeyTypes | undefined,
): readonly Diagnostic[] {
  if (planned.csr_pem !== null) return [];
  const { private_key: wished, subject, subject_alternative_names: names } = planned;
  if (wished === null && writeOnlyKey === null) return [explain(keyMissing(), null)];
  const offered =
    wished === null || wished instanceof Unknown
      ? []
      : judgeKeySpec(keySpec(wished), keyTypes).map(({ summary, detail }) =>
          error(summary.replace("CSR", "private_key"), detail, path("private_key")),
        );
  if (subject instanceof Unknown || names instanceof Unknown || commonNameOf(subject, names) !== null)
    return offered;
  const detail =
    "SCM takes it from the request. Set subject = { common_name = … }; only a single name in subject_alternative_names is taken for it.";
  return [...offered, error("The certificate has no common name", detail, path("subject"))];
}
