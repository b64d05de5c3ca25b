import { Construct } from 'constructs';
import * as cdktf from 'cdktf';
export interface AssignmentRuleConfig extends cdktf.TerraformMetaArguments {
    /**
    * Which certificates the rule is for. At least one condition or group is required.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#conditions AssignmentRule#conditions}
    */
    readonly conditions?: AssignmentRuleConditions[] | cdktf.IResolvable;
    /**
    * Custom attributes to give. Where several rules give the same one different values the later rule's counts, and a warning names both.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#custom_attributes AssignmentRule#custom_attributes}
    */
    readonly customAttributes?: {
        [key: string]: string;
    };
    /**
    * Groups of conditions; each counts as one condition of the rule.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#groups AssignmentRule#groups}
    */
    readonly groups?: AssignmentRuleGroups[] | cdktf.IResolvable;
    /**
    * `all` (default): every condition and group must hold; `any`: one of them is enough.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#match AssignmentRule#match}
    */
    readonly match?: string;
    /**
    * Name of the rule, for people: warnings name it.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#name AssignmentRule#name}
    */
    readonly name: string;
    /**
    * Owners to give: mail addresses, compared without regard to case. Owners of several rules add up.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#owners AssignmentRule#owners}
    */
    readonly owners?: string[];
    /**
    * Tags to give. Tags of several rules add up.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#tags AssignmentRule#tags}
    */
    readonly tags?: string[];
}
export interface AssignmentRuleConditions {
    /**
    * What is looked at: `type`, `certificate_id`, `common_name`, `subject_alternative_names`, `status`, `serial_number`, `organization_id`, `organization_name`, `scm_profile_id`, `scm_profile_name`, `term_days`, `order_number`, `backend_cert_id`, `vendor`, `validation_type`, `issuer`, `subject`, `requester`, `approver`, `external_requesters`, `person_name`, `email`, `comments`, `requested`, `approved`, `declined`, `issued`, `expires`, `revoked`, `replaced`, `renewed`, `is_renewed`, `revocation_reason_code`, `requested_via`, `origin`, `key_algorithm`, `key_size`, `key_strength`, `signature_algorithm`, `key_usages`, `extended_key_usages`, `sha1_hash`, `sha256_hash`, `custom_fields.<field name>`, `auto_renew_state`, `auto_install_state`. What the import does not bring (see `details` of the inventory) counts as empty.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#attribute AssignmentRule#attribute}
    */
    readonly attribute: string;
    /**
    * How it is compared. Text: `equals`, `not_equals`, `contains`, `not_contains`, `starts_with`, `ends_with`, all without regard to case, and `matches`, `not_matches` for regular expressions (RE2, as written, found anywhere). Numbers and dates: `equals`, `not_equals`, `less_than`, `at_most`, `at_least`, `greater_than`. Truths: `equals`. All: `is_set`, `is_not_set`. Of a list one member is enough, for `not_…` none may. What is empty meets `is_not_set` and `not_…` only.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#operator AssignmentRule#operator}
    */
    readonly operator: string;
    /**
    * What to compare with. Dates are written `2026-05-21` (the whole day, UTC) or `2026-05-21T09:30:00Z`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#value AssignmentRule#value}
    */
    readonly value?: string;
    /**
    * Several texts to compare with: one of them is enough.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#values AssignmentRule#values}
    */
    readonly values?: string[];
}
export declare function assignmentRuleConditionsToTerraform(struct?: AssignmentRuleConditions | cdktf.IResolvable): any;
export declare function assignmentRuleConditionsToHclTerraform(struct?: AssignmentRuleConditions | cdktf.IResolvable): any;
export declare class AssignmentRuleConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): AssignmentRuleConditions | cdktf.IResolvable | undefined;
    set internalValue(value: AssignmentRuleConditions | cdktf.IResolvable | undefined);
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
export declare class AssignmentRuleConditionsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: AssignmentRuleConditions[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): AssignmentRuleConditionsOutputReference;
}
export interface AssignmentRuleGroupsConditions {
    /**
    * What is looked at: `type`, `certificate_id`, `common_name`, `subject_alternative_names`, `status`, `serial_number`, `organization_id`, `organization_name`, `scm_profile_id`, `scm_profile_name`, `term_days`, `order_number`, `backend_cert_id`, `vendor`, `validation_type`, `issuer`, `subject`, `requester`, `approver`, `external_requesters`, `person_name`, `email`, `comments`, `requested`, `approved`, `declined`, `issued`, `expires`, `revoked`, `replaced`, `renewed`, `is_renewed`, `revocation_reason_code`, `requested_via`, `origin`, `key_algorithm`, `key_size`, `key_strength`, `signature_algorithm`, `key_usages`, `extended_key_usages`, `sha1_hash`, `sha256_hash`, `custom_fields.<field name>`, `auto_renew_state`, `auto_install_state`. What the import does not bring (see `details` of the inventory) counts as empty.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#attribute AssignmentRule#attribute}
    */
    readonly attribute: string;
    /**
    * How it is compared. Text: `equals`, `not_equals`, `contains`, `not_contains`, `starts_with`, `ends_with`, all without regard to case, and `matches`, `not_matches` for regular expressions (RE2, as written, found anywhere). Numbers and dates: `equals`, `not_equals`, `less_than`, `at_most`, `at_least`, `greater_than`. Truths: `equals`. All: `is_set`, `is_not_set`. Of a list one member is enough, for `not_…` none may. What is empty meets `is_not_set` and `not_…` only.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#operator AssignmentRule#operator}
    */
    readonly operator: string;
    /**
    * What to compare with. Dates are written `2026-05-21` (the whole day, UTC) or `2026-05-21T09:30:00Z`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#value AssignmentRule#value}
    */
    readonly value?: string;
    /**
    * Several texts to compare with: one of them is enough.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#values AssignmentRule#values}
    */
    readonly values?: string[];
}
export declare function assignmentRuleGroupsConditionsToTerraform(struct?: AssignmentRuleGroupsConditions | cdktf.IResolvable): any;
export declare function assignmentRuleGroupsConditionsToHclTerraform(struct?: AssignmentRuleGroupsConditions | cdktf.IResolvable): any;
export declare class AssignmentRuleGroupsConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): AssignmentRuleGroupsConditions | cdktf.IResolvable | undefined;
    set internalValue(value: AssignmentRuleGroupsConditions | cdktf.IResolvable | undefined);
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
export declare class AssignmentRuleGroupsConditionsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: AssignmentRuleGroupsConditions[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): AssignmentRuleGroupsConditionsOutputReference;
}
export interface AssignmentRuleGroups {
    /**
    * Conditions of the group.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#conditions AssignmentRule#conditions}
    */
    readonly conditions: AssignmentRuleGroupsConditions[] | cdktf.IResolvable;
    /**
    * `all` (default): every condition and group must hold; `any`: one of them is enough.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#match AssignmentRule#match}
    */
    readonly match?: string;
}
export declare function assignmentRuleGroupsToTerraform(struct?: AssignmentRuleGroups | cdktf.IResolvable): any;
export declare function assignmentRuleGroupsToHclTerraform(struct?: AssignmentRuleGroups | cdktf.IResolvable): any;
export declare class AssignmentRuleGroupsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): AssignmentRuleGroups | cdktf.IResolvable | undefined;
    set internalValue(value: AssignmentRuleGroups | cdktf.IResolvable | undefined);
    private _conditions;
    get conditions(): AssignmentRuleGroupsConditionsList;
    putConditions(value: AssignmentRuleGroupsConditions[] | cdktf.IResolvable): void;
    get conditionsInput(): AssignmentRuleGroupsConditions[] | cdktf.IResolvable | undefined;
    private _match?;
    get match(): string;
    set match(value: string);
    resetMatch(): void;
    get matchInput(): string | undefined;
}
export declare class AssignmentRuleGroupsList extends cdktf.ComplexList {
    protected terraformResource: cdktf.IInterpolatingParent;
    protected terraformAttribute: string;
    protected wrapsSet: boolean;
    internalValue?: AssignmentRuleGroups[] | cdktf.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): AssignmentRuleGroupsOutputReference;
}
export interface AssignmentRuleRefConditions {
}
export declare function assignmentRuleRefConditionsToTerraform(struct?: AssignmentRuleRefConditions): any;
export declare function assignmentRuleRefConditionsToHclTerraform(struct?: AssignmentRuleRefConditions): any;
export declare class AssignmentRuleRefConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): AssignmentRuleRefConditions | undefined;
    set internalValue(value: AssignmentRuleRefConditions | undefined);
    get attribute(): string;
    get operator(): string;
    get value(): string;
    get values(): string[];
}
export declare class AssignmentRuleRefConditionsList extends cdktf.ComplexList {
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
    get(index: number): AssignmentRuleRefConditionsOutputReference;
}
export interface AssignmentRuleRefGroupsConditions {
}
export declare function assignmentRuleRefGroupsConditionsToTerraform(struct?: AssignmentRuleRefGroupsConditions): any;
export declare function assignmentRuleRefGroupsConditionsToHclTerraform(struct?: AssignmentRuleRefGroupsConditions): any;
export declare class AssignmentRuleRefGroupsConditionsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): AssignmentRuleRefGroupsConditions | undefined;
    set internalValue(value: AssignmentRuleRefGroupsConditions | undefined);
    get attribute(): string;
    get operator(): string;
    get value(): string;
    get values(): string[];
}
export declare class AssignmentRuleRefGroupsConditionsList extends cdktf.ComplexList {
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
    get(index: number): AssignmentRuleRefGroupsConditionsOutputReference;
}
export interface AssignmentRuleRefGroups {
}
export declare function assignmentRuleRefGroupsToTerraform(struct?: AssignmentRuleRefGroups): any;
export declare function assignmentRuleRefGroupsToHclTerraform(struct?: AssignmentRuleRefGroups): any;
export declare class AssignmentRuleRefGroupsOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): AssignmentRuleRefGroups | undefined;
    set internalValue(value: AssignmentRuleRefGroups | undefined);
    private _conditions;
    get conditions(): AssignmentRuleRefGroupsConditionsList;
    get match(): string;
}
export declare class AssignmentRuleRefGroupsList extends cdktf.ComplexList {
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
    get(index: number): AssignmentRuleRefGroupsOutputReference;
}
export interface AssignmentRuleRef {
}
export declare function assignmentRuleRefToTerraform(struct?: AssignmentRuleRef): any;
export declare function assignmentRuleRefToHclTerraform(struct?: AssignmentRuleRef): any;
export declare class AssignmentRuleRefOutputReference extends cdktf.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktf.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): AssignmentRuleRef | undefined;
    set internalValue(value: AssignmentRuleRef | undefined);
    private _conditions;
    get conditions(): AssignmentRuleRefConditionsList;
    private _customAttributes;
    get customAttributes(): cdktf.StringMap;
    private _groups;
    get groups(): AssignmentRuleRefGroupsList;
    get match(): string;
    get name(): string;
    get owners(): string[];
    get tags(): string[];
    get version(): number;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule sectigo_assignment_rule}
