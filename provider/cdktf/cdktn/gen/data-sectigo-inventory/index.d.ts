import { Construct } from 'constructs';
import * as cdktn from 'cdktn';
export interface DataSectigoInventoryConfig extends cdktn.TerraformMetaArguments {
    /**
    * The connector, as a whole: `sectigo_connector.main.ref`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#connector DataSectigoInventory#connector}
    */
    readonly connector: DataSectigoInventoryConnector;
    /**
    * Reads what only details tell, a call for each row that is shown and was not read yet; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#details DataSectigoInventory#details}
    */
    readonly details?: boolean | cdktn.IResolvable;
    /**
    * What is wanted of what the connector imports; everything given must hold. All of it when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#filter DataSectigoInventory#filter}
    */
    readonly filter?: DataSectigoInventoryFilter;
    /**
    * Whether rows name persons: requesters, approvers, owners of client certificates; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#include_persons DataSectigoInventory#include_persons}
    */
    readonly includePersons?: boolean | cdktn.IResolvable;
    /**
    * Rows at most, default 1,000; 0 for total and counts alone.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#limit DataSectigoInventory#limit}
    */
    readonly limit?: number;
    /**
    * When to ask SCM: `due` (default) after the connector's `frequency`; `always`; `never`; or `live`, which keeps nothing and asks for what the filter bounds by dates in one request.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#refresh DataSectigoInventory#refresh}
    */
    readonly refresh?: string;
    /**
    * Order of the rows; by `expires`, soonest first, when left out. What is empty comes last.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#sort DataSectigoInventory#sort}
    */
    readonly sort?: DataSectigoInventorySort;
    /**
    * File to keep the inventory in, or "none" (then only `refresh = "live"` works). Environment: `SECTIGO_INVENTORY_STORE`; else a file in the user's cache folder.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#store DataSectigoInventory#store}
    */
    readonly store?: string;
}
export interface DataSectigoInventoryConnectorImportAssignmentRulesConditions {
    /**
    * What is looked at.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#attribute DataSectigoInventory#attribute}
    */
    readonly attribute?: string;
    /**
    * How it is compared.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#operator DataSectigoInventory#operator}
    */
    readonly operator?: string;
    /**
    * What with.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#value DataSectigoInventory#value}
    */
    readonly value?: string;
    /**
    * What with, one of them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#values DataSectigoInventory#values}
    */
    readonly values?: string[];
}
export declare function dataSectigoInventoryConnectorImportAssignmentRulesConditionsToTerraform(struct?: DataSectigoInventoryConnectorImportAssignmentRulesConditions | cdktn.IResolvable): any;
export declare function dataSectigoInventoryConnectorImportAssignmentRulesConditionsToHclTerraform(struct?: DataSectigoInventoryConnectorImportAssignmentRulesConditions | cdktn.IResolvable): any;
export declare class DataSectigoInventoryConnectorImportAssignmentRulesConditionsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoInventoryConnectorImportAssignmentRulesConditions | cdktn.IResolvable | undefined;
    set internalValue(value: DataSectigoInventoryConnectorImportAssignmentRulesConditions | cdktn.IResolvable | undefined);
    private _attribute?;
    get attribute(): string;
    set attribute(value: string);
    resetAttribute(): void;
    get attributeInput(): string | undefined;
    private _operator?;
    get operator(): string;
    set operator(value: string);
    resetOperator(): void;
    get operatorInput(): string | undefined;
    private _value?;
    get value(): string;
    set value(value: string);
    resetValue(): void;
    get valueInput(): string | undefined;
    private _values?;
    get values(): string[];
    set values(value: string[]);
    resetValues(): void;
    get valuesInput(): string[] | undefined;
}
export declare class DataSectigoInventoryConnectorImportAssignmentRulesConditionsList extends cdktn.ComplexList {
    internalValue?: DataSectigoInventoryConnectorImportAssignmentRulesConditions[] | cdktn.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoInventoryConnectorImportAssignmentRulesConditionsOutputReference;
}
export interface DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditions {
    /**
    * What is looked at.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#attribute DataSectigoInventory#attribute}
    */
    readonly attribute?: string;
    /**
    * How it is compared.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#operator DataSectigoInventory#operator}
    */
    readonly operator?: string;
    /**
    * What with.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#value DataSectigoInventory#value}
    */
    readonly value?: string;
    /**
    * What with, one of them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#values DataSectigoInventory#values}
    */
    readonly values?: string[];
}
export declare function dataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsToTerraform(struct?: DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditions | cdktn.IResolvable): any;
export declare function dataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsToHclTerraform(struct?: DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditions | cdktn.IResolvable): any;
export declare class DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditions | cdktn.IResolvable | undefined;
    set internalValue(value: DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditions | cdktn.IResolvable | undefined);
    private _attribute?;
    get attribute(): string;
    set attribute(value: string);
    resetAttribute(): void;
    get attributeInput(): string | undefined;
    private _operator?;
    get operator(): string;
    set operator(value: string);
    resetOperator(): void;
    get operatorInput(): string | undefined;
    private _value?;
    get value(): string;
    set value(value: string);
    resetValue(): void;
    get valueInput(): string | undefined;
    private _values?;
    get values(): string[];
    set values(value: string[]);
    resetValues(): void;
    get valuesInput(): string[] | undefined;
}
export declare class DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsList extends cdktn.ComplexList {
    internalValue?: DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditions[] | cdktn.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsOutputReference;
}
export interface DataSectigoInventoryConnectorImportAssignmentRulesGroups {
    /**
    * The conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#conditions DataSectigoInventory#conditions}
    */
    readonly conditions?: DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditions[] | cdktn.IResolvable;
    /**
    * `all` or `any`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#match DataSectigoInventory#match}
    */
    readonly match?: string;
}
export declare function dataSectigoInventoryConnectorImportAssignmentRulesGroupsToTerraform(struct?: DataSectigoInventoryConnectorImportAssignmentRulesGroups | cdktn.IResolvable): any;
export declare function dataSectigoInventoryConnectorImportAssignmentRulesGroupsToHclTerraform(struct?: DataSectigoInventoryConnectorImportAssignmentRulesGroups | cdktn.IResolvable): any;
export declare class DataSectigoInventoryConnectorImportAssignmentRulesGroupsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoInventoryConnectorImportAssignmentRulesGroups | cdktn.IResolvable | undefined;
    set internalValue(value: DataSectigoInventoryConnectorImportAssignmentRulesGroups | cdktn.IResolvable | undefined);
    private _conditions;
    get conditions(): DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditionsList;
    putConditions(value: DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditions[] | cdktn.IResolvable): void;
    resetConditions(): void;
    get conditionsInput(): DataSectigoInventoryConnectorImportAssignmentRulesGroupsConditions[] | cdktn.IResolvable | undefined;
    private _match?;
    get match(): string;
    set match(value: string);
    resetMatch(): void;
    get matchInput(): string | undefined;
}
export declare class DataSectigoInventoryConnectorImportAssignmentRulesGroupsList extends cdktn.ComplexList {
    internalValue?: DataSectigoInventoryConnectorImportAssignmentRulesGroups[] | cdktn.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoInventoryConnectorImportAssignmentRulesGroupsOutputReference;
}
export interface DataSectigoInventoryConnectorImportAssignmentRules {
    /**
    * The conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#conditions DataSectigoInventory#conditions}
    */
    readonly conditions?: DataSectigoInventoryConnectorImportAssignmentRulesConditions[] | cdktn.IResolvable;
    /**
    * Custom attributes that it gives.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#custom_attributes DataSectigoInventory#custom_attributes}
    */
    readonly customAttributes?: {
        [key: string]: string;
    };
    /**
    * Groups of conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#groups DataSectigoInventory#groups}
    */
    readonly groups?: DataSectigoInventoryConnectorImportAssignmentRulesGroups[] | cdktn.IResolvable;
    /**
    * `all` or `any`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#match DataSectigoInventory#match}
    */
    readonly match?: string;
    /**
    * Name of the rule, for messages.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#name DataSectigoInventory#name}
    */
    readonly name?: string;
    /**
    * Owners that it gives, mail addresses.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#owners DataSectigoInventory#owners}
    */
    readonly owners?: string[];
    /**
    * Tags that it gives.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#tags DataSectigoInventory#tags}
    */
    readonly tags?: string[];
    /**
    * Version of this form.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#version DataSectigoInventory#version}
    */
    readonly version?: number;
}
export declare function dataSectigoInventoryConnectorImportAssignmentRulesToTerraform(struct?: DataSectigoInventoryConnectorImportAssignmentRules | cdktn.IResolvable): any;
export declare function dataSectigoInventoryConnectorImportAssignmentRulesToHclTerraform(struct?: DataSectigoInventoryConnectorImportAssignmentRules | cdktn.IResolvable): any;
export declare class DataSectigoInventoryConnectorImportAssignmentRulesOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoInventoryConnectorImportAssignmentRules | cdktn.IResolvable | undefined;
    set internalValue(value: DataSectigoInventoryConnectorImportAssignmentRules | cdktn.IResolvable | undefined);
    private _conditions;
    get conditions(): DataSectigoInventoryConnectorImportAssignmentRulesConditionsList;
    putConditions(value: DataSectigoInventoryConnectorImportAssignmentRulesConditions[] | cdktn.IResolvable): void;
    resetConditions(): void;
    get conditionsInput(): DataSectigoInventoryConnectorImportAssignmentRulesConditions[] | cdktn.IResolvable | undefined;
    private _customAttributes?;
    get customAttributes(): {
        [key: string]: string;
    };
    set customAttributes(value: {
        [key: string]: string;
    });
    resetCustomAttributes(): void;
    get customAttributesInput(): {
        [key: string]: string;
    } | undefined;
    private _groups;
    get groups(): DataSectigoInventoryConnectorImportAssignmentRulesGroupsList;
    putGroups(value: DataSectigoInventoryConnectorImportAssignmentRulesGroups[] | cdktn.IResolvable): void;
    resetGroups(): void;
    get groupsInput(): DataSectigoInventoryConnectorImportAssignmentRulesGroups[] | cdktn.IResolvable | undefined;
    private _match?;
    get match(): string;
    set match(value: string);
    resetMatch(): void;
    get matchInput(): string | undefined;
    private _name?;
    get name(): string;
    set name(value: string);
    resetName(): void;
    get nameInput(): string | undefined;
    private _owners?;
    get owners(): string[];
    set owners(value: string[]);
    resetOwners(): void;
    get ownersInput(): string[] | undefined;
    private _tags?;
    get tags(): string[];
    set tags(value: string[]);
    resetTags(): void;
    get tagsInput(): string[] | undefined;
    private _version?;
    get version(): number;
    set version(value: number);
    resetVersion(): void;
    get versionInput(): number | undefined;
}
export declare class DataSectigoInventoryConnectorImportAssignmentRulesList extends cdktn.ComplexList {
    internalValue?: DataSectigoInventoryConnectorImportAssignmentRules[] | cdktn.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoInventoryConnectorImportAssignmentRulesOutputReference;
}
export interface DataSectigoInventoryConnectorImportFrequency {
    /**
    * `minutes`, `hours`, `days` or `weeks`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#unit DataSectigoInventory#unit}
    */
    readonly unit: string;
    /**
    * How many units, at least 1.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#value DataSectigoInventory#value}
    */
    readonly value: number;
}
export declare function dataSectigoInventoryConnectorImportFrequencyToTerraform(struct?: DataSectigoInventoryConnectorImportFrequency | cdktn.IResolvable): any;
export declare function dataSectigoInventoryConnectorImportFrequencyToHclTerraform(struct?: DataSectigoInventoryConnectorImportFrequency | cdktn.IResolvable): any;
export declare class DataSectigoInventoryConnectorImportFrequencyOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoInventoryConnectorImportFrequency | cdktn.IResolvable | undefined;
    set internalValue(value: DataSectigoInventoryConnectorImportFrequency | cdktn.IResolvable | undefined);
    private _unit?;
    get unit(): string;
    set unit(value: string);
    get unitInput(): string | undefined;
    private _value?;
    get value(): number;
    set value(value: number);
    get valueInput(): number | undefined;
}
export interface DataSectigoInventoryConnectorImportFullImportEvery {
    /**
    * `minutes`, `hours`, `days` or `weeks`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#unit DataSectigoInventory#unit}
    */
    readonly unit: string;
    /**
    * How many units, at least 1.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#value DataSectigoInventory#value}
    */
    readonly value: number;
}
export declare function dataSectigoInventoryConnectorImportFullImportEveryToTerraform(struct?: DataSectigoInventoryConnectorImportFullImportEvery | cdktn.IResolvable): any;
export declare function dataSectigoInventoryConnectorImportFullImportEveryToHclTerraform(struct?: DataSectigoInventoryConnectorImportFullImportEvery | cdktn.IResolvable): any;
export declare class DataSectigoInventoryConnectorImportFullImportEveryOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoInventoryConnectorImportFullImportEvery | cdktn.IResolvable | undefined;
    set internalValue(value: DataSectigoInventoryConnectorImportFullImportEvery | cdktn.IResolvable | undefined);
    private _unit?;
    get unit(): string;
    set unit(value: string);
    get unitInput(): string | undefined;
    private _value?;
    get value(): number;
    set value(value: number);
    get valueInput(): number | undefined;
}
export interface DataSectigoInventoryConnectorImport {
    /**
    * Assignment rules to apply, each as a whole: `[sectigo_assignment_rule.platform.ref]`. The order decides only where two rules give one custom attribute different values: the later one's counts.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#assignment_rules DataSectigoInventory#assignment_rules}
    */
    readonly assignmentRules?: DataSectigoInventoryConnectorImportAssignmentRules[] | cdktn.IResolvable;
    /**
    * Business unit of the imported certificates; the connector's own when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#business_unit DataSectigoInventory#business_unit}
    */
    readonly businessUnit?: string;
    /**
    * Business unit by name of the organization or department, before `business_unit`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#business_units_by_organization DataSectigoInventory#business_units_by_organization}
    */
    readonly businessUnitsByOrganization?: {
        [key: string]: string;
    };
    /**
    * Kinds of certificates: `ssl`, `client`, `device`; all three when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#certificate_types DataSectigoInventory#certificate_types}
    */
    readonly certificateTypes?: string[];
    /**
    * How old an import may become before the next one is due; every 6 hours when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#frequency DataSectigoInventory#frequency}
    */
    readonly frequency?: DataSectigoInventoryConnectorImportFrequency;
    /**
    * How often everything is read again, which heals what was missed; every 7 days when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#full_import_every DataSectigoInventory#full_import_every}
    */
    readonly fullImportEvery?: DataSectigoInventoryConnectorImportFullImportEvery;
    /**
    * Whether certificates come too that SCM discovered or that were uploaded, whoever issued them; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#include_discovered DataSectigoInventory#include_discovered}
    */
    readonly includeDiscovered?: boolean | cdktn.IResolvable;
    /**
    * Whether expired certificates come too; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#include_expired DataSectigoInventory#include_expired}
    */
    readonly includeExpired?: boolean | cdktn.IResolvable;
    /**
    * Whether revoked certificates come too; true when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#include_revoked DataSectigoInventory#include_revoked}
    */
    readonly includeRevoked?: boolean | cdktn.IResolvable;
    /**
    * Names of the organizations or departments to take certificates from, a department also as `Organization/Department`; all that the administrator sees when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#organizations DataSectigoInventory#organizations}
    */
    readonly organizations?: string[];
    /**
    * Names of the SCM profiles to take certificates of; all when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#scm_profiles DataSectigoInventory#scm_profiles}
    */
    readonly scmProfiles?: string[];
    /**
    * States in SCM's words, such as `Issued` and `Revoked`; all when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#statuses DataSectigoInventory#statuses}
    */
    readonly statuses?: string[];
}
export declare function dataSectigoInventoryConnectorImportToTerraform(struct?: DataSectigoInventoryConnectorImport | cdktn.IResolvable): any;
export declare function dataSectigoInventoryConnectorImportToHclTerraform(struct?: DataSectigoInventoryConnectorImport | cdktn.IResolvable): any;
export declare class DataSectigoInventoryConnectorImportOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoInventoryConnectorImport | cdktn.IResolvable | undefined;
    set internalValue(value: DataSectigoInventoryConnectorImport | cdktn.IResolvable | undefined);
    private _assignmentRules;
    get assignmentRules(): DataSectigoInventoryConnectorImportAssignmentRulesList;
    putAssignmentRules(value: DataSectigoInventoryConnectorImportAssignmentRules[] | cdktn.IResolvable): void;
    resetAssignmentRules(): void;
    get assignmentRulesInput(): DataSectigoInventoryConnectorImportAssignmentRules[] | cdktn.IResolvable | undefined;
    private _businessUnit?;
    get businessUnit(): string;
    set businessUnit(value: string);
    resetBusinessUnit(): void;
    get businessUnitInput(): string | undefined;
    private _businessUnitsByOrganization?;
    get businessUnitsByOrganization(): {
        [key: string]: string;
    };
    set businessUnitsByOrganization(value: {
        [key: string]: string;
    });
    resetBusinessUnitsByOrganization(): void;
    get businessUnitsByOrganizationInput(): {
        [key: string]: string;
    } | undefined;
    private _certificateTypes?;
    get certificateTypes(): string[];
    set certificateTypes(value: string[]);
    resetCertificateTypes(): void;
    get certificateTypesInput(): string[] | undefined;
    private _frequency;
    get frequency(): DataSectigoInventoryConnectorImportFrequencyOutputReference;
    putFrequency(value: DataSectigoInventoryConnectorImportFrequency): void;
    resetFrequency(): void;
    get frequencyInput(): DataSectigoInventoryConnectorImportFrequency | cdktn.IResolvable | undefined;
    private _fullImportEvery;
    get fullImportEvery(): DataSectigoInventoryConnectorImportFullImportEveryOutputReference;
    putFullImportEvery(value: DataSectigoInventoryConnectorImportFullImportEvery): void;
    resetFullImportEvery(): void;
    get fullImportEveryInput(): DataSectigoInventoryConnectorImportFullImportEvery | cdktn.IResolvable | undefined;
    private _includeDiscovered?;
    get includeDiscovered(): boolean | cdktn.IResolvable;
    set includeDiscovered(value: boolean | cdktn.IResolvable);
    resetIncludeDiscovered(): void;
    get includeDiscoveredInput(): boolean | cdktn.IResolvable | undefined;
    private _includeExpired?;
    get includeExpired(): boolean | cdktn.IResolvable;
    set includeExpired(value: boolean | cdktn.IResolvable);
    resetIncludeExpired(): void;
    get includeExpiredInput(): boolean | cdktn.IResolvable | undefined;
    private _includeRevoked?;
    get includeRevoked(): boolean | cdktn.IResolvable;
    set includeRevoked(value: boolean | cdktn.IResolvable);
    resetIncludeRevoked(): void;
    get includeRevokedInput(): boolean | cdktn.IResolvable | undefined;
    private _organizations?;
    get organizations(): string[];
    set organizations(value: string[]);
    resetOrganizations(): void;
    get organizationsInput(): string[] | undefined;
    private _scmProfiles?;
    get scmProfiles(): string[];
    set scmProfiles(value: string[]);
    resetScmProfiles(): void;
    get scmProfilesInput(): string[] | undefined;
    private _statuses?;
    get statuses(): string[];
    set statuses(value: string[]);
    resetStatuses(): void;
    get statusesInput(): string[] | undefined;
}
export interface DataSectigoInventoryConnector {
    /**
    * Business unit of the connector.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#business_unit DataSectigoInventory#business_unit}
    */
    readonly businessUnit?: string;
    /**
    * Customer of the SCM account.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#customer_uri DataSectigoInventory#customer_uri}
    */
    readonly customerUri?: string;
    /**
    * Host of the SCM account.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#host DataSectigoInventory#host}
    */
    readonly host?: string;
    /**
    * What is imported; null: nothing.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#import DataSectigoInventory#import}
    */
    readonly import?: DataSectigoInventoryConnectorImport;
    /**
    * Name of the connector.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#name DataSectigoInventory#name}
    */
    readonly name?: string;
    /**
    * Sensors to go by, in order; null: the provider's.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#sensors DataSectigoInventory#sensors}
    */
    readonly sensors?: string[];
    /**
    * Whether the link is verified when it is made.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#verify DataSectigoInventory#verify}
    */
    readonly verify?: boolean | cdktn.IResolvable;
    /**
    * Version of this form.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#version DataSectigoInventory#version}
    */
    readonly version?: number;
}
export declare function dataSectigoInventoryConnectorToTerraform(struct?: DataSectigoInventoryConnector | cdktn.IResolvable): any;
export declare function dataSectigoInventoryConnectorToHclTerraform(struct?: DataSectigoInventoryConnector | cdktn.IResolvable): any;
export declare class DataSectigoInventoryConnectorOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoInventoryConnector | cdktn.IResolvable | undefined;
    set internalValue(value: DataSectigoInventoryConnector | cdktn.IResolvable | undefined);
    private _businessUnit?;
    get businessUnit(): string;
    set businessUnit(value: string);
    resetBusinessUnit(): void;
    get businessUnitInput(): string | undefined;
    private _customerUri?;
    get customerUri(): string;
    set customerUri(value: string);
    resetCustomerUri(): void;
    get customerUriInput(): string | undefined;
    private _host?;
    get host(): string;
    set host(value: string);
    resetHost(): void;
    get hostInput(): string | undefined;
    private _import;
    get import(): DataSectigoInventoryConnectorImportOutputReference;
    putImport(value: DataSectigoInventoryConnectorImport): void;
    resetImport(): void;
    get importInput(): DataSectigoInventoryConnectorImport | cdktn.IResolvable | undefined;
    private _name?;
    get name(): string;
    set name(value: string);
    resetName(): void;
    get nameInput(): string | undefined;
    private _sensors?;
    get sensors(): string[];
    set sensors(value: string[]);
    resetSensors(): void;
    get sensorsInput(): string[] | undefined;
    private _verify?;
    get verify(): boolean | cdktn.IResolvable;
    set verify(value: boolean | cdktn.IResolvable);
    resetVerify(): void;
    get verifyInput(): boolean | cdktn.IResolvable | undefined;
    private _version?;
    get version(): number;
    set version(value: number);
    resetVersion(): void;
    get versionInput(): number | undefined;
}
export interface DataSectigoInventoryCounts {
}
export declare function dataSectigoInventoryCountsToTerraform(struct?: DataSectigoInventoryCounts): any;
export declare function dataSectigoInventoryCountsToHclTerraform(struct?: DataSectigoInventoryCounts): any;
export declare class DataSectigoInventoryCountsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoInventoryCounts | undefined;
    set internalValue(value: DataSectigoInventoryCounts | undefined);
    private _byExpiry;
    get byExpiry(): cdktn.NumberMap;
    private _byIssuer;
    get byIssuer(): cdktn.NumberMap;
    private _byKeyType;
    get byKeyType(): cdktn.NumberMap;
    private _byOrganization;
    get byOrganization(): cdktn.NumberMap;
    private _byStatus;
    get byStatus(): cdktn.NumberMap;
    private _byType;
    get byType(): cdktn.NumberMap;
}
export interface DataSectigoInventoryFilterConditions {
    /**
    * What is looked at: `type`, `certificate_id`, `common_name`, `subject_alternative_names`, `status`, `serial_number`, `organization_id`, `organization_name`, `scm_profile_id`, `scm_profile_name`, `term_days`, `order_number`, `backend_cert_id`, `vendor`, `validation_type`, `issuer`, `subject`, `requester`, `approver`, `external_requesters`, `person_name`, `email`, `comments`, `requested`, `approved`, `declined`, `issued`, `expires`, `revoked`, `replaced`, `renewed`, `is_renewed`, `revocation_reason_code`, `requested_via`, `origin`, `key_algorithm`, `key_size`, `key_strength`, `signature_algorithm`, `key_usages`, `extended_key_usages`, `sha1_hash`, `sha256_hash`, `custom_fields.<field name>`, `auto_renew_state`, `auto_install_state`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#attribute DataSectigoInventory#attribute}
    */
    readonly attribute: string;
    /**
    * As in assignment rules, but for `matches`, `not_matches` and `not_contains`. Text: `equals`, `not_equals`, `contains`, `starts_with`, `ends_with`. Numbers and dates: `equals`, `not_equals`, `less_than`, `at_most`, `at_least`, `greater_than`. Truths: `equals`. All: `is_set`, `is_not_set`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#operator DataSectigoInventory#operator}
    */
    readonly operator: string;
    /**
    * What to compare with.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#value DataSectigoInventory#value}
    */
    readonly value?: string;
    /**
    * Several texts to compare with: one of them is enough.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#values DataSectigoInventory#values}
    */
    readonly values?: string[];
}
export declare function dataSectigoInventoryFilterConditionsToTerraform(struct?: DataSectigoInventoryFilterConditions | cdktn.IResolvable): any;
export declare function dataSectigoInventoryFilterConditionsToHclTerraform(struct?: DataSectigoInventoryFilterConditions | cdktn.IResolvable): any;
export declare class DataSectigoInventoryFilterConditionsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoInventoryFilterConditions | cdktn.IResolvable | undefined;
    set internalValue(value: DataSectigoInventoryFilterConditions | cdktn.IResolvable | undefined);
    private _attribute?;
    get attribute(): string;
    set attribute(value: string);
    get attributeInput(): string | undefined;
    private _operator?;
    get operator(): string;
    set operator(value: string);
    get operatorInput(): string | undefined;
    private _value?;
    get value(): string;
    set value(value: string);
    resetValue(): void;
    get valueInput(): string | undefined;
    private _values?;
    get values(): string[];
    set values(value: string[]);
    resetValues(): void;
    get valuesInput(): string[] | undefined;
}
export declare class DataSectigoInventoryFilterConditionsList extends cdktn.ComplexList {
    internalValue?: DataSectigoInventoryFilterConditions[] | cdktn.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoInventoryFilterConditionsOutputReference;
}
export interface DataSectigoInventoryFilter {
    /**
    * Business units.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#business_units DataSectigoInventory#business_units}
    */
    readonly businessUnits?: string[];
    /**
    * `ssl`, `client`, `device`; those that the connector imports when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#certificate_types DataSectigoInventory#certificate_types}
    */
    readonly certificateTypes?: string[];
    /**
    * Conditions on any attribute, all of which must hold.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#conditions DataSectigoInventory#conditions}
    */
    readonly conditions?: DataSectigoInventoryFilterConditions[] | cdktn.IResolvable;
    /**
    * Not expired yet, but within so many times 24 hours.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#expires_within_days DataSectigoInventory#expires_within_days}
    */
    readonly expiresWithinDays?: number;
    /**
    * Names of organizations or departments.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#organizations DataSectigoInventory#organizations}
    */
    readonly organizations?: string[];
    /**
    * One of these owners.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#owners DataSectigoInventory#owners}
    */
    readonly owners?: string[];
    /**
    * Names of SCM profiles.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#scm_profiles DataSectigoInventory#scm_profiles}
    */
    readonly scmProfiles?: string[];
    /**
    * States, such as `Issued` and `Expired`, as of now: what has ended is `Expired`, whatever SCM said last.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#statuses DataSectigoInventory#statuses}
    */
    readonly statuses?: string[];
    /**
    * All of these tags.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#tags DataSectigoInventory#tags}
    */
    readonly tags?: string[];
    /**
    * Each of these words stands somewhere in names, serial number, subject, ids, requesters or comments.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#text DataSectigoInventory#text}
    */
    readonly text?: string;
}
export declare function dataSectigoInventoryFilterToTerraform(struct?: DataSectigoInventoryFilter | cdktn.IResolvable): any;
export declare function dataSectigoInventoryFilterToHclTerraform(struct?: DataSectigoInventoryFilter | cdktn.IResolvable): any;
export declare class DataSectigoInventoryFilterOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoInventoryFilter | cdktn.IResolvable | undefined;
    set internalValue(value: DataSectigoInventoryFilter | cdktn.IResolvable | undefined);
    private _businessUnits?;
    get businessUnits(): string[];
    set businessUnits(value: string[]);
    resetBusinessUnits(): void;
    get businessUnitsInput(): string[] | undefined;
    private _certificateTypes?;
    get certificateTypes(): string[];
    set certificateTypes(value: string[]);
    resetCertificateTypes(): void;
    get certificateTypesInput(): string[] | undefined;
    private _conditions;
    get conditions(): DataSectigoInventoryFilterConditionsList;
    putConditions(value: DataSectigoInventoryFilterConditions[] | cdktn.IResolvable): void;
    resetConditions(): void;
    get conditionsInput(): DataSectigoInventoryFilterConditions[] | cdktn.IResolvable | undefined;
    private _expiresWithinDays?;
    get expiresWithinDays(): number;
    set expiresWithinDays(value: number);
    resetExpiresWithinDays(): void;
    get expiresWithinDaysInput(): number | undefined;
    private _organizations?;
    get organizations(): string[];
    set organizations(value: string[]);
    resetOrganizations(): void;
    get organizationsInput(): string[] | undefined;
    private _owners?;
    get owners(): string[];
    set owners(value: string[]);
    resetOwners(): void;
    get ownersInput(): string[] | undefined;
    private _scmProfiles?;
    get scmProfiles(): string[];
    set scmProfiles(value: string[]);
    resetScmProfiles(): void;
    get scmProfilesInput(): string[] | undefined;
    private _statuses?;
    get statuses(): string[];
    set statuses(value: string[]);
    resetStatuses(): void;
    get statusesInput(): string[] | undefined;
    private _tags?;
    get tags(): string[];
    set tags(value: string[]);
    resetTags(): void;
    get tagsInput(): string[] | undefined;
    private _text?;
    get text(): string;
    set text(value: string);
    resetText(): void;
    get textInput(): string | undefined;
}
export interface DataSectigoInventoryRows {
}
export declare function dataSectigoInventoryRowsToTerraform(struct?: DataSectigoInventoryRows): any;
export declare function dataSectigoInventoryRowsToHclTerraform(struct?: DataSectigoInventoryRows): any;
export declare class DataSectigoInventoryRowsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoInventoryRows | undefined;
    set internalValue(value: DataSectigoInventoryRows | undefined);
    get approved(): string;
    get approver(): string;
    get autoInstallState(): string;
    get autoRenewState(): string;
    get backendCertId(): string;
    get businessUnit(): string;
    get certificateId(): number;
    get comments(): string;
    get commonName(): string;
    private _customAttributes;
    get customAttributes(): cdktn.StringMap;
    private _customFields;
    get customFields(): cdktn.StringMap;
    get declined(): string;
    get email(): string;
    get expires(): string;
    get extendedKeyUsages(): string[];
    get externalRequesters(): string[];
    get isRenewed(): cdktn.IResolvable;
    get issued(): string;
    get issuer(): string;
    get keyAlgorithm(): string;
    get keySize(): number;
    get keyStrength(): number;
    get keyUsages(): string[];
    get orderNumber(): string;
    get organizationId(): number;
    get organizationName(): string;
    get origin(): string;
    get owners(): string[];
    get personName(): string;
    get renewed(): string;
    get replaced(): string;
    get requested(): string;
    get requestedVia(): string;
    get requester(): string;
    get revocationReasonCode(): number;
    get revoked(): string;
    get scmProfileId(): number;
    get scmProfileName(): string;
    get serialNumber(): string;
    get sha1Hash(): string;
    get sha256Hash(): string;
    get signatureAlgorithm(): string;
    get status(): string;
    get subject(): string;
    get subjectAlternativeNames(): string[];
    get tags(): string[];
    get termDays(): number;
    get type(): string;
    get validationType(): string;
    get vendor(): string;
}
export declare class DataSectigoInventoryRowsList extends cdktn.ComplexList {
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoInventoryRowsOutputReference;
}
export interface DataSectigoInventorySort {
    /**
    * By what: `certificate_id`, `common_name`, `status`, `organization_name`, `scm_profile_name`, `issuer`, `requested`, `issued`, `expires`, `revoked`, `serial_number`, `key_strength`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#by DataSectigoInventory#by}
    */
    readonly by: string;
    /**
    * Largest or latest first; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#descending DataSectigoInventory#descending}
    */
    readonly descending?: boolean | cdktn.IResolvable;
}
export declare function dataSectigoInventorySortToTerraform(struct?: DataSectigoInventorySort | cdktn.IResolvable): any;
export declare function dataSectigoInventorySortToHclTerraform(struct?: DataSectigoInventorySort | cdktn.IResolvable): any;
export declare class DataSectigoInventorySortOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoInventorySort | cdktn.IResolvable | undefined;
    set internalValue(value: DataSectigoInventorySort | cdktn.IResolvable | undefined);
    private _by?;
    get by(): string;
    set by(value: string);
    get byInput(): string | undefined;
    private _descending?;
    get descending(): boolean | cdktn.IResolvable;
    set descending(value: boolean | cdktn.IResolvable);
    resetDescending(): void;
    get descendingInput(): boolean | cdktn.IResolvable | undefined;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory sectigo_inventory}
