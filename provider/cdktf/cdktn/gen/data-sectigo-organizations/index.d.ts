import { Construct } from 'constructs';
import * as cdktn from 'cdktn';
export interface DataSectigoOrganizationsConfig extends cdktn.TerraformMetaArguments {
}
export interface DataSectigoOrganizationsOrganizations {
}
export declare function dataSectigoOrganizationsOrganizationsToTerraform(struct?: DataSectigoOrganizationsOrganizations): any;
export declare function dataSectigoOrganizationsOrganizationsToHclTerraform(struct?: DataSectigoOrganizationsOrganizations): any;
export declare class DataSectigoOrganizationsOrganizationsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoOrganizationsOrganizations | undefined;
    set internalValue(value: DataSectigoOrganizationsOrganizations | undefined);
    get id(): number;
    get name(): string;
    get parentName(): string;
}
export declare class DataSectigoOrganizationsOrganizationsList extends cdktn.ComplexList {
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoOrganizationsOrganizationsOutputReference;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/organizations sectigo_organizations}
*/
export declare class DataSectigoOrganizations extends cdktn.TerraformDataSource {
    static readonly tfResourceType = "sectigo_organizations";
    /**
    * Generates CDKTN code for importing a DataSectigoOrganizations resource upon running "cdktn plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataSectigoOrganizations to import
    * @param importFromId The id of the existing DataSectigoOrganizations that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/organizations#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataSectigoOrganizations to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider): cdktn.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/organizations sectigo_organizations} Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataSectigoOrganizationsConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataSectigoOrganizationsConfig);
    private _organizations;
    get organizations(): DataSectigoOrganizationsOrganizationsList;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
