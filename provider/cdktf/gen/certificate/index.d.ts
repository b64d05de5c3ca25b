import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface CertificateConfig extends cdktf.TerraformMetaArguments {
    /**
    * Free text kept with the certificate in SCM, at most 900 characters.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#comments Certificate#comments}
    */
    readonly comments?: string;
    /**
    * PKCS#10 certificate request, PEM. The private key stays with you. Needed to enroll; SCM does not give it back, so it is empty after an import.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#csr_pem Certificate#csr_pem}
    */
    readonly csrPem?: string;
    /**
    * Values of SCM custom fields by exact field name. Fields that are not named here are left alone.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#custom_fields Certificate#custom_fields}
    */
    readonly customFields?: {
        [key: string]: string;
    };
    /**
    * Mail addresses of the people to tell about this certificate. Together at most 512 characters.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#external_requesters Certificate#external_requesters}
    */
    readonly externalRequesters?: string[];
    /**
    * Id of the SCM organization or department that the certificate is for. Needed to enroll.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#organization_id Certificate#organization_id}
    */
    readonly organizationId?: number;
    /**
    * Id of the SCM certificate profile to enroll with. It must be offered to the organization. Needed to enroll.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#scm_profile_id Certificate#scm_profile_id}
    */
    readonly scmProfileId?: number;
    /**
    * DNS names and IP addresses that the certificate is for, besides the common name of the request. SCM takes none from the request itself.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#subject_alternative_names Certificate#subject_alternative_names}
    */
    readonly subjectAlternativeNames?: string[];
    /**
    * Validity to ask for, days; one of the terms that the SCM profile offers. The longest of them when left out. A change counts from the next enrollment on.
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
export declare function certificateTimeoutsToTerraform(struct?: CertificateTimeouts | cdktf.IResolvable): any;
export declare function certificateTimeoutsToHclTerraform(struct?: CertificateTimeouts | cdktf.IResolvable): any;
export declare class CertificateTimeoutsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): CertificateTimeouts | cdktf.IResolvable | undefined;
    set internalValue(value: CertificateTimeouts | cdktf.IResolvable | undefined);
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
export declare class Certificate extends cdktf.TerraformResource {
    static readonly tfResourceType = "sectigo_certificate";
    /**
    * Generates CDKTF code for importing a Certificate resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Certificate to import
    * @param importFromId The id of the existing Certificate that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Certificate to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate sectigo_certificate} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options CertificateConfig = {}
    */
    constructor(scope: Construct, id: string, config?: CertificateConfig);
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
    private _organizationId?;
    get organizationId(): number;
    set organizationId(value: number);
    resetOrganizationId(): void;
    get organizationIdInput(): number | undefined;
    private _scmProfileId?;
    get scmProfileId(): number;
    set scmProfileId(value: number);
    resetScmProfileId(): void;
    get scmProfileIdInput(): number | undefined;
    get serialNumber(): string;
    get sslId(): number;
    get status(): string;
    private _subjectAlternativeNames?;
    get subjectAlternativeNames(): string[];
    set subjectAlternativeNames(value: string[]);
    resetSubjectAlternativeNames(): void;
    get subjectAlternativeNamesInput(): string[] | undefined;
    private _termDays?;
    get termDays(): number;
    set termDays(value: number);
    resetTermDays(): void;
    get termDaysInput(): number | undefined;
    private _timeouts;
    get timeouts(): CertificateTimeoutsOutputReference;
    putTimeouts(value: CertificateTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): CertificateTimeouts | cdktf.IResolvable | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
