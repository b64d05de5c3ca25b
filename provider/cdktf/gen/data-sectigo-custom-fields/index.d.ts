import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataSectigoCustomFieldsConfig extends cdktf.TerraformMetaArguments {
}
export interface DataSectigoCustomFieldsCustomFields {
}
export declare function dataSectigoCustomFieldsCustomFieldsToTerraform(struct?: DataSectigoCustomFieldsCustomFields): any;
export declare function dataSectigoCustomFieldsCustomFieldsToHclTerraform(struct?: DataSectigoCustomFieldsCustomFields): any;
export declare class DataSectigoCustomFieldsCustomFieldsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoCustomFieldsCustomFields | undefined;
    set internalValue(value: DataSectigoCustomFieldsCustomFields | undefined);
    get id(): number;
    get isMandatory(): cdktf.IResolvable;
    get name(): string;
}
export declare class DataSectigoCustomFieldsCustomFieldsList extends cdktf.ComplexList {
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
    get(index: number): DataSectigoCustomFieldsCustomFieldsOutputReference;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/custom_fields sectigo_custom_fields}
*/
export declare class DataSectigoCustomFields extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "sectigo_custom_fields";
    /**
    * Generates CDKTF code for importing a DataSectigoCustomFields resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataSectigoCustomFields to import
    * @param importFromId The id of the existing DataSectigoCustomFields that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/custom_fields#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataSectigoCustomFields to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/custom_fields sectigo_custom_fields} Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataSectigoCustomFieldsConfig = {}
    */
    constructor(scope: Construct, id: string, config?: DataSectigoCustomFieldsConfig);
    private _customFields;
    get customFields(): DataSectigoCustomFieldsCustomFieldsList;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
