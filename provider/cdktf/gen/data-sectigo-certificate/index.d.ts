import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataSectigoCertificateConfig extends cdktf.TerraformMetaArguments {
    /**
    * Common name. As an argument: of a certificate with status `Issued`; exactly one may have it.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/certificate#common_name DataSectigoCertificate#common_name}
    */
    readonly commonName?: string;
    /**
    * Serial number, hexadecimal: as it was given, else upper-case without separators. Null while pending.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/certificate#serial_number DataSectigoCertificate#serial_number}
    */
    readonly serialNumber?: string;
    /**
    * SCM's id of the certificate (sslId).
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/certificate#ssl_id DataSectigoCertificate#ssl_id}
    */
    readonly sslId?: number;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/certificate sectigo_certificate}
*/
export declare class DataSectigoCertificate extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "sectigo_certificate";
    /**
    * Generates CDKTF code for importing a DataSectigoCertificate resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataSectigoCertificate to import
    * @param importFromId The id of the existing DataSectigoCertificate that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/certificate#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataSectigoCertificate to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/certificate sectigo_certificate} Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataSectigoCertificateConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataSectigoCertificateConfig);
    get certificatePem(): string;
    get chainPem(): string;
    get comments(): string;
    private _commonName?;
    get commonName(): string;
    set commonName(value: string);
    resetCommonName(): void;
    get commonNameInput(): string | undefined;
    private _customFields;
    get customFields(): cdktf.StringMap;
    get fingerprintSha256(): string;
    get fullChainPem(): string;
    get issuer(): string;
    get notAfter(): string;
    get notBefore(): string;
    get organizationId(): number;
    get scmProfileId(): number;
    private _serialNumber?;
    get serialNumber(): string;
    set serialNumber(value: string);
    resetSerialNumber(): void;
    get serialNumberInput(): string | undefined;
    private _sslId?;
    get sslId(): number;
    set sslId(value: number);
    resetSslId(): void;
    get sslIdInput(): number | undefined;
    get status(): string;
    get subjectAlternativeNames(): string[];
    get termDays(): number;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
