"use strict";
var __createBinding = (this && this.__createBinding) || (Object.create ? (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    var desc = Object.getOwnPropertyDescriptor(m, k);
    if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
      desc = { enumerable: true, get: function() { return m[k]; } };
    }
    Object.defineProperty(o, k2, desc);
}) : (function(o, m, k, k2) {
    if (k2 === undefined) k2 = k;
    o[k2] = m[k];
}));
var __setModuleDefault = (this && this.__setModuleDefault) || (Object.create ? (function(o, v) {
    Object.defineProperty(o, "default", { enumerable: true, value: v });
}) : function(o, v) {
    o["default"] = v;
});
var __importStar = (this && this.__importStar) || (function () {
    var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function (o) {
            var ar = [];
            for (var k in o) if (Object.prototype.hasOwnProperty.call(o, k)) ar[ar.length] = k;
            return ar;
        };
        return ownKeys(o);
    };
    return function (mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        __setModuleDefault(result, mod);
        return result;
    };
})();
Object.defineProperty(exports, "__esModule", { value: true });
exports.Profile = exports.ProfileWebFormOutputReference = exports.ProfileWebFormIdpRulesList = exports.ProfileWebFormIdpRulesOutputReference = exports.ProfileTimeoutsOutputReference = exports.ProfileRenewalOutputReference = exports.ProfileRefOutputReference = exports.ProfileRefRenewalOutputReference = exports.ProfileConnectorOutputReference = exports.ProfileConnectorImportOutputReference = exports.ProfileConnectorImportFullImportEveryOutputReference = exports.ProfileConnectorImportFrequencyOutputReference = exports.ProfileConnectorImportAssignmentRulesList = exports.ProfileConnectorImportAssignmentRulesOutputReference = exports.ProfileConnectorImportAssignmentRulesGroupsList = exports.ProfileConnectorImportAssignmentRulesGroupsOutputReference = exports.ProfileConnectorImportAssignmentRulesGroupsConditionsList = exports.ProfileConnectorImportAssignmentRulesGroupsConditionsOutputReference = exports.ProfileConnectorImportAssignmentRulesConditionsList = exports.ProfileConnectorImportAssignmentRulesConditionsOutputReference = exports.ProfileAcmeOutputReference = void 0;
exports.profileAcmeToTerraform = profileAcmeToTerraform;
exports.profileAcmeToHclTerraform = profileAcmeToHclTerraform;
exports.profileConnectorImportAssignmentRulesConditionsToTerraform = profileConnectorImportAssignmentRulesConditionsToTerraform;
exports.profileConnectorImportAssignmentRulesConditionsToHclTerraform = profileConnectorImportAssignmentRulesConditionsToHclTerraform;
exports.profileConnectorImportAssignmentRulesGroupsConditionsToTerraform = profileConnectorImportAssignmentRulesGroupsConditionsToTerraform;
exports.profileConnectorImportAssignmentRulesGroupsConditionsToHclTerraform = profileConnectorImportAssignmentRulesGroupsConditionsToHclTerraform;
exports.profileConnectorImportAssignmentRulesGroupsToTerraform = profileConnectorImportAssignmentRulesGroupsToTerraform;
exports.profileConnectorImportAssignmentRulesGroupsToHclTerraform = profileConnectorImportAssignmentRulesGroupsToHclTerraform;
exports.profileConnectorImportAssignmentRulesToTerraform = profileConnectorImportAssignmentRulesToTerraform;
exports.profileConnectorImportAssignmentRulesToHclTerraform = profileConnectorImportAssignmentRulesToHclTerraform;
exports.profileConnectorImportFrequencyToTerraform = profileConnectorImportFrequencyToTerraform;
exports.profileConnectorImportFrequencyToHclTerraform = profileConnectorImportFrequencyToHclTerraform;
exports.profileConnectorImportFullImportEveryToTerraform = profileConnectorImportFullImportEveryToTerraform;
exports.profileConnectorImportFullImportEveryToHclTerraform = profileConnectorImportFullImportEveryToHclTerraform;
exports.profileConnectorImportToTerraform = profileConnectorImportToTerraform;
exports.profileConnectorImportToHclTerraform = profileConnectorImportToHclTerraform;
exports.profileConnectorToTerraform = profileConnectorToTerraform;
exports.profileConnectorToHclTerraform = profileConnectorToHclTerraform;
exports.profileRefRenewalToTerraform = profileRefRenewalToTerraform;
exports.profileRefRenewalToHclTerraform = profileRefRenewalToHclTerraform;
exports.profileRefToTerraform = profileRefToTerraform;
exports.profileRefToHclTerraform = profileRefToHclTerraform;
exports.profileRenewalToTerraform = profileRenewalToTerraform;
exports.profileRenewalToHclTerraform = profileRenewalToHclTerraform;
exports.profileTimeoutsToTerraform = profileTimeoutsToTerraform;
exports.profileTimeoutsToHclTerraform = profileTimeoutsToHclTerraform;
exports.profileWebFormIdpRulesToTerraform = profileWebFormIdpRulesToTerraform;
exports.profileWebFormIdpRulesToHclTerraform = profileWebFormIdpRulesToHclTerraform;
exports.profileWebFormToTerraform = profileWebFormToTerraform;
exports.profileWebFormToHclTerraform = profileWebFormToHclTerraform;
const cdktf = __importStar(require("cdktf"));
function profileAcmeToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        account_name: cdktf.stringToTerraform(struct.accountName),
        adopt_existing: cdktf.booleanToTerraform(struct.adoptExisting),
        domains: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.domains),
        server: cdktf.stringToTerraform(struct.server),
    };
}
function profileAcmeToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        account_name: {
            value: cdktf.stringToHclTerraform(struct.accountName),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        adopt_existing: {
            value: cdktf.booleanToHclTerraform(struct.adoptExisting),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        domains: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.domains),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        server: {
            value: cdktf.stringToHclTerraform(struct.server),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileAcmeOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._accountName !== undefined) {
            hasAnyValues = true;
            internalValueResult.accountName = this._accountName;
        }
        if (this._adoptExisting !== undefined) {
            hasAnyValues = true;
            internalValueResult.adoptExisting = this._adoptExisting;
        }
        if (this._domains !== undefined) {
            hasAnyValues = true;
            internalValueResult.domains = this._domains;
        }
        if (this._server !== undefined) {
            hasAnyValues = true;
            internalValueResult.server = this._server;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._accountName = undefined;
            this._adoptExisting = undefined;
            this._domains = undefined;
            this._server = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._accountName = value.accountName;
            this._adoptExisting = value.adoptExisting;
            this._domains = value.domains;
            this._server = value.server;
        }
    }
    get accountName() {
        return this.getStringAttribute('account_name');
    }
    set accountName(value) {
        this._accountName = value;
    }
    resetAccountName() {
        this._accountName = undefined;
    }
    get accountNameInput() {
        return this._accountName;
    }
    get adoptExisting() {
        return this.getBooleanAttribute('adopt_existing');
    }
    set adoptExisting(value) {
        this._adoptExisting = value;
    }
    resetAdoptExisting() {
        this._adoptExisting = undefined;
    }
    get adoptExistingInput() {
        return this._adoptExisting;
    }
    get domains() {
        return cdktf.Fn.tolist(this.getListAttribute('domains'));
    }
    set domains(value) {
        this._domains = value;
    }
    resetDomains() {
        this._domains = undefined;
    }
    get domainsInput() {
        return this._domains;
    }
    get server() {
        return this.getStringAttribute('server');
    }
    set server(value) {
        this._server = value;
    }
    get serverInput() {
        return this._server;
    }
}
exports.ProfileAcmeOutputReference = ProfileAcmeOutputReference;
function profileConnectorImportAssignmentRulesConditionsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        attribute: cdktf.stringToTerraform(struct.attribute),
        operator: cdktf.stringToTerraform(struct.operator),
        value: cdktf.stringToTerraform(struct.value),
        values: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.values),
    };
}
function profileConnectorImportAssignmentRulesConditionsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        attribute: {
            value: cdktf.stringToHclTerraform(struct.attribute),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        operator: {
            value: cdktf.stringToHclTerraform(struct.operator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        values: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.values),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileConnectorImportAssignmentRulesConditionsOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._attribute !== undefined) {
            hasAnyValues = true;
            internalValueResult.attribute = this._attribute;
        }
        if (this._operator !== undefined) {
            hasAnyValues = true;
            internalValueResult.operator = this._operator;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        if (this._values !== undefined) {
            hasAnyValues = true;
            internalValueResult.values = this._values;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._attribute = undefined;
            this._operator = undefined;
            this._value = undefined;
            this._values = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._attribute = value.attribute;
            this._operator = value.operator;
            this._value = value.value;
            this._values = value.values;
        }
    }
    get attribute() {
        return this.getStringAttribute('attribute');
    }
    set attribute(value) {
        this._attribute = value;
    }
    resetAttribute() {
        this._attribute = undefined;
    }
    get attributeInput() {
        return this._attribute;
    }
    get operator() {
        return this.getStringAttribute('operator');
    }
    set operator(value) {
        this._operator = value;
    }
    resetOperator() {
        this._operator = undefined;
    }
    get operatorInput() {
        return this._operator;
    }
    get value() {
        return this.getStringAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    resetValue() {
        this._value = undefined;
    }
    get valueInput() {
        return this._value;
    }
    get values() {
        return this.getListAttribute('values');
    }
    set values(value) {
        this._values = value;
    }
    resetValues() {
        this._values = undefined;
    }
    get valuesInput() {
        return this._values;
    }
}
exports.ProfileConnectorImportAssignmentRulesConditionsOutputReference = ProfileConnectorImportAssignmentRulesConditionsOutputReference;
class ProfileConnectorImportAssignmentRulesConditionsList extends cdktf.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new ProfileConnectorImportAssignmentRulesConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ProfileConnectorImportAssignmentRulesConditionsList = ProfileConnectorImportAssignmentRulesConditionsList;
function profileConnectorImportAssignmentRulesGroupsConditionsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        attribute: cdktf.stringToTerraform(struct.attribute),
        operator: cdktf.stringToTerraform(struct.operator),
        value: cdktf.stringToTerraform(struct.value),
        values: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.values),
    };
}
function profileConnectorImportAssignmentRulesGroupsConditionsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        attribute: {
            value: cdktf.stringToHclTerraform(struct.attribute),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        operator: {
            value: cdktf.stringToHclTerraform(struct.operator),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.stringToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        values: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.values),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileConnectorImportAssignmentRulesGroupsConditionsOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._attribute !== undefined) {
            hasAnyValues = true;
            internalValueResult.attribute = this._attribute;
        }
        if (this._operator !== undefined) {
            hasAnyValues = true;
            internalValueResult.operator = this._operator;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        if (this._values !== undefined) {
            hasAnyValues = true;
            internalValueResult.values = this._values;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._attribute = undefined;
            this._operator = undefined;
            this._value = undefined;
            this._values = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._attribute = value.attribute;
            this._operator = value.operator;
            this._value = value.value;
            this._values = value.values;
        }
    }
    get attribute() {
        return this.getStringAttribute('attribute');
    }
    set attribute(value) {
        this._attribute = value;
    }
    resetAttribute() {
        this._attribute = undefined;
    }
    get attributeInput() {
        return this._attribute;
    }
    get operator() {
        return this.getStringAttribute('operator');
    }
    set operator(value) {
        this._operator = value;
    }
    resetOperator() {
        this._operator = undefined;
    }
    get operatorInput() {
        return this._operator;
    }
    get value() {
        return this.getStringAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    resetValue() {
        this._value = undefined;
    }
    get valueInput() {
        return this._value;
    }
    get values() {
        return this.getListAttribute('values');
    }
    set values(value) {
        this._values = value;
    }
    resetValues() {
        this._values = undefined;
    }
    get valuesInput() {
        return this._values;
    }
}
exports.ProfileConnectorImportAssignmentRulesGroupsConditionsOutputReference = ProfileConnectorImportAssignmentRulesGroupsConditionsOutputReference;
class ProfileConnectorImportAssignmentRulesGroupsConditionsList extends cdktf.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new ProfileConnectorImportAssignmentRulesGroupsConditionsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ProfileConnectorImportAssignmentRulesGroupsConditionsList = ProfileConnectorImportAssignmentRulesGroupsConditionsList;
function profileConnectorImportAssignmentRulesGroupsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        conditions: cdktf.listMapper(profileConnectorImportAssignmentRulesGroupsConditionsToTerraform, false)(struct.conditions),
        match: cdktf.stringToTerraform(struct.match),
    };
}
function profileConnectorImportAssignmentRulesGroupsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        conditions: {
            value: cdktf.listMapperHcl(profileConnectorImportAssignmentRulesGroupsConditionsToHclTerraform, false)(struct.conditions),
            isBlock: true,
            type: "list",
            storageClassType: "ProfileConnectorImportAssignmentRulesGroupsConditionsList",
        },
        match: {
            value: cdktf.stringToHclTerraform(struct.match),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileConnectorImportAssignmentRulesGroupsOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._conditions = new ProfileConnectorImportAssignmentRulesGroupsConditionsList(this, "conditions", false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._conditions?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.conditions = this._conditions?.internalValue;
        }
        if (this._match !== undefined) {
            hasAnyValues = true;
            internalValueResult.match = this._match;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._conditions.internalValue = undefined;
            this._match = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._conditions.internalValue = value.conditions;
            this._match = value.match;
        }
    }
    get conditions() {
        return this._conditions;
    }
    putConditions(value) {
        this._conditions.internalValue = value;
    }
    resetConditions() {
        this._conditions.internalValue = undefined;
    }
    get conditionsInput() {
        return this._conditions.internalValue;
    }
    get match() {
        return this.getStringAttribute('match');
    }
    set match(value) {
        this._match = value;
    }
    resetMatch() {
        this._match = undefined;
    }
    get matchInput() {
        return this._match;
    }
}
exports.ProfileConnectorImportAssignmentRulesGroupsOutputReference = ProfileConnectorImportAssignmentRulesGroupsOutputReference;
class ProfileConnectorImportAssignmentRulesGroupsList extends cdktf.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new ProfileConnectorImportAssignmentRulesGroupsOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ProfileConnectorImportAssignmentRulesGroupsList = ProfileConnectorImportAssignmentRulesGroupsList;
function profileConnectorImportAssignmentRulesToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        conditions: cdktf.listMapper(profileConnectorImportAssignmentRulesConditionsToTerraform, false)(struct.conditions),
        custom_attributes: cdktf.hashMapper(cdktf.stringToTerraform)(struct.customAttributes),
        groups: cdktf.listMapper(profileConnectorImportAssignmentRulesGroupsToTerraform, false)(struct.groups),
        match: cdktf.stringToTerraform(struct.match),
        name: cdktf.stringToTerraform(struct.name),
        owners: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.owners),
        tags: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.tags),
        version: cdktf.numberToTerraform(struct.version),
    };
}
function profileConnectorImportAssignmentRulesToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        conditions: {
            value: cdktf.listMapperHcl(profileConnectorImportAssignmentRulesConditionsToHclTerraform, false)(struct.conditions),
            isBlock: true,
            type: "list",
            storageClassType: "ProfileConnectorImportAssignmentRulesConditionsList",
        },
        custom_attributes: {
            value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct.customAttributes),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        groups: {
            value: cdktf.listMapperHcl(profileConnectorImportAssignmentRulesGroupsToHclTerraform, false)(struct.groups),
            isBlock: true,
            type: "list",
            storageClassType: "ProfileConnectorImportAssignmentRulesGroupsList",
        },
        match: {
            value: cdktf.stringToHclTerraform(struct.match),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        name: {
            value: cdktf.stringToHclTerraform(struct.name),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        owners: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.owners),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        tags: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.tags),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        version: {
            value: cdktf.numberToHclTerraform(struct.version),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileConnectorImportAssignmentRulesOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
        this._conditions = new ProfileConnectorImportAssignmentRulesConditionsList(this, "conditions", false);
        this._groups = new ProfileConnectorImportAssignmentRulesGroupsList(this, "groups", false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._conditions?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.conditions = this._conditions?.internalValue;
        }
        if (this._customAttributes !== undefined) {
            hasAnyValues = true;
            internalValueResult.customAttributes = this._customAttributes;
        }
        if (this._groups?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.groups = this._groups?.internalValue;
        }
        if (this._match !== undefined) {
            hasAnyValues = true;
            internalValueResult.match = this._match;
        }
        if (this._name !== undefined) {
            hasAnyValues = true;
            internalValueResult.name = this._name;
        }
        if (this._owners !== undefined) {
            hasAnyValues = true;
            internalValueResult.owners = this._owners;
        }
        if (this._tags !== undefined) {
            hasAnyValues = true;
            internalValueResult.tags = this._tags;
        }
        if (this._version !== undefined) {
            hasAnyValues = true;
            internalValueResult.version = this._version;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._conditions.internalValue = undefined;
            this._customAttributes = undefined;
            this._groups.internalValue = undefined;
            this._match = undefined;
            this._name = undefined;
            this._owners = undefined;
            this._tags = undefined;
            this._version = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._conditions.internalValue = value.conditions;
            this._customAttributes = value.customAttributes;
            this._groups.internalValue = value.groups;
            this._match = value.match;
            this._name = value.name;
            this._owners = value.owners;
            this._tags = value.tags;
            this._version = value.version;
        }
    }
    get conditions() {
        return this._conditions;
    }
    putConditions(value) {
        this._conditions.internalValue = value;
    }
    resetConditions() {
        this._conditions.internalValue = undefined;
    }
    get conditionsInput() {
        return this._conditions.internalValue;
    }
    get customAttributes() {
        return this.getStringMapAttribute('custom_attributes');
    }
    set customAttributes(value) {
        this._customAttributes = value;
    }
    resetCustomAttributes() {
        this._customAttributes = undefined;
    }
    get customAttributesInput() {
        return this._customAttributes;
    }
    get groups() {
        return this._groups;
    }
    putGroups(value) {
        this._groups.internalValue = value;
    }
    resetGroups() {
        this._groups.internalValue = undefined;
    }
    get groupsInput() {
        return this._groups.internalValue;
    }
    get match() {
        return this.getStringAttribute('match');
    }
    set match(value) {
        this._match = value;
    }
    resetMatch() {
        this._match = undefined;
    }
    get matchInput() {
        return this._match;
    }
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    resetName() {
        this._name = undefined;
    }
    get nameInput() {
        return this._name;
    }
    get owners() {
        return cdktf.Fn.tolist(this.getListAttribute('owners'));
    }
    set owners(value) {
        this._owners = value;
    }
    resetOwners() {
        this._owners = undefined;
    }
    get ownersInput() {
        return this._owners;
    }
    get tags() {
        return cdktf.Fn.tolist(this.getListAttribute('tags'));
    }
    set tags(value) {
        this._tags = value;
    }
    resetTags() {
        this._tags = undefined;
    }
    get tagsInput() {
        return this._tags;
    }
    get version() {
        return this.getNumberAttribute('version');
    }
    set version(value) {
        this._version = value;
    }
    resetVersion() {
        this._version = undefined;
    }
    get versionInput() {
        return this._version;
    }
}
exports.ProfileConnectorImportAssignmentRulesOutputReference = ProfileConnectorImportAssignmentRulesOutputReference;
class ProfileConnectorImportAssignmentRulesList extends cdktf.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new ProfileConnectorImportAssignmentRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ProfileConnectorImportAssignmentRulesList = ProfileConnectorImportAssignmentRulesList;
function profileConnectorImportFrequencyToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        unit: cdktf.stringToTerraform(struct.unit),
        value: cdktf.numberToTerraform(struct.value),
    };
}
function profileConnectorImportFrequencyToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        unit: {
            value: cdktf.stringToHclTerraform(struct.unit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.numberToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileConnectorImportFrequencyOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._unit !== undefined) {
            hasAnyValues = true;
            internalValueResult.unit = this._unit;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._unit = undefined;
            this._value = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._unit = value.unit;
            this._value = value.value;
        }
    }
    get unit() {
        return this.getStringAttribute('unit');
    }
    set unit(value) {
        this._unit = value;
    }
    get unitInput() {
        return this._unit;
    }
    get value() {
        return this.getNumberAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    get valueInput() {
        return this._value;
    }
}
exports.ProfileConnectorImportFrequencyOutputReference = ProfileConnectorImportFrequencyOutputReference;
function profileConnectorImportFullImportEveryToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        unit: cdktf.stringToTerraform(struct.unit),
        value: cdktf.numberToTerraform(struct.value),
    };
}
function profileConnectorImportFullImportEveryToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        unit: {
            value: cdktf.stringToHclTerraform(struct.unit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        value: {
            value: cdktf.numberToHclTerraform(struct.value),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileConnectorImportFullImportEveryOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._unit !== undefined) {
            hasAnyValues = true;
            internalValueResult.unit = this._unit;
        }
        if (this._value !== undefined) {
            hasAnyValues = true;
            internalValueResult.value = this._value;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._unit = undefined;
            this._value = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._unit = value.unit;
            this._value = value.value;
        }
    }
    get unit() {
        return this.getStringAttribute('unit');
    }
    set unit(value) {
        this._unit = value;
    }
    get unitInput() {
        return this._unit;
    }
    get value() {
        return this.getNumberAttribute('value');
    }
    set value(value) {
        this._value = value;
    }
    get valueInput() {
        return this._value;
    }
}
exports.ProfileConnectorImportFullImportEveryOutputReference = ProfileConnectorImportFullImportEveryOutputReference;
function profileConnectorImportToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        assignment_rules: cdktf.listMapper(profileConnectorImportAssignmentRulesToTerraform, false)(struct.assignmentRules),
        business_unit: cdktf.stringToTerraform(struct.businessUnit),
        business_units_by_organization: cdktf.hashMapper(cdktf.stringToTerraform)(struct.businessUnitsByOrganization),
        certificate_types: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.certificateTypes),
        frequency: profileConnectorImportFrequencyToTerraform(struct.frequency),
        full_import_every: profileConnectorImportFullImportEveryToTerraform(struct.fullImportEvery),
        include_discovered: cdktf.booleanToTerraform(struct.includeDiscovered),
        include_expired: cdktf.booleanToTerraform(struct.includeExpired),
        include_revoked: cdktf.booleanToTerraform(struct.includeRevoked),
        organizations: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.organizations),
        scm_profiles: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.scmProfiles),
        statuses: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.statuses),
    };
}
function profileConnectorImportToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        assignment_rules: {
            value: cdktf.listMapperHcl(profileConnectorImportAssignmentRulesToHclTerraform, false)(struct.assignmentRules),
            isBlock: true,
            type: "list",
            storageClassType: "ProfileConnectorImportAssignmentRulesList",
        },
        business_unit: {
            value: cdktf.stringToHclTerraform(struct.businessUnit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        business_units_by_organization: {
            value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(struct.businessUnitsByOrganization),
            isBlock: false,
            type: "map",
            storageClassType: "stringMap",
        },
        certificate_types: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.certificateTypes),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        frequency: {
            value: profileConnectorImportFrequencyToHclTerraform(struct.frequency),
            isBlock: true,
            type: "struct",
            storageClassType: "ProfileConnectorImportFrequency",
        },
        full_import_every: {
            value: profileConnectorImportFullImportEveryToHclTerraform(struct.fullImportEvery),
            isBlock: true,
            type: "struct",
            storageClassType: "ProfileConnectorImportFullImportEvery",
        },
        include_discovered: {
            value: cdktf.booleanToHclTerraform(struct.includeDiscovered),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        include_expired: {
            value: cdktf.booleanToHclTerraform(struct.includeExpired),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        include_revoked: {
            value: cdktf.booleanToHclTerraform(struct.includeRevoked),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        organizations: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.organizations),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        scm_profiles: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.scmProfiles),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
        statuses: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.statuses),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileConnectorImportOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._assignmentRules = new ProfileConnectorImportAssignmentRulesList(this, "assignment_rules", false);
        this._frequency = new ProfileConnectorImportFrequencyOutputReference(this, "frequency");
        this._fullImportEvery = new ProfileConnectorImportFullImportEveryOutputReference(this, "full_import_every");
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._assignmentRules?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.assignmentRules = this._assignmentRules?.internalValue;
        }
        if (this._businessUnit !== undefined) {
            hasAnyValues = true;
            internalValueResult.businessUnit = this._businessUnit;
        }
        if (this._businessUnitsByOrganization !== undefined) {
            hasAnyValues = true;
            internalValueResult.businessUnitsByOrganization = this._businessUnitsByOrganization;
        }
        if (this._certificateTypes !== undefined) {
            hasAnyValues = true;
            internalValueResult.certificateTypes = this._certificateTypes;
        }
        if (this._frequency?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.frequency = this._frequency?.internalValue;
        }
        if (this._fullImportEvery?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.fullImportEvery = this._fullImportEvery?.internalValue;
        }
        if (this._includeDiscovered !== undefined) {
            hasAnyValues = true;
            internalValueResult.includeDiscovered = this._includeDiscovered;
        }
        if (this._includeExpired !== undefined) {
            hasAnyValues = true;
            internalValueResult.includeExpired = this._includeExpired;
        }
        if (this._includeRevoked !== undefined) {
            hasAnyValues = true;
            internalValueResult.includeRevoked = this._includeRevoked;
        }
        if (this._organizations !== undefined) {
            hasAnyValues = true;
            internalValueResult.organizations = this._organizations;
        }
        if (this._scmProfiles !== undefined) {
            hasAnyValues = true;
            internalValueResult.scmProfiles = this._scmProfiles;
        }
        if (this._statuses !== undefined) {
            hasAnyValues = true;
            internalValueResult.statuses = this._statuses;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._assignmentRules.internalValue = undefined;
            this._businessUnit = undefined;
            this._businessUnitsByOrganization = undefined;
            this._certificateTypes = undefined;
            this._frequency.internalValue = undefined;
            this._fullImportEvery.internalValue = undefined;
            this._includeDiscovered = undefined;
            this._includeExpired = undefined;
            this._includeRevoked = undefined;
            this._organizations = undefined;
            this._scmProfiles = undefined;
            this._statuses = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._assignmentRules.internalValue = value.assignmentRules;
            this._businessUnit = value.businessUnit;
            this._businessUnitsByOrganization = value.businessUnitsByOrganization;
            this._certificateTypes = value.certificateTypes;
            this._frequency.internalValue = value.frequency;
            this._fullImportEvery.internalValue = value.fullImportEvery;
            this._includeDiscovered = value.includeDiscovered;
            this._includeExpired = value.includeExpired;
            this._includeRevoked = value.includeRevoked;
            this._organizations = value.organizations;
            this._scmProfiles = value.scmProfiles;
            this._statuses = value.statuses;
        }
    }
    get assignmentRules() {
        return this._assignmentRules;
    }
    putAssignmentRules(value) {
        this._assignmentRules.internalValue = value;
    }
    resetAssignmentRules() {
        this._assignmentRules.internalValue = undefined;
    }
    get assignmentRulesInput() {
        return this._assignmentRules.internalValue;
    }
    get businessUnit() {
        return this.getStringAttribute('business_unit');
    }
    set businessUnit(value) {
        this._businessUnit = value;
    }
    resetBusinessUnit() {
        this._businessUnit = undefined;
    }
    get businessUnitInput() {
        return this._businessUnit;
    }
    get businessUnitsByOrganization() {
        return this.getStringMapAttribute('business_units_by_organization');
    }
    set businessUnitsByOrganization(value) {
        this._businessUnitsByOrganization = value;
    }
    resetBusinessUnitsByOrganization() {
        this._businessUnitsByOrganization = undefined;
    }
    get businessUnitsByOrganizationInput() {
        return this._businessUnitsByOrganization;
    }
    get certificateTypes() {
        return cdktf.Fn.tolist(this.getListAttribute('certificate_types'));
    }
    set certificateTypes(value) {
        this._certificateTypes = value;
    }
    resetCertificateTypes() {
        this._certificateTypes = undefined;
    }
    get certificateTypesInput() {
        return this._certificateTypes;
    }
    get frequency() {
        return this._frequency;
    }
    putFrequency(value) {
        this._frequency.internalValue = value;
    }
    resetFrequency() {
        this._frequency.internalValue = undefined;
    }
    get frequencyInput() {
        return this._frequency.internalValue;
    }
    get fullImportEvery() {
        return this._fullImportEvery;
    }
    putFullImportEvery(value) {
        this._fullImportEvery.internalValue = value;
    }
    resetFullImportEvery() {
        this._fullImportEvery.internalValue = undefined;
    }
    get fullImportEveryInput() {
        return this._fullImportEvery.internalValue;
    }
    get includeDiscovered() {
        return this.getBooleanAttribute('include_discovered');
    }
    set includeDiscovered(value) {
        this._includeDiscovered = value;
    }
    resetIncludeDiscovered() {
        this._includeDiscovered = undefined;
    }
    get includeDiscoveredInput() {
        return this._includeDiscovered;
    }
    get includeExpired() {
        return this.getBooleanAttribute('include_expired');
    }
    set includeExpired(value) {
        this._includeExpired = value;
    }
    resetIncludeExpired() {
        this._includeExpired = undefined;
    }
    get includeExpiredInput() {
        return this._includeExpired;
    }
    get includeRevoked() {
        return this.getBooleanAttribute('include_revoked');
    }
    set includeRevoked(value) {
        this._includeRevoked = value;
    }
    resetIncludeRevoked() {
        this._includeRevoked = undefined;
    }
    get includeRevokedInput() {
        return this._includeRevoked;
    }
    get organizations() {
        return cdktf.Fn.tolist(this.getListAttribute('organizations'));
    }
    set organizations(value) {
        this._organizations = value;
    }
    resetOrganizations() {
        this._organizations = undefined;
    }
    get organizationsInput() {
        return this._organizations;
    }
    get scmProfiles() {
        return cdktf.Fn.tolist(this.getListAttribute('scm_profiles'));
    }
    set scmProfiles(value) {
        this._scmProfiles = value;
    }
    resetScmProfiles() {
        this._scmProfiles = undefined;
    }
    get scmProfilesInput() {
        return this._scmProfiles;
    }
    get statuses() {
        return cdktf.Fn.tolist(this.getListAttribute('statuses'));
    }
    set statuses(value) {
        this._statuses = value;
    }
    resetStatuses() {
        this._statuses = undefined;
    }
    get statusesInput() {
        return this._statuses;
    }
}
exports.ProfileConnectorImportOutputReference = ProfileConnectorImportOutputReference;
function profileConnectorToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        business_unit: cdktf.stringToTerraform(struct.businessUnit),
        customer_uri: cdktf.stringToTerraform(struct.customerUri),
        host: cdktf.stringToTerraform(struct.host),
        import: profileConnectorImportToTerraform(struct.import),
        name: cdktf.stringToTerraform(struct.name),
        sensors: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.sensors),
        verify: cdktf.booleanToTerraform(struct.verify),
        version: cdktf.numberToTerraform(struct.version),
    };
}
function profileConnectorToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        business_unit: {
            value: cdktf.stringToHclTerraform(struct.businessUnit),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        customer_uri: {
            value: cdktf.stringToHclTerraform(struct.customerUri),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        host: {
            value: cdktf.stringToHclTerraform(struct.host),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        import: {
            value: profileConnectorImportToHclTerraform(struct.import),
            isBlock: true,
            type: "struct",
            storageClassType: "ProfileConnectorImport",
        },
        name: {
            value: cdktf.stringToHclTerraform(struct.name),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        sensors: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.sensors),
            isBlock: false,
            type: "list",
            storageClassType: "stringList",
        },
        verify: {
            value: cdktf.booleanToHclTerraform(struct.verify),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        version: {
            value: cdktf.numberToHclTerraform(struct.version),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileConnectorOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._import = new ProfileConnectorImportOutputReference(this, "import");
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._businessUnit !== undefined) {
            hasAnyValues = true;
            internalValueResult.businessUnit = this._businessUnit;
        }
        if (this._customerUri !== undefined) {
            hasAnyValues = true;
            internalValueResult.customerUri = this._customerUri;
        }
        if (this._host !== undefined) {
            hasAnyValues = true;
            internalValueResult.host = this._host;
        }
        if (this._import?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.import = this._import?.internalValue;
        }
        if (this._name !== undefined) {
            hasAnyValues = true;
            internalValueResult.name = this._name;
        }
        if (this._sensors !== undefined) {
            hasAnyValues = true;
            internalValueResult.sensors = this._sensors;
        }
        if (this._verify !== undefined) {
            hasAnyValues = true;
            internalValueResult.verify = this._verify;
        }
        if (this._version !== undefined) {
            hasAnyValues = true;
            internalValueResult.version = this._version;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._businessUnit = undefined;
            this._customerUri = undefined;
            this._host = undefined;
            this._import.internalValue = undefined;
            this._name = undefined;
            this._sensors = undefined;
            this._verify = undefined;
            this._version = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._businessUnit = value.businessUnit;
            this._customerUri = value.customerUri;
            this._host = value.host;
            this._import.internalValue = value.import;
            this._name = value.name;
            this._sensors = value.sensors;
            this._verify = value.verify;
            this._version = value.version;
        }
    }
    get businessUnit() {
        return this.getStringAttribute('business_unit');
    }
    set businessUnit(value) {
        this._businessUnit = value;
    }
    resetBusinessUnit() {
        this._businessUnit = undefined;
    }
    get businessUnitInput() {
        return this._businessUnit;
    }
    get customerUri() {
        return this.getStringAttribute('customer_uri');
    }
    set customerUri(value) {
        this._customerUri = value;
    }
    resetCustomerUri() {
        this._customerUri = undefined;
    }
    get customerUriInput() {
        return this._customerUri;
    }
    get host() {
        return this.getStringAttribute('host');
    }
    set host(value) {
        this._host = value;
    }
    resetHost() {
        this._host = undefined;
    }
    get hostInput() {
        return this._host;
    }
    get import() {
        return this._import;
    }
    putImport(value) {
        this._import.internalValue = value;
    }
    resetImport() {
        this._import.internalValue = undefined;
    }
    get importInput() {
        return this._import.internalValue;
    }
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    resetName() {
        this._name = undefined;
    }
    get nameInput() {
        return this._name;
    }
    get sensors() {
        return this.getListAttribute('sensors');
    }
    set sensors(value) {
        this._sensors = value;
    }
    resetSensors() {
        this._sensors = undefined;
    }
    get sensorsInput() {
        return this._sensors;
    }
    get verify() {
        return this.getBooleanAttribute('verify');
    }
    set verify(value) {
        this._verify = value;
    }
    resetVerify() {
        this._verify = undefined;
    }
    get verifyInput() {
        return this._verify;
    }
    get version() {
        return this.getNumberAttribute('version');
    }
    set version(value) {
        this._version = value;
    }
    resetVersion() {
        this._version = undefined;
    }
    get versionInput() {
        return this._version;
    }
}
exports.ProfileConnectorOutputReference = ProfileConnectorOutputReference;
function profileRefRenewalToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function profileRefRenewalToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class ProfileRefRenewalOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    get enabled() {
        return this.getBooleanAttribute('enabled');
    }
    get hardDeadlineDays() {
        return this.getNumberAttribute('hard_deadline_days');
    }
    get mode() {
        return this.getStringAttribute('mode');
    }
    get windowDays() {
        return this.getNumberAttribute('window_days');
    }
    get windowShare() {
        return this.getStringAttribute('window_share');
    }
}
exports.ProfileRefRenewalOutputReference = ProfileRefRenewalOutputReference;
function profileRefToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {};
}
function profileRefToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {};
    return attrs;
}
class ProfileRefOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._customFields = new cdktf.StringMap(this, "custom_fields");
        this._renewal = new ProfileRefRenewalOutputReference(this, "renewal");
    }
    get internalValue() {
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
        }
    }
    get allowedNames() {
        return cdktf.Fn.tolist(this.getListAttribute('allowed_names'));
    }
    get businessUnit() {
        return this.getStringAttribute('business_unit');
    }
    get customFields() {
        return this._customFields;
    }
    get customerUri() {
        return this.getStringAttribute('customer_uri');
    }
    get enrollmentMethod() {
        return this.getStringAttribute('enrollment_method');
    }
    get externalRequesters() {
        return cdktf.Fn.tolist(this.getListAttribute('external_requesters'));
    }
    get host() {
        return this.getStringAttribute('host');
    }
    get keyTypes() {
        return cdktf.Fn.tolist(this.getListAttribute('key_types'));
    }
    get organizationId() {
        return this.getNumberAttribute('organization_id');
    }
    get owners() {
        return cdktf.Fn.tolist(this.getListAttribute('owners'));
    }
    get renewal() {
        return this._renewal;
    }
    get scmProfileId() {
        return this.getNumberAttribute('scm_profile_id');
    }
    get sensor() {
        return this.getStringAttribute('sensor');
    }
    get sensors() {
        return this.getListAttribute('sensors');
    }
    get skipValidationCheck() {
        return this.getBooleanAttribute('skip_validation_check');
    }
    get tags() {
        return cdktf.Fn.tolist(this.getListAttribute('tags'));
    }
    get termDays() {
        return this.getNumberAttribute('term_days');
    }
    get version() {
        return this.getNumberAttribute('version');
    }
}
exports.ProfileRefOutputReference = ProfileRefOutputReference;
function profileRenewalToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        enabled: cdktf.booleanToTerraform(struct.enabled),
        hard_deadline_days: cdktf.numberToTerraform(struct.hardDeadlineDays),
        mode: cdktf.stringToTerraform(struct.mode),
        window_days: cdktf.numberToTerraform(struct.windowDays),
        window_share: cdktf.stringToTerraform(struct.windowShare),
    };
}
function profileRenewalToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        enabled: {
            value: cdktf.booleanToHclTerraform(struct.enabled),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        hard_deadline_days: {
            value: cdktf.numberToHclTerraform(struct.hardDeadlineDays),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        mode: {
            value: cdktf.stringToHclTerraform(struct.mode),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        window_days: {
            value: cdktf.numberToHclTerraform(struct.windowDays),
            isBlock: false,
            type: "simple",
            storageClassType: "number",
        },
        window_share: {
            value: cdktf.stringToHclTerraform(struct.windowShare),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileRenewalOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._enabled !== undefined) {
            hasAnyValues = true;
            internalValueResult.enabled = this._enabled;
        }
        if (this._hardDeadlineDays !== undefined) {
            hasAnyValues = true;
            internalValueResult.hardDeadlineDays = this._hardDeadlineDays;
        }
        if (this._mode !== undefined) {
            hasAnyValues = true;
            internalValueResult.mode = this._mode;
        }
        if (this._windowDays !== undefined) {
            hasAnyValues = true;
            internalValueResult.windowDays = this._windowDays;
        }
        if (this._windowShare !== undefined) {
            hasAnyValues = true;
            internalValueResult.windowShare = this._windowShare;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._enabled = undefined;
            this._hardDeadlineDays = undefined;
            this._mode = undefined;
            this._windowDays = undefined;
            this._windowShare = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._enabled = value.enabled;
            this._hardDeadlineDays = value.hardDeadlineDays;
            this._mode = value.mode;
            this._windowDays = value.windowDays;
            this._windowShare = value.windowShare;
        }
    }
    get enabled() {
        return this.getBooleanAttribute('enabled');
    }
    set enabled(value) {
        this._enabled = value;
    }
    resetEnabled() {
        this._enabled = undefined;
    }
    get enabledInput() {
        return this._enabled;
    }
    get hardDeadlineDays() {
        return this.getNumberAttribute('hard_deadline_days');
    }
    set hardDeadlineDays(value) {
        this._hardDeadlineDays = value;
    }
    resetHardDeadlineDays() {
        this._hardDeadlineDays = undefined;
    }
    get hardDeadlineDaysInput() {
        return this._hardDeadlineDays;
    }
    get mode() {
        return this.getStringAttribute('mode');
    }
    set mode(value) {
        this._mode = value;
    }
    resetMode() {
        this._mode = undefined;
    }
    get modeInput() {
        return this._mode;
    }
    get windowDays() {
        return this.getNumberAttribute('window_days');
    }
    set windowDays(value) {
        this._windowDays = value;
    }
    resetWindowDays() {
        this._windowDays = undefined;
    }
    get windowDaysInput() {
        return this._windowDays;
    }
    get windowShare() {
        return this.getStringAttribute('window_share');
    }
    set windowShare(value) {
        this._windowShare = value;
    }
    resetWindowShare() {
        this._windowShare = undefined;
    }
    get windowShareInput() {
        return this._windowShare;
    }
}
exports.ProfileRenewalOutputReference = ProfileRenewalOutputReference;
function profileTimeoutsToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        create: cdktf.stringToTerraform(struct.create),
        delete: cdktf.stringToTerraform(struct.delete),
        read: cdktf.stringToTerraform(struct.read),
        update: cdktf.stringToTerraform(struct.update),
    };
}
function profileTimeoutsToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        create: {
            value: cdktf.stringToHclTerraform(struct.create),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        delete: {
            value: cdktf.stringToHclTerraform(struct.delete),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        read: {
            value: cdktf.stringToHclTerraform(struct.read),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        update: {
            value: cdktf.stringToHclTerraform(struct.update),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileTimeoutsOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._create !== undefined) {
            hasAnyValues = true;
            internalValueResult.create = this._create;
        }
        if (this._delete !== undefined) {
            hasAnyValues = true;
            internalValueResult.delete = this._delete;
        }
        if (this._read !== undefined) {
            hasAnyValues = true;
            internalValueResult.read = this._read;
        }
        if (this._update !== undefined) {
            hasAnyValues = true;
            internalValueResult.update = this._update;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._create = undefined;
            this._delete = undefined;
            this._read = undefined;
            this._update = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._create = value.create;
            this._delete = value.delete;
            this._read = value.read;
            this._update = value.update;
        }
    }
    get create() {
        return this.getStringAttribute('create');
    }
    set create(value) {
        this._create = value;
    }
    resetCreate() {
        this._create = undefined;
    }
    get createInput() {
        return this._create;
    }
    get delete() {
        return this.getStringAttribute('delete');
    }
    set delete(value) {
        this._delete = value;
    }
    resetDelete() {
        this._delete = undefined;
    }
    get deleteInput() {
        return this._delete;
    }
    get read() {
        return this.getStringAttribute('read');
    }
    set read(value) {
        this._read = value;
    }
    resetRead() {
        this._read = undefined;
    }
    get readInput() {
        return this._read;
    }
    get update() {
        return this.getStringAttribute('update');
    }
    set update(value) {
        this._update = value;
    }
    resetUpdate() {
        this._update = undefined;
    }
    get updateInput() {
        return this._update;
    }
}
exports.ProfileTimeoutsOutputReference = ProfileTimeoutsOutputReference;
function profileWebFormIdpRulesToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        key: cdktf.stringToTerraform(struct.key),
        match: cdktf.stringToTerraform(struct.match),
        values: cdktf.listMapper(cdktf.stringToTerraform, false)(struct.values),
    };
}
function profileWebFormIdpRulesToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        key: {
            value: cdktf.stringToHclTerraform(struct.key),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        match: {
            value: cdktf.stringToHclTerraform(struct.match),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        values: {
            value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(struct.values),
            isBlock: false,
            type: "set",
            storageClassType: "stringList",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileWebFormIdpRulesOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute, complexObjectIndex, complexObjectIsFromSet) {
        super(terraformResource, terraformAttribute, complexObjectIsFromSet, complexObjectIndex);
        this.isEmptyObject = false;
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._key !== undefined) {
            hasAnyValues = true;
            internalValueResult.key = this._key;
        }
        if (this._match !== undefined) {
            hasAnyValues = true;
            internalValueResult.match = this._match;
        }
        if (this._values !== undefined) {
            hasAnyValues = true;
            internalValueResult.values = this._values;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._key = undefined;
            this._match = undefined;
            this._values = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._key = value.key;
            this._match = value.match;
            this._values = value.values;
        }
    }
    get key() {
        return this.getStringAttribute('key');
    }
    set key(value) {
        this._key = value;
    }
    get keyInput() {
        return this._key;
    }
    get match() {
        return this.getStringAttribute('match');
    }
    set match(value) {
        this._match = value;
    }
    get matchInput() {
        return this._match;
    }
    get values() {
        return cdktf.Fn.tolist(this.getListAttribute('values'));
    }
    set values(value) {
        this._values = value;
    }
    get valuesInput() {
        return this._values;
    }
}
exports.ProfileWebFormIdpRulesOutputReference = ProfileWebFormIdpRulesOutputReference;
class ProfileWebFormIdpRulesList extends cdktf.ComplexList {
    constructor(terraformResource, terraformAttribute, wrapsSet) {
        super(terraformResource, terraformAttribute, wrapsSet);
        this.terraformResource = terraformResource;
        this.terraformAttribute = terraformAttribute;
        this.wrapsSet = wrapsSet;
    }
    get(index) {
        return new ProfileWebFormIdpRulesOutputReference(this.terraformResource, this.terraformAttribute, index, this.wrapsSet);
    }
}
exports.ProfileWebFormIdpRulesList = ProfileWebFormIdpRulesList;
function profileWebFormToTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    return {
        account_name: cdktf.stringToTerraform(struct.accountName),
        adopt_existing: cdktf.booleanToTerraform(struct.adoptExisting),
        allow_auto_renew: cdktf.booleanToTerraform(struct.allowAutoRenew),
        auto_approve: cdktf.booleanToTerraform(struct.autoApprove),
        endpoint: cdktf.stringToTerraform(struct.endpoint),
        idp_rules: cdktf.listMapper(profileWebFormIdpRulesToTerraform, false)(struct.idpRules),
        uri_extension: cdktf.stringToTerraform(struct.uriExtension),
    };
}
function profileWebFormToHclTerraform(struct) {
    if (!cdktf.canInspect(struct) || cdktf.Tokenization.isResolvable(struct)) {
        return struct;
    }
    if (cdktf.isComplexElement(struct)) {
        throw new Error("A complex element was used as configuration, this is not supported: https://cdk.tf/complex-object-as-configuration");
    }
    const attrs = {
        account_name: {
            value: cdktf.stringToHclTerraform(struct.accountName),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        adopt_existing: {
            value: cdktf.booleanToHclTerraform(struct.adoptExisting),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        allow_auto_renew: {
            value: cdktf.booleanToHclTerraform(struct.allowAutoRenew),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        auto_approve: {
            value: cdktf.booleanToHclTerraform(struct.autoApprove),
            isBlock: false,
            type: "simple",
            storageClassType: "boolean",
        },
        endpoint: {
            value: cdktf.stringToHclTerraform(struct.endpoint),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
        idp_rules: {
            value: cdktf.listMapperHcl(profileWebFormIdpRulesToHclTerraform, false)(struct.idpRules),
            isBlock: true,
            type: "list",
            storageClassType: "ProfileWebFormIdpRulesList",
        },
        uri_extension: {
            value: cdktf.stringToHclTerraform(struct.uriExtension),
            isBlock: false,
            type: "simple",
            storageClassType: "string",
        },
    };
    return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
}
class ProfileWebFormOutputReference extends cdktf.ComplexObject {
    constructor(terraformResource, terraformAttribute) {
        super(terraformResource, terraformAttribute, false);
        this.isEmptyObject = false;
        this._idpRules = new ProfileWebFormIdpRulesList(this, "idp_rules", false);
    }
    get internalValue() {
        if (this.resolvableValue) {
            return this.resolvableValue;
        }
        let hasAnyValues = this.isEmptyObject;
        const internalValueResult = {};
        if (this._accountName !== undefined) {
            hasAnyValues = true;
            internalValueResult.accountName = this._accountName;
        }
        if (this._adoptExisting !== undefined) {
            hasAnyValues = true;
            internalValueResult.adoptExisting = this._adoptExisting;
        }
        if (this._allowAutoRenew !== undefined) {
            hasAnyValues = true;
            internalValueResult.allowAutoRenew = this._allowAutoRenew;
        }
        if (this._autoApprove !== undefined) {
            hasAnyValues = true;
            internalValueResult.autoApprove = this._autoApprove;
        }
        if (this._endpoint !== undefined) {
            hasAnyValues = true;
            internalValueResult.endpoint = this._endpoint;
        }
        if (this._idpRules?.internalValue !== undefined) {
            hasAnyValues = true;
            internalValueResult.idpRules = this._idpRules?.internalValue;
        }
        if (this._uriExtension !== undefined) {
            hasAnyValues = true;
            internalValueResult.uriExtension = this._uriExtension;
        }
        return hasAnyValues ? internalValueResult : undefined;
    }
    set internalValue(value) {
        if (value === undefined) {
            this.isEmptyObject = false;
            this.resolvableValue = undefined;
            this._accountName = undefined;
            this._adoptExisting = undefined;
            this._allowAutoRenew = undefined;
            this._autoApprove = undefined;
            this._endpoint = undefined;
            this._idpRules.internalValue = undefined;
            this._uriExtension = undefined;
        }
        else if (cdktf.Tokenization.isResolvable(value)) {
            this.isEmptyObject = false;
            this.resolvableValue = value;
        }
        else {
            this.isEmptyObject = Object.keys(value).length === 0;
            this.resolvableValue = undefined;
            this._accountName = value.accountName;
            this._adoptExisting = value.adoptExisting;
            this._allowAutoRenew = value.allowAutoRenew;
            this._autoApprove = value.autoApprove;
            this._endpoint = value.endpoint;
            this._idpRules.internalValue = value.idpRules;
            this._uriExtension = value.uriExtension;
        }
    }
    get accountName() {
        return this.getStringAttribute('account_name');
    }
    set accountName(value) {
        this._accountName = value;
    }
    resetAccountName() {
        this._accountName = undefined;
    }
    get accountNameInput() {
        return this._accountName;
    }
    get adoptExisting() {
        return this.getBooleanAttribute('adopt_existing');
    }
    set adoptExisting(value) {
        this._adoptExisting = value;
    }
    resetAdoptExisting() {
        this._adoptExisting = undefined;
    }
    get adoptExistingInput() {
        return this._adoptExisting;
    }
    get allowAutoRenew() {
        return this.getBooleanAttribute('allow_auto_renew');
    }
    set allowAutoRenew(value) {
        this._allowAutoRenew = value;
    }
    resetAllowAutoRenew() {
        this._allowAutoRenew = undefined;
    }
    get allowAutoRenewInput() {
        return this._allowAutoRenew;
    }
    get autoApprove() {
        return this.getBooleanAttribute('auto_approve');
    }
    set autoApprove(value) {
        this._autoApprove = value;
    }
    resetAutoApprove() {
        this._autoApprove = undefined;
    }
    get autoApproveInput() {
        return this._autoApprove;
    }
    get endpoint() {
        return this.getStringAttribute('endpoint');
    }
    set endpoint(value) {
        this._endpoint = value;
    }
    get endpointInput() {
        return this._endpoint;
    }
    get idpRules() {
        return this._idpRules;
    }
    putIdpRules(value) {
        this._idpRules.internalValue = value;
    }
    resetIdpRules() {
        this._idpRules.internalValue = undefined;
    }
    get idpRulesInput() {
        return this._idpRules.internalValue;
    }
    get uriExtension() {
        return this.getStringAttribute('uri_extension');
    }
    set uriExtension(value) {
        this._uriExtension = value;
    }
    resetUriExtension() {
        this._uriExtension = undefined;
    }
    get uriExtensionInput() {
        return this._uriExtension;
    }
}
exports.ProfileWebFormOutputReference = ProfileWebFormOutputReference;
class Profile extends cdktf.TerraformResource {
    static { this.tfResourceType = "sectigo_profile"; }
    static generateConfigForImport(scope, importToId, importFromId, provider) {
        return new cdktf.ImportableResource(scope, importToId, { terraformResourceType: "sectigo_profile", importId: importFromId, provider });
    }
    constructor(scope, id, config) {
        super(scope, id, {
            terraformResourceType: 'sectigo_profile',
            terraformGeneratorMetadata: {
                providerName: 'sectigo',
                providerVersion: '0.1.0'
            },
            provider: config.provider,
            dependsOn: config.dependsOn,
            count: config.count,
            lifecycle: config.lifecycle,
            provisioners: config.provisioners,
            connection: config.connection,
            forEach: config.forEach
        });
        this._acme = new ProfileAcmeOutputReference(this, "acme");
        this._connector = new ProfileConnectorOutputReference(this, "connector");
        this._ref = new ProfileRefOutputReference(this, "ref");
        this._renewal = new ProfileRenewalOutputReference(this, "renewal");
        this._timeouts = new ProfileTimeoutsOutputReference(this, "timeouts");
        this._webForm = new ProfileWebFormOutputReference(this, "web_form");
        this._accessCodeWo = config.accessCodeWo;
        this._accessCodeWoVersion = config.accessCodeWoVersion;
        this._acme.internalValue = config.acme;
        this._allowedNames = config.allowedNames;
        this._connector.internalValue = config.connector;
        this._customFields = config.customFields;
        this._eabInState = config.eabInState;
        this._enrollmentMethod = config.enrollmentMethod;
        this._externalRequesters = config.externalRequesters;
        this._keyTypes = config.keyTypes;
        this._name = config.name;
        this._organization = config.organization;
        this._organizationId = config.organizationId;
        this._owners = config.owners;
        this._renewal.internalValue = config.renewal;
        this._scmProfile = config.scmProfile;
        this._scmProfileId = config.scmProfileId;
        this._sensor = config.sensor;
        this._skipValidationCheck = config.skipValidationCheck;
        this._tags = config.tags;
        this._template = config.template;
        this._termDays = config.termDays;
        this._timeouts.internalValue = config.timeouts;
        this._trustType = config.trustType;
        this._webForm.internalValue = config.webForm;
    }
    get accessCodeWo() {
        return this.getStringAttribute('access_code_wo');
    }
    set accessCodeWo(value) {
        this._accessCodeWo = value;
    }
    resetAccessCodeWo() {
        this._accessCodeWo = undefined;
    }
    get accessCodeWoInput() {
        return this._accessCodeWo;
    }
    get accessCodeWoVersion() {
        return this.getNumberAttribute('access_code_wo_version');
    }
    set accessCodeWoVersion(value) {
        this._accessCodeWoVersion = value;
    }
    resetAccessCodeWoVersion() {
        this._accessCodeWoVersion = undefined;
    }
    get accessCodeWoVersionInput() {
        return this._accessCodeWoVersion;
    }
    get acme() {
        return this._acme;
    }
    putAcme(value) {
        this._acme.internalValue = value;
    }
    resetAcme() {
        this._acme.internalValue = undefined;
    }
    get acmeInput() {
        return this._acme.internalValue;
    }
    get acmeAccountId() {
        return this.getNumberAttribute('acme_account_id');
    }
    get acmeDirectoryUrl() {
        return this.getStringAttribute('acme_directory_url');
    }
    get acmeEabHmacKey() {
        return this.getStringAttribute('acme_eab_hmac_key');
    }
    get acmeEabKeyId() {
        return this.getStringAttribute('acme_eab_key_id');
    }
    get allowedNames() {
        return cdktf.Fn.tolist(this.getListAttribute('allowed_names'));
    }
    set allowedNames(value) {
        this._allowedNames = value;
    }
    resetAllowedNames() {
        this._allowedNames = undefined;
    }
    get allowedNamesInput() {
        return this._allowedNames;
    }
    get businessUnit() {
        return this.getStringAttribute('business_unit');
    }
    get connector() {
        return this._connector;
    }
    putConnector(value) {
        this._connector.internalValue = value;
    }
    resetConnector() {
        this._connector.internalValue = undefined;
    }
    get connectorInput() {
        return this._connector.internalValue;
    }
    get customFields() {
        return this.getStringMapAttribute('custom_fields');
    }
    set customFields(value) {
        this._customFields = value;
    }
    resetCustomFields() {
        this._customFields = undefined;
    }
    get customFieldsInput() {
        return this._customFields;
    }
    get drift() {
        return this.getListAttribute('drift');
    }
    get eabInState() {
        return this.getBooleanAttribute('eab_in_state');
    }
    set eabInState(value) {
        this._eabInState = value;
    }
    resetEabInState() {
        this._eabInState = undefined;
    }
    get eabInStateInput() {
        return this._eabInState;
    }
    get endpointAccountId() {
        return this.getNumberAttribute('endpoint_account_id');
    }
    get endpointId() {
        return this.getNumberAttribute('endpoint_id');
    }
    get enrollmentMethod() {
        return this.getStringAttribute('enrollment_method');
    }
    set enrollmentMethod(value) {
        this._enrollmentMethod = value;
    }
    get enrollmentMethodInput() {
        return this._enrollmentMethod;
    }
    get enrollmentUrl() {
        return this.getStringAttribute('enrollment_url');
    }
    get externalRequesters() {
        return cdktf.Fn.tolist(this.getListAttribute('external_requesters'));
    }
    set externalRequesters(value) {
        this._externalRequesters = value;
    }
    resetExternalRequesters() {
        this._externalRequesters = undefined;
    }
    get externalRequestersInput() {
        return this._externalRequesters;
    }
    get keyTypes() {
        return cdktf.Fn.tolist(this.getListAttribute('key_types'));
    }
    set keyTypes(value) {
        this._keyTypes = value;
    }
    resetKeyTypes() {
        this._keyTypes = undefined;
    }
    get keyTypesInput() {
        return this._keyTypes;
    }
    get name() {
        return this.getStringAttribute('name');
    }
    set name(value) {
        this._name = value;
    }
    get nameInput() {
        return this._name;
    }
    get organization() {
        return this.getStringAttribute('organization');
    }
    set organization(value) {
        this._organization = value;
    }
    resetOrganization() {
        this._organization = undefined;
    }
    get organizationInput() {
        return this._organization;
    }
    get organizationId() {
        return this.getNumberAttribute('organization_id');
    }
    set organizationId(value) {
        this._organizationId = value;
    }
    resetOrganizationId() {
        this._organizationId = undefined;
    }
    get organizationIdInput() {
        return this._organizationId;
    }
    get owners() {
        return cdktf.Fn.tolist(this.getListAttribute('owners'));
    }
    set owners(value) {
        this._owners = value;
    }
    resetOwners() {
        this._owners = undefined;
    }
    get ownersInput() {
        return this._owners;
    }
    get ref() {
        return this._ref;
    }
    get renewal() {
        return this._renewal;
    }
    putRenewal(value) {
        this._renewal.internalValue = value;
    }
    resetRenewal() {
        this._renewal.internalValue = undefined;
    }
    get renewalInput() {
        return this._renewal.internalValue;
    }
    get scmProfile() {
        return this.getStringAttribute('scm_profile');
    }
    set scmProfile(value) {
        this._scmProfile = value;
    }
    resetScmProfile() {
        this._scmProfile = undefined;
    }
    get scmProfileInput() {
        return this._scmProfile;
    }
    get scmProfileId() {
        return this.getNumberAttribute('scm_profile_id');
    }
    set scmProfileId(value) {
        this._scmProfileId = value;
    }
    resetScmProfileId() {
        this._scmProfileId = undefined;
    }
    get scmProfileIdInput() {
        return this._scmProfileId;
    }
    get sensor() {
        return this.getStringAttribute('sensor');
    }
    set sensor(value) {
        this._sensor = value;
    }
    resetSensor() {
        this._sensor = undefined;
    }
    get sensorInput() {
        return this._sensor;
    }
    get skipValidationCheck() {
        return this.getBooleanAttribute('skip_validation_check');
    }
    set skipValidationCheck(value) {
        this._skipValidationCheck = value;
    }
    resetSkipValidationCheck() {
        this._skipValidationCheck = undefined;
    }
    get skipValidationCheckInput() {
        return this._skipValidationCheck;
    }
    get tags() {
        return cdktf.Fn.tolist(this.getListAttribute('tags'));
    }
    set tags(value) {
        this._tags = value;
    }
    resetTags() {
        this._tags = undefined;
    }
    get tagsInput() {
        return this._tags;
    }
    get template() {
        return this.getStringAttribute('template');
    }
    set template(value) {
        this._template = value;
    }
    resetTemplate() {
        this._template = undefined;
    }
    get templateInput() {
        return this._template;
    }
    get termDays() {
        return this.getNumberAttribute('term_days');
    }
    set termDays(value) {
        this._termDays = value;
    }
    resetTermDays() {
        this._termDays = undefined;
    }
    get termDaysInput() {
        return this._termDays;
    }
    get timeouts() {
        return this._timeouts;
    }
    putTimeouts(value) {
        this._timeouts.internalValue = value;
    }
    resetTimeouts() {
        this._timeouts.internalValue = undefined;
    }
    get timeoutsInput() {
        return this._timeouts.internalValue;
    }
    get trustType() {
        return this.getStringAttribute('trust_type');
    }
    set trustType(value) {
        this._trustType = value;
    }
    resetTrustType() {
        this._trustType = undefined;
    }
    get trustTypeInput() {
        return this._trustType;
    }
    get webForm() {
        return this._webForm;
    }
    putWebForm(value) {
        this._webForm.internalValue = value;
    }
    resetWebForm() {
        this._webForm.internalValue = undefined;
    }
    get webFormInput() {
        return this._webForm.internalValue;
    }
    synthesizeAttributes() {
        return {
            access_code_wo: cdktf.stringToTerraform(this._accessCodeWo),
            access_code_wo_version: cdktf.numberToTerraform(this._accessCodeWoVersion),
            acme: profileAcmeToTerraform(this._acme.internalValue),
            allowed_names: cdktf.listMapper(cdktf.stringToTerraform, false)(this._allowedNames),
            connector: profileConnectorToTerraform(this._connector.internalValue),
            custom_fields: cdktf.hashMapper(cdktf.stringToTerraform)(this._customFields),
            eab_in_state: cdktf.booleanToTerraform(this._eabInState),
            enrollment_method: cdktf.stringToTerraform(this._enrollmentMethod),
            external_requesters: cdktf.listMapper(cdktf.stringToTerraform, false)(this._externalRequesters),
            key_types: cdktf.listMapper(cdktf.stringToTerraform, false)(this._keyTypes),
            name: cdktf.stringToTerraform(this._name),
            organization: cdktf.stringToTerraform(this._organization),
            organization_id: cdktf.numberToTerraform(this._organizationId),
            owners: cdktf.listMapper(cdktf.stringToTerraform, false)(this._owners),
            renewal: profileRenewalToTerraform(this._renewal.internalValue),
            scm_profile: cdktf.stringToTerraform(this._scmProfile),
            scm_profile_id: cdktf.numberToTerraform(this._scmProfileId),
            sensor: cdktf.stringToTerraform(this._sensor),
            skip_validation_check: cdktf.booleanToTerraform(this._skipValidationCheck),
            tags: cdktf.listMapper(cdktf.stringToTerraform, false)(this._tags),
            template: cdktf.stringToTerraform(this._template),
            term_days: cdktf.numberToTerraform(this._termDays),
            timeouts: profileTimeoutsToTerraform(this._timeouts.internalValue),
            trust_type: cdktf.stringToTerraform(this._trustType),
            web_form: profileWebFormToTerraform(this._webForm.internalValue),
        };
    }
    synthesizeHclAttributes() {
        const attrs = {
            access_code_wo: {
                value: cdktf.stringToHclTerraform(this._accessCodeWo),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            access_code_wo_version: {
                value: cdktf.numberToHclTerraform(this._accessCodeWoVersion),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            acme: {
                value: profileAcmeToHclTerraform(this._acme.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "ProfileAcme",
            },
            allowed_names: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._allowedNames),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            connector: {
                value: profileConnectorToHclTerraform(this._connector.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "ProfileConnector",
            },
            custom_fields: {
                value: cdktf.hashMapperHcl(cdktf.stringToHclTerraform)(this._customFields),
                isBlock: false,
                type: "map",
                storageClassType: "stringMap",
            },
            eab_in_state: {
                value: cdktf.booleanToHclTerraform(this._eabInState),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            enrollment_method: {
                value: cdktf.stringToHclTerraform(this._enrollmentMethod),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            external_requesters: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._externalRequesters),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            key_types: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._keyTypes),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            name: {
                value: cdktf.stringToHclTerraform(this._name),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            organization: {
                value: cdktf.stringToHclTerraform(this._organization),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            organization_id: {
                value: cdktf.numberToHclTerraform(this._organizationId),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            owners: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._owners),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            renewal: {
                value: profileRenewalToHclTerraform(this._renewal.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "ProfileRenewal",
            },
            scm_profile: {
                value: cdktf.stringToHclTerraform(this._scmProfile),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            scm_profile_id: {
                value: cdktf.numberToHclTerraform(this._scmProfileId),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            sensor: {
                value: cdktf.stringToHclTerraform(this._sensor),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            skip_validation_check: {
                value: cdktf.booleanToHclTerraform(this._skipValidationCheck),
                isBlock: false,
                type: "simple",
                storageClassType: "boolean",
            },
            tags: {
                value: cdktf.listMapperHcl(cdktf.stringToHclTerraform, false)(this._tags),
                isBlock: false,
                type: "set",
                storageClassType: "stringList",
            },
            template: {
                value: cdktf.stringToHclTerraform(this._template),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            term_days: {
                value: cdktf.numberToHclTerraform(this._termDays),
                isBlock: false,
                type: "simple",
                storageClassType: "number",
            },
            timeouts: {
                value: profileTimeoutsToHclTerraform(this._timeouts.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "ProfileTimeouts",
            },
            trust_type: {
                value: cdktf.stringToHclTerraform(this._trustType),
                isBlock: false,
                type: "simple",
                storageClassType: "string",
            },
            web_form: {
                value: profileWebFormToHclTerraform(this._webForm.internalValue),
                isBlock: true,
                type: "struct",
                storageClassType: "ProfileWebForm",
            },
        };
        return Object.fromEntries(Object.entries(attrs).filter(([_, value]) => value !== undefined && value.value !== undefined));
    }
}
exports.Profile = Profile;
