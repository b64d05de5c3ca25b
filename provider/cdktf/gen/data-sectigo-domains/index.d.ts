import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataSectigoDomainsConfig extends cdktf.TerraformMetaArguments {
    /**
    * Only domains delegated to this organization or department; all that this administrator sees when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/domains#organization_id DataSectigoDomains#organization_id}
    */
    readonly organizationId?: number;
}
export interface DataSectigoDomainsDomains {
}
export declare function dataSectigoDomainsDomainsToTerraform(struct?: DataSectigoDomainsDomains): any;
export declare function dataSectigoDomainsDomainsToHclTerraform(struct?: DataSectigoDomainsDomains): any;
export declare class DataSectigoDomainsDomainsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoDomainsDomains | undefined;
    set internalValue(value: DataSectigoDomainsDomains | undefined);
    get id(): number;
    get name(): string;
    get validationExpires(): string;
    get validationMethod(): string;
    get validationStatus(): string;
}
export declare class DataSectigoDomainsDomainsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoDomainsDomainsOutputReference;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/domains sectigo_domains}
*/
export declare class DataSectigoDomains extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "sectigo_domains";
    /**
    * Generates CDKTF code for importing a DataSectigoDomains resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataSectigoDomains to import
    * @param importFromId The id of the existing DataSectigoDomains that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/domains#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataSectigoDomains to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/domains sectigo_domains} Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataSectigoDomainsConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataSectigoDomainsConfig);
    private _domains;
    get domains(): DataSectigoDomainsDomainsList;
    private _organizationId?;
    get organizationId(): number;
    set organizationId(value: number);
    resetOrganizationId(): void;
    get organizationIdInput(): number | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
