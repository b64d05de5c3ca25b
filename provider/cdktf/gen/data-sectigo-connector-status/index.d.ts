import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface DataSectigoConnectorStatusConfig extends cdktf.TerraformMetaArguments {
    /**
    * The connector, as a whole: `sectigo_connector.main.ref`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#connector DataSectigoConnectorStatus#connector}
    */
    readonly connector: DataSectigoConnectorStatusConnector;
    /**
    * Where the inventory is kept, as in `sectigo_inventory`: tells whether an import is running.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#store DataSectigoConnectorStatus#store}
    */
    readonly store?: string;
}
export interface DataSectigoConnectorStatusConnectorImportAssignmentRulesConditions {
    /**
    * What is looked at.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#attribute DataSectigoConnectorStatus#attribute}
    */
    readonly attribute?: string;
    /**
    * How it is compared.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#operator DataSectigoConnectorStatus#operator}
    */
    readonly operator?: string;
    /**
    * What with.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#value DataSectigoConnectorStatus#value}
    */
    readonly value?: string;
    /**
    * What with, one of them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#values DataSectigoConnectorStatus#values}
    */
    readonly values?: string[];
}
export declare function dataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsToTerraform(struct?: DataSectigoConnectorStatusConnectorImportAssignmentRulesConditions | cdktf.IResolvable): any;
export declare function dataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsToHclTerraform(struct?: DataSectigoConnectorStatusConnectorImportAssignmentRulesConditions | cdktf.IResolvable): any;
export declare class DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoConnectorStatusConnectorImportAssignmentRulesConditions | cdktf.IResolvable | undefined;
    set internalValue(value: DataSectigoConnectorStatusConnectorImportAssignmentRulesConditions | cdktf.IResolvable | undefined);
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
export declare class DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: DataSectigoConnectorStatusConnectorImportAssignmentRulesConditions[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsOutputReference;
}
export interface DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditions {
    /**
    * What is looked at.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#attribute DataSectigoConnectorStatus#attribute}
    */
    readonly attribute?: string;
    /**
    * How it is compared.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#operator DataSectigoConnectorStatus#operator}
    */
    readonly operator?: string;
    /**
    * What with.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#value DataSectigoConnectorStatus#value}
    */
    readonly value?: string;
    /**
    * What with, one of them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#values DataSectigoConnectorStatus#values}
    */
    readonly values?: string[];
}
export declare function dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsToTerraform(struct?: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditions | cdktf.IResolvable): any;
export declare function dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsToHclTerraform(struct?: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditions | cdktf.IResolvable): any;
export declare class DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditions | cdktf.IResolvable | undefined;
    set internalValue(value: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditions | cdktf.IResolvable | undefined);
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
export declare class DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditions[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsOutputReference;
}
export interface DataSectigoConnectorStatusConnectorImportAssignmentRulesGroups {
    /**
    * The conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#conditions DataSectigoConnectorStatus#conditions}
    */
    readonly conditions?: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditions[] | cdktf.IResolvable;
    /**
    * `all` or `any`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#match DataSectigoConnectorStatus#match}
    */
    readonly match?: string;
}
export declare function dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsToTerraform(struct?: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroups | cdktf.IResolvable): any;
export declare function dataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsToHclTerraform(struct?: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroups | cdktf.IResolvable): any;
export declare class DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoConnectorStatusConnectorImportAssignmentRulesGroups | cdktf.IResolvable | undefined;
    set internalValue(value: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroups | cdktf.IResolvable | undefined);
    private _conditions;
    get conditions(): DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditionsList;
    putConditions(value: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditions[] | cdktf.IResolvable): void;
    resetConditions(): void;
    get conditionsInput(): DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsConditions[] | cdktf.IResolvable | undefined;
    private _match?;
    get match(): string;
    set match(value: string);
    resetMatch(): void;
    get matchInput(): string | undefined;
}
export declare class DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroups[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsOutputReference;
}
export interface DataSectigoConnectorStatusConnectorImportAssignmentRules {
    /**
    * The conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#conditions DataSectigoConnectorStatus#conditions}
    */
    readonly conditions?: DataSectigoConnectorStatusConnectorImportAssignmentRulesConditions[] | cdktf.IResolvable;
    /**
    * Custom attributes that it gives.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#custom_attributes DataSectigoConnectorStatus#custom_attributes}
    */
    readonly customAttributes?: {
        [key: string]: string;
    };
    /**
    * Groups of conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#groups DataSectigoConnectorStatus#groups}
    */
    readonly groups?: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroups[] | cdktf.IResolvable;
    /**
    * `all` or `any`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#match DataSectigoConnectorStatus#match}
    */
    readonly match?: string;
    /**
    * Name of the rule, for messages.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#name DataSectigoConnectorStatus#name}
    */
    readonly name?: string;
    /**
    * Owners that it gives, mail addresses.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#owners DataSectigoConnectorStatus#owners}
    */
    readonly owners?: string[];
    /**
    * Tags that it gives.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#tags DataSectigoConnectorStatus#tags}
    */
    readonly tags?: string[];
    /**
    * Version of this form.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#version DataSectigoConnectorStatus#version}
    */
    readonly version?: number;
}
export declare function dataSectigoConnectorStatusConnectorImportAssignmentRulesToTerraform(struct?: DataSectigoConnectorStatusConnectorImportAssignmentRules | cdktf.IResolvable): any;
export declare function dataSectigoConnectorStatusConnectorImportAssignmentRulesToHclTerraform(struct?: DataSectigoConnectorStatusConnectorImportAssignmentRules | cdktf.IResolvable): any;
export declare class DataSectigoConnectorStatusConnectorImportAssignmentRulesOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoConnectorStatusConnectorImportAssignmentRules | cdktf.IResolvable | undefined;
    set internalValue(value: DataSectigoConnectorStatusConnectorImportAssignmentRules | cdktf.IResolvable | undefined);
    private _conditions;
    get conditions(): DataSectigoConnectorStatusConnectorImportAssignmentRulesConditionsList;
    putConditions(value: DataSectigoConnectorStatusConnectorImportAssignmentRulesConditions[] | cdktf.IResolvable): void;
    resetConditions(): void;
    get conditionsInput(): DataSectigoConnectorStatusConnectorImportAssignmentRulesConditions[] | cdktf.IResolvable | undefined;
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
    get groups(): DataSectigoConnectorStatusConnectorImportAssignmentRulesGroupsList;
    putGroups(value: DataSectigoConnectorStatusConnectorImportAssignmentRulesGroups[] | cdktf.IResolvable): void;
    resetGroups(): void;
    get groupsInput(): DataSectigoConnectorStatusConnectorImportAssignmentRulesGroups[] | cdktf.IResolvable | undefined;
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
export declare class DataSectigoConnectorStatusConnectorImportAssignmentRulesList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: DataSectigoConnectorStatusConnectorImportAssignmentRules[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): DataSectigoConnectorStatusConnectorImportAssignmentRulesOutputReference;
}
export interface DataSectigoConnectorStatusConnectorImportFrequency {
    /**
    * `minutes`, `hours`, `days` or `weeks`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#unit DataSectigoConnectorStatus#unit}
    */
    readonly unit: string;
    /**
    * How many units, at least 1.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#value DataSectigoConnectorStatus#value}
    */
    readonly value: number;
}
export declare function dataSectigoConnectorStatusConnectorImportFrequencyToTerraform(struct?: DataSectigoConnectorStatusConnectorImportFrequency | cdktf.IResolvable): any;
export declare function dataSectigoConnectorStatusConnectorImportFrequencyToHclTerraform(struct?: DataSectigoConnectorStatusConnectorImportFrequency | cdktf.IResolvable): any;
export declare class DataSectigoConnectorStatusConnectorImportFrequencyOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoConnectorStatusConnectorImportFrequency | cdktf.IResolvable | undefined;
    set internalValue(value: DataSectigoConnectorStatusConnectorImportFrequency | cdktf.IResolvable | undefined);
    private _unit?;
    get unit(): string;
    set unit(value: string);
    get unitInput(): string | undefined;
    private _value?;
    get value(): number;
    set value(value: number);
    get valueInput(): number | undefined;
}
export interface DataSectigoConnectorStatusConnectorImportFullImportEvery {
    /**
    * `minutes`, `hours`, `days` or `weeks`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#unit DataSectigoConnectorStatus#unit}
    */
    readonly unit: string;
    /**
    * How many units, at least 1.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#value DataSectigoConnectorStatus#value}
    */
    readonly value: number;
}
export declare function dataSectigoConnectorStatusConnectorImportFullImportEveryToTerraform(struct?: DataSectigoConnectorStatusConnectorImportFullImportEvery | cdktf.IResolvable): any;
export declare function dataSectigoConnectorStatusConnectorImportFullImportEveryToHclTerraform(struct?: DataSectigoConnectorStatusConnectorImportFullImportEvery | cdktf.IResolvable): any;
export declare class DataSectigoConnectorStatusConnectorImportFullImportEveryOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoConnectorStatusConnectorImportFullImportEvery | cdktf.IResolvable | undefined;
    set internalValue(value: DataSectigoConnectorStatusConnectorImportFullImportEvery | cdktf.IResolvable | undefined);
    private _unit?;
    get unit(): string;
    set unit(value: string);
    get unitInput(): string | undefined;
    private _value?;
    get value(): number;
    set value(value: number);
    get valueInput(): number | undefined;
}
export interface DataSectigoConnectorStatusConnectorImport {
    /**
    * Assignment rules to apply, each as a whole: `[sectigo_assignment_rule.platform.ref]`. The order decides only where two rules give one custom attribute different values: the later one's counts.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#assignment_rules DataSectigoConnectorStatus#assignment_rules}
    */
    readonly assignmentRules?: DataSectigoConnectorStatusConnectorImportAssignmentRules[] | cdktf.IResolvable;
    /**
    * Business unit of the imported certificates; the connector's own when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#business_unit DataSectigoConnectorStatus#business_unit}
    */
    readonly businessUnit?: string;
    /**
    * Business unit by name of the organization or department, before `business_unit`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#business_units_by_organization DataSectigoConnectorStatus#business_units_by_organization}
    */
    readonly businessUnitsByOrganization?: {
        [key: string]: string;
    };
    /**
    * Kinds of certificates: `ssl`, `client`, `device`; all three when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#certificate_types DataSectigoConnectorStatus#certificate_types}
    */
    readonly certificateTypes?: string[];
    /**
    * How old an import may become before the next one is due; every 6 hours when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#frequency DataSectigoConnectorStatus#frequency}
    */
    readonly frequency?: DataSectigoConnectorStatusConnectorImportFrequency;
    /**
    * How often everything is read again, which heals what was missed; every 7 days when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#full_import_every DataSectigoConnectorStatus#full_import_every}
    */
    readonly fullImportEvery?: DataSectigoConnectorStatusConnectorImportFullImportEvery;
    /**
    * Whether certificates come too that SCM discovered or that were uploaded, whoever issued them; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#include_discovered DataSectigoConnectorStatus#include_discovered}
    */
    readonly includeDiscovered?: boolean | cdktf.IResolvable;
    /**
    * Whether expired certificates come too; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#include_expired DataSectigoConnectorStatus#include_expired}
    */
    readonly includeExpired?: boolean | cdktf.IResolvable;
    /**
    * Whether revoked certificates come too; true when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#include_revoked DataSectigoConnectorStatus#include_revoked}
    */
    readonly includeRevoked?: boolean | cdktf.IResolvable;
    /**
    * Names of the organizations or departments to take certificates from, a department also as `Organization/Department`; all that the administrator sees when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#organizations DataSectigoConnectorStatus#organizations}
    */
    readonly organizations?: string[];
    /**
    * Names of the SCM profiles to take certificates of; all when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#scm_profiles DataSectigoConnectorStatus#scm_profiles}
    */
    readonly scmProfiles?: string[];
    /**
    * States in SCM's words, such as `Issued` and `Revoked`; all when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#statuses DataSectigoConnectorStatus#statuses}
    */
    readonly statuses?: string[];
}
export declare function dataSectigoConnectorStatusConnectorImportToTerraform(struct?: DataSectigoConnectorStatusConnectorImport | cdktf.IResolvable): any;
export declare function dataSectigoConnectorStatusConnectorImportToHclTerraform(struct?: DataSectigoConnectorStatusConnectorImport | cdktf.IResolvable): any;
export declare class DataSectigoConnectorStatusConnectorImportOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoConnectorStatusConnectorImport | cdktf.IResolvable | undefined;
    set internalValue(value: DataSectigoConnectorStatusConnectorImport | cdktf.IResolvable | undefined);
    private _assignmentRules;
    get assignmentRules(): DataSectigoConnectorStatusConnectorImportAssignmentRulesList;
    putAssignmentRules(value: DataSectigoConnectorStatusConnectorImportAssignmentRules[] | cdktf.IResolvable): void;
    resetAssignmentRules(): void;
    get assignmentRulesInput(): DataSectigoConnectorStatusConnectorImportAssignmentRules[] | cdktf.IResolvable | undefined;
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
    get frequency(): DataSectigoConnectorStatusConnectorImportFrequencyOutputReference;
    putFrequency(value: DataSectigoConnectorStatusConnectorImportFrequency): void;
    resetFrequency(): void;
    get frequencyInput(): DataSectigoConnectorStatusConnectorImportFrequency | cdktf.IResolvable | undefined;
    private _fullImportEvery;
    get fullImportEvery(): DataSectigoConnectorStatusConnectorImportFullImportEveryOutputReference;
    putFullImportEvery(value: DataSectigoConnectorStatusConnectorImportFullImportEvery): void;
    resetFullImportEvery(): void;
    get fullImportEveryInput(): DataSectigoConnectorStatusConnectorImportFullImportEvery | cdktf.IResolvable | undefined;
    private _includeDiscovered?;
    get includeDiscovered(): boolean | cdktf.IResolvable;
    set includeDiscovered(value: boolean | cdktf.IResolvable);
    resetIncludeDiscovered(): void;
    get includeDiscoveredInput(): boolean | cdktf.IResolvable | undefined;
    private _includeExpired?;
    get includeExpired(): boolean | cdktf.IResolvable;
    set includeExpired(value: boolean | cdktf.IResolvable);
    resetIncludeExpired(): void;
    get includeExpiredInput(): boolean | cdktf.IResolvable | undefined;
    private _includeRevoked?;
    get includeRevoked(): boolean | cdktf.IResolvable;
    set includeRevoked(value: boolean | cdktf.IResolvable);
    resetIncludeRevoked(): void;
    get includeRevokedInput(): boolean | cdktf.IResolvable | undefined;
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
export interface DataSectigoConnectorStatusConnector {
    /**
    * Business unit of the connector.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#business_unit DataSectigoConnectorStatus#business_unit}
    */
    readonly businessUnit?: string;
    /**
    * Customer of the SCM account.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#customer_uri DataSectigoConnectorStatus#customer_uri}
    */
    readonly customerUri?: string;
    /**
    * Host of the SCM account.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#host DataSectigoConnectorStatus#host}
    */
    readonly host?: string;
    /**
    * What is imported; null: nothing.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#import DataSectigoConnectorStatus#import}
    */
    readonly import?: DataSectigoConnectorStatusConnectorImport;
    /**
    * Name of the connector.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#name DataSectigoConnectorStatus#name}
    */
    readonly name?: string;
    /**
    * Sensors to go by, in order; null: the provider's.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#sensors DataSectigoConnectorStatus#sensors}
    */
    readonly sensors?: string[];
    /**
    * Whether the link is verified when it is made.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#verify DataSectigoConnectorStatus#verify}
    */
    readonly verify?: boolean | cdktf.IResolvable;
    /**
    * Version of this form.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#version DataSectigoConnectorStatus#version}
    */
    readonly version?: number;
}
export declare function dataSectigoConnectorStatusConnectorToTerraform(struct?: DataSectigoConnectorStatusConnector | cdktf.IResolvable): any;
export declare function dataSectigoConnectorStatusConnectorToHclTerraform(struct?: DataSectigoConnectorStatusConnector | cdktf.IResolvable): any;
export declare class DataSectigoConnectorStatusConnectorOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoConnectorStatusConnector | cdktf.IResolvable | undefined;
    set internalValue(value: DataSectigoConnectorStatusConnector | cdktf.IResolvable | undefined);
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
    get import(): DataSectigoConnectorStatusConnectorImportOutputReference;
    putImport(value: DataSectigoConnectorStatusConnectorImport): void;
    resetImport(): void;
    get importInput(): DataSectigoConnectorStatusConnectorImport | cdktf.IResolvable | undefined;
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
    get verify(): boolean | cdktf.IResolvable;
    set verify(value: boolean | cdktf.IResolvable);
    resetVerify(): void;
    get verifyInput(): boolean | cdktf.IResolvable | undefined;
    private _version?;
    get version(): number;
    set version(value: number);
    resetVersion(): void;
    get versionInput(): number | undefined;
}
export interface DataSectigoConnectorStatusPrivileges {
}
export declare function dataSectigoConnectorStatusPrivilegesToTerraform(struct?: DataSectigoConnectorStatusPrivileges): any;
export declare function dataSectigoConnectorStatusPrivilegesToHclTerraform(struct?: DataSectigoConnectorStatusPrivileges): any;
export declare class DataSectigoConnectorStatusPrivilegesOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): DataSectigoConnectorStatusPrivileges | undefined;
    set internalValue(value: DataSectigoConnectorStatusPrivileges | undefined);
    get granted(): string[];
    get missing(): string[];
    get unverifiable(): string[];
}
export interface DataSectigoConnectorStatusSensors {
}
export declare function dataSectigoConnectorStatusSensorsToTerraform(struct?: DataSectigoConnectorStatusSensors): any;
export declare function dataSectigoConnectorStatusSensorsToHclTerraform(struct?: DataSectigoConnectorStatusSensors): any;
export declare class DataSectigoConnectorStatusSensorsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): DataSectigoConnectorStatusSensors | undefined;
    set internalValue(value: DataSectigoConnectorStatusSensors | undefined);
    get name(): string;
    get reason(): string;
    get status(): string;
}
export declare class DataSectigoConnectorStatusSensorsList extends cdktf.ComplexList {
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
    get(index: number): DataSectigoConnectorStatusSensorsOutputReference;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status sectigo_connector_status}
*/
export declare class DataSectigoConnectorStatus extends cdktf.TerraformDataSource {
    static readonly tfResourceType = "sectigo_connector_status";
    /**
    * Generates CDKTF code for importing a DataSectigoConnectorStatus resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the DataSectigoConnectorStatus to import
    * @param importFromId The id of the existing DataSectigoConnectorStatus that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the DataSectigoConnectorStatus to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/data-sources/connector_status sectigo_connector_status} Data Source
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options DataSectigoConnectorStatusConfig
    */
    constructor(scope: Construct, id: string, config: DataSectigoConnectorStatusConfig);
    private _connector;
    get connector(): DataSectigoConnectorStatusConnectorOutputReference;
    putConnector(value: DataSectigoConnectorStatusConnector): void;
    get connectorInput(): DataSectigoConnectorStatusConnector | cdktf.IResolvable | undefined;
    get passwordExpires(): string;
    private _privileges;
    get privileges(): DataSectigoConnectorStatusPrivilegesOutputReference;
    get reason(): string;
    private _sensors;
    get sensors(): DataSectigoConnectorStatusSensorsList;
    get status(): string;
    private _store?;
    get store(): string;
    set store(value: string);
    resetStore(): void;
    get storeInput(): string | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
