import { Construct } from 'constructs';
import * as cdktn from 'cdktn';
export interface CertificateConfig extends cdktn.TerraformMetaArguments {
    /**
    * Free text kept with the certificate in SCM, at most 900 characters.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#comments Certificate#comments}
    */
    readonly comments?: string;
    /**
    * PKCS#10 certificate request, PEM. The private key stays with you. SCM does not give it back, so it is empty after an import. One of `csr_pem`, `private_key_wo` and `private_key` is needed to enroll.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#csr_pem Certificate#csr_pem}
    */
    readonly csrPem?: string;
    /**
    * Values of SCM custom fields by exact field name, beside or instead of the profile's. Fields that are not named are left alone.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#custom_fields Certificate#custom_fields}
    */
    readonly customFields?: {
        [key: string]: string;
    };
    /**
    * Mail addresses of the people to tell about this certificate; those of the profile when left out. Together at most 512 characters.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#external_requesters Certificate#external_requesters}
    */
    readonly externalRequesters?: string[];
    /**
    * What to do while an order waits for an administrator or the CA: `wait` (default) until `timeouts` end, with a warning then; `return` at once, and a later refresh picks the certificate up; `fail` with an error, and the next apply takes the order over.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#on_pending Certificate#on_pending}
    */
    readonly onPending?: string;
    /**
    * Tells this order from another one that is the same in organization, SCM profile, names and request. Changing it orders another certificate.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#order_key Certificate#order_key}
    */
    readonly orderKey?: string;
    /**
    * Id of the SCM organization or department that the certificate is for. To enroll without a `profile`, together with `scm_profile_id`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#organization_id Certificate#organization_id}
    */
    readonly organizationId?: number;
    /**
    * Makes a private key and keeps it **in state** as `private_key_pem`: by choice only. Changing it makes another key and has the certificate replaced.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#private_key Certificate#private_key}
    */
    readonly privateKey?: CertificatePrivateKey;
    /**
    * Private key to sign the certificate request with, PEM, unencrypted. Never stored: give it from an ephemeral resource or variable, with `private_key_wo_version`. It is looked at only when a request has to be signed. Terraform 1.11 or later.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#private_key_wo Certificate#private_key_wo}
    */
    readonly privateKeyWo?: string;
    /**
    * Raise it to have the certificate replaced by one for the key that `private_key_wo` holds now.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#private_key_wo_version Certificate#private_key_wo_version}
    */
    readonly privateKeyWoVersion?: number;
    /**
    * The profile to enroll with, as a whole: `sectigo_profile.web.ref`. It gives organization, SCM profile, method, term, limits of names and keys, renewal, people, custom fields and sensors, where the certificate says nothing itself. To enroll, this or `organization_id` and `scm_profile_id` are needed.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#profile Certificate#profile}
    */
    readonly profile?: CertificateProfile;
    /**
    * When to renew: in the last third of the lifetime where neither certificate nor profile says anything. What the certificate says goes before the profile.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#renewal Certificate#renewal}
    */
    readonly renewal?: CertificateRenewal;
    /**
    * Why it is revoked on destroy: `cessation_of_operation` (default), `unspecified`, `key_compromise`, `affiliation_changed` or `superseded`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#revocation_reason Certificate#revocation_reason}
    */
    readonly revocationReason?: string;
    /**
    * Whether destroying this resource revokes the certificate; true when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#revoke_on_destroy Certificate#revoke_on_destroy}
    */
    readonly revokeOnDestroy?: boolean | cdktn.IResolvable;
    /**
    * Whether certificates that this one took the place of are revoked too: in the apply that exchanges them, as soon as the new one is issued, and on destroy. False when left out: servers may still use them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#revoke_superseded Certificate#revoke_superseded}
    */
    readonly revokeSuperseded?: boolean | cdktn.IResolvable;
    /**
    * Id of the SCM certificate profile to enroll with, instead of a `profile`. It must be offered to the organization.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#scm_profile_id Certificate#scm_profile_id}
    */
    readonly scmProfileId?: number;
    /**
    * The only sensor by which its orders go; the profile's when left out. Only with the enrollment method `sensor`, or without a profile.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#sensor Certificate#sensor}
    */
    readonly sensor?: string;
    /**
    * Whether its orders go to SCM without a look at whether their domains and the organization are validated; as the profile says when left out, else false.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#skip_validation_check Certificate#skip_validation_check}
    */
    readonly skipValidationCheck?: boolean | cdktn.IResolvable;
    /**
    * Subject of the request that is signed with `private_key` or `private_key_wo`. SCM adds the organization's own details whatever it says.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#subject Certificate#subject}
    */
    readonly subject?: CertificateSubject;
    /**
    * DNS names and IP addresses that the certificate is for, besides the common name of the request. SCM takes none from the request itself.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#subject_alternative_names Certificate#subject_alternative_names}
    */
    readonly subjectAlternativeNames?: string[];
    /**
    * Validity to ask for, days; one of the terms that the SCM profile offers. The profile's when left out, else the longest that is allowed. A change counts from the next enrollment on.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#term_days Certificate#term_days}
    */
    readonly termDays?: number;
    /**
    * How long each operation may take before it is given up.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#timeouts Certificate#timeouts}
    */
    readonly timeouts?: CertificateTimeouts;
    /**
    * `public` (default) or `private`: whether the longest validity that the CA/Browser Forum allows publicly trusted certificates holds for orders of this one.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#trust_type Certificate#trust_type}
    */
    readonly trustType?: string;
    /**
    * What to do when SCM no longer shows it: `error` (default), since SCM can't tell gone from not visible; `reenroll` forgets it and enrolls anew. A refresh sees the state only: chosen when it is missing already, it has to be recorded by `terraform apply -refresh=false` first.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#when_missing Certificate#when_missing}
    */
    readonly whenMissing?: string;
    /**
    * What to do when it was revoked outside Terraform: `by_reason` (default) enrolls anew where the reason allows, `reenroll` always, `warn` never.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#when_revoked Certificate#when_revoked}
    */
    readonly whenRevoked?: string;
}
export interface CertificatePending {
}
export declare function certificatePendingToTerraform(struct?: CertificatePending): any;
export declare function certificatePendingToHclTerraform(struct?: CertificatePending): any;
export declare class CertificatePendingOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): CertificatePending | undefined;
    set internalValue(value: CertificatePending | undefined);
    get since(): string;
    get sslId(): number;
}
export interface CertificatePrivateKey {
    /**
    * `RSA` (default) or `ECDSA`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#algorithm Certificate#algorithm}
    */
    readonly algorithm?: string;
    /**
    * Of an ECDSA key: `P-256` (default), `P-384` or `P-521`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#curve Certificate#curve}
    */
    readonly curve?: string;
    /**
    * Of an RSA key, bits: 2048 (default), 3072 or 4096.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#size Certificate#size}
    */
    readonly size?: number;
}
export declare function certificatePrivateKeyToTerraform(struct?: CertificatePrivateKey | cdktn.IResolvable): any;
export declare function certificatePrivateKeyToHclTerraform(struct?: CertificatePrivateKey | cdktn.IResolvable): any;
export declare class CertificatePrivateKeyOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): CertificatePrivateKey | cdktn.IResolvable | undefined;
    set internalValue(value: CertificatePrivateKey | cdktn.IResolvable | undefined);
    private _algorithm?;
    get algorithm(): string;
    set algorithm(value: string);
    resetAlgorithm(): void;
    get algorithmInput(): string | undefined;
    private _curve?;
    get curve(): string;
    set curve(value: string);
    resetCurve(): void;
    get curveInput(): string | undefined;
    private _size?;
    get size(): number;
    set size(value: number);
    resetSize(): void;
    get sizeInput(): number | undefined;
}
export interface CertificateProfileRenewal {
    /**
    * Whether plans renew them; true when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#enabled Certificate#enabled}
    */
    readonly enabled?: boolean | cdktn.IResolvable;
    /**
    * From so many days before the end on, a renewal that fails is an error and no longer a warning.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#hard_deadline_days Certificate#hard_deadline_days}
    */
    readonly hardDeadlineDays?: number;
    /**
    * `in_one_apply` (order, wait, publish) or `order_then_switch` (order now, publish when it is issued).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#mode Certificate#mode}
    */
    readonly mode?: string;
    /**
    * Days before the end in which to renew.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#window_days Certificate#window_days}
    */
    readonly windowDays?: number;
    /**
    * Share of the lifetime before the end in which to renew: `1/3`, `0.25` or `25%`. Not together with `window_days`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#window_share Certificate#window_share}
    */
    readonly windowShare?: string;
}
export declare function certificateProfileRenewalToTerraform(struct?: CertificateProfileRenewal | cdktn.IResolvable): any;
export declare function certificateProfileRenewalToHclTerraform(struct?: CertificateProfileRenewal | cdktn.IResolvable): any;
export declare class CertificateProfileRenewalOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): CertificateProfileRenewal | cdktn.IResolvable | undefined;
    set internalValue(value: CertificateProfileRenewal | cdktn.IResolvable | undefined);
    private _enabled?;
    get enabled(): boolean | cdktn.IResolvable;
    set enabled(value: boolean | cdktn.IResolvable);
    resetEnabled(): void;
    get enabledInput(): boolean | cdktn.IResolvable | undefined;
    private _hardDeadlineDays?;
    get hardDeadlineDays(): number;
    set hardDeadlineDays(value: number);
    resetHardDeadlineDays(): void;
    get hardDeadlineDaysInput(): number | undefined;
    private _mode?;
    get mode(): string;
    set mode(value: string);
    resetMode(): void;
    get modeInput(): string | undefined;
    private _windowDays?;
    get windowDays(): number;
    set windowDays(value: number);
    resetWindowDays(): void;
    get windowDaysInput(): number | undefined;
    private _windowShare?;
    get windowShare(): string;
    set windowShare(value: string);
    resetWindowShare(): void;
    get windowShareInput(): string | undefined;
}
export interface CertificateProfile {
    /**
    * Patterns of names that are allowed; null: all.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#allowed_names Certificate#allowed_names}
    */
    readonly allowedNames?: string[];
    /**
    * Business unit of the connector.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#business_unit Certificate#business_unit}
    */
    readonly businessUnit?: string;
    /**
    * Values of SCM custom fields by exact field name.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#custom_fields Certificate#custom_fields}
    */
    readonly customFields?: {
        [key: string]: string;
    };
    /**
    * Customer of the SCM account.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#customer_uri Certificate#customer_uri}
    */
    readonly customerUri?: string;
    /**
    * One of the seven methods.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#enrollment_method Certificate#enrollment_method}
    */
    readonly enrollmentMethod?: string;
    /**
    * Mail addresses of the people to tell about each certificate.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#external_requesters Certificate#external_requesters}
    */
    readonly externalRequesters?: string[];
    /**
    * Host of the SCM account.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#host Certificate#host}
    */
    readonly host?: string;
    /**
    * Keys that are allowed, such as `EC P-256`; null: all on offer.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#key_types Certificate#key_types}
    */
    readonly keyTypes?: string[];
    /**
    * SCM organization or department.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#organization_id Certificate#organization_id}
    */
    readonly organizationId?: number;
    /**
    * Mail addresses of the people who answer for the certificates.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#owners Certificate#owners}
    */
    readonly owners?: string[];
    /**
    * When certificates are renewed that do not say so themselves.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#renewal Certificate#renewal}
    */
    readonly renewal?: CertificateProfileRenewal;
    /**
    * SCM profile to enroll with.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#scm_profile_id Certificate#scm_profile_id}
    */
    readonly scmProfileId?: number;
    /**
    * The only sensor by which orders go; null: any.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#sensor Certificate#sensor}
    */
    readonly sensor?: string;
    /**
    * Sensors by which orders go, in order; null: the provider's.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#sensors Certificate#sensors}
    */
    readonly sensors?: string[];
    /**
    * Whether orders go without a look at the validation of domains and organization.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#skip_validation_check Certificate#skip_validation_check}
    */
    readonly skipValidationCheck?: boolean | cdktn.IResolvable;
    /**
    * Tags of the certificates.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#tags Certificate#tags}
    */
    readonly tags?: string[];
    /**
    * Validity to ask for, days; null: the longest on offer.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#term_days Certificate#term_days}
    */
    readonly termDays?: number;
    /**
    * Version of this form.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#version Certificate#version}
    */
    readonly version?: number;
}
export declare function certificateProfileToTerraform(struct?: CertificateProfile | cdktn.IResolvable): any;
export declare function certificateProfileToHclTerraform(struct?: CertificateProfile | cdktn.IResolvable): any;
export declare class CertificateProfileOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): CertificateProfile | cdktn.IResolvable | undefined;
    set internalValue(value: CertificateProfile | cdktn.IResolvable | undefined);
    private _allowedNames?;
    get allowedNames(): string[];
    set allowedNames(value: string[]);
    resetAllowedNames(): void;
    get allowedNamesInput(): string[] | undefined;
    private _businessUnit?;
    get businessUnit(): string;
    set businessUnit(value: string);
    resetBusinessUnit(): void;
    get businessUnitInput(): string | undefined;
    private _customFields?;
    get customFields(): {
        [key: string]: string;
    };
    set customFields(value: {
        [key: string]: string;
    });
    resetCustomFields(): void;
    get customFieldsInput(): {
        [key: string]: string;
    } | undefined;
    private _customerUri?;
    get customerUri(): string;
    set customerUri(value: string);
    resetCustomerUri(): void;
    get customerUriInput(): string | undefined;
    private _enrollmentMethod?;
    get enrollmentMethod(): string;
    set enrollmentMethod(value: string);
    resetEnrollmentMethod(): void;
    get enrollmentMethodInput(): string | undefined;
    private _externalRequesters?;
    get externalRequesters(): string[];
    set externalRequesters(value: string[]);
    resetExternalRequesters(): void;
    get externalRequestersInput(): string[] | undefined;
    private _host?;
    get host(): string;
    set host(value: string);
    resetHost(): void;
    get hostInput(): string | undefined;
    private _keyTypes?;
    get keyTypes(): string[];
    set keyTypes(value: string[]);
    resetKeyTypes(): void;
    get keyTypesInput(): string[] | undefined;
    private _organizationId?;
    get organizationId(): number;
    set organizationId(value: number);
    resetOrganizationId(): void;
    get organizationIdInput(): number | undefined;
    private _owners?;
    get owners(): string[];
    set owners(value: string[]);
    resetOwners(): void;
    get ownersInput(): string[] | undefined;
    private _renewal;
    get renewal(): CertificateProfileRenewalOutputReference;
    putRenewal(value: CertificateProfileRenewal): void;
    resetRenewal(): void;
    get renewalInput(): CertificateProfileRenewal | cdktn.IResolvable | undefined;
    private _scmProfileId?;
    get scmProfileId(): number;
    set scmProfileId(value: number);
    resetScmProfileId(): void;
    get scmProfileIdInput(): number | undefined;
    private _sensor?;
    get sensor(): string;
    set sensor(value: string);
    resetSensor(): void;
    get sensorInput(): string | undefined;
    private _sensors?;
    get sensors(): string[];
    set sensors(value: string[]);
    resetSensors(): void;
    get sensorsInput(): string[] | undefined;
    private _skipValidationCheck?;
    get skipValidationCheck(): boolean | cdktn.IResolvable;
    set skipValidationCheck(value: boolean | cdktn.IResolvable);
    resetSkipValidationCheck(): void;
    get skipValidationCheckInput(): boolean | cdktn.IResolvable | undefined;
    private _tags?;
    get tags(): string[];
    set tags(value: string[]);
    resetTags(): void;
    get tagsInput(): string[] | undefined;
    private _termDays?;
    get termDays(): number;
    set termDays(value: number);
    resetTermDays(): void;
    get termDaysInput(): number | undefined;
    private _version?;
    get version(): number;
    set version(value: number);
    resetVersion(): void;
    get versionInput(): number | undefined;
}
export interface CertificateRenewal {
    /**
    * Whether a plan renews it when its window is open; true when left out. False leaves renewal to SCM or to nobody.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#enabled Certificate#enabled}
    */
    readonly enabled?: boolean | cdktn.IResolvable;
    /**
    * How many days before the end a failed renewal turns from a warning into an error. Default: 7, or a sixth of the lifetime where that is less.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#hard_deadline_days Certificate#hard_deadline_days}
    */
    readonly hardDeadlineDays?: number;
    /**
    * `in_one_apply` (default): order, wait, publish. `order_then_switch`: the apply only orders, and a later refresh publishes the new certificate once it is issued; for dependents that must not be changed twice.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#mode Certificate#mode}
    */
    readonly mode?: string;
    /**
    * The same in days. At most two thirds of the lifetime count.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#window_days Certificate#window_days}
    */
    readonly windowDays?: number;
    /**
    * How long before its end it may be renewed, as a share of its lifetime: `1/3` (default; `1/2` up to ten days), `0.25`, `25%`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#window_share Certificate#window_share}
    */
    readonly windowShare?: string;
}
export declare function certificateRenewalToTerraform(struct?: CertificateRenewal | cdktn.IResolvable): any;
export declare function certificateRenewalToHclTerraform(struct?: CertificateRenewal | cdktn.IResolvable): any;
export declare class CertificateRenewalOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): CertificateRenewal | cdktn.IResolvable | undefined;
    set internalValue(value: CertificateRenewal | cdktn.IResolvable | undefined);
    private _enabled?;
    get enabled(): boolean | cdktn.IResolvable;
    set enabled(value: boolean | cdktn.IResolvable);
    resetEnabled(): void;
    get enabledInput(): boolean | cdktn.IResolvable | undefined;
    private _hardDeadlineDays?;
    get hardDeadlineDays(): number;
    set hardDeadlineDays(value: number);
    resetHardDeadlineDays(): void;
    get hardDeadlineDaysInput(): number | undefined;
    private _mode?;
    get mode(): string;
    set mode(value: string);
    resetMode(): void;
    get modeInput(): string | undefined;
    private _windowDays?;
    get windowDays(): number;
    set windowDays(value: number);
    resetWindowDays(): void;
    get windowDaysInput(): number | undefined;
    private _windowShare?;
    get windowShare(): string;
    set windowShare(value: string);
    resetWindowShare(): void;
    get windowShareInput(): string | undefined;
}
export interface CertificateSubject {
    /**
    * Common name; the only name of `subject_alternative_names` when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#common_name Certificate#common_name}
    */
    readonly commonName?: string;
    /**
    * Country, two letters.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#country Certificate#country}
    */
    readonly country?: string;
    /**
    * Locality.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#locality Certificate#locality}
    */
    readonly locality?: string;
    /**
    * Organization.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#organization Certificate#organization}
    */
    readonly organization?: string;
    /**
    * Organizational unit.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#organizational_unit Certificate#organizational_unit}
    */
    readonly organizationalUnit?: string;
    /**
    * State or province.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#state Certificate#state}
    */
    readonly state?: string;
}
export declare function certificateSubjectToTerraform(struct?: CertificateSubject | cdktn.IResolvable): any;
export declare function certificateSubjectToHclTerraform(struct?: CertificateSubject | cdktn.IResolvable): any;
export declare class CertificateSubjectOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): CertificateSubject | cdktn.IResolvable | undefined;
    set internalValue(value: CertificateSubject | cdktn.IResolvable | undefined);
    private _commonName?;
    get commonName(): string;
    set commonName(value: string);
    resetCommonName(): void;
    get commonNameInput(): string | undefined;
    private _country?;
    get country(): string;
    set country(value: string);
    resetCountry(): void;
    get countryInput(): string | undefined;
    private _locality?;
    get locality(): string;
    set locality(value: string);
    resetLocality(): void;
    get localityInput(): string | undefined;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    private _organizationalUnit?;
    get organizationalUnit(): string;
    set organizationalUnit(value: string);
    resetOrganizationalUnit(): void;
    get organizationalUnitInput(): string | undefined;
    private _state?;
    get state(): string;
    set state(value: string);
    resetState(): void;
    get stateInput(): string | undefined;
}
export interface CertificateSuperseded {
}
export declare function certificateSupersededToTerraform(struct?: CertificateSuperseded): any;
export declare function certificateSupersededToHclTerraform(struct?: CertificateSuperseded): any;
export declare class CertificateSupersededOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): CertificateSuperseded | undefined;
    set internalValue(value: CertificateSuperseded | undefined);
    get notAfter(): string;
    get serialNumber(): string;
    get sslId(): number;
}
export declare class CertificateSupersededList extends cdktn.ComplexList {
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): CertificateSupersededOutputReference;
}
export interface CertificateTimeouts {
    /**
    * How long creating may take, as a duration like `30m` or `1h30m`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#create Certificate#create}
    */
    readonly create?: string;
    /**
    * How long deleting may take.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#delete Certificate#delete}
    */
    readonly delete?: string;
    /**
    * How long reading may take.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#read Certificate#read}
    */
    readonly read?: string;
    /**
    * How long updating may take.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#update Certificate#update}
    */
    readonly update?: string;
}
export declare function certificateTimeoutsToTerraform(struct?: CertificateTimeouts | cdktn.IResolvable): any;
export declare function certificateTimeoutsToHclTerraform(struct?: CertificateTimeouts | cdktn.IResolvable): any;
export declare class CertificateTimeoutsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): CertificateTimeouts | cdktn.IResolvable | undefined;
    set internalValue(value: CertificateTimeouts | cdktn.IResolvable | undefined);
    private _create?;
    get create(): string;
    set create(value: string);
    resetCreate(): void;
    get createInput(): string | undefined;
    private _delete?;
    get delete(): string;
    set delete(value: string);
    resetDelete(): void;
    get deleteInput(): string | undefined;
    private _read?;
    get read(): string;
    set read(value: string);
    resetRead(): void;
    get readInput(): string | undefined;
    private _update?;
    get update(): string;
    set update(value: string);
    resetUpdate(): void;
    get updateInput(): string | undefined;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate sectigo_certificate}
