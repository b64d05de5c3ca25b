import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface CertificateApprovalConfig extends cdktf.TerraformMetaArguments {
    /**
    * Business unit of the certificate, `business_unit` of the `sectigo_certificate`; needed where runs are bound to units.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate_approval#business_unit CertificateApproval#business_unit}
    */
    readonly businessUnit?: string;
    /**
    * What SCM keeps with the approval, 1 to 512 characters.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate_approval#message CertificateApproval#message}
    */
    readonly message?: string;
    /**
    * SCM's id of the request: `ssl_id` of a `sectigo_certificate`, or that of its `pending` successor.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate_approval#ssl_id CertificateApproval#ssl_id}
    */
    readonly sslId: number;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate_approval sectigo_certificate_approval}
*/
export declare class CertificateApproval extends cdktf.TerraformResource {
    static readonly tfResourceType = "sectigo_certificate_approval";
    /**
    * Generates CDKTF code for importing a CertificateApproval resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the CertificateApproval to import
    * @param importFromId The id of the existing CertificateApproval that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate_approval#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the CertificateApproval to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/certificate_approval sectigo_certificate_approval} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options CertificateApprovalConfig
    */
    constructor(scope: Construct, id: string, config: CertificateApprovalConfig);
    private _businessUnit?;
    get businessUnit(): string;
    set businessUnit(value: string);
    resetBusinessUnit(): void;
    get businessUnitInput(): string | undefined;
    private _message?;
    get message(): string;
    set message(value: string);
    resetMessage(): void;
    get messageInput(): string | undefined;
    private _sslId?;
    get sslId(): number;
    set sslId(value: number);
    get sslIdInput(): number | undefined;
    get status(): string;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