*/
export declare class DataSectigoInventory extends cdktn.TerraformDataSource {
    static readonly tfResourceType = "sectigo_inventory";
    /**
    * Generates CDKTN code for importing a DataSectigoInventory resource upon running "cdktn plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataSectigoInventory to import
    * @param importFromId The id of the existing DataSectigoInventory that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataSectigoInventory to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider): cdktn.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/inventory sectigo_inventory} Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataSectigoInventoryConfig
    */
    constructor(scope: Construct, id: string, config: DataSectigoInventoryConfig);
    private _connector;
    get connector(): DataSectigoInventoryConnectorOutputReference;
    putConnector(value: DataSectigoInventoryConnector): void;
    get connectorInput(): DataSectigoInventoryConnector | cdktn.IResolvable | undefined;
    private _counts;
    get counts(): DataSectigoInventoryCountsOutputReference;
    private _details?;
    get details(): boolean | cdktn.IResolvable;
    set details(value: boolean | cdktn.IResolvable);
    resetDetails(): void;
    get detailsInput(): boolean | cdktn.IResolvable | undefined;
    private _filter;
    get filter(): DataSectigoInventoryFilterOutputReference;
    putFilter(value: DataSectigoInventoryFilter): void;
    resetFilter(): void;
    get filterInput(): DataSectigoInventoryFilter | cdktn.IResolvable | undefined;
    get importedAt(): string;
    private _includePersons?;
    get includePersons(): boolean | cdktn.IResolvable;
    set includePersons(value: boolean | cdktn.IResolvable);
    resetIncludePersons(): void;
    get includePersonsInput(): boolean | cdktn.IResolvable | undefined;
    private _limit?;
    get limit(): number;
    set limit(value: number);
    resetLimit(): void;
    get limitInput(): number | undefined;
    private _refresh?;
    get refresh(): string;
    set refresh(value: string);
    resetRefresh(): void;
    get refreshInput(): string | undefined;
    private _rows;
    get rows(): DataSectigoInventoryRowsList;
    private _sort;
    get sort(): DataSectigoInventorySortOutputReference;
    putSort(value: DataSectigoInventorySort): void;
    resetSort(): void;
    get sortInput(): DataSectigoInventorySort | cdktn.IResolvable | undefined;
    private _store?;
    get store(): string;
    set store(value: string);
    resetStore(): void;
    get storeInput(): string | undefined;
    get total(): number;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
