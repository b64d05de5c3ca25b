import { TerraformOutput, Token } from "cdktf";
import { Construct } from "constructs";
import {
  Certificate,
  type CertificateProfile,
  type CertificateRenewal,
} from "../../../dist/cdk/cdktf/certificate/index.js";
import type { Connector } from "../../../dist/cdk/cdktf/connector/index.js";
import { Profile, type ProfileConnector } from "../../../dist/cdk/cdktf/profile/index.js";
import { given } from "./given.ts";
import { ImportingConnector } from "./importing-connector.ts";
import { judgeNames } from "./judge-names.ts";
import { whole } from "./whole.ts";

/** Where the key is: with you, or in a secret store that Terraform reads it from without storing it. */
export type KeyProps =
  | {
      /** PKCS#10 request, PEM. */
      readonly csrPem: string;
    }
  | {
      /** An expression that Terraform evaluates, e.g. an ephemeral variable; never the key itself. */
      readonly privateKeyWo: string;
      /** Raise it with every other key. */
      readonly privateKeyWoVersion: number;
    };

export interface ManagedCertificateProps {
  readonly connector: Connector | ImportingConnector;
  /** Name of the profile; the construct's id when left out. */
  readonly name?: string;
  /** Name or id of the SCM organization or department. */
  readonly organization: string | number;
  /** Name or id of the SCM profile. */
  readonly scmProfile: string | number;
  readonly key: KeyProps;
  /** DNS names and IP addresses. */
  readonly subjectAlternativeNames: readonly string[];
  /** What the certificate may be for at most: `a.b`, `*.b` or `.b`. */
  readonly allowedNames?: readonly string[];
  /** In the last third of the lifetime when left out. */
  readonly renewal?: CertificateRenewal;
  readonly comments?: string;
  /** Mail addresses of the people to tell. */
  readonly externalRequesters?: readonly string[];
}

/** A certificate with the profile that it is enrolled with, and outputs of what servers and people need of it. */
export class ManagedCertificate extends Construct {
  readonly profile: Profile;
  readonly certificate: Certificate;

  constructor(scope: Construct, id: string, props: ManagedCertificateProps) {
    super(scope, id);
    this.profile = this.makeProfile(id, props);
    this.certificate = this.enroll(props);
    for (const [name, value] of [
      ["full_chain", this.certificate.fullChainPem],
      ["serial_number", this.certificate.serialNumber],
      ["expires", this.certificate.notAfter],
    ] as const) {
      new TerraformOutput(this, name, { value }).overrideLogicalId(`${id}_${name}`);
    }
    this.node.addValidation({ validate: () => judge(props) });
  }

  private makeProfile(id: string, props: ManagedCertificateProps): Profile {
    const { connector, organization, scmProfile, key, allowedNames, name = id } = props;
    const link = connector instanceof ImportingConnector ? connector.connector : connector;
    return new Profile(this, "profile", {
      name,
      connector: whole<ProfileConnector>(link.ref),
      enrollmentMethod: "csrPem" in key ? "csr" : "rest_api",
      ...given({ allowedNames: allowedNames && [...allowedNames] }),
      ...(typeof organization === "number" ? { organizationId: organization } : { organization }),
      ...(typeof scmProfile === "number" ? { scmProfileId: scmProfile } : { scmProfile }),
    });
  }

  private enroll(props: ManagedCertificateProps): Certificate {
    const { key, subjectAlternativeNames, renewal, comments, externalRequesters } = props;
    return new Certificate(this, "certificate", {
      profile: whole<CertificateProfile>(this.profile.ref),
      ...key,
      subjectAlternativeNames: [...subjectAlternativeNames],
      ...given({
        renewal,
        comments,
        externalRequesters: externalRequesters && [...externalRequesters],
      }),
    });
  }
}

/** What can be known to be wrong before Terraform runs. */
function judge(props: ManagedCertificateProps): string[] {
  const { key, subjectAlternativeNames, allowedNames, renewal, organization, scmProfile } = props;
  const excludes = renewal?.windowDays !== undefined && renewal.windowShare !== undefined;
  return [
    ...judgeNamed("organization", organization),
    ...judgeNamed("scmProfile", scmProfile),
    ...judgeNames(subjectAlternativeNames, allowedNames),
    ...("csrPem" in key ? judgeRequest(key.csrPem) : judgeKey(key)),
    ...(excludes ? ["renewal: windowDays and windowShare exclude each other; give one of them"] : []),
  ];
}

function judgeRequest(csrPem: string): string[] {
  if (csrPem.includes("PRIVATE KEY-----")) {
    return [
      "csrPem holds a private key, and would be written into the synthesized file; give the request alone",
    ];
  }
  const isRequest = Token.isUnresolved(csrPem) || /-----BEGIN (NEW )?CERTIFICATE REQUEST-----/.test(csrPem);
  return isRequest ? [] : ["csrPem is not a certificate request in PEM"];
}

function judgeNamed(property: string, value: string | number): string[] {
  const isGiven = typeof value === "number" || value.trim() !== "";
  return isGiven ? [] : [`${property} is empty; give its name as SCM has it, or its id`];
}

type WriteOnlyKey = Extract<KeyProps, { readonly privateKeyWo: string }>;

/** A literal would stand in cdk.tf.json in clear. */
function judgeKey({ privateKeyWo, privateKeyWoVersion: version }: WriteOnlyKey): string[] {
  const isWhole = Token.isUnresolved(version) || (Number.isInteger(version) && version >= 1);
  return [
    ...(Token.isUnresolved(privateKeyWo)
      ? []
      : [
          "privateKeyWo is a literal, and would be written into the synthesized file; give an ephemeral variable",
        ]),
    ...(isWhole ? [] : [`privateKeyWoVersion is ${version}; a whole number from 1 on is required`]),
  ];
}
