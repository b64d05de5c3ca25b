import { Construct } from "constructs";
import { Certificate, type CertificateRenewal } from "../certificate/index.js";
import type { Connector } from "../connector/index.js";
import { Profile } from "../profile/index.js";
import { ImportingConnector } from "./importing-connector.js";
/** Where the key is: with you, or in a secret store that Terraform reads it from without storing it. */
export type KeyProps = {
    /** PKCS#10 request, PEM. */
    readonly csrPem: string;
} | {
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
export declare class ManagedCertificate extends Construct {
    readonly profile: Profile;
    readonly certificate: Certificate;
    constructor(scope: Construct, id: string, props: ManagedCertificateProps);
    private makeProfile;
    private enroll;
}
