import { TerraformOutput, Token, Tokenization } from "cdktf";
import { Construct } from "constructs";
import {
  Certificate,
  type CertificateConfig,
  type CertificatePrivateKey,
} from "../../../dist/cdk/cdktf/certificate/index.js";
import type { Connector } from "../../../dist/cdk/cdktf/connector/index.js";
import { Profile } from "../../../dist/cdk/cdktf/profile/index.js";
import { given } from "./given.ts";
import { ImportingConnector } from "./importing-connector.ts";
import { judgeNames } from "./judge-names.ts";

/** Where the key is. */
export type KeyProps =
  | {
      /** PKCS#10 request, PEM: the key stays with you. */
      readonly csrPem: string;
    }
  | {
      /** An expression that Terraform evaluates and does not store, e.g. an ephemeral variable; never the key itself. */
      readonly privateKeyWo: string;
      /** Raise it with every other key. */
      readonly privateKeyWoVersion: number;
    }
  | {
      /** Made by the provider and kept in Terraform's state, by choice only. */
      readonly privateKey: CertificatePrivateKey;
    };

/** What the construct says by other members, or with types of its own. */
type Replaced =
  | "profile"
  | "organizationId"
  | "scmProfileId"
  | "subjectAlternativeNames"
  | "externalRequesters"
  | "csrPem"
  | "privateKey"
  | "privateKeyWo"
  | "privateKeyWoVersion";

/** Everything else that a `Certificate` takes: term, custom fields, renewal, revocation, lifecycle and so on. */
interface CertificateProps extends Omit<CertificateConfig, Replaced> {
  readonly key: KeyProps;
  /** DNS names and IP addresses. */
  readonly subjectAlternativeNames: readonly string[];
  /** Mail addresses of the people to tell. */
  readonly externalRequesters?: readonly string[];
}

/** With a profile of its own. */
export interface OwnProfileProps extends CertificateProps {
  readonly profile?: never;
  readonly connector: Connector | ImportingConnector;
  /** Name of the profile; the construct's id when left out. */
  readonly name?: string;
  /** Name or id of the SCM organization or department. */
  readonly organization: string | number;
  /** Name or id of the SCM profile. */
  readonly scmProfile: string | number;
  /** What the certificate may be for at most: `a.b`, `*.b` or `.b`. */
  readonly allowedNames?: readonly string[];
  /** Keys that it may have, such as `EC P-256`; all that the SCM profile offers when left out. */
  readonly keyTypes?: readonly string[];
}

/** With a profile that several certificates share; it says organization, SCM profile, names and keys. */
export interface SharedProfileProps extends CertificateProps {
  readonly profile: Profile;
}

export type ManagedCertificateProps = OwnProfileProps | SharedProfileProps;

/** A certificate with the profile that it is enrolled with, and outputs of what servers and people need of it. */
export class ManagedCertificate extends Construct {
  /** Its own, or the shared one that was given. */
  readonly profile: Profile;
  readonly certificate: Certificate;

  constructor(scope: Construct, id: string, props: ManagedCertificateProps) {
    super(scope, id);
    const { profile, rest } = takeProfile(this, id, props);
    this.profile = profile;
    const { key, subjectAlternativeNames, externalRequesters, ...others } = rest;
    this.certificate = new Certificate(this, "certificate", {
      ...others,
      profile: profile.ref,
      ...key,
      subjectAlternativeNames: [...subjectAlternativeNames],
      ...given({ externalRequesters: externalRequesters && [...externalRequesters] }),
    });
    for (const [name, value] of [
      ["full_chain", this.certificate.fullChainPem],
      ["serial_number", this.certificate.serialNumber],
      ["expires", this.certificate.notAfter],
    ] as const) {
      new TerraformOutput(this, name, { value }).overrideLogicalId(`${id}_${name}`);
    }
    this.node.addValidation({ validate: () => judge(props) });
  }
}

/** The profile, made where it is not shared, and what is left for the certificate. */
function takeProfile(
  scope: Construct,
  id: string,
  props: ManagedCertificateProps,
): { readonly profile: Profile; readonly rest: CertificateProps } {
  if (props.profile !== undefined) {
    const { profile, ...rest } = props;
    return { profile, rest };
  }
  const {
    profile: _,
    connector,
    name = id,
    organization,
    scmProfile,
    allowedNames,
    keyTypes,
    ...rest
  } = props;
  const link = connector instanceof ImportingConnector ? connector.connector : connector;
  const profile = new Profile(scope, "profile", {
    name,
    connector: link.ref,
    enrollmentMethod: "csrPem" in props.key ? "csr" : "rest_api",
    ...given({
      allowedNames: allowedNames && [...allowedNames],
      keyTypes: keyTypes && [...keyTypes],
      provider: props.provider,
    }),
    ...(typeof organization === "number" ? { organizationId: organization } : { organization }),
    ...(typeof scmProfile === "number" ? { scmProfileId: scmProfile } : { scmProfile }),
  });
  return { profile, rest };
}

/** What can be known to be wrong before Terraform runs. */
function judge(props: ManagedCertificateProps): string[] {
  const { key, subjectAlternativeNames, renewal } = props;
  const allowedNames = props.profile === undefined ? props.allowedNames : props.profile.allowedNamesInput;
  // What another resource says of its renewal is for Terraform to know.
  const said = renewal === undefined || Tokenization.isResolvable(renewal) ? {} : renewal;
  const excludes = "windowDays" in said && "windowShare" in said;
  return [
    ...(props.profile === undefined
      ? [...judgeNamed("organization", props.organization), ...judgeNamed("scmProfile", props.scmProfile)]
      : []),
    ...judgeNames(subjectAlternativeNames, allowedNames),
    ...("csrPem" in key ? judgeRequest(key.csrPem) : []),
    ...("privateKeyWo" in key ? judgeKey(key) : []),
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
