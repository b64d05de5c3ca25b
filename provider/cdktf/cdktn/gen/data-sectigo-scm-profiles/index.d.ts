import { Construct } from 'constructs';
import * as cdktn from 'cdktn';
export interface DataSectigoScmProfilesConfig extends cdktn.TerraformMetaArguments {
    /**
    * Only profiles offered to this organization or department; all that this administrator sees when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/scm_profiles#organization_id DataSectigoScmProfiles#organization_id}
    */
    readonly organizationId?: number;
}
export interface DataSectigoScmProfilesProfilesKeyTypes {
}
export declare function dataSectigoScmProfilesProfilesKeyTypesToTerraform(struct?: DataSectigoScmProfilesProfilesKeyTypes): any;
export declare function dataSectigoScmProfilesProfilesKeyTypesToHclTerraform(struct?: DataSectigoScmProfilesProfilesKeyTypes): any;
export declare class DataSectigoScmProfilesProfilesKeyTypesOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoScmProfilesProfilesKeyTypes | undefined;
    set internalValue(value: DataSectigoScmProfilesProfilesKeyTypes | undefined);
    get algorithm(): string;
    get parameters(): string[];
}
export declare class DataSectigoScmProfilesProfilesKeyTypesList extends cdktn.ComplexList {
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoScmProfilesProfilesKeyTypesOutputReference;
}
export interface DataSectigoScmProfilesProfiles {
}
export declare function dataSectigoScmProfilesProfilesToTerraform(struct?: DataSectigoScmProfilesProfiles): any;
export declare function dataSectigoScmProfilesProfilesToHclTerraform(struct?: DataSectigoScmProfilesProfiles): any;
export declare class DataSectigoScmProfilesProfilesOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoScmProfilesProfiles | undefined;
    set internalValue(value: DataSectigoScmProfilesProfiles | undefined);
    get description(): string;
    get id(): number;
    private _keyTypes;
    get keyTypes(): DataSectigoScmProfilesProfilesKeyTypesList;
    get name(): string;
    get terms(): number[];
}
export declare class DataSectigoScmProfilesProfilesList extends cdktn.ComplexList {
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoScmProfilesProfilesOutputReference;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/scm_profiles sectigo_scm_profiles}
*/
export declare class DataSectigoScmProfiles extends cdktn.TerraformDataSource {
    static readonly tfResourceType = "sectigo_scm_profiles";
    /**
    * Generates CDKTN code for importing a DataSectigoScmProfiles resource upon running "cdktn plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataSectigoScmProfiles to import
    * @param importFromId The id of the existing DataSectigoScmProfiles that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/scm_profiles#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataSectigoScmProfiles to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider): cdktn.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/scm_profiles sectigo_scm_profiles} Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataSectigoScmProfilesConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataSectigoScmProfilesConfig);
    private _organizationId?;
    get organizationId(): number;
    set organizationId(value: number);
    resetOrganizationId(): void;
    get organizationIdInput(): number | undefined;
    private _profiles;
    get profiles(): DataSectigoScmProfilesProfilesList;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
