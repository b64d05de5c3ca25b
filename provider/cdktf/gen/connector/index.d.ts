import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface ConnectorConfig extends cdktf.TerraformMetaArguments {
    /**
    * Business unit that the connector belongs to; its certificates do too, unless `import` says otherwise.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#business_unit Connector#business_unit}
    */
    readonly businessUnit?: string;
    /**
    * What is imported into the inventory, and how often. Left out, nothing is.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#import Connector#import}
    */
    readonly import?: ConnectorImport;
    /**
    * Names of the provider's sensors to go by, in this order; all of them when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#managing_sensors Connector#managing_sensors}
    */
    readonly managingSensors?: string[];
    /**
    * Name for people. A new one is shown by the profiles that use the connector, and changes nothing else.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#name Connector#name}
    */
    readonly name: string;
    /**
    * Whether the link to SCM is tried when the connector is made and when its account or sensors change; true when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#verify Connector#verify}
    */
    readonly verify?: boolean | cdktf.IResolvable;
}
export interface ConnectorImportAssignmentRulesConditions {
    /**
    * What is looked at.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#attribute Connector#attribute}
    */
    readonly attribute?: string;
    /**
    * How it is compared.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#operator Connector#operator}
    */
    readonly operator?: string;
    /**
    * What with.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#value Connector#value}
    */
    readonly value?: string;
    /**
    * What with, one of them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#values Connector#values}
    */
    readonly values?: string[];
}
export declare function connectorImportAssignmentRulesConditionsToTerraform(struct?: ConnectorImportAssignmentRulesConditions | cdktf.IResolvable): any;
export declare function connectorImportAssignmentRulesConditionsToHclTerraform(struct?: ConnectorImportAssignmentRulesConditions | cdktf.IResolvable): any;
export declare class ConnectorImportAssignmentRulesConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ConnectorImportAssignmentRulesConditions | cdktf.IResolvable | undefined;
    set internalValue(value: ConnectorImportAssignmentRulesConditions | cdktf.IResolvable | undefined);
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
export declare class ConnectorImportAssignmentRulesConditionsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: ConnectorImportAssignmentRulesConditions[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ConnectorImportAssignmentRulesConditionsOutputReference;
}
export interface ConnectorImportAssignmentRulesGroupsConditions {
    /**
    * What is looked at.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#attribute Connector#attribute}
    */
    readonly attribute?: string;
    /**
    * How it is compared.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#operator Connector#operator}
    */
    readonly operator?: string;
    /**
    * What with.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#value Connector#value}
    */
    readonly value?: string;
    /**
    * What with, one of them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#values Connector#values}
    */
    readonly values?: string[];
}
export declare function connectorImportAssignmentRulesGroupsConditionsToTerraform(struct?: ConnectorImportAssignmentRulesGroupsConditions | cdktf.IResolvable): any;
export declare function connectorImportAssignmentRulesGroupsConditionsToHclTerraform(struct?: ConnectorImportAssignmentRulesGroupsConditions | cdktf.IResolvable): any;
export declare class ConnectorImportAssignmentRulesGroupsConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ConnectorImportAssignmentRulesGroupsConditions | cdktf.IResolvable | undefined;
    set internalValue(value: ConnectorImportAssignmentRulesGroupsConditions | cdktf.IResolvable | undefined);
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
export declare class ConnectorImportAssignmentRulesGroupsConditionsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: ConnectorImportAssignmentRulesGroupsConditions[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ConnectorImportAssignmentRulesGroupsConditionsOutputReference;
}
export interface ConnectorImportAssignmentRulesGroups {
    /**
    * The conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#conditions Connector#conditions}
    */
    readonly conditions?: ConnectorImportAssignmentRulesGroupsConditions[] | cdktf.IResolvable;
    /**
    * `all` or `any`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#match Connector#match}
    */
    readonly match?: string;
}
export declare function connectorImportAssignmentRulesGroupsToTerraform(struct?: ConnectorImportAssignmentRulesGroups | cdktf.IResolvable): any;
export declare function connectorImportAssignmentRulesGroupsToHclTerraform(struct?: ConnectorImportAssignmentRulesGroups | cdktf.IResolvable): any;
export declare class ConnectorImportAssignmentRulesGroupsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ConnectorImportAssignmentRulesGroups | cdktf.IResolvable | undefined;
    set internalValue(value: ConnectorImportAssignmentRulesGroups | cdktf.IResolvable | undefined);
    private _conditions;
    get conditions(): ConnectorImportAssignmentRulesGroupsConditionsList;
    putConditions(value: ConnectorImportAssignmentRulesGroupsConditions[] | cdktf.IResolvable): void;
    resetConditions(): void;
    get conditionsInput(): ConnectorImportAssignmentRulesGroupsConditions[] | cdktf.IResolvable | undefined;
    private _match?;
    get match(): string;
    set match(value: string);
    resetMatch(): void;
    get matchInput(): string | undefined;
}
export declare class ConnectorImportAssignmentRulesGroupsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: ConnectorImportAssignmentRulesGroups[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ConnectorImportAssignmentRulesGroupsOutputReference;
}
export interface ConnectorImportAssignmentRules {
    /**
    * The conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#conditions Connector#conditions}
    */
    readonly conditions?: ConnectorImportAssignmentRulesConditions[] | cdktf.IResolvable;
    /**
    * Custom attributes that it gives.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#custom_attributes Connector#custom_attributes}
    */
    readonly customAttributes?: {
        [key: string]: string;
    };
    /**
    * Groups of conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#groups Connector#groups}
    */
    readonly groups?: ConnectorImportAssignmentRulesGroups[] | cdktf.IResolvable;
    /**
    * `all` or `any`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#match Connector#match}
    */
    readonly match?: string;
    /**
    * Name of the rule, for messages.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#name Connector#name}
    */
    readonly name?: string;
    /**
    * Owners that it gives, mail addresses.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#owners Connector#owners}
    */
    readonly owners?: string[];
    /**
    * Tags that it gives.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#tags Connector#tags}
    */
    readonly tags?: string[];
    /**
    * Version of this form.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#version Connector#version}
    */
    readonly version?: number;
}
export declare function connectorImportAssignmentRulesToTerraform(struct?: ConnectorImportAssignmentRules | cdktf.IResolvable): any;
export declare function connectorImportAssignmentRulesToHclTerraform(struct?: ConnectorImportAssignmentRules | cdktf.IResolvable): any;
export declare class ConnectorImportAssignmentRulesOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ConnectorImportAssignmentRules | cdktf.IResolvable | undefined;
    set internalValue(value: ConnectorImportAssignmentRules | cdktf.IResolvable | undefined);
    private _conditions;
    get conditions(): ConnectorImportAssignmentRulesConditionsList;
    putConditions(value: ConnectorImportAssignmentRulesConditions[] | cdktf.IResolvable): void;
    resetConditions(): void;
    get conditionsInput(): ConnectorImportAssignmentRulesConditions[] | cdktf.IResolvable | undefined;
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
    get groups(): ConnectorImportAssignmentRulesGroupsList;
    putGroups(value: ConnectorImportAssignmentRulesGroups[] | cdktf.IResolvable): void;
    resetGroups(): void;
    get groupsInput(): ConnectorImportAssignmentRulesGroups[] | cdktf.IResolvable | undefined;
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
export declare class ConnectorImportAssignmentRulesList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: ConnectorImportAssignmentRules[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ConnectorImportAssignmentRulesOutputReference;
}
export interface ConnectorImportFrequency {
    /**
    * `minutes`, `hours`, `days` or `weeks`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#unit Connector#unit}
    */
    readonly unit: string;
    /**
    * How many units, at least 1.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#value Connector#value}
    */
    readonly value: number;
}
export declare function connectorImportFrequencyToTerraform(struct?: ConnectorImportFrequency | cdktf.IResolvable): any;
export declare function connectorImportFrequencyToHclTerraform(struct?: ConnectorImportFrequency | cdktf.IResolvable): any;
export declare class ConnectorImportFrequencyOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ConnectorImportFrequency | cdktf.IResolvable | undefined;
    set internalValue(value: ConnectorImportFrequency | cdktf.IResolvable | undefined);
    private _unit?;
    get unit(): string;
    set unit(value: string);
    get unitInput(): string | undefined;
    private _value?;
    get value(): number;
    set value(value: number);
    get valueInput(): number | undefined;
}
export interface ConnectorImportFullImportEvery {
    /**
    * `minutes`, `hours`, `days` or `weeks`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#unit Connector#unit}
    */
    readonly unit: string;
    /**
    * How many units, at least 1.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#value Connector#value}
    */
    readonly value: number;
}
export declare function connectorImportFullImportEveryToTerraform(struct?: ConnectorImportFullImportEvery | cdktf.IResolvable): any;
export declare function connectorImportFullImportEveryToHclTerraform(struct?: ConnectorImportFullImportEvery | cdktf.IResolvable): any;
export declare class ConnectorImportFullImportEveryOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ConnectorImportFullImportEvery | cdktf.IResolvable | undefined;
    set internalValue(value: ConnectorImportFullImportEvery | cdktf.IResolvable | undefined);
    private _unit?;
    get unit(): string;
    set unit(value: string);
    get unitInput(): string | undefined;
    private _value?;
    get value(): number;
    set value(value: number);
    get valueInput(): number | undefined;
}
export interface ConnectorImport {
    /**
    * Assignment rules to apply, each as a whole: `[sectigo_assignment_rule.platform.ref]`. The order decides only where two rules give one custom attribute different values: the later one's counts.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#assignment_rules Connector#assignment_rules}
    */
    readonly assignmentRules?: ConnectorImportAssignmentRules[] | cdktf.IResolvable;
    /**
    * Business unit of the imported certificates; the connector's own when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#business_unit Connector#business_unit}
    */
    readonly businessUnit?: string;
    /**
    * Business unit by name of the organization or department, before `business_unit`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#business_units_by_organization Connector#business_units_by_organization}
    */
    readonly businessUnitsByOrganization?: {
        [key: string]: string;
    };
    /**
    * Kinds of certificates: `ssl`, `client`, `device`; all three when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#certificate_types Connector#certificate_types}
    */
    readonly certificateTypes?: string[];
    /**
    * How old an import may become before the next one is due; every 6 hours when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#frequency Connector#frequency}
    */
    readonly frequency?: ConnectorImportFrequency;
    /**
    * How often everything is read again, which heals what was missed; every 7 days when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#full_import_every Connector#full_import_every}
    */
    readonly fullImportEvery?: ConnectorImportFullImportEvery;
    /**
    * Whether certificates come too that SCM discovered or that were uploaded, whoever issued them; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#include_discovered Connector#include_discovered}
    */
    readonly includeDiscovered?: boolean | cdktf.IResolvable;
    /**
    * Whether expired certificates come too; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#include_expired Connector#include_expired}
    */
    readonly includeExpired?: boolean | cdktf.IResolvable;
    /**
    * Whether revoked certificates come too; true when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#include_revoked Connector#include_revoked}
    */
    readonly includeRevoked?: boolean | cdktf.IResolvable;
    /**
    * Names of the organizations or departments to take certificates from, a department also as `Organization/Department`; all that the administrator sees when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#organizations Connector#organizations}
    */
    readonly organizations?: string[];
    /**
    * Names of the SCM profiles to take certificates of; all when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#scm_profiles Connector#scm_profiles}
    */
    readonly scmProfiles?: string[];
    /**
    * States in SCM's words, such as `Issued` and `Revoked`; all when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#statuses Connector#statuses}
    */
    readonly statuses?: string[];
}
export declare function connectorImportToTerraform(struct?: ConnectorImport | cdktf.IResolvable): any;
export declare function connectorImportToHclTerraform(struct?: ConnectorImport | cdktf.IResolvable): any;
export declare class ConnectorImportOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ConnectorImport | cdktf.IResolvable | undefined;
    set internalValue(value: ConnectorImport | cdktf.IResolvable | undefined);
    private _assignmentRules;
    get assignmentRules(): ConnectorImportAssignmentRulesList;
    putAssignmentRules(value: ConnectorImportAssignmentRules[] | cdktf.IResolvable): void;
    resetAssignmentRules(): void;
    get assignmentRulesInput(): ConnectorImportAssignmentRules[] | cdktf.IResolvable | undefined;
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
    get frequency(): ConnectorImportFrequencyOutputReference;
    putFrequency(value: ConnectorImportFrequency): void;
    resetFrequency(): void;
    get frequencyInput(): ConnectorImportFrequency | cdktf.IResolvable | undefined;
    private _fullImportEvery;
    get fullImportEvery(): ConnectorImportFullImportEveryOutputReference;
    putFullImportEvery(value: ConnectorImportFullImportEvery): void;
    resetFullImportEvery(): void;
    get fullImportEveryInput(): ConnectorImportFullImportEvery | cdktf.IResolvable | undefined;
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
export interface ConnectorRefImportAssignmentRulesConditions {
}
export declare function connectorRefImportAssignmentRulesConditionsToTerraform(struct?: ConnectorRefImportAssignmentRulesConditions): any;
export declare function connectorRefImportAssignmentRulesConditionsToHclTerraform(struct?: ConnectorRefImportAssignmentRulesConditions): any;
export declare class ConnectorRefImportAssignmentRulesConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ConnectorRefImportAssignmentRulesConditions | undefined;
    set internalValue(value: ConnectorRefImportAssignmentRulesConditions | undefined);
    get attribute(): string;
    get operator(): string;
    get value(): string;
    get values(): string[];
}
export declare class ConnectorRefImportAssignmentRulesConditionsList extends cdktf.ComplexList {
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
    get(index: number): ConnectorRefImportAssignmentRulesConditionsOutputReference;
}
export interface ConnectorRefImportAssignmentRulesGroupsConditions {
}
export declare function connectorRefImportAssignmentRulesGroupsConditionsToTerraform(struct?: ConnectorRefImportAssignmentRulesGroupsConditions): any;
export declare function connectorRefImportAssignmentRulesGroupsConditionsToHclTerraform(struct?: ConnectorRefImportAssignmentRulesGroupsConditions): any;
export declare class ConnectorRefImportAssignmentRulesGroupsConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ConnectorRefImportAssignmentRulesGroupsConditions | undefined;
    set internalValue(value: ConnectorRefImportAssignmentRulesGroupsConditions | undefined);
    get attribute(): string;
    get operator(): string;
    get value(): string;
    get values(): string[];
}
export declare class ConnectorRefImportAssignmentRulesGroupsConditionsList extends cdktf.ComplexList {
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
    get(index: number): ConnectorRefImportAssignmentRulesGroupsConditionsOutputReference;
}
export interface ConnectorRefImportAssignmentRulesGroups {
}
export declare function connectorRefImportAssignmentRulesGroupsToTerraform(struct?: ConnectorRefImportAssignmentRulesGroups): any;
export declare function connectorRefImportAssignmentRulesGroupsToHclTerraform(struct?: ConnectorRefImportAssignmentRulesGroups): any;
export declare class ConnectorRefImportAssignmentRulesGroupsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ConnectorRefImportAssignmentRulesGroups | undefined;
    set internalValue(value: ConnectorRefImportAssignmentRulesGroups | undefined);
    private _conditions;
    get conditions(): ConnectorRefImportAssignmentRulesGroupsConditionsList;
    get match(): string;
}
export declare class ConnectorRefImportAssignmentRulesGroupsList extends cdktf.ComplexList {
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
    get(index: number): ConnectorRefImportAssignmentRulesGroupsOutputReference;
}
export interface ConnectorRefImportAssignmentRules {
}
export declare function connectorRefImportAssignmentRulesToTerraform(struct?: ConnectorRefImportAssignmentRules): any;
export declare function connectorRefImportAssignmentRulesToHclTerraform(struct?: ConnectorRefImportAssignmentRules): any;
export declare class ConnectorRefImportAssignmentRulesOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ConnectorRefImportAssignmentRules | undefined;
    set internalValue(value: ConnectorRefImportAssignmentRules | undefined);
    private _conditions;
    get conditions(): ConnectorRefImportAssignmentRulesConditionsList;
    private _customAttributes;
    get customAttributes(): cdktf.StringMap;
    private _groups;
    get groups(): ConnectorRefImportAssignmentRulesGroupsList;
    get match(): string;
    get name(): string;
    get owners(): string[];
    get tags(): string[];
    get version(): number;
}
export declare class ConnectorRefImportAssignmentRulesList extends cdktf.ComplexList {
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
    get(index: number): ConnectorRefImportAssignmentRulesOutputReference;
}
export interface ConnectorRefImportFrequency {
}
export declare function connectorRefImportFrequencyToTerraform(struct?: ConnectorRefImportFrequency): any;
export declare function connectorRefImportFrequencyToHclTerraform(struct?: ConnectorRefImportFrequency): any;
export declare class ConnectorRefImportFrequencyOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ConnectorRefImportFrequency | undefined;
    set internalValue(value: ConnectorRefImportFrequency | undefined);
    get unit(): string;
    get value(): number;
}
export interface ConnectorRefImportFullImportEvery {
}
export declare function connectorRefImportFullImportEveryToTerraform(struct?: ConnectorRefImportFullImportEvery): any;
export declare function connectorRefImportFullImportEveryToHclTerraform(struct?: ConnectorRefImportFullImportEvery): any;
export declare class ConnectorRefImportFullImportEveryOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ConnectorRefImportFullImportEvery | undefined;
    set internalValue(value: ConnectorRefImportFullImportEvery | undefined);
    get unit(): string;
    get value(): number;
}
export interface ConnectorRefImport {
}
export declare function connectorRefImportToTerraform(struct?: ConnectorRefImport): any;
export declare function connectorRefImportToHclTerraform(struct?: ConnectorRefImport): any;
export declare class ConnectorRefImportOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ConnectorRefImport | undefined;
    set internalValue(value: ConnectorRefImport | undefined);
    private _assignmentRules;
    get assignmentRules(): ConnectorRefImportAssignmentRulesList;
    get businessUnit(): string;
    private _businessUnitsByOrganization;
    get businessUnitsByOrganization(): cdktf.StringMap;
    get certificateTypes(): string[];
    private _frequency;
    get frequency(): ConnectorRefImportFrequencyOutputReference;
    private _fullImportEvery;
    get fullImportEvery(): ConnectorRefImportFullImportEveryOutputReference;
    get includeDiscovered(): cdktf.IResolvable;
    get includeExpired(): cdktf.IResolvable;
    get includeRevoked(): cdktf.IResolvable;
    get organizations(): string[];
    get scmProfiles(): string[];
    get statuses(): string[];
}
export interface ConnectorRef {
}
export declare function connectorRefToTerraform(struct?: ConnectorRef): any;
export declare function connectorRefToHclTerraform(struct?: ConnectorRef): any;
export declare class ConnectorRefOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ConnectorRef | undefined;
    set internalValue(value: ConnectorRef | undefined);
    get businessUnit(): string;
    get customerUri(): string;
    get host(): string;
    private _import;
    get import(): ConnectorRefImportOutputReference;
    get name(): string;
    get sensors(): string[];
    get verify(): cdktf.IResolvable;
    get version(): number;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector sectigo_connector}
