import { Construct } from 'constructs';
import * as cdktn from 'cdktn';
export interface ProfileConfig extends cdktn.TerraformMetaArguments {
    /**
    * Access code that people have to know at the web form. Never stored by Terraform: give it from an ephemeral resource or variable, with `access_code_wo_version`. Terraform 1.11 or later.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#access_code_wo Profile#access_code_wo}
    */
    readonly accessCodeWo?: string;
    /**
    * Raise it to have SCM take the access code that `access_code_wo` holds now.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#access_code_wo_version Profile#access_code_wo_version}
    */
    readonly accessCodeWoVersion?: number;
    /**
    * The ACME account of this profile in SCM; needed by the method `acme`, refused by the others.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#acme Profile#acme}
    */
    readonly acme?: ProfileAcme;
    /**
    * Names that its certificates may be for; all when left out. `shop.example.test` is that name, `*.example.test` any one label in place of the star, `.example.test` everything below at any depth. Common name and every alternative name have to match one of them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#allowed_names Profile#allowed_names}
    */
    readonly allowedNames?: string[];
    /**
    * The connector, as a whole: `sectigo_connector.main.ref`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#connector Profile#connector}
    */
    readonly connector?: ProfileConnector;
    /**
    * Values of SCM custom fields by exact field name, for its certificates; one that gives a field itself has its own value there.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#custom_fields Profile#custom_fields}
    */
    readonly customFields?: {
        [key: string]: string;
    };
    /**
    * Whether the credentials of the ACME account are kept **in state**; by choice only, false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#eab_in_state Profile#eab_in_state}
    */
    readonly eabInState?: boolean | cdktn.IResolvable;
    /**
    * How its certificates come about, one of `admin_web_request`, `browser_pkcs12`, `csr`, `agent`, `sensor`, `rest_api`, `acme`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#enrollment_method Profile#enrollment_method}
    */
    readonly enrollmentMethod: string;
    /**
    * Mail addresses of the people to tell about its certificates, for those that name none themselves.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#external_requesters Profile#external_requesters}
    */
    readonly externalRequesters?: string[];
    /**
    * Keys that its certificates may have, such as `EC P-256` or `RSA 3072`; all that the SCM profile offers when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#key_types Profile#key_types}
    */
    readonly keyTypes?: string[];
    /**
    * Name of the profile. Its account in SCM, if it has one, takes it too unless told otherwise.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#name Profile#name}
    */
    readonly name: string;
    /**
    * Name of the SCM organization or department, exact; a department may be named as `Organization/Department`. It is looked up once: the id found then stays, until this argument changes. One of `organization` and `organization_id` is needed.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#organization Profile#organization}
    */
    readonly organization?: string;
    /**
    * Id of the SCM organization or department, instead of its name.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#organization_id Profile#organization_id}
    */
    readonly organizationId?: number;
    /**
    * Mail addresses of the people who answer for its certificates.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#owners Profile#owners}
    */
    readonly owners?: string[];
    /**
    * When to renew: in the last third of the lifetime where neither certificate nor profile says anything. What the certificate says goes before the profile.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#renewal Profile#renewal}
    */
    readonly renewal?: ProfileRenewal;
    /**
    * Name of the SCM certificate profile, exact, as the organization is offered it. Looked up once, like the organization. One of `scm_profile` and `scm_profile_id` is needed.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#scm_profile Profile#scm_profile}
    */
    readonly scmProfile?: string;
    /**
    * Id of the SCM certificate profile, instead of its name.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#scm_profile_id Profile#scm_profile_id}
    */
    readonly scmProfileId?: number;
    /**
    * The only sensor by which orders go; needed by the method `sensor`, refused by the others.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#sensor Profile#sensor}
    */
    readonly sensor?: string;
    /**
    * Whether orders go to SCM without a look at whether their domains and the organization are validated; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#skip_validation_check Profile#skip_validation_check}
    */
    readonly skipValidationCheck?: boolean | cdktn.IResolvable;
    /**
    * Tags of its certificates. SCM has no tags: they are handed on in `ref`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#tags Profile#tags}
    */
    readonly tags?: string[];
    /**
    * Template of the profile; there is one, `Sectigo Public CA Server Certificate`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#template Profile#template}
    */
    readonly template?: string;
    /**
    * Validity that its certificates ask for, days; one of the terms that the SCM profile offers. The longest allowed when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#term_days Profile#term_days}
    */
    readonly termDays?: number;
    /**
    * How long each operation may take before it is given up.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#timeouts Profile#timeouts}
    */
    readonly timeouts?: ProfileTimeouts;
    /**
    * Trust of its certificates; that template's is `public`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#trust_type Profile#trust_type}
    */
    readonly trustType?: string;
    /**
    * Keeps an account on an SSL web form of SCM for this profile, at which people enroll by themselves. For `csr` and `admin_web_request`, where orders go by REST without it too, and needed by `browser_pkcs12`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#web_form Profile#web_form}
    */
    readonly webForm?: ProfileWebForm;
}
export interface ProfileAcme {
    /**
    * Name of the account in SCM; the profile's own when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#account_name Profile#account_name}
    */
    readonly accountName?: string;
    /**
    * Whether to take over an account that has this name already; it is left in SCM on destroy then. False when left out: an account that somebody else made is never taken over silently.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#adopt_existing Profile#adopt_existing}
    */
    readonly adoptExisting?: boolean | cdktn.IResolvable;
    /**
    * Domains that its clients may order for; those of the organization, validated. Left alone when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#domains Profile#domains}
    */
    readonly domains?: string[];
    /**
    * Name of the ACME server in SCM.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#server Profile#server}
    */
    readonly server: string;
}
export declare function profileAcmeToTerraform(struct?: ProfileAcme | cdktn.IResolvable): any;
export declare function profileAcmeToHclTerraform(struct?: ProfileAcme | cdktn.IResolvable): any;
export declare class ProfileAcmeOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ProfileAcme | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileAcme | cdktn.IResolvable | undefined);
    private _accountName?;
    get accountName(): string;
    set accountName(value: string);
    resetAccountName(): void;
    get accountNameInput(): string | undefined;
    private _adoptExisting?;
    get adoptExisting(): boolean | cdktn.IResolvable;
    set adoptExisting(value: boolean | cdktn.IResolvable);
    resetAdoptExisting(): void;
    get adoptExistingInput(): boolean | cdktn.IResolvable | undefined;
    private _domains?;
    get domains(): string[];
    set domains(value: string[]);
    resetDomains(): void;
    get domainsInput(): string[] | undefined;
    private _server?;
    get server(): string;
    set server(value: string);
    get serverInput(): string | undefined;
}
export interface ProfileConnectorImportAssignmentRulesConditions {
    /**
    * What is looked at.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#attribute Profile#attribute}
    */
    readonly attribute?: string;
    /**
    * How it is compared.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#operator Profile#operator}
    */
    readonly operator?: string;
    /**
    * What with.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#value Profile#value}
    */
    readonly value?: string;
    /**
    * What with, one of them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#values Profile#values}
    */
    readonly values?: string[];
}
export declare function profileConnectorImportAssignmentRulesConditionsToTerraform(struct?: ProfileConnectorImportAssignmentRulesConditions | cdktn.IResolvable): any;
export declare function profileConnectorImportAssignmentRulesConditionsToHclTerraform(struct?: ProfileConnectorImportAssignmentRulesConditions | cdktn.IResolvable): any;
export declare class ProfileConnectorImportAssignmentRulesConditionsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ProfileConnectorImportAssignmentRulesConditions | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileConnectorImportAssignmentRulesConditions | cdktn.IResolvable | undefined);
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
export declare class ProfileConnectorImportAssignmentRulesConditionsList extends cdktn.ComplexList {
    internalValue?: ProfileConnectorImportAssignmentRulesConditions[] | cdktn.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ProfileConnectorImportAssignmentRulesConditionsOutputReference;
}
export interface ProfileConnectorImportAssignmentRulesGroupsConditions {
    /**
    * What is looked at.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#attribute Profile#attribute}
    */
    readonly attribute?: string;
    /**
    * How it is compared.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#operator Profile#operator}
    */
    readonly operator?: string;
    /**
    * What with.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#value Profile#value}
    */
    readonly value?: string;
    /**
    * What with, one of them.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#values Profile#values}
    */
    readonly values?: string[];
}
export declare function profileConnectorImportAssignmentRulesGroupsConditionsToTerraform(struct?: ProfileConnectorImportAssignmentRulesGroupsConditions | cdktn.IResolvable): any;
export declare function profileConnectorImportAssignmentRulesGroupsConditionsToHclTerraform(struct?: ProfileConnectorImportAssignmentRulesGroupsConditions | cdktn.IResolvable): any;
export declare class ProfileConnectorImportAssignmentRulesGroupsConditionsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ProfileConnectorImportAssignmentRulesGroupsConditions | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileConnectorImportAssignmentRulesGroupsConditions | cdktn.IResolvable | undefined);
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
export declare class ProfileConnectorImportAssignmentRulesGroupsConditionsList extends cdktn.ComplexList {
    internalValue?: ProfileConnectorImportAssignmentRulesGroupsConditions[] | cdktn.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ProfileConnectorImportAssignmentRulesGroupsConditionsOutputReference;
}
export interface ProfileConnectorImportAssignmentRulesGroups {
    /**
    * The conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#conditions Profile#conditions}
    */
    readonly conditions?: ProfileConnectorImportAssignmentRulesGroupsConditions[] | cdktn.IResolvable;
    /**
    * `all` or `any`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#match Profile#match}
    */
    readonly match?: string;
}
export declare function profileConnectorImportAssignmentRulesGroupsToTerraform(struct?: ProfileConnectorImportAssignmentRulesGroups | cdktn.IResolvable): any;
export declare function profileConnectorImportAssignmentRulesGroupsToHclTerraform(struct?: ProfileConnectorImportAssignmentRulesGroups | cdktn.IResolvable): any;
export declare class ProfileConnectorImportAssignmentRulesGroupsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ProfileConnectorImportAssignmentRulesGroups | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileConnectorImportAssignmentRulesGroups | cdktn.IResolvable | undefined);
    private _conditions;
    get conditions(): ProfileConnectorImportAssignmentRulesGroupsConditionsList;
    putConditions(value: ProfileConnectorImportAssignmentRulesGroupsConditions[] | cdktn.IResolvable): void;
    resetConditions(): void;
    get conditionsInput(): ProfileConnectorImportAssignmentRulesGroupsConditions[] | cdktn.IResolvable | undefined;
    private _match?;
    get match(): string;
    set match(value: string);
    resetMatch(): void;
    get matchInput(): string | undefined;
}
export declare class ProfileConnectorImportAssignmentRulesGroupsList extends cdktn.ComplexList {
    internalValue?: ProfileConnectorImportAssignmentRulesGroups[] | cdktn.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ProfileConnectorImportAssignmentRulesGroupsOutputReference;
}
export interface ProfileConnectorImportAssignmentRules {
    /**
    * The conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#conditions Profile#conditions}
    */
    readonly conditions?: ProfileConnectorImportAssignmentRulesConditions[] | cdktn.IResolvable;
    /**
    * Custom attributes that it gives.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#custom_attributes Profile#custom_attributes}
    */
    readonly customAttributes?: {
        [key: string]: string;
    };
    /**
    * Groups of conditions.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#groups Profile#groups}
    */
    readonly groups?: ProfileConnectorImportAssignmentRulesGroups[] | cdktn.IResolvable;
    /**
    * `all` or `any`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#match Profile#match}
    */
    readonly match?: string;
    /**
    * Name of the rule, for messages.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#name Profile#name}
    */
    readonly name?: string;
    /**
    * Owners that it gives, mail addresses.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#owners Profile#owners}
    */
    readonly owners?: string[];
    /**
    * Tags that it gives.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#tags Profile#tags}
    */
    readonly tags?: string[];
    /**
    * Version of this form.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#version Profile#version}
    */
    readonly version?: number;
}
export declare function profileConnectorImportAssignmentRulesToTerraform(struct?: ProfileConnectorImportAssignmentRules | cdktn.IResolvable): any;
export declare function profileConnectorImportAssignmentRulesToHclTerraform(struct?: ProfileConnectorImportAssignmentRules | cdktn.IResolvable): any;
export declare class ProfileConnectorImportAssignmentRulesOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ProfileConnectorImportAssignmentRules | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileConnectorImportAssignmentRules | cdktn.IResolvable | undefined);
    private _conditions;
    get conditions(): ProfileConnectorImportAssignmentRulesConditionsList;
    putConditions(value: ProfileConnectorImportAssignmentRulesConditions[] | cdktn.IResolvable): void;
    resetConditions(): void;
    get conditionsInput(): ProfileConnectorImportAssignmentRulesConditions[] | cdktn.IResolvable | undefined;
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
    get groups(): ProfileConnectorImportAssignmentRulesGroupsList;
    putGroups(value: ProfileConnectorImportAssignmentRulesGroups[] | cdktn.IResolvable): void;
    resetGroups(): void;
    get groupsInput(): ProfileConnectorImportAssignmentRulesGroups[] | cdktn.IResolvable | undefined;
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
export declare class ProfileConnectorImportAssignmentRulesList extends cdktn.ComplexList {
    internalValue?: ProfileConnectorImportAssignmentRules[] | cdktn.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ProfileConnectorImportAssignmentRulesOutputReference;
}
export interface ProfileConnectorImportFrequency {
    /**
    * `minutes`, `hours`, `days` or `weeks`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#unit Profile#unit}
    */
    readonly unit: string;
    /**
    * How many units, at least 1.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#value Profile#value}
    */
    readonly value: number;
}
export declare function profileConnectorImportFrequencyToTerraform(struct?: ProfileConnectorImportFrequency | cdktn.IResolvable): any;
export declare function profileConnectorImportFrequencyToHclTerraform(struct?: ProfileConnectorImportFrequency | cdktn.IResolvable): any;
export declare class ProfileConnectorImportFrequencyOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ProfileConnectorImportFrequency | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileConnectorImportFrequency | cdktn.IResolvable | undefined);
    private _unit?;
    get unit(): string;
    set unit(value: string);
    get unitInput(): string | undefined;
    private _value?;
    get value(): number;
    set value(value: number);
    get valueInput(): number | undefined;
}
export interface ProfileConnectorImportFullImportEvery {
    /**
    * `minutes`, `hours`, `days` or `weeks`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#unit Profile#unit}
    */
    readonly unit: string;
    /**
    * How many units, at least 1.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#value Profile#value}
    */
    readonly value: number;
}
export declare function profileConnectorImportFullImportEveryToTerraform(struct?: ProfileConnectorImportFullImportEvery | cdktn.IResolvable): any;
export declare function profileConnectorImportFullImportEveryToHclTerraform(struct?: ProfileConnectorImportFullImportEvery | cdktn.IResolvable): any;
export declare class ProfileConnectorImportFullImportEveryOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ProfileConnectorImportFullImportEvery | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileConnectorImportFullImportEvery | cdktn.IResolvable | undefined);
    private _unit?;
    get unit(): string;
    set unit(value: string);
    get unitInput(): string | undefined;
    private _value?;
    get value(): number;
    set value(value: number);
    get valueInput(): number | undefined;
}
export interface ProfileConnectorImport {
    /**
    * Assignment rules to apply, each as a whole: `[sectigo_assignment_rule.platform.ref]`. The order decides only where two rules give one custom attribute different values: the later one's counts.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#assignment_rules Profile#assignment_rules}
    */
    readonly assignmentRules?: ProfileConnectorImportAssignmentRules[] | cdktn.IResolvable;
    /**
    * Business unit of the imported certificates; the connector's own when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#business_unit Profile#business_unit}
    */
    readonly businessUnit?: string;
    /**
    * Business unit by name of the organization or department, before `business_unit`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#business_units_by_organization Profile#business_units_by_organization}
    */
    readonly businessUnitsByOrganization?: {
        [key: string]: string;
    };
    /**
    * Kinds of certificates: `ssl`, `client`, `device`; all three when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#certificate_types Profile#certificate_types}
    */
    readonly certificateTypes?: string[];
    /**
    * How old an import may become before the next one is due; every 6 hours when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#frequency Profile#frequency}
    */
    readonly frequency?: ProfileConnectorImportFrequency;
    /**
    * How often everything is read again, which heals what was missed; every 7 days when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#full_import_every Profile#full_import_every}
    */
    readonly fullImportEvery?: ProfileConnectorImportFullImportEvery;
    /**
    * Whether certificates come too that SCM discovered or that were uploaded, whoever issued them; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#include_discovered Profile#include_discovered}
    */
    readonly includeDiscovered?: boolean | cdktn.IResolvable;
    /**
    * Whether expired certificates come too; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#include_expired Profile#include_expired}
    */
    readonly includeExpired?: boolean | cdktn.IResolvable;
    /**
    * Whether revoked certificates come too; true when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#include_revoked Profile#include_revoked}
    */
    readonly includeRevoked?: boolean | cdktn.IResolvable;
    /**
    * Names of the organizations or departments to take certificates from, a department also as `Organization/Department`; all that the administrator sees when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#organizations Profile#organizations}
    */
    readonly organizations?: string[];
    /**
    * Names of the SCM profiles to take certificates of; all when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#scm_profiles Profile#scm_profiles}
    */
    readonly scmProfiles?: string[];
    /**
    * States in SCM's words, such as `Issued` and `Revoked`; all when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#statuses Profile#statuses}
    */
    readonly statuses?: string[];
}
export declare function profileConnectorImportToTerraform(struct?: ProfileConnectorImport | cdktn.IResolvable): any;
export declare function profileConnectorImportToHclTerraform(struct?: ProfileConnectorImport | cdktn.IResolvable): any;
export declare class ProfileConnectorImportOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ProfileConnectorImport | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileConnectorImport | cdktn.IResolvable | undefined);
    private _assignmentRules;
    get assignmentRules(): ProfileConnectorImportAssignmentRulesList;
    putAssignmentRules(value: ProfileConnectorImportAssignmentRules[] | cdktn.IResolvable): void;
    resetAssignmentRules(): void;
    get assignmentRulesInput(): ProfileConnectorImportAssignmentRules[] | cdktn.IResolvable | undefined;
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
    get frequency(): ProfileConnectorImportFrequencyOutputReference;
    putFrequency(value: ProfileConnectorImportFrequency): void;
    resetFrequency(): void;
    get frequencyInput(): cdktn.IResolvable | ProfileConnectorImportFrequency | undefined;
    private _fullImportEvery;
    get fullImportEvery(): ProfileConnectorImportFullImportEveryOutputReference;
    putFullImportEvery(value: ProfileConnectorImportFullImportEvery): void;
    resetFullImportEvery(): void;
    get fullImportEveryInput(): cdktn.IResolvable | ProfileConnectorImportFullImportEvery | undefined;
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
export interface ProfileConnector {
    /**
    * Business unit of the connector.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#business_unit Profile#business_unit}
    */
    readonly businessUnit?: string;
    /**
    * Customer of the SCM account.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#customer_uri Profile#customer_uri}
    */
    readonly customerUri?: string;
    /**
    * Host of the SCM account.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#host Profile#host}
    */
    readonly host?: string;
    /**
    * What is imported; null: nothing.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#import Profile#import}
    */
    readonly import?: ProfileConnectorImport;
    /**
    * Name of the connector.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#name Profile#name}
    */
    readonly name?: string;
    /**
    * Sensors to go by, in order; null: the provider's.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#sensors Profile#sensors}
    */
    readonly sensors?: string[];
    /**
    * Whether the link is verified when it is made.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#verify Profile#verify}
    */
    readonly verify?: boolean | cdktn.IResolvable;
    /**
    * Version of this form.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#version Profile#version}
    */
    readonly version?: number;
}
export declare function profileConnectorToTerraform(struct?: ProfileConnector | cdktn.IResolvable): any;
export declare function profileConnectorToHclTerraform(struct?: ProfileConnector | cdktn.IResolvable): any;
export declare class ProfileConnectorOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ProfileConnector | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileConnector | cdktn.IResolvable | undefined);
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
    get import(): ProfileConnectorImportOutputReference;
    putImport(value: ProfileConnectorImport): void;
    resetImport(): void;
    get importInput(): cdktn.IResolvable | ProfileConnectorImport | undefined;
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
export interface ProfileRefRenewal {
}
export declare function profileRefRenewalToTerraform(struct?: ProfileRefRenewal): any;
export declare function profileRefRenewalToHclTerraform(struct?: ProfileRefRenewal): any;
export declare class ProfileRefRenewalOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ProfileRefRenewal | undefined;
    set internalValue(value: ProfileRefRenewal | undefined);
    get enabled(): cdktn.IResolvable;
    get hardDeadlineDays(): number;
    get mode(): string;
    get windowDays(): number;
    get windowShare(): string;
}
export interface ProfileRef {
}
export declare function profileRefToTerraform(struct?: ProfileRef): any;
export declare function profileRefToHclTerraform(struct?: ProfileRef): any;
export declare class ProfileRefOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ProfileRef | undefined;
    set internalValue(value: ProfileRef | undefined);
    get allowedNames(): string[];
    get businessUnit(): string;
    private _customFields;
    get customFields(): cdktn.StringMap;
    get customerUri(): string;
    get enrollmentMethod(): string;
    get externalRequesters(): string[];
    get host(): string;
    get keyTypes(): string[];
    get organizationId(): number;
    get owners(): string[];
    private _renewal;
    get renewal(): ProfileRefRenewalOutputReference;
    get scmProfileId(): number;
    get sensor(): string;
    get sensors(): string[];
    get skipValidationCheck(): cdktn.IResolvable;
    get tags(): string[];
    get termDays(): number;
    get version(): number;
}
export interface ProfileRenewal {
    /**
    * Whether a plan renews it when its window is open; true when left out. False leaves renewal to SCM or to nobody.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#enabled Profile#enabled}
    */
    readonly enabled?: boolean | cdktn.IResolvable;
    /**
    * How many days before the end a failed renewal turns from a warning into an error. Default: 7, or a sixth of the lifetime where that is less.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#hard_deadline_days Profile#hard_deadline_days}
    */
    readonly hardDeadlineDays?: number;
    /**
    * `in_one_apply` (default): order, wait, publish. `order_then_switch`: the apply only orders, and a later refresh publishes the new certificate once it is issued; for dependents that must not be changed twice.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#mode Profile#mode}
    */
    readonly mode?: string;
    /**
    * The same in days. At most two thirds of the lifetime count.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#window_days Profile#window_days}
    */
    readonly windowDays?: number;
    /**
    * How long before its end it may be renewed, as a share of its lifetime: `1/3` (default; `1/2` up to ten days), `0.25`, `25%`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#window_share Profile#window_share}
    */
    readonly windowShare?: string;
}
export declare function profileRenewalToTerraform(struct?: ProfileRenewal | cdktn.IResolvable): any;
export declare function profileRenewalToHclTerraform(struct?: ProfileRenewal | cdktn.IResolvable): any;
export declare class ProfileRenewalOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ProfileRenewal | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileRenewal | cdktn.IResolvable | undefined);
    private _enabled?;
    get enabled(): boolean | cdktn.IResolvable;
    set enabled(value: boolean | cdktn.IResolvable);
    resetEnabled(): void;
    get enabledInput(): boolean | cdktn.IResolvable | undefined;
    private _hardDeadlineDays?;
    get hardDeadlineDays(): number;
    set hardDeadlineDays(value: number);
    resetHardDeadlineDays(): void;
    get hardDeadlineDaysInput(): number | undefined;
    private _mode?;
    get mode(): string;
    set mode(value: string);
    resetMode(): void;
    get modeInput(): string | undefined;
    private _windowDays?;
    get windowDays(): number;
    set windowDays(value: number);
    resetWindowDays(): void;
    get windowDaysInput(): number | undefined;
    private _windowShare?;
    get windowShare(): string;
    set windowShare(value: string);
    resetWindowShare(): void;
    get windowShareInput(): string | undefined;
}
export interface ProfileTimeouts {
    /**
    * How long creating may take, as a duration like `30m` or `1h30m`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#create Profile#create}
    */
    readonly create?: string;
    /**
    * How long deleting may take.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#delete Profile#delete}
    */
    readonly delete?: string;
    /**
    * How long reading may take.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#read Profile#read}
    */
    readonly read?: string;
    /**
    * How long updating may take.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#update Profile#update}
    */
    readonly update?: string;
}
export declare function profileTimeoutsToTerraform(struct?: ProfileTimeouts | cdktn.IResolvable): any;
export declare function profileTimeoutsToHclTerraform(struct?: ProfileTimeouts | cdktn.IResolvable): any;
export declare class ProfileTimeoutsOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ProfileTimeouts | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileTimeouts | cdktn.IResolvable | undefined);
    private _create?;
    get create(): string;
    set create(value: string);
    resetCreate(): void;
    get createInput(): string | undefined;
    private _delete?;
    get delete(): string;
    set delete(value: string);
    resetDelete(): void;
    get deleteInput(): string | undefined;
    private _read?;
    get read(): string;
    set read(value: string);
    resetRead(): void;
    get readInput(): string | undefined;
    private _update?;
    get update(): string;
    set update(value: string);
    resetUpdate(): void;
    get updateInput(): string | undefined;
}
export interface ProfileWebFormIdpRules {
    /**
    * What of a person the identity provider tells, e.g. `groups` or `mail`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#key Profile#key}
    */
    readonly key: string;
    /**
    * `MATCHES` the whole value or `CONTAINS` a part of it.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#match Profile#match}
    */
    readonly match: string;
    /**
    * Values of which one has to be there.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#values Profile#values}
    */
    readonly values: string[];
}
export declare function profileWebFormIdpRulesToTerraform(struct?: ProfileWebFormIdpRules | cdktn.IResolvable): any;
export declare function profileWebFormIdpRulesToHclTerraform(struct?: ProfileWebFormIdpRules | cdktn.IResolvable): any;
export declare class ProfileWebFormIdpRulesOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param complexObjectIndex the index of this item in the list
    * @param complexObjectIsFromSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, complexObjectIndex: number, complexObjectIsFromSet: boolean);
    get internalValue(): ProfileWebFormIdpRules | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileWebFormIdpRules | cdktn.IResolvable | undefined);
    private _key?;
    get key(): string;
    set key(value: string);
    get keyInput(): string | undefined;
    private _match?;
    get match(): string;
    set match(value: string);
    get matchInput(): string | undefined;
    private _values?;
    get values(): string[];
    set values(value: string[]);
    get valuesInput(): string[] | undefined;
}
export declare class ProfileWebFormIdpRulesList extends cdktn.ComplexList {
    internalValue?: ProfileWebFormIdpRules[] | cdktn.IResolvable;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    * @param wrapsSet whether the list is wrapping a set (will add tolist() to be able to access an item via an index)
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string, wrapsSet: boolean);
    /**
    * @param index the index of the item to return
    */
    get(index: number): ProfileWebFormIdpRulesOutputReference;
}
export interface ProfileWebForm {
    /**
    * Name of the account in SCM; the profile's own when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#account_name Profile#account_name}
    */
    readonly accountName?: string;
    /**
    * Whether to take over an account that has this name already; it is left in SCM on destroy then. False when left out: an account that somebody else made is never taken over silently.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#adopt_existing Profile#adopt_existing}
    */
    readonly adoptExisting?: boolean | cdktn.IResolvable;
    /**
    * Whether people may have SCM renew by itself; false when left out.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#allow_auto_renew Profile#allow_auto_renew}
    */
    readonly allowAutoRenew?: boolean | cdktn.IResolvable;
    /**
    * Whether requests are issued without an administrator; false when left out. Only with an access code or rules of an identity provider, never with `admin_web_request`.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#auto_approve Profile#auto_approve}
    */
    readonly autoApprove?: boolean | cdktn.IResolvable;
    /**
    * Name of the SSL web form in SCM. One that exists is used as it is; else it is made, and removed again with its last account.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#endpoint Profile#endpoint}
    */
    readonly endpoint: string;
    /**
    * Who may enroll, by what an identity provider says of them. Instead of an access code.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#idp_rules Profile#idp_rules}
    */
    readonly idpRules?: ProfileWebFormIdpRules[] | cdktn.IResolvable;
    /**
    * End of the web form's address, where it has to be made; follows from its name when left out. No other web form may have it.
    *
    * Docs at Terraform Registry: {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#uri_extension Profile#uri_extension}
    */
    readonly uriExtension?: string;
}
export declare function profileWebFormToTerraform(struct?: ProfileWebForm | cdktn.IResolvable): any;
export declare function profileWebFormToHclTerraform(struct?: ProfileWebForm | cdktn.IResolvable): any;
export declare class ProfileWebFormOutputReference extends cdktn.ComplexObject {
    private isEmptyObject;
    private resolvableValue?;
    /**
    * @param terraformResource The parent resource
    * @param terraformAttribute The attribute on the parent resource this class is referencing
    */
    constructor(terraformResource: cdktn.IInterpolatingParent, terraformAttribute: string);
    get internalValue(): ProfileWebForm | cdktn.IResolvable | undefined;
    set internalValue(value: ProfileWebForm | cdktn.IResolvable | undefined);
    private _accountName?;
    get accountName(): string;
    set accountName(value: string);
    resetAccountName(): void;
    get accountNameInput(): string | undefined;
    private _adoptExisting?;
    get adoptExisting(): boolean | cdktn.IResolvable;
    set adoptExisting(value: boolean | cdktn.IResolvable);
    resetAdoptExisting(): void;
    get adoptExistingInput(): boolean | cdktn.IResolvable | undefined;
    private _allowAutoRenew?;
    get allowAutoRenew(): boolean | cdktn.IResolvable;
    set allowAutoRenew(value: boolean | cdktn.IResolvable);
    resetAllowAutoRenew(): void;
    get allowAutoRenewInput(): boolean | cdktn.IResolvable | undefined;
    private _autoApprove?;
    get autoApprove(): boolean | cdktn.IResolvable;
    set autoApprove(value: boolean | cdktn.IResolvable);
    resetAutoApprove(): void;
    get autoApproveInput(): boolean | cdktn.IResolvable | undefined;
    private _endpoint?;
    get endpoint(): string;
    set endpoint(value: string);
    get endpointInput(): string | undefined;
    private _idpRules;
    get idpRules(): ProfileWebFormIdpRulesList;
    putIdpRules(value: ProfileWebFormIdpRules[] | cdktn.IResolvable): void;
    resetIdpRules(): void;
    get idpRulesInput(): ProfileWebFormIdpRules[] | cdktn.IResolvable | undefined;
    private _uriExtension?;
    get uriExtension(): string;
    set uriExtension(value: string);
    resetUriExtension(): void;
    get uriExtensionInput(): string | undefined;
}
/**
* Represents a {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile sectigo_profile}
*/
export declare class Profile extends cdktn.TerraformResource {
    static readonly tfResourceType = "sectigo_profile";
    /**
    * Generates CDKTN code for importing a Profile resource upon running "cdktn plan <stack-name>"
    * @param scope The scope in which to define this construct
    * @param importToId The construct id used in the generated config for the Profile to import
    * @param importFromId The id of the existing Profile that should be imported. Refer to the {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile#import import section} in the documentation of this resource for the id to use
    * @param provider? Optional instance of the provider where the Profile to import is found
    */
    static generateConfigForImport(scope: Construct, importToId: string, importFromId: string, provider?: cdktn.TerraformProvider): cdktn.ImportableResource;
    /**
    * Create a new {@link https://registry.terraform.io/providers/scm-as-code/sectigo/0.1.0/docs/resources/profile sectigo_profile} Resource
    *
    * @param scope The scope in which to define this construct
    * @param id The scoped construct ID. Must be unique amongst siblings in the same scope
    * @param options ProfileConfig
    */
    constructor(scope: Construct, id: string, config: ProfileConfig);
    private _accessCodeWo?;
    /**
    * @deprecated Write-only: the provider never returns this value; reading it always yields null by protocol contract. The getter remains for compatibility and will be removed in a future prebuilt-provider major.
    */
    get accessCodeWo(): string;
    set accessCodeWo(value: string);
    resetAccessCodeWo(): void;
    get accessCodeWoInput(): string | undefined;
    private _accessCodeWoVersion?;
    get accessCodeWoVersion(): number;
    set accessCodeWoVersion(value: number);
    resetAccessCodeWoVersion(): void;
    get accessCodeWoVersionInput(): number | undefined;
    private _acme;
    get acme(): ProfileAcmeOutputReference;
    putAcme(value: ProfileAcme): void;
    resetAcme(): void;
    get acmeInput(): cdktn.IResolvable | ProfileAcme | undefined;
    get acmeAccountId(): number;
    get acmeDirectoryUrl(): string;
    get acmeEabHmacKey(): string;
    get acmeEabKeyId(): string;
    private _allowedNames?;
    get allowedNames(): string[];
    set allowedNames(value: string[]);
    resetAllowedNames(): void;
    get allowedNamesInput(): string[] | undefined;
    get businessUnit(): string;
    private _connector;
    get connector(): ProfileConnectorOutputReference;
    putConnector(value: ProfileConnector): void;
    resetConnector(): void;
    get connectorInput(): cdktn.IResolvable | ProfileConnector | undefined;
    private _customFields?;
    get customFields(): {
        [key: string]: string;
    };
    set customFields(value: {
        [key: string]: string;
    });
    resetCustomFields(): void;
    get customFieldsInput(): {
        [key: string]: string;
    } | undefined;
    get drift(): string[];
    private _eabInState?;
    get eabInState(): boolean | cdktn.IResolvable;
    set eabInState(value: boolean | cdktn.IResolvable);
    resetEabInState(): void;
    get eabInStateInput(): boolean | cdktn.IResolvable | undefined;
    get endpointAccountId(): number;
    get endpointId(): number;
    private _enrollmentMethod?;
    get enrollmentMethod(): string;
    set enrollmentMethod(value: string);
    get enrollmentMethodInput(): string | undefined;
    get enrollmentUrl(): string;
    private _externalRequesters?;
    get externalRequesters(): string[];
    set externalRequesters(value: string[]);
    resetExternalRequesters(): void;
    get externalRequestersInput(): string[] | undefined;
    private _keyTypes?;
    get keyTypes(): string[];
    set keyTypes(value: string[]);
    resetKeyTypes(): void;
    get keyTypesInput(): string[] | undefined;
    private _name?;
    get name(): string;
    set name(value: string);
    get nameInput(): string | undefined;
    private _organization?;
    get organization(): string;
    set organization(value: string);
    resetOrganization(): void;
    get organizationInput(): string | undefined;
    private _organizationId?;
    get organizationId(): number;
    set organizationId(value: number);
    resetOrganizationId(): void;
    get organizationIdInput(): number | undefined;
    private _owners?;
    get owners(): string[];
    set owners(value: string[]);
    resetOwners(): void;
    get ownersInput(): string[] | undefined;
    private _ref;
    get ref(): ProfileRefOutputReference;
    private _renewal;
    get renewal(): ProfileRenewalOutputReference;
    putRenewal(value: ProfileRenewal): void;
    resetRenewal(): void;
    get renewalInput(): cdktn.IResolvable | ProfileRenewal | undefined;
    private _scmProfile?;
    get scmProfile(): string;
    set scmProfile(value: string);
    resetScmProfile(): void;
    get scmProfileInput(): string | undefined;
    private _scmProfileId?;
    get scmProfileId(): number;
    set scmProfileId(value: number);
    resetScmProfileId(): void;
    get scmProfileIdInput(): number | undefined;
    private _sensor?;
    get sensor(): string;
    set sensor(value: string);
    resetSensor(): void;
    get sensorInput(): string | undefined;
    private _skipValidationCheck?;
    get skipValidationCheck(): boolean | cdktn.IResolvable;
    set skipValidationCheck(value: boolean | cdktn.IResolvable);
    resetSkipValidationCheck(): void;
    get skipValidationCheckInput(): boolean | cdktn.IResolvable | undefined;
    private _tags?;
    get tags(): string[];
    set tags(value: string[]);
    resetTags(): void;
    get tagsInput(): string[] | undefined;
    private _template?;
    get template(): string;
    set template(value: string);
    resetTemplate(): void;
    get templateInput(): string | undefined;
    private _termDays?;
    get termDays(): number;
    set termDays(value: number);
    resetTermDays(): void;
    get termDaysInput(): number | undefined;
    private _timeouts;
    get timeouts(): ProfileTimeoutsOutputReference;
    putTimeouts(value: ProfileTimeouts): void;
    resetTimeouts(): void;
    get timeoutsInput(): cdktn.IResolvable | ProfileTimeouts | undefined;
    private _trustType?;
    get trustType(): string;
    set trustType(value: string);
    resetTrustType(): void;
    get trustTypeInput(): string | undefined;
    private _webForm;
    get webForm(): ProfileWebFormOutputReference;
    putWebForm(value: ProfileWebForm): void;
    resetWebForm(): void;
    get webFormInput(): cdktn.IResolvable | ProfileWebForm | undefined;
    protected synthesizeAttributes(): {
        [name: string]: any;
    };
    protected synthesizeHclAttributes(): {
        [name: string]: any;
    };
}