*/
export declare class AssignmentRule extends cdktf.TerraformResource {
    static readonly tfResourceType = "sectigo_assignment_rule";
    /**
    * Generates CDKTF code for importing a AssignmentRule resource upon running "cdktf plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the AssignmentRule to import
    * @param importFromId The id of the existing AssignmentRule that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the AssignmentRule to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktf.TerraformProvider): cdktf.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/assignment_rule sectigo_assignment_rule} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options AssignmentRuleConfig
    */
    constructor(scope: Construct, id: string, config: AssignmentRuleConfig);
    private _conditions;
    get conditions(): AssignmentRuleConditionsList;
    putConditions(value: AssignmentRuleConditions[] | cdktf.IResolvable): void;
    resetConditions(): void;
    get conditionsInput(): AssignmentRuleConditions[] | cdktf.IResolvable | undefined;
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
    get groups(): AssignmentRuleGroupsList;
    putGroups(value: AssignmentRuleGroups[] | cdktf.IResolvable): void;
    resetGroups(): void;
    get groupsInput(): AssignmentRuleGroups[] | cdktf.IResolvable | undefined;
    private _match?;
    get match(): string;
    set match(value: string);
    resetMatch(): void;
    get matchInput(): string | undefined;
    private _name?;
    get name(): string;
    set name(value: string);
    get nameInput(): string | undefined;
    private _owners?;
    get owners(): string[];
    set owners(value: string[]);
    resetOwners(): void;
    get ownersInput(): string[] | undefined;
    private _ref;
    get ref(): AssignmentRuleRefOutputReference;
    private _tags?;
    get tags(): string[];
    set tags(value: string[]);
    resetTags(): void;
    get tagsInput(): string[] | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