*/
export declare class Certificate extends cdktn.TerraformResource {
    static readonly tfResourceType = "sectigo_certificate";
    /**
    * Generates CDKTN code for importing a Certificate resource upon running "cdktn plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Certificate to import
    * @param importFromId The id of the existing Certificate that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Certificate to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider): cdktn.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate sectigo_certificate} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options CertificateConfig = {}
    */
    constructor(scope: Construct, id: string, config?: CertificateConfig);
    get businessUnit(): string;
    get certificatePem(): string;
    get chainPem(): string;
    private _comments?;
    get comments(): string;
    set comments(value: string);
    resetComments(): void;
    get commentsInput(): string | undefined;
    private _csrPem?;
    get csrPem(): string;
    set csrPem(value: string);
    resetCsrPem(): void;
    get csrPemInput(): string | undefined;
    private _customFields?;
    get customFields(): {
        [key: string]: string;
    };
    set customFields(value: {
        [key: string]: string;
    });
    resetCustomFields(): void;
    get customFieldsInput(): {
        [key: string]: string;
    } | undefined;
    private _externalRequesters?;
    get externalRequesters(): string[];
    set externalRequesters(value: string[]);
    resetExternalRequesters(): void;
    get externalRequestersInput(): string[] | undefined;
    get fingerprintSha256(): string;
    get fullChainPem(): string;
    get issuer(): string;
    get notAfter(): string;
    get notBefore(): string;
    private _onPending?;
    get onPending(): string;
    set onPending(value: string);
    resetOnPending(): void;
    get onPendingInput(): string | undefined;
    private _orderKey?;
    get orderKey(): string;
    set orderKey(value: string);
    resetOrderKey(): void;
    get orderKeyInput(): string | undefined;
    private _organizationId?;
    get organizationId(): number;
    set organizationId(value: number);
    resetOrganizationId(): void;
    get organizationIdInput(): number | undefined;
    private _pending;
    get pending(): CertificatePendingOutputReference;
    private _privateKey;
    get privateKey(): CertificatePrivateKeyOutputReference;
    putPrivateKey(value: CertificatePrivateKey): void;
    resetPrivateKey(): void;
    get privateKeyInput(): CertificatePrivateKey | cdktn.IResolvable | undefined;
    get privateKeyPem(): string;
    private _privateKeyWo?;
    /**
    * @deprecated Write-only: the provider never returns this value; reading it always yields null by protocol contract. The getter remains for compatibility and will be removed in a future prebuilt-provider major.
    */
    get privateKeyWo(): string;
    set privateKeyWo(value: string);
    resetPrivateKeyWo(): void;
    get privateKeyWoInput(): string | undefined;
    private _privateKeyWoVersion?;
    get privateKeyWoVersion(): number;
    set privateKeyWoVersion(value: number);
    resetPrivateKeyWoVersion(): void;
    get privateKeyWoVersionInput(): number | undefined;
    private _profile;
    get profile(): CertificateProfileOutputReference;
    putProfile(value: CertificateProfile): void;
    resetProfile(): void;
    get profileInput(): CertificateProfile | cdktn.IResolvable | undefined;
    get renewAfter(): string;
    private _renewal;
    get renewal(): CertificateRenewalOutputReference;
    putRenewal(value: CertificateRenewal): void;
    resetRenewal(): void;
    get renewalInput(): CertificateRenewal | cdktn.IResolvable | undefined;
    private _revocationReason?;
    get revocationReason(): string;
    set revocationReason(value: string);
    resetRevocationReason(): void;
    get revocationReasonInput(): string | undefined;
    private _revokeOnDestroy?;
    get revokeOnDestroy(): boolean | cdktn.IResolvable;
    set revokeOnDestroy(value: boolean | cdktn.IResolvable);
    resetRevokeOnDestroy(): void;
    get revokeOnDestroyInput(): boolean | cdktn.IResolvable | undefined;
    private _revokeSuperseded?;
    get revokeSuperseded(): boolean | cdktn.IResolvable;
    set revokeSuperseded(value: boolean | cdktn.IResolvable);
    resetRevokeSuperseded(): void;
    get revokeSupersededInput(): boolean | cdktn.IResolvable | undefined;
    private _scmProfileId?;
    get scmProfileId(): number;
    set scmProfileId(value: number);
    resetScmProfileId(): void;
    get scmProfileIdInput(): number | undefined;
    private _sensor?;
    get sensor(): string;
    set sensor(value: string);
    resetSensor(): void;
    get sensorInput(): string | undefined;
    get serialNumber(): string;
    private _skipValidationCheck?;
    get skipValidationCheck(): boolean | cdktn.IResolvable;
    set skipValidationCheck(value: boolean | cdktn.IResolvable);
    resetSkipValidationCheck(): void;
    get skipValidationCheckInput(): boolean | cdktn.IResolvable | undefined;
    get sslId(): number;
    get status(): string;
    private _subject;
    get subject(): CertificateSubjectOutputReference;
    putSubject(value: CertificateSubject): void;
    resetSubject(): void;
    get subjectInput(): CertificateSubject | cdktn.IResolvable | undefined;
    private _subjectAlternativeNames?;
    get subjectAlternativeNames(): string[];
    set subjectAlternativeNames(value: string[]);
    resetSubjectAlternativeNames(): void;
    get subjectAlternativeNamesInput(): string[] | undefined;
    private _superseded;
    get superseded(): CertificateSupersededList;
    private _termDays?;
    get termDays(): number;
    set termDays(value: number);
    resetTermDays(): void;
    get termDaysInput(): number | undefined;
    private _timeouts;
    get timeouts(): CertificateTimeoutsOutputReference;
    putTimeouts(value: CertificateTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): CertificateTimeouts | cdktn.IResolvable | undefined;
    private _trustType?;
    get trustType(): string;
    set trustType(value: string);
    resetTrustType(): void;
    get trustTypeInput(): string | undefined;
    private _whenMissing?;
    get whenMissing(): string;
    set whenMissing(value: string);
    resetWhenMissing(): void;
    get whenMissingInput(): string | undefined;
    private _whenRevoked?;
    get whenRevoked(): string;
    set whenRevoked(value: string);
    resetWhenRevoked(): void;
    get whenRevokedInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