*/
export declare class Connector extends cdktf.TerraformResource {
    static readonly tfResourceType = "sectigo_connector";
    /**
    * Generates CDKTF code for importing a Connector resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Connector to import
    * @param importFromId The id of the existing Connector that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Connector to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/connector sectigo_connector} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options ConnectorConfig
    */
    constructor(scope: Construct, id: string, config: ConnectorConfig);
    private _businessUnit?;
    get businessUnit(): string;
    set businessUnit(value: string);
    resetBusinessUnit(): void;
    get businessUnitInput(): string | undefined;
    private _import;
    get import(): ConnectorImportOutputReference;
    putImport(value: ConnectorImport): void;
    resetImport(): void;
    get importInput(): ConnectorImport | cdktf.IResolvable | undefined;
    private _managingSensors?;
    get managingSensors(): string[];
    set managingSensors(value: string[]);
    resetManagingSensors(): void;
    get managingSensorsInput(): string[] | undefined;
    private _name?;
    get name(): string;
    set name(value: string);
    get nameInput(): string | undefined;
    private _ref;
    get ref(): ConnectorRefOutputReference;
    private _verify?;
    get verify(): boolean | cdktf.IResolvable;
    set verify(value: boolean | cdktf.IResolvable);
    resetVerify(): void;
    get verifyInput(): boolean | cdktf.IResolvable | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
